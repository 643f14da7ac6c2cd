/** Words that several tabs share. */

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Other words for it, as issuers' lists have them. */
  readonly also?: readonly string[];
}

export const outcomes = [
  { id: "awarded", label: "Awarded", also: ["approved", "passed", "pass", "earned"] },
  {
    id: "not-yet",
    label: "Not yet",
    also: [
      "denied",
      "not awarded",
      "not approved",
      "not passed",
      "failed",
      "resubmit",
      "revise",
      "revise and resubmit",
    ],
  },
  { id: "withdrawn", label: "Withdrawn", also: ["withdrew"] },
  { id: "pending", label: "Pending", also: ["submitted", "in review", "under review", "awaiting review"] },
] as const satisfies readonly Choice[];

export const statuses = [
  { id: "not-started", label: "Not started" },
  { id: "in-progress", label: "In progress" },
  { id: "done", label: "Done" },
] as const satisfies readonly Choice[];

export const surveyMoments = [
  { id: "baseline", label: "Baseline" },
  { id: "check-in", label: "Check-in" },
  { id: "reviewer-poll", label: "Reviewer poll" },
  { id: "end", label: "End survey" },
  { id: "focus-group", label: "Focus group" },
] as const satisfies readonly Choice[];

export type SurveyMoment = (typeof surveyMoments)[number]["id"];

/** Under which questions stand in the question bank and in a form. */
export const questionGroups = ["General", "Process", "Content", "Application", "Check-in", "Baseline"] as const;
