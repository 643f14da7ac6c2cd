import { describe, expect, it } from "vitest";
import { surveyOf } from "../../../src/workbook/surveys/survey-list";
import { snapshotOf } from "../builders";

const endWith = (cells: Readonly<Record<string, string | number>>) => {
  const found = surveyOf(snapshotOf({ surveys: [{ key: "end", survey: "End survey", ...cells }] }), "end");
  return "survey" in found ? found.survey : null;
};

describe("what the tab Surveys says in words that nobody can read", () => {
  it("is no leave to remind anybody, and no promise that answers are named", () => {
    expect(endWith({ mostReminders: "none" })?.mostReminders).toBe(0);
    expect(endWith({ mostReminders: "" })?.mostReminders).toBe(2);
    expect(endWith({ answers: "anonymus" })?.isAnonymous).toBe(true);
    expect(endWith({ answers: "" })?.isAnonymous).toBe(false);
  });
});
