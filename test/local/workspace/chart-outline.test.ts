import { describe, expect, it } from "vitest";
import type { ChartData, RectangleData } from "../../../src/local/workbook-data";
import { chartOutline } from "../../../src/local/workspace/chart-outline";
import { openServices } from "../appsscript/open-services";

const A1B4: RectangleData = { row: 1, column: 1, rows: 4, columns: 2 };

const chart = (...ranges: readonly RectangleData[]): ChartData => ({
  id: "7",
  kind: "bar",
  ranges: ranges.map((range) => ({ sheetId: 0, range })),
  title: "Award rate",
  row: 6,
  column: 1,
  width: 500,
  height: 300,
  description: "Award rate",
});

function openCells(cells: readonly (readonly (string | number | Date)[])[]) {
  const services = openServices();
  services.sheet.getRange(1, 1, cells.length, cells[0]?.length ?? 0).setValues(cells.map((row) => [...row]));
  services.endExecution();
  return services;
}

const RATES = [
  ["Model", "Awarded"],
  ["Independent", 0.5],
  ["Coaching", 0.8],
  ["", ""],
];

describe("a chart's outline", () => {
  it("has labels from the first column, series from the others, and the names of the first row", () => {
    const { open } = openCells(RATES);
    const { ranges: _, ...look } = chart(A1B4);
    expect(chartOutline(open, chart(A1B4))).toEqual({
      ...look,
      labels: ["Independent", "Coaching"],
      series: [{ name: "Awarded", values: [0.5, 0.8], percent: false, unsigned: false }],
    });
  });

  it("reads columns that are ranges of their own alike", () => {
    const { open } = openCells(RATES);
    const apart = chart({ ...A1B4, columns: 1 }, { ...A1B4, column: 2, columns: 1 });
    expect(chartOutline(open, apart)).toEqual(chartOutline(open, chart(A1B4)));
  });

  it("knows a blank, a text and an error as no figure, not as zero", () => {
    const { open } = openCells([
      ["Model", "Awarded"],
      ["A", ""],
      ["B", "n/a"],
      ["C", "=1/0"],
      ["D", 0],
    ]);
    const { labels, series } = chartOutline(open, chart({ ...A1B4, rows: 9 }));
    expect(labels).toEqual(["A", "B", "C", "D"]);
    expect(series[0]?.values).toEqual([null, null, null, 0]);
  });

  it("computes formulas, and follows what they depend on", () => {
    const { open, sheet, endExecution } = openCells([
      ["Model", "Awarded"],
      ["A", "=D1*2"],
    ]);
    const values = () => chartOutline(open, chart(A1B4)).series[0]?.values;
    expect(values()).toEqual([0]);
    sheet.getRange("D1").setValue(21);
    endExecution();
    expect(values()).toEqual([42]);
  });

  it("leaves out hidden rows and columns", () => {
    const { open } = openCells([
      ["Model", "Awarded", "Decided"],
      ["A", 1, 2],
      ["B", 3, 4],
      ["C", 5, 6],
    ]);
    open.file.tab(0).hiddenRows = new Set([3]);
    open.file.tab(0).hiddenColumns = new Set([2]);
    expect(chartOutline(open, chart({ ...A1B4, columns: 3 }))).toMatchObject({
      labels: ["A", "C"],
      series: [{ name: "Decided", values: [2, 6] }],
    });
  });

  it("leaves out rows that the filter hides", () => {
    const { open } = openCells(RATES);
    const tab = open.file.tab(0);
    tab.frozenRows = 1;
    tab.filter = { hidden: { 1: ["Independent"] } };
    expect(chartOutline(open, chart(A1B4))).toMatchObject({ labels: ["Coaching"], series: [{ values: [0.8] }] });
  });

  it("says which figures are shares, and writes a day as its cell shows it", () => {
    const { open, sheet, endExecution } = openCells([
      ["Day", "Rate"],
      [new Date("2026-09-01T07:00:00Z"), 0.25],
    ]);
    sheet.getRange("B2:B").setNumberFormat("0.0%");
    endExecution();
    expect(chartOutline(open, chart(A1B4))).toMatchObject({
      labels: ["9/1/2026"],
      series: [{ percent: true }],
    });
  });

  it("says which figures are shown without their minus", () => {
    const { open, sheet, endExecution } = openCells([
      ["Question", "Low", "Change", "Debt"],
      ["Clear?", -0.25, -0.25, -0.25],
    ]);
    sheet.getRange("B2:B").setNumberFormat("0%;0%");
    sheet.getRange("C2:C").setNumberFormat("+0%;-0%");
    sheet.getRange("D2:D").setNumberFormat("0%;(0%)");
    endExecution();
    const { series } = chartOutline(open, chart({ ...A1B4, columns: 4 }));
    expect(series.map(({ values, unsigned }) => [values[0], unsigned])).toEqual([
      [-0.25, true],
      [-0.25, false],
      [-0.25, false],
    ]);
  });

  it("is empty where its cells are, or are gone", () => {
    const { open } = openCells([["", ""]]);
    expect(chartOutline(open, chart(A1B4))).toMatchObject({ labels: [], series: [{ name: "", values: [] }] });
    expect(chartOutline(open, chart())).toMatchObject({ labels: [], series: [] });
    const elsewhere = { ...chart(A1B4), ranges: [{ sheetId: 99, range: A1B4 }] };
    expect(chartOutline(open, elsewhere)).toMatchObject({ labels: [], series: [] });
  });

  it("reads no further than anything stands, however open its end is", () => {
    const { open } = openCells(RATES);
    expect(chartOutline(open, chart({ ...A1B4, rows: 1_000_000_000 })).labels.length).toBe(2);
  });
});
