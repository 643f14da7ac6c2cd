import { describe, expect, it } from "vitest";
import { chartWords, figureText, hasFigures, placesAcross, sharesOf } from "../../../src/local/page/chart-words";
import type { ChartOutline } from "../../../src/local/workspace/protocol";

const chart = (given: Partial<ChartOutline>): ChartOutline => ({
  id: "1",
  kind: "bar",
  title: "Award rate",
  row: 1,
  column: 1,
  width: 500,
  height: 300,
  description: "Award rate. Of those decided",
  labels: ["Independent (18 decided)", "Coaching (0 decided)"],
  series: [{ name: "Awarded", values: [0.534, null], percent: true, unsigned: false }],
  ...given,
});

const COUNTS = { percent: false, unsigned: false };

/** Two questions around zero: the first series below it stand next to it. */
const around = chart({
  stacked: true,
  axis: { from: -1, to: 1 },
  unlisted: [0],
  labels: ["Clear? (10 answered)", "Worth it? (8 answered)"],
  series: [
    { name: "Middle, left half", values: [-0.1, null] },
    { name: "Low", values: [-0.1, -0.25] },
    { name: "Lowest", values: [0, 0] },
    { name: "Middle", values: [0.1, null] },
    { name: "High", values: [0.3, 0.5] },
    { name: "Highest", values: [0.4, 0.25] },
  ].map((series) => ({ ...series, percent: true, unsigned: true })),
});

describe("a chart in words", () => {
  it("names its kind, what it shows, and each figure", () => {
    expect(chartWords(chart({}))).toBe(
      "Bar chart: Award rate. Of those decided. Independent (18 decided): 53.4%; Coaching (0 decided): no figure.",
    );
  });

  it("names the parts where a bar has several", () => {
    const series = [
      { name: "Done", values: [2, 0], ...COUNTS },
      { name: "Still to do", values: [5, 7], ...COUNTS },
    ];
    expect(chartWords(chart({ kind: "column", labels: ["Plan", "Launch"], series, description: "" }))).toBe(
      "Column chart: Award rate. Plan: Done 2, Still to do 5; Launch: Done 0, Still to do 7.",
    );
  });

  it("leaves more figures than anybody would listen to, to the table", () => {
    const labels = Array.from({ length: 12 }, (_, at) => `Question ${at}`);
    const series = [1, 2, 3].map((step) => ({ name: `Step ${step}`, values: labels.map(() => 1), ...COUNTS }));
    expect(chartWords(chart({ labels, series }))).toMatch(/12 bars of 3 parts; the table has the figures\.$/);
  });

  it("says how far each bar reaches to the left and to the right, where bars go both ways", () => {
    expect(chartWords(around)).toBe(
      "Bar chart: Award rate. Of those decided. Clear? (10 answered): left 20%, right 80%; Worth it? (8 answered): left 25%, right 75%.",
    );
  });
});

it("tells no figure from zero", () => {
  const shares = { percent: true, unsigned: false };
  expect([figureText(null, shares), figureText(0, shares), figureText(0, COUNTS)]).toEqual(["no figure", "0%", "0"]);
  expect(hasFigures(chart({ series: [{ name: "", values: [null], ...COUNTS }] }))).toBe(false);
  expect(hasFigures(chart({ series: [{ name: "", values: [0], ...COUNTS }] }))).toBe(true);
});

it("shares a row among its parts; nothing among none", () => {
  expect(sharesOf([1, null, 3])).toEqual([0.25, null, 0.75]);
  expect(sharesOf([0, 0])).toEqual([null, null]);
  expect(sharesOf([])).toEqual([]);
});

it("shows no minus where the cells show none", () => {
  expect(figureText(-0.2, { percent: true, unsigned: true })).toBe("20%");
  expect(figureText(-0.2, { percent: true, unsigned: false })).toBe("-20%");
});

it("orders parts as they stand, from left to right", () => {
  expect(placesAcross(around)).toEqual([2, 1, 0, 3, 4, 5]);
  expect(placesAcross(chart({ stacked: true, series: around.series }))).toEqual([0, 1, 2, 3, 4, 5]);
});
