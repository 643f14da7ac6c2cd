import { expect, it } from "vitest";
import { answerTab } from "../../src/workbook/answer-tabs";
import { count, describeChange } from "../../src/workbook/describe";
import type { Change } from "../../src/workbook/plan";
import { roster } from "../../src/workbook/tabs/roster";
import { usualSurvey } from "./builders";

const tab = roster.key;
it.each<[string, Change]>([
  ["New tab Roster (planner)", { kind: "create-tab", tab, title: "Roster (planner)", adopt: null, rows: [] }],
  ["New tab Roster with 1 row", { kind: "create-tab", tab, title: "Roster", adopt: "Roster", rows: [{}] }],
  ["Roster: new column “E-mail”", { kind: "add-columns", tab, columns: ["email"] }],
  ["Roster: new columns “E-mail”, “Name”", { kind: "add-columns", tab, columns: ["email", "name"] }],
  ["Roster: the notes of “E-mail” put back", { kind: "mark-columns", tab, columns: ["email"] }],
  ["Roster: formats and dropdowns", { kind: "dress-tab", tab }],
  ["Roster: 1 chart", { kind: "insert-charts", tab, charts: ["award-rates"] }],
  ["Roster: all rows cleared", { kind: "clear-rows", tab }],
  ["Roster: 2 new rows", { kind: "insert-rows", tab, rows: [{}, {}] }],
  ["Roster: 1 cell filled in", { kind: "update-cells", tab, cells: [{ at: 0, column: "name", value: "Ann" }] }],
])("says “%s”", (words, change) => {
  expect(describeChange(change, roster)).toBe(words);
});

it("has words for a column without a header", () => {
  const answers = answerTab(usualSurvey("end"), "file", [""]);
  const change: Change = { kind: "add-columns", tab: answers.key, columns: Object.keys(answers.columns) };
  expect(describeChange(change, answers)).toBe("Answers: End survey: new column “without a header”");
});

it("counts", () => {
  expect([count(0, "row"), count(1, "row"), count(2, "row")]).toEqual(["0 rows", "1 row", "2 rows"]);
});
