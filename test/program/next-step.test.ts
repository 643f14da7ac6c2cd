import { describe, expect, it } from "vitest";
import { nextStep, type Progress } from "../../src/program/next-step";

/** All is done: results and report hold the ten decisions. */
const done: Progress = {
  enrolled: 12,
  survey: "answered",
  attempts: 10,
  undecided: 0,
  deadlinePassed: true,
  decisions: 10,
  decisionsCounted: 10,
  decisionsReported: 10,
};
const before: Partial<Progress> = { attempts: 0, decisions: 0, decisionsCounted: null, decisionsReported: null };

describe("the next best action", () => {
  it.each<[string, Partial<Progress>]>([
    ["import-roster", { ...before, enrolled: 0, survey: "none" }],
    ["create-survey", { ...before, survey: "none" }],
    ["send-survey", { ...before, survey: "made" }],
    ["import-answers", { ...before, survey: "sent" }],
    ["import-submissions", before],
    ["import-decisions", { ...before, attempts: 3, undecided: 3 }],
    ["refresh", { decisionsCounted: null }],
    ["refresh", { decisionsCounted: 9 }],
    ["refresh", { decisionsCounted: 11 }],
    ["report", { decisionsReported: null }],
    ["report", { decisionsReported: 9 }],
    ["nothing", {}],
  ])("is %s", (step, progress) => {
    expect(nextStep({ ...done, ...progress })).toBe(step);
  });

  it("is the report although decisions are outstanding, once the deadline has passed", () => {
    const waiting = { ...done, undecided: 2, decisionsReported: null };
    expect(nextStep({ ...waiting, deadlinePassed: false })).toBe("import-decisions");
    expect(nextStep(waiting)).toBe("report");
    expect(nextStep({ ...waiting, decisionsReported: 10 })).toBe("import-decisions");
  });

  it("asks for no survey once people have submitted", () => {
    expect(nextStep({ ...done, survey: "none" })).toBe("nothing");
  });

  it("reports nothing where nothing was decided", () => {
    const withdrawn = { ...done, decisions: 0, decisionsCounted: null, decisionsReported: null };
    expect(nextStep(withdrawn)).toBe("nothing");
  });
});
