/** What a team settles before it starts, beside the currencies and the timing. */
export interface ModelQuestion {
  readonly key: string;
  readonly part: "Program" | "Goals" | "Choosing" | "Support and people";
  readonly question: string;
}

export const modelQuestions = [
  { key: "program", part: "Program", question: "What is the program called?" },
  { key: "affiliate", part: "Program", question: "Which affiliate or district runs it?" },
  { key: "cohort", part: "Program", question: "Which cohort is this?" },
  { key: "launch", part: "Program", question: "When is the launch?" },
  { key: "goals", part: "Goals", question: "What are the goals?" },
  { key: "initiatives", part: "Goals", question: "Which other initiatives should it align with?" },
  {
    key: "target",
    part: "Choosing",
    question:
      "Will educators show skills that they have (less time, less support), develop new ones first (more of both), or does it make no difference?",
  },
  { key: "offer", part: "Choosing", question: "Will educators earn single micro-credentials, stacks, or a mix?" },
  {
    key: "support",
    part: "Support and people",
    question: "What will support look like here, beside what the tab Support groups says?",
  },
  { key: "location", part: "Support and people", question: "What kind of place is the program for?" },
  {
    key: "participants",
    part: "Support and people",
    question: "Who takes part: grade levels, subject areas, years of service, types of educator, schools?",
  },
  {
    key: "group-size",
    part: "Support and people",
    question: "How many educators are in a group? A learning community has at least 15.",
  },
  { key: "goals-fit", part: "Goals", question: "Does this model serve the goals? What is missing?" },
] as const satisfies readonly ModelQuestion[];

/** Asked for every currency that was chosen, or once where none is yet. */
export const currencyQuestion = "What will earners get, and on what terms?";
