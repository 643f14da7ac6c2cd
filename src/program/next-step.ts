/** The main job of a coordinator, a step at a time. */
export type Step =
  | "set-up"
  | "settle-copy"
  | "put-back"
  | "import-roster"
  | "create-survey"
  | "send-survey"
  | "import-answers"
  | "import-submissions"
  | "import-decisions"
  | "refresh"
  | "report"
  | "nothing";

/** As much of the program as decides what comes next. */
export interface Progress {
  /** People on the Roster who did not withdraw. */
  readonly enrolled: number;
  /** The survey that is furthest: a form is made, people were asked, somebody answered. */
  readonly survey: "none" | "made" | "sent" | "answered";
  readonly attempts: number;
  readonly undecided: number;
  /** Nobody is expected to submit any more. */
  readonly deadlinePassed: boolean;
  /** Attempts that were awarded or not yet: now, when results were last computed, and when the report was last made. */
  readonly decisions: number;
  readonly decisionsCounted: number | null;
  readonly decisionsReported: number | null;
}

/**
 * The next best action: people first, then what they say, send in and are awarded, then what comes of it. The report
 * waits while decisions are still to come, but not beyond the submission deadline.
 *
 * @see design.md section 1, the main job
 * @example nextStep({ enrolled: 0, … }) // "import-roster"
 */
export function nextStep(progress: Progress): Step {
  const { enrolled, survey, attempts, undecided, deadlinePassed, decisions } = progress;
  if (enrolled === 0) return "import-roster";
  if (attempts === 0) return STEP_AFTER[survey];
  if (decisions !== (progress.decisionsCounted ?? 0)) return "refresh";
  const isReported = decisions === 0 || decisions === progress.decisionsReported;
  if (!isReported && (undecided === 0 || deadlinePassed)) return "report";
  return undecided > 0 ? "import-decisions" : "nothing";
}

const STEP_AFTER = {
  none: "create-survey",
  made: "send-survey",
  sent: "import-answers",
  answered: "import-submissions",
} as const;
