import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuestionSummary } from "../../../src/program/survey-summary";
import { chartFigures } from "../../../src/workbook/outcome/chart-figures";
import { computeResults, type Results } from "../../../src/workbook/outcome/results";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { CHART_ROWS } from "../../../src/workbook/tabs/charts";
import { applied, rowsOf, withRows } from "../builders";
import { programOf } from "./program";

const KEYS = Array.from({ length: CHART_ROWS }, (_, at) => ({ key: `row-${at + 1}` }));
const PROGRAM = withRows(
  programOf([
    { group: "Independent", enrolled: 12, decided: 10, awarded: 5 },
    { group: "Basic support", enrolled: 10, decided: 0, awarded: 0 },
    { group: "Whatever", enrolled: 1, decided: 1, awarded: 1 },
  ]),
  { charts: KEYS },
);

const resultsOf = (snapshot: Snapshot, questions: readonly (readonly QuestionSummary[])[] = []): Results => ({
  ...computeResults(snapshot, { asOf: "2026-10-01", reference: null }).results,
  surveys: questions.map((each, at) => ({
    survey: ["baseline", "end"][at] ?? "other",
    label: ["Baseline", "End survey"][at] ?? "Ours",
    responses: 0,
    matched: 0,
    duplicates: 0,
    answeredBy: { people: 0, enrolled: 0 },
    isAnonymous: false,
    target: null,
    withheld: [],
    rates: [],
    questions: each.map((question, place) => ({ ...question, key: String(place) })),
  })),
});
const filled = (snapshot: Snapshot, results: Results | null) =>
  rowsOf(applied(snapshot, [chartFigures(snapshot, results)]), "charts");
const cells = (rows: ReturnType<typeof filled>, column: string) =>
  rows.map((row) => row[column]).filter((cell) => cell !== undefined && cell !== "");

function scale(title: string, counts: readonly (readonly [label: string, count: number])[]): QuestionSummary {
  const inNumbers = counts.every(([label]) => /^\d+$/.test(label));
  const n = counts.reduce((sum, [, count]) => sum + count, 0);
  return {
    title,
    type: "scale",
    answered: n,
    n,
    mean: null,
    median: null,
    counts: counts.map(([label, count], at) => ({ value: inNumbers ? Number(label) : at + 1, label, count })),
  };
}
const said = (...questions: readonly QuestionSummary[]) => filled(PROGRAM, resultsOf(PROGRAM, [questions]));

describe("the figures of the charts", () => {
  it("give a rate to everybody and each support model, with how many it is a share of", () => {
    const rows = filled(PROGRAM, resultsOf(PROGRAM));
    expect(cells(rows, "supportModel")).toEqual([
      "Everybody (11 decided)",
      "Independent (10 decided)",
      "Basic support (0 decided)",
      "Not known (1 decided)",
    ]);
    expect(rows.slice(0, 4).map(({ ofDecided }) => ofDecided)).toEqual([6 / 11, 0.5, undefined, 1]);
  });

  it("let the funnel only shrink", () => {
    const people = cells(filled(PROGRAM, resultsOf(PROGRAM)), "people").map(Number);
    expect(people).toEqual([23, 11, 11, 6]);
  });

  it("give the shares below the middle of a scale as negative ones, those above as positive, and the middle as both", () => {
    const words = scale("Clear?", [
      ["Strongly disagree", 1],
      ["Disagree", 0],
      ["Neutral", 2],
      ["Agree", 3],
      ["Strongly agree", 4],
    ]);
    const numbers = scale("Worth it?", [
      ["3", 4],
      ["4", 0],
      ["5", 1],
    ]);
    const rows = said(words, numbers);
    expect(rows.slice(0, 2)).toMatchObject([
      {
        question: "Baseline: Clear? (10 answered)",
        lowest: -0.1,
        low: 0,
        middleLeft: -0.1,
        middleRight: 0.1,
        high: 0.3,
        highest: 0.4,
      },
      { question: "Baseline: Worth it? (5 answered)", lowest: 0, low: 0, middleLeft: -0.4, middleRight: 0.4, high: 0 },
    ]);
    expect(rows.slice(0, 2).flatMap((row) => Object.values(row).filter((cell) => Object.is(cell, -0)))).toEqual([]);
  });

  it("put scales in other words beside them, and leave blank the steps that these do not have", () => {
    const four = scale("Four?", [
      ["Poor", 1],
      ["Fair", 2],
      ["Good", 3],
      ["Very good", 4],
    ]);
    const [row] = said(four);
    expect(row).toMatchObject({ lowest: -0.1, low: -0.2, high: 0.3, highest: 0.4 });
    expect([row?.middleLeft, row?.middleRight]).toEqual([undefined, undefined]);
  });

  it("divide all who answered between the two sides, in order, whatever they answered", () => {
    const labels = ["Never", "Rarely", "Sometimes", "Often", "Always"];
    const answers = fc.array(fc.nat(300), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(
        answers.filter((each) => each.reduce((sum, count) => sum + count, 0) >= 5),
        (each) => {
          const [row] = said(
            scale(
              "Q?",
              each.map((count, at) => [labels[at] ?? "", count]),
            ),
          );
          const of = (column: string) => Number(row?.[column]);
          const n = each.reduce((sum, count) => sum + count, 0);
          const left = [of("lowest"), of("low"), of("middleLeft")];
          const right = [of("middleRight"), of("high"), of("highest")];
          expect(left.every((share) => share <= 0) && right.every((share) => share >= 0)).toBe(true);
          expect([...left, ...right].reduce((sum, share) => sum + Math.abs(share), 0)).toBeCloseTo(1, 10);
          expect(of("middleLeft") + of("middleRight")).toBe(0);
          const steps = [-of("lowest"), -of("low"), 2 * of("middleRight"), of("high"), of("highest")];
          for (const [at, share] of steps.entries()) expect(share * n).toBeCloseTo(each[at] ?? 0, 8);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("leave out scales in numbers whose ends are not known, other questions, and what fewer than five people answered", () => {
    const ten = scale("Ten?", [
      ["5", 4],
      ["6", 9],
    ]);
    const zero = scale("From zero?", [
      ["0", 4],
      ["1", 9],
    ]);
    const few = scale("Few?", [["4", 4]]);
    const nobody = scale("Nobody?", [["1", 0]]);
    const text: QuestionSummary = { title: "Why?", type: "text", answered: 30, distinct: 30 };
    expect(cells(said(ten, zero, few, nobody, text), "question")).toEqual([]);
    expect(cells(said(scale("Just enough?", [["4", 5]])), "question").length).toBe(1);
  });

  it("begin with the latest survey, and end where the chart does", () => {
    const ask = (title: string) => scale(title, [["5", 6]]);
    const early = Array.from({ length: 20 }, (_, at) => ask(`Q${at}`));
    const rows = filled(PROGRAM, resultsOf(PROGRAM, [early, [ask("Last")]]));
    const questions = cells(rows, "question");
    expect(questions.slice(0, 2)).toEqual(["End survey: Last (6 answered)", "Baseline: Q0 (6 answered)"]);
    expect(questions.length).toBe(CHART_ROWS);
    expect(rows.length).toBe(CHART_ROWS);
  });

  it("shorten a question that is as long as a page, and keep how many answered", () => {
    const [question] = cells(said(scale("Why ".repeat(200), [["5", 5]])), "question").map(String);
    expect(question?.length).toBeLessThan(110);
    expect(question).toMatch(/… \(5 answered\)$/);
  });

  it("blank what no longer is, and touch neither the live figures nor the rows' keys", () => {
    const live = KEYS.map((row) => ({ ...row, phase: "Ready to plan", done: 3, open: 4 }));
    const before = withRows(PROGRAM, { charts: live });
    const full = applied(before, [chartFigures(before, resultsOf(before))]);
    expect(filled(full, null)).toEqual(live);
  });

  it("stand from the top on, in whatever order people sorted the rows, and are not put where people deleted rows", () => {
    const sorted = withRows(PROGRAM, { charts: [{ key: "row-9" }, { phase: "Ours" }, { key: "row-2" }] });
    expect(filled(sorted, resultsOf(sorted)).map(({ supportModel }) => supportModel)).toEqual([
      "Everybody (11 decided)",
      undefined,
      "Independent (10 decided)",
    ]);
  });

  it("need nothing where there is no tab for them, and change nothing twice", () => {
    const without = { tabs: new Map([...PROGRAM.tabs].filter(([key]) => key !== "charts")) };
    expect(chartFigures(without, resultsOf(PROGRAM))).toMatchObject({ cells: [] });
    const results = resultsOf(PROGRAM);
    const once = applied(PROGRAM, [chartFigures(PROGRAM, results)]);
    expect(chartFigures(once, results)).toMatchObject({ cells: [] });
  });
});
