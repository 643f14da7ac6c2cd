/** The readiness checklist: three phases, each a gate to the next. */

export const phases = [
  { id: "plan", label: "Ready to plan" },
  { id: "launch", label: "Ready to launch" },
  { id: "implement", label: "Ready to implement" },
] as const;

type PhaseId = (typeof phases)[number]["id"];

export interface ChecklistItem {
  readonly key: string;
  readonly phase: PhaseId;
  readonly text: string;
  /** Applies only where needed. */
  readonly optional?: true;
}

export const checklist = [
  { key: "plan-value", phase: "plan", text: "The team can say clearly what micro-credentials are worth to members." },
  { key: "plan-goals", phase: "plan", text: "Goals and objectives for the program are written down." },
  {
    key: "plan-capacity",
    phase: "plan",
    text: "The organization has checked that it has the time, people and mission fit to run it.",
  },
  {
    key: "plan-leaders",
    phase: "plan",
    text: "Key leaders, and everybody else on whom the start depends, have agreed to back it.",
  },
  { key: "plan-coordinator", phase: "plan", text: "One or more coordinators are named." },
  {
    key: "plan-study",
    phase: "plan",
    text: "The available micro-credentials have been studied against the goals and related work.",
  },
  { key: "plan-support", phase: "plan", text: "It is settled how participants will be supported, and by whom." },
  {
    key: "launch-timeline",
    phase: "launch",
    text: "Dates are set: recruitment, first training, submission deadlines, when data will be used.",
  },
  {
    key: "launch-model",
    phase: "launch",
    text: "The program model is chosen (single micro-credentials, stacks, a mix) and fits the goals.",
  },
  {
    key: "launch-materials",
    phase: "launch",
    text: "Recruitment materials are ready, in the forms that members read.",
  },
  { key: "launch-sessions", phase: "launch", text: "Information sessions have dates, places and announcements." },
  { key: "launch-recruit", phase: "launch", text: "Participants are recruited." },
  {
    key: "launch-list",
    phase: "launch",
    text: "The participant list is final and those who need it have it.",
    optional: true,
  },
  {
    key: "launch-baseline",
    phase: "launch",
    text: "Participants have answered the baseline survey (general information and starting point).",
  },
  { key: "launch-event", phase: "launch", text: "The launch event is planned." },
  { key: "implement-event", phase: "implement", text: "The launch event or first meeting has been held." },
  { key: "implement-support", phase: "implement", text: "The promised support is running." },
  {
    key: "implement-poll",
    phase: "implement",
    text: "Participants have said which micro-credentials they will submit, so that reviewers can be lined up.",
    optional: true,
  },
  {
    key: "implement-encourage",
    phase: "implement",
    text: "Encouragement goes out regularly: advice, dates, stories of earners.",
  },
  { key: "implement-results", phase: "implement", text: "Results of the submissions have been obtained." },
  {
    key: "implement-survey",
    phase: "implement",
    text: "Participants are surveyed at the end of the submission period, and everyone who took part or helped has been debriefed.",
  },
  {
    key: "implement-compile",
    phase: "implement",
    text: "Submission results, survey results and debrief takeaways are compiled.",
  },
  {
    key: "implement-share",
    phase: "implement",
    text: "Results are shared with association and district decision-makers.",
    optional: true,
  },
] as const satisfies readonly ChecklistItem[];
