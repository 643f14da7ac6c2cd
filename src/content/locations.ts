/** Choices that describe participants. Only the locations come from a source; the other lists are ours. */
import type { Choice } from "./labels";

export const locations = [
  { id: "none", label: "None specified" },
  { id: "rural", label: "Rural" },
  { id: "suburban", label: "Suburban" },
  { id: "urban", label: "Urban" },
  { id: "mixed", label: "Rural and urban/suburban" },
  { id: "other", label: "Other" },
] as const satisfies readonly Choice[];

/** No fixed source: ours. */
export const educatorTypes = [
  { id: "classroom-teacher", label: "Classroom teacher" },
  { id: "special-educator", label: "Special educator" },
  { id: "specialist", label: "Specialist or librarian" },
  { id: "counselor", label: "Counselor, nurse or psychologist" },
  { id: "support-professional", label: "Education support professional" },
  { id: "coach", label: "Coach or mentor" },
  { id: "leader", label: "School or district leader" },
  { id: "higher-education", label: "Higher education or aspiring educator" },
  { id: "other", label: "Other" },
] as const satisfies readonly Choice[];

/** No fixed source: ours. */
export const gradeLevels = [
  { id: "early", label: "Early childhood" },
  { id: "elementary", label: "Elementary (K-5)" },
  { id: "middle", label: "Middle (6-8)" },
  { id: "high", label: "High (9-12)" },
  { id: "several", label: "Several levels" },
  { id: "other", label: "Other" },
] as const satisfies readonly Choice[];

/** No fixed source: ours. */
export const yearsOfService = [
  { id: "0-3", label: "0 to 3 years" },
  { id: "4-10", label: "4 to 10 years" },
  { id: "11-20", label: "11 to 20 years" },
  { id: "21-up", label: "21 years or more" },
] as const satisfies readonly Choice[];
