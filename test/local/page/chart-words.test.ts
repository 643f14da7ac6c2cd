import { describe, expect, it } from "vitest";
import { chartWords, figureText, hasFigures, sharesOf } from "../../../src/local/page/chart-words";
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
  series: [{ name: "Awarded", values: [0.534, null], percent: true }],
  ...given,
});

describe("a chart in words", () => {
  it("names its kind, what it shows, and each figure", () => {
    expect(chartWords(chart({}))).toBe(
      "Bar chart: Award rate. Of those decided. Independent (18 decided): 53.4%; Coaching (0 decided): no figure.",
    );
  });

  it("names the parts where a bar has several", () => {
    const series = [
      { name: "Done", values: [2, 0], percent: false },
      { name: "Still to do", values: [5, 7], percent: false },
    ];
    expect(chartWords(chart({ kind: "column", labels: ["Plan", "Launch"], series, description: "" }))).toBe(
      "Column chart: Award rate. Plan: Done 2, Still to do 5; Launch: Done 0, Still to do 7.",
    );
  });

  it("leaves more figures than anybody would listen to, to the table", () => {
    const labels = Array.from({ length: 12 }, (_, at) => `Question ${at}`);
    const series = [1, 2, 3].map((step) => ({ name: `Step ${step}`, values: labels.map(() => 1), percent: false }));
    expect(chartWords(chart({ labels, series }))).toMatch(/12 bars of 3 parts; the table has the figures\.$/);
  });
});

it("tells no figure from zero", () => {
  expect([figureText(null, true), figureText(0, true), figureText(0, false)]).toEqual(["no figure", "0%", "0"]);
  expect(hasFigures(chart({ series: [{ name: "", values: [null], percent: false }] }))).toBe(false);
  expect(hasFigures(chart({ series: [{ name: "", values: [0], percent: false }] }))).toBe(true);
});

it("shares a row among its parts; nothing among none", () => {
  expect(sharesOf([1, null, 3])).toEqual([0.25, null, 0.75]);
  expect(sharesOf([0, 0])).toEqual([null, null]);
  expect(sharesOf([])).toEqual([]);
});
