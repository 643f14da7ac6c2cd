/** A first catalogue of micro-credentials, which is the coordinator's to edit. */

export const catalogueIssuer = { issuer: "NEA", link: "https://nea.certificationbank.com" } as const;

export const catalogueNote =
  "Stacks as a published guide named them; the list changes. Look at the issuer's site, correct the rows, and date your check. NEA's are free to members of at least one affiliate.";

export const stacks = [
  "Arts Integration",
  "Assessment Literacy",
  "Bully Free Schools",
  "Classroom Management",
  "Classroom Practice (InTASC): Learner and Learning",
  "Classroom Practice (InTASC): Understanding Content",
  "Classroom Practice (InTASC): Instructional Practice",
  "Classroom Practice (InTASC): Professional Responsibility",
  "Community Schools Improvement Science",
  "Cooperating Teacher",
  "English Language Learners",
  "Every Student Succeeds Act",
  "Five Core Propositions",
  "Leadership in Organizing",
  "Supporting LGBTQ Students",
  "Teacher Leadership: Overarching Competencies",
  "Teacher Leadership: Diversity, Equity, and Cultural Competence Pathway",
  "Teacher Leadership: Association Pathway",
  "Teacher Leadership: Instructional Pathway",
  "Teacher Leadership: Policy Pathway",
  "Technology Integration",
] as const;

export const workedExample = { title: "Creating a Classroom Community", stack: "Classroom Management" } as const;

/** Exactly three criteria, in the team's own words; these only show where to write them. */
export const criteriaHints = [
  "Criterion 1, in your words: for example, how well it serves our goals",
  "Criterion 2, in your words: for example, how it fits work already under way",
  "Criterion 3, in your words: for example, how many members it suits",
] as const;

export const tenHourRule =
  "A micro-credential should stand for at least 10 hours of work (often counted as 1 CEU or 1 in-service credit). How hours are counted is the issuer's affair: where they are unknown, ask the issuer.";
