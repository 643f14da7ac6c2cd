/**
 * Pre-launch plus eight weeks for a facilitator, a task a row, and help for the work.
 * The deadline, the end survey and the summary follow the cohort's own dates.
 */

export interface FacilitatorTask {
  readonly key: string;
  /** 0 is before the launch. */
  readonly week: number;
  readonly task: string;
}

export const facilitatorPlan = [
  { key: "week-0-space", week: 0, task: "Set up the online space and load it." },
  { key: "week-0-materials", week: 0, task: "Sort the help materials." },
  { key: "week-0-role", week: 0, task: "Settle the role with leaders, by memorandum of understanding or talk." },
  { key: "week-0-launch", week: 0, task: "Be at the launch." },
  { key: "week-1-invite", week: 1, task: "Invite everyone in." },
  { key: "week-1-welcome", week: 1, task: "Open a welcome thread." },
  { key: "week-1-discussion", week: 1, task: "Lead a first discussion to get to know each member." },
  { key: "week-2-platform", week: 2, task: "Link to the micro-credential platform." },
  { key: "week-2-choosing", week: 2, task: "Discuss the tips on choosing." },
  { key: "week-2-answers", week: 2, task: "Answer questions on every channel, phone and text too." },
  { key: "week-2-engagement", week: 2, task: "Use early engagement strategies (weeks 2 and 3)." },
  { key: "week-3-choosing", week: 3, task: "Go on with choosing." },
  { key: "week-3-survey", week: 3, task: "Survey members: aims, which micro-credential, what help." },
  { key: "week-4-guidelines", week: 4, task: "Discuss studying the guidelines." },
  { key: "week-4-office-hours", week: 4, task: "Hold office hours and be reachable." },
  {
    key: "week-4-leaders",
    week: 4,
    task: "Midpoint: tell leaders how members are doing, what they ask, what they need.",
  },
  { key: "week-5-preparing", week: 5, task: "Discuss preparing a submission." },
  { key: "week-5-office-hours", week: 5, task: "Hold office hours." },
  { key: "week-5-leaders", week: 5, task: "Share progress with leaders." },
  { key: "week-6-preparing", week: 6, task: "Go on with preparing a submission." },
  { key: "week-6-peer-review", week: 6, task: "Hold a virtual peer-review session on parts of submissions." },
  { key: "week-6-office-hours", week: 6, task: "Hold office hours." },
  { key: "week-7-preparing", week: 7, task: "Go on with preparing a submission." },
  { key: "week-7-engagement", week: 7, task: "Use final-stage engagement strategies." },
  { key: "week-8-preparing", week: 8, task: "Go on with preparing a submission." },
  {
    key: "week-8-survey",
    week: 8,
    task: "Survey or panel: how submitting went, what it was worth, what changed in class.",
  },
  { key: "week-8-summary", week: 8, task: "Write the final summary and share it." },
  { key: "week-8-celebration", week: 8, task: "Plan a celebration." },
] as const satisfies readonly FacilitatorTask[];

export const facilitatorLoad =
  "A facilitator guides a learning community of at least 15 educators, 1 to 2 hours a week over 6 to 8 weeks, and knows well the micro-credentials that the group pursues.";

export const facilitatorDuties = [
  "Lead meetings, in person or by video, and set their agendas.",
  "Lead asynchronous discussion.",
  "Send follow-ups and reminders.",
  "Check on each participant and tell the local contact.",
  "Work with coordinators, consultants and issuer staff.",
  "Answer every digital message within 24 hours.",
  "Solve problems, or pass them to NEA or the local or state contact.",
  "Give feedback and encouragement for resubmission.",
  "Hand NEA and the state affiliate a short list: what worked, what was hard, what was learned.",
] as const;

export const facilitatorStrategies = {
  asynchronous: [
    "Ask what cannot be answered with yes or no.",
    "Share stories.",
    "Tie one person's answer to another's with a question to both.",
    "Decide what to learn about the community and collect it: frequency, depth, experience, frustrations, leadership potential, style.",
  ],
  synchronous: [
    "Prepare, and keep to the clock.",
    "Agree on norms and invite more.",
    "Open with the why, then the plan.",
    "Go slowly, repeat, wait.",
    "Skim the chat and build on it.",
    "Use strong visuals with sources.",
  ],
  general: [
    "Know your people: comfort with technology, with the idea of micro-credentials, with the content.",
    "Turn the tips into discussion questions.",
    "Keep links where people look first.",
    "Let members help each other.",
    "Reach people by e-mail, or by a call if both are comfortable.",
    "Keep asking what they need.",
    "Celebrate.",
  ],
  celebrating: [
    "An awards ceremony.",
    "A certificate or token.",
    "A feature in a newsletter, site or publication.",
    "A promotional video.",
    "An invitation to coach or facilitate the next cohort.",
    "An association role.",
    "A talk at a meeting.",
    "A letter to the principal.",
    "A bulletin board.",
  ],
} as const satisfies Record<string, readonly string[]>;
