import { describe, expect, it } from "vitest";
import { surveyGroupRows } from "../../../src/workbook/outcome/survey-group-rows";
import type { Snapshot } from "../../../src/workbook/snapshot";
import type { Cells } from "../builders";
import { type Answered, answered, answersBy, compute, peopleOf } from "./answered";

const rowsFor = (snapshot: Snapshot) => {
  const { surveys, results } = compute(snapshot);
  return surveyGroupRows(snapshot, surveys, results.surveys, results.changes);
};
const rowsOf = (rows: Readonly<Record<string, readonly Cells[]>>, ...tables: readonly Answered[]) =>
  rowsFor(answered(rows, ...tables));
const end = (titles: readonly string[], ...columns: readonly (readonly string[])[]): Answered => ({
  survey: "end",
  titles,
  rows: answersBy(...columns),
});
const of = (rows: ReturnType<typeof rowsFor>, question: string, by: string) =>
  rows.filter((row) => row.question === question && row.by === by);

const PEOPLE = peopleOf([
  ["Independent", "Rural", 6],
  ["Basic support", "Urban", 8],
]);
const CLEAR = ["1", "2", "2", "3", "4", "5", "5", "5", "5", "5", "5", "4", "4", "4"];

describe("what each group said", () => {
  it("has the mean, the median and the counts of every group, by support model and by segment", () => {
    const rows = rowsOf({ roster: PEOPLE }, end(["Clear?"], CLEAR));
    expect(of(rows, "Clear?", "Support model")).toMatchObject([
      {
        survey: "End survey",
        group: "Independent",
        answered: 6,
        mean: 17 / 6,
        median: 2.5,
        answers: "1: 1 · 2: 2 · 3: 1 · 4: 1 · 5: 1",
      },
      { group: "Basic support", answered: 8, median: 5, answers: "1: 0 · 2: 0 · 3: 0 · 4: 3 · 5: 5" },
    ]);
    expect(of(rows, "Clear?", "Location").map(({ group }) => group)).toEqual(["Rural", "Urban"]);
    // A segment of which one group is known, or none, says nothing.
    expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(["Support model", "Location"]));
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it("has counts and shares of choices, and leaves out what people wrote", () => {
    const again = CLEAR.map((_, at) => (at % 2 ? "Yes" : "No"));
    const why = CLEAR.map((_, at) => `because of ${at}`);
    const rows = rowsOf({ roster: PEOPLE }, end(["Again?", "Why?"], again, why));
    expect(of(rows, "Again?", "Location")).toMatchObject([
      { group: "Rural", answered: 6, answers: "No: 3 (50%) · Yes: 3 (50%)" },
      { group: "Urban", answered: 8 },
    ]);
    expect(of(rows, "Why?", "Location")).toEqual([]);
  });

  it("hides small groups, and others with them, under a name that tells nothing", () => {
    const roster = peopleOf([
      ["Independent", "Rural", 2],
      ["Independent", "Suburban", 5],
      ["Independent", "Urban", 7],
    ]);
    const rows = of(rowsOf({ roster }, end(["Clear?"], CLEAR)), "Clear?", "Location");
    expect(rows).toMatchObject([
      { group: "Urban", answered: 7 },
      { group: "Other groups", answered: 7, answers: expect.stringMatching(/^Hidden/) },
    ]);
    expect(rows[1]).not.toHaveProperty("mean");
  });

  it("counts answers of nobody known as a group of their own, which totals could give away", () => {
    const rows = of(rowsOf({ roster: PEOPLE.slice(0, 11) }, end(["Clear?"], CLEAR)), "Clear?", "Location");
    // Rural 6, Urban 5 and three whom the Roster does not have.
    expect(rows.map(({ group, answered: n }) => [group, n])).toEqual([
      ["Rural", 6],
      ["Other groups", 8],
    ]);
  });

  it("has response rates, of groups of five people enrolled or more", () => {
    const roster = peopleOf([
      ["Independent", "Rural", 6],
      ["Basic support", "Urban", 8],
      ["Standard support", "Suburban", 3],
    ]);
    const rows = of(rowsOf({ roster }, end(["Clear?"], CLEAR.slice(0, 9))), "Response rate", "Support model");
    expect(rows).toMatchObject([
      { group: "Basic support", answered: 3, rate: 3 / 8, answers: "3 of 8 enrolled" },
      { group: "Other groups", answers: expect.stringMatching(/^Hidden/) },
    ]);
  });

  it("has changes from the baseline by support model", () => {
    const roster = peopleOf([
      ["Independent", "Rural", 12],
      ["Basic support", "Rural", 6],
    ]);
    const before = { ...end(["Clear?"], new Array(18).fill("3")), survey: "baseline" };
    const rows = rowsOf({ roster }, before, end(["Clear?"], new Array(18).fill("4")));
    expect(rows.filter(({ question }) => String(question).includes("change from baseline"))).toMatchObject([
      {
        group: "Independent",
        answered: 12,
        mean: 1,
        answers: "3.00 before, 4.00 after; 95% interval of the change: +1.00 to +1.00",
      },
      { group: "Basic support", answered: 6, mean: "", answers: "Too few pairs (6): shown from 10 on" },
    ]);
  });
});

describe("of an anonymous survey", () => {
  const surveys = [{ key: "end", survey: "End survey", answers: "Anonymous" }];
  const asked = (choices: string): Cells => ({
    survey: "End survey",
    question: "Where do you teach?",
    type: "Choice",
    choices,
    key: "end-where",
  });
  const where = CLEAR.map((_, at) => (at < 6 ? "Rural" : "Urban"));

  it("groups are those that people said themselves", () => {
    const questions = [asked("(those of the Roster: Location)")];
    const rows = rowsOf({ roster: PEOPLE, surveys, questions }, end(["Clear?", "Where do you teach?"], CLEAR, where));
    expect(rows.map(({ question, by, group, answered: n }) => [question, by, group, n])).toEqual([
      ["Clear?", "Location", "Rural", 6],
      ["Clear?", "Location", "Urban", 8],
    ]);
  });

  it("there are none where the form does not ask for them", () => {
    const questions = [asked("Rural\nUrban")];
    expect(
      rowsOf({ roster: PEOPLE, surveys, questions }, end(["Clear?", "Where do you teach?"], CLEAR, where)),
    ).toEqual([]);
  });
});
