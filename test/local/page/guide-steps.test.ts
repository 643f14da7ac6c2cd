import { describe, expect, it } from "vitest";
import type { PlannerFacts } from "../../../src/commands/planner-facts";
import { nextStepWords } from "../../../src/content/planner-words";
import { guideProgress, guideSteps } from "../../../src/local/page/guide-steps";

type Command = PlannerFacts["next"]["command"];
type Standing = NonNullable<PlannerFacts["standing"]>;

const nothing = { forms: [], documents: [] };
const form = { id: "f", title: "Baseline", answers: 0 };
const report = { id: "d", name: "Report" };

function facts(command: Command, people: Standing["people"], attention: Standing["attention"] = []): PlannerFacts {
  return {
    workbook: "ready",
    program: "Maple",
    asOf: "2026-10-05",
    next: { why: "Because.", command },
    standing: { phases: null, currentPhase: null, dates: null, attention, missing: [], people },
    commands: [],
  };
}

const next = (call: NonNullable<Command>["call"], label = "Go on"): Command => ({ call, label });
const done = (progress: { readonly done: readonly boolean[] }): readonly string[] =>
  guideSteps.flatMap(({ label }, index) => (progress.done[index] ? [label] : []));

/** Where each of the add-on's next steps stands on the path. */
const STEP_ON_PATH: Readonly<Record<string, string>> = {
  "set-up": "Set up",
  "settle-copy": "Set up",
  "put-back": "Set up",
  "import-roster": "Import the roster",
  "create-survey": "Create a survey",
  "send-survey": "Create a survey",
  "import-answers": "Create a survey",
  "import-submissions": "Import submissions",
  "import-decisions": "Import submissions",
  refresh: "Refresh results",
  report: "Create the report",
};

describe("the guided path", () => {
  it("begins with set-up", () => {
    const progress = guideProgress(
      { ...facts(next("showSetUp"), null), workbook: "not-set-up", standing: null },
      nothing,
    );
    expect(progress.at).toBe(0);
    expect(done(progress)).toEqual([]);
  });

  it("goes on to the roster once the workbook is set up", () => {
    const progress = guideProgress(facts(next("showImportRoster"), { enrolled: 0, outcomes: null }), nothing);
    expect(progress.at).toBe(1);
    expect(done(progress)).toEqual(["Set up"]);
  });

  it("stays at the survey until it was sent and answered, and offers what is next of it", () => {
    const send = next("showSendSurvey", "Send survey");
    const progress = guideProgress(facts(send, { enrolled: 4, outcomes: null }), { ...nothing, forms: [form] });
    expect(progress.at).toBe(2);
    expect(progress.instead).toEqual(send);
    expect(done(progress)).toEqual(["Set up", "Import the roster"]);
  });

  it.each(Object.entries(nextStepWords).flatMap(([step, { call }]) => (call ? [[step, call] as const] : [])))(
    "has a place for what comes next: %s",
    (step, call) => {
      const { at, instead } = guideProgress(facts(next(call), null), nothing);
      expect(at, "no step but set-up begins at set-up").toBe(
        guideSteps.findIndex(({ label }) => label === STEP_ON_PATH[step]),
      );
      expect((instead ?? guideSteps[at ?? 0])?.call).toBe(call);
    },
  );

  it("takes results for done only while they count every decision", () => {
    const people = { enrolled: 4, outcomes: { submitted: 3, decided: 3, awarded: 2 } };
    const late = {
      code: "new-decisions",
      count: 1,
      message: "",
      tab: { key: "results", name: "Results" },
      command: null,
    } as const;
    expect(done(guideProgress(facts(next("showCreateReport"), people), nothing))).toContain("Refresh results");
    expect(done(guideProgress(facts(next("showCreateReport"), people, [late]), nothing))).not.toContain(
      "Refresh results",
    );
  });

  it("ends where nothing is left to do", () => {
    const people = { enrolled: 4, outcomes: { submitted: 3, decided: 3, awarded: 2 } };
    const progress = guideProgress(facts(null, people), { forms: [form], documents: [report] });
    expect(progress.at).toBeNull();
    expect(progress.done).not.toContain(false);
  });
});
