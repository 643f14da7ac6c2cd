import type { MenuCall } from "./menu";

/** What the sidebar says about the next step and about what needs attention, and the command that helps. */

interface Words {
  readonly why: string;
  readonly call: MenuCall | null;
}

export const nextStepWords = {
  "set-up": {
    why: "This spreadsheet is not set up yet. A name and a launch date are enough to begin, and you see what will be done first.",
    call: "showSetUp",
  },
  "settle-copy": {
    why: "This workbook is a copy. Say first whether it is for a new cohort or for the same one.",
    call: "showSetUp",
  },
  "put-back": {
    why: "A tab that the planner needs is no longer there. Set-up adds it again and changes nothing else.",
    call: "showSetUp",
  },
  "import-roster": {
    why: "Nobody is enrolled yet. Import a list of people, or type them into the Roster.",
    call: "showImportRoster",
  },
  "create-survey": {
    why: "Participants have not been surveyed yet. Make the baseline survey, which asks where they start from; or import answers that you have.",
    call: "showCreateSurvey",
  },
  "send-survey": { why: "A survey has a form, and nobody has been asked yet.", call: "showSendSurvey" },
  "import-answers": {
    why: "The survey is out and no answer has been collected yet.",
    call: "showCollectAnswers",
  },
  "import-submissions": {
    why: "No submission has been logged yet. Import them as they come, or type them into Submissions.",
    call: "showImportSubmissions",
  },
  "import-decisions": {
    why: "Some submissions have no decision yet. Import the list again when decisions come, or type them in.",
    call: "showImportSubmissions",
  },
  refresh: { why: "The results do not count every decision in Submissions yet.", call: "showRefreshResults" },
  report: { why: "Results are up to date and not in a report yet.", call: "showCreateReport" },
  nothing: { why: "Results and report hold every decision. Nothing has to be done now.", call: null },
} as const satisfies Record<string, Words>;

export interface AttentionWords {
  /** The tab to look at. */
  readonly tab: string;
  readonly call: MenuCall | null;
  /** What is said of one, and of `{count}`; `{days}` is the rule's. */
  readonly one: string;
  readonly many: string;
}

/** In the order in which they are listed. */
export const attentionWords = {
  "late-dates": {
    tab: "timeline",
    call: null,
    one: "1 date is past and not marked as done. Mark what is done, and move what is not.",
    many: "{count} dates are past and not marked as done. Mark what is done, and move what is not.",
  },
  "late-items": {
    tab: "checklist",
    call: null,
    one: "1 checklist item is past the due date.",
    many: "{count} checklist items are past the due date.",
  },
  "waiting-for-decision": {
    tab: "submissions",
    call: "showImportSubmissions",
    one: "1 submission has waited more than {days} days for a decision.",
    many: "{count} submissions have waited more than {days} days for a decision.",
  },
  "without-contact": {
    tab: "support-log",
    call: null,
    one: "1 person in supported groups had no support contact in the last {days} days. Get in touch, and note it in the log.",
    many: "{count} people in supported groups had no support contact in the last {days} days. Get in touch, and note it in the log.",
  },
  "unmatched-answers": {
    tab: "responses",
    call: "showMatchAnswers",
    one: "1 survey answer is tied to nobody. Say whose it is, or leave it out.",
    many: "{count} survey answers are tied to nobody. Say whose they are, or leave them out.",
  },
  "unmatched-submissions": {
    tab: "submissions",
    call: null,
    one: "1 submission names nobody on the Roster, or more than one person, and is not counted. Correct the participant, or add the person to the Roster.",
    many: "{count} submissions name nobody on the Roster, or more than one person, and are not counted. Correct the participant, or add the person to the Roster.",
  },
  "open-reviews": {
    tab: "review",
    call: null,
    one: "1 question from imports waits for your decision. Decide, then import the same file again.",
    many: "{count} questions from imports wait for your decision. Decide, then import the same file again.",
  },
  "new-decisions": {
    tab: "results",
    call: "showRefreshResults",
    one: "Submissions and Results differ by 1 decision.",
    many: "Submissions and Results differ by {count} decisions.",
  },
} as const satisfies Record<string, AttentionWords>;

export type AttentionCode = keyof typeof attentionWords;
