/** What a program has to date, and what to settle before dating it. */

export const questionsToSettle = [
  "When do educators best have time for this?",
  "When does the organization have capacity, staff or members?",
  "Must it run together with other work?",
  "By when must the lessons be usable?",
] as const;

export interface Activity {
  readonly key: string;
  readonly label: string;
  readonly help: string;
}

export const activities = [
  { key: "recruitment", label: "Recruitment", help: "Dates and places of each information session." },
  { key: "training", label: "First meeting or training", help: "Send the time and the link out before the meeting." },
  {
    key: "baseline-survey",
    label: "Baseline survey",
    help: "Survey participants before the launch: general information and starting point.",
  },
  {
    key: "support-sessions",
    label: "Support sessions",
    help: "Coaching and support sessions, as promised in the model.",
  },
  { key: "submission-deadline", label: "Submission deadline", help: "The last day to send in a portfolio." },
  { key: "reflection", label: "Reflection", help: "End survey and reflection meeting." },
  { key: "final-report", label: "Final report", help: "Bring results and lessons together and write them up." },
  {
    key: "share",
    label: "Share the report",
    help: "Bring the report to association leaders, the district and participants.",
  },
] as const satisfies readonly Activity[];
