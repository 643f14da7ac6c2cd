import type { PlannerFacts } from "../../commands/planner-facts";
import type { Outline } from "../workspace/protocol";

type Call = NonNullable<PlannerFacts["next"]["command"]>["call"];

/** One of the steps of the main job, which each are a command of the add-on. */
interface GuideStep {
  readonly label: string;
  readonly why: string;
  readonly call: Call;
}

export const guideSteps: readonly GuideStep[] = [
  {
    label: "Set up",
    why: "Say what the program is called, when it starts and which support groups it has. The planner makes the tabs.",
    call: "showSetUp",
  },
  {
    label: "Import the roster",
    why: "Paste a list or choose a file: the planner finds the columns and shows what it would write.",
    call: "showImportRoster",
  },
  {
    label: "Create a survey",
    why: "The planner makes the form from the question bank. Here you can open it and answer it yourself.",
    call: "showCreateSurvey",
  },
  {
    label: "Import submissions",
    why: "Who sent in which micro-credential, and what the reviewers decided.",
    call: "showImportSubmissions",
  },
  {
    label: "Refresh results",
    why: "Completion, and the support models compared, with honest statistics.",
    call: "showRefreshResults",
  },
  {
    label: "Create the report",
    why: "One document to share. Groups under five people are hidden in it.",
    call: "showCreateReport",
  },
];

/** Where the program stands on the path. */
interface GuideProgress {
  /** Whether each of `guideSteps` is done. */
  readonly done: readonly boolean[];
  /** The step that comes next; null where nothing is left to do. */
  readonly at: number | null;
  /** What the add-on would do next, where that is not the step's own command, such as to send the survey made. */
  readonly instead: { readonly label: string; readonly call: string } | null;
}

/** @example guideProgress(facts, outline).at // 1: the roster comes next */
export function guideProgress(facts: PlannerFacts, outline: Pick<Outline, "forms" | "documents">): GuideProgress {
  const { command } = facts.next;
  const people = facts.standing?.people ?? null;
  const isCounted = !facts.standing?.attention.some(({ code }) => code === "new-decisions");
  const at = command ? Math.max(0, stepOf(command.call)) : null;
  return {
    done: [
      facts.workbook === "ready",
      (people?.enrolled ?? 0) > 0,
      outline.forms.length > 0,
      (people?.outcomes?.submitted ?? 0) > 0,
      (people?.outcomes?.decided ?? 0) > 0 && isCounted,
      outline.documents.length > 0,
    ].map((isDone, index) => isDone && index !== at),
    at,
    instead: command && guideSteps[stepOf(command.call)]?.call !== command.call ? command : null,
  };
}

const SURVEY_CALLS: readonly string[] = ["showCreateSurvey", "showSendSurvey", "showCollectAnswers"];

function stepOf(call: string): number {
  const main = SURVEY_CALLS.includes(call) ? "showCreateSurvey" : call;
  return guideSteps.findIndex((step) => step.call === main);
}
