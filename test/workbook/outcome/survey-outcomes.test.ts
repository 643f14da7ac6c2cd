import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellValue } from "../../../src/workbook/cell";
import { type Cells, rowsOf, withRows } from "../builders";
import { type Answered, answered, answersBy, compute, peopleOf } from "./answered";

const PEOPLE = peopleOf([
  ["Independent", "Rural", 6],
  ["Basic support", "Urban", 6],
]);
const bank = (question: string, type: string, more: Cells = {}): Cells => ({
  on: true,
  survey: "End survey",
  question,
  type,
  key: "end-q",
  ...more,
});
const outcomes = (questions: readonly Cells[], ...tables: readonly Answered[]) =>
  compute(answered({ roster: PEOPLE, questions }, ...tables)).results.surveys;
const end = (titles: readonly string[], ...columns: readonly (readonly CellValue[])[]): Answered => ({
  survey: "end",
  titles,
  rows: answersBy(...columns),
});

describe("questions of the bank", () => {
  it("are scales over all their steps, though nobody chose the lowest", () => {
    const [survey] = outcomes([bank("Clear?", "Scale 1 to 5")], end(["Clear?"], ["4", "5", "", "5"]));
    expect(survey?.questions).toMatchObject([
      {
        key: "end-q",
        type: "scale",
        answered: 3,
        mean: 14 / 3,
        counts: [0, 0, 0, 1, 2].map((count, at) => ({ value: at + 1, label: String(at + 1), count })),
      },
    ]);
  });

  it("split ticks by the options that were on offer, though one holds a comma and one was never ticked", () => {
    const choices = "E-mail, with tips\nOffice hours\nNone";
    const [survey] = outcomes(
      [bank("Which?", "Checkboxes", { choices })],
      end(["Which?"], ["E-mail, with tips, Office hours", "E-mail, with tips", "Office hours, a friend"]),
    );
    expect(survey?.questions).toMatchObject([
      {
        type: "checkboxes",
        counts: [
          { option: "E-mail, with tips", count: 2 },
          { option: "Office hours", count: 2 },
          { option: "None", count: 0 },
        ],
        other: { count: 1 },
      },
    ]);
  });

  it("are scales where a choice offers the words of one", () => {
    const choices = "Strongly agree\nAgree\nNeutral\nDisagree\nStrongly disagree";
    const [survey] = outcomes([bank("Fair?", "Choice", { choices })], end(["Fair?"], ["Agree", "Neutral"]));
    expect(survey?.questions).toMatchObject([
      { type: "scale", mean: 3.5, counts: [{ label: "Strongly disagree" }, {}, {}, {}, { label: "Strongly agree" }] },
    ]);
  });

  it("are one a row of a grid", () => {
    const grid = bank("Rate", "Grid", { choices: "Poor\nGood", gridRows: "Tips\nRoom" });
    const [survey] = outcomes([grid], end(["Rate [Tips]", "Rate [Room]"], ["Poor", "Good"], ["Good", "Good"]));
    expect(survey?.questions).toMatchObject([
      { title: "Rate [Tips]", answered: 2 },
      { title: "Rate [Room]", answered: 2 },
    ]);
  });

  it("stay text where the bank asks for words, though everybody writes the same", () => {
    const [survey] = outcomes([bank("Subject?", "Short text")], end(["Subject?"], ["Music", "Music", "Art"]));
    expect(survey?.questions).toMatchObject([{ type: "text", answered: 3, distinct: 2 }]);
  });
});

describe("several columns of one question", () => {
  it("are one summary: asked again in the form, and in a file as well", () => {
    const file: Answered = { ...end(["Clear?"], ["1", "1"]), source: "file" };
    const later = answersBy(["", "", "3", "", "5"], ["", "", "", "4", ""]).slice(2);
    const [survey] = outcomes([bank("Clear?", "Scale 1 to 5")], file, {
      survey: "end",
      titles: ["Clear?", "Clear?"],
      rows: later,
      source: "form",
    });
    expect(survey?.questions).toMatchObject([
      { title: "Clear?", answered: 5, counts: [2, 0, 1, 1, 1].map((count) => ({ count })) },
    ]);
  });

  it("are merged by their words where the bank has no such question", () => {
    const file: Answered = { ...end(["Ours?"], ["Yes", "Yes"]), source: "file" };
    const form = { ...end(["Ours? "], ["", "", "No", "No"]), rows: answersBy(["", "", "No", "No"]).slice(2) };
    const [survey] = outcomes([], file, form);
    expect(survey?.questions).toMatchObject([{ title: "Ours?", type: "choice", answered: 4 }]);
  });
});

describe("what counts", () => {
  it("is not what a person left out, and not what a later answer replaces", () => {
    const snapshot = answered({ roster: PEOPLE }, end(["Clear?"], ["1", "2", "3", "4"]));
    const [first, second, ...others] = rowsOf(snapshot, "responses");
    const marked = withRows(snapshot, {
      responses: [{ ...first, standing: "Left out", participant: "" }, { ...second, standing: "Replaced" }, ...others],
    });
    expect(compute(marked).results.surveys).toMatchObject([
      { responses: 3, matched: 3, duplicates: 1, questions: [{ answered: 2, mean: 3.5 }] },
    ]);
  });

  it("gives the same in whatever order the answers stand", () => {
    const cell = fc.constantFrom("", "1", "5", "Yes", "No", "A, B", "B", "a long way to say it");
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, (pairs) => {
        const table = end(
          ["One?", "Two?"],
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
        );
        const there = outcomes([], table);
        const back = outcomes([], { ...table, rows: [...table.rows].reverse() });
        expect(back).toEqual(there);
        for (const question of there[0]?.questions ?? []) {
          if (question.type === "text") continue;
          // Blank is never zero: what nobody said is in no count.
          const at = question.title === "One?" ? 0 : 1;
          expect(question.answered).toBe(pairs.filter((pair) => pair[at] !== "").length);
          const counts = question.counts.reduce((sum, { count }) => sum + count, 0);
          if (question.type === "scale") expect(counts).toBe(question.n);
          if (question.type === "choice") expect(counts + question.other.count).toBe(question.answered);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is, for response rates, people enrolled; by group too", () => {
    const roster = PEOPLE.map((person, at) => (at === 0 ? { ...person, status: "Withdrawn" } : person));
    const surveys = [{ key: "end", survey: "End survey", target: 0.8 }];
    const snapshot = answered({ roster, surveys }, end(["Clear?"], ["1", "2", "3", "", "5", "5", "5"]));
    const [survey] = compute(snapshot).results.surveys;
    expect(survey).toMatchObject({ responses: 7, answeredBy: { people: 6, enrolled: 11 }, target: 0.8 });
    expect(survey?.rates).toContainEqual({ by: "Support model", group: "Independent", answered: 5, enrolled: 5 });
    expect(survey?.rates).toContainEqual({ by: "Location", group: "Urban", answered: 1, enrolled: 6 });
  });
});

describe("an anonymous survey", () => {
  const surveys = [{ key: "end", survey: "End survey", answers: "Anonymous" }];
  const anonymous = (size: number, why: readonly string[] = []) => {
    const rows = Array.from({ length: size }, (_, at) => [
      { date: `2026-09-14T10:10:${10 + at}` },
      String(1 + (at % 5)),
      why[at] ?? "",
    ]);
    const table = {
      survey: "end",
      titles: ["Clear?", "Why?"],
      rows: rows.map(([when, ...rest]) => [when ?? "", "", ...rest]),
    };
    return compute(answered({ roster: PEOPLE, surveys }, table)).results.surveys[0];
  };

  it("shows nothing but how many answers there are, below five", () => {
    expect(anonymous(4)).toMatchObject({ isAnonymous: true, responses: 4, matched: 0, questions: [], withheld: [] });
  });

  it("shows what five answered, and of other questions how many answered them", () => {
    const survey = anonymous(6, ["because", "so"]);
    expect(survey).toMatchObject({ answeredBy: { people: 6, enrolled: 12 }, rates: [] });
    expect(survey?.questions).toMatchObject([{ title: "Clear?", answered: 6 }]);
    expect(survey?.withheld).toMatchObject([{ title: "Why?", answered: 2 }]);
  });
});
