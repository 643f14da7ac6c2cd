import { describe, expect, test } from "vitest";
import type { ConditionalFormatData, ValidationRule } from "../../../src/local/workbook-data";
import { paintRows } from "../../../src/local/workspace/paint";
import type { PaintedCell } from "../../../src/local/workspace/protocol";
import { openTab } from "./a-cell";

function openPainted() {
  const services = openTab();
  const { open, tab, name, editor } = services;
  const cell = (row: number, column: number): PaintedCell | null =>
    paintRows(open, tab.id, row, 1).rows[0]?.[column - 1] ?? null;
  return {
    ...services,
    cell,
    type: (a1: string, text: string) => editor.type(name, a1, text),
    rule: (row: number, column: number, rule: ValidationRule) => tab.rules.set(row, column, rule),
    conditional: (rule: ConditionalFormatData) => editor.addConditionalFormat(name, rule),
  };
}

const loose = { allowInvalid: true, helpText: null };

describe("rows", () => {
  test("go as far as anything shows, and no further than the tab", () => {
    const { open, tab, type, editor, name } = openPainted();
    type("B2", "x");
    expect(paintRows(open, tab.id, 1, 3).rows).toEqual([
      [null, null],
      [null, { text: "x" }],
      [null, null],
    ]);
    editor.setNote(name, "D1", "Look here");
    expect(paintRows(open, tab.id, 1, 1).rows).toEqual([[null, null, null, { text: "", note: true }]]);
    expect(paintRows(open, tab.id, 999, 5).rows).toHaveLength(2);
    expect(paintRows(open, tab.id, 1200, 5).rows).toEqual([]);
  });

  test("say of which tab and revision they are", () => {
    const { open, tab, type } = openPainted();
    type("A1", "x");
    expect(paintRows(open, tab.id, 1, 1)).toMatchObject({ tabId: tab.id, revision: open.file.revision, firstRow: 1 });
  });
});

test("numbers and dates stand on the right, booleans and errors in the middle", () => {
  const { cell, type } = openPainted();
  type("A1", "5");
  type("B1", "9/1/2026");
  type("C1", "TRUE");
  type("D1", "=1/0");
  type("E1", "five");
  type("F1", '=""');
  expect([1, 2, 3, 4, 5, 6].map((column) => cell(1, column))).toEqual([
    { text: "5", align: "right" },
    { text: "9/1/2026", align: "right" },
    { text: "TRUE", align: "center" },
    { text: "#DIV/0!", input: "=1/0", align: "center", error: true },
    { text: "five" },
    { text: "", input: '=""' },
  ]);
});

test("formats show where they are not as usual", () => {
  const { cell, sheet, globals } = openPainted();
  sheet.getRange("A1").setFontWeight("bold").setBackground("#E8F0FE").setFontColor("#111111").setWrap(true);
  sheet.getRange("A1").setVerticalAlignment("middle");
  sheet.getRange("B1").setFontWeight("normal").setBackground(null).setWrap(false).setNumberFormat("0%");
  globals.SpreadsheetApp.flush();
  expect(cell(1, 1)).toEqual({
    text: "",
    bold: true,
    background: "#e8f0fe",
    fontColor: "#111111",
    wrap: true,
    verticalAlignment: "middle",
  });
  expect(cell(1, 2)).toBeNull();
});

describe("rules", () => {
  test("a checkbox shows its state, also where the cell is blank", () => {
    const { cell, rule, type } = openPainted();
    for (const column of [1, 2, 3]) rule(1, column, { kind: "checkbox", ...loose });
    type("B1", "TRUE");
    type("C1", "yes");
    expect(cell(1, 1)).toEqual({ text: "", align: "center", checkbox: false });
    expect(cell(1, 2)).toEqual({ text: "TRUE", align: "center", checkbox: true });
    expect(cell(1, 3)).toEqual({ text: "yes", invalid: true });
  });

  test("choices are offered, from a list or from cells, and others marked", () => {
    const { cell, rule, type, tab } = openPainted();
    type("D1", "Ann");
    type("D2", "9/1/2026");
    rule(1, 1, { kind: "list", values: ["Done", "5"], ...loose });
    const range = { row: 1, column: 4, rows: 10, columns: 1 };
    rule(1, 2, { kind: "range", sheetId: tab.id, range, ...loose });
    rule(1, 3, { kind: "range", sheetId: 999, range, ...loose });
    expect(cell(1, 1)).toEqual({ text: "", choices: true });
    const markOf = (a1: string, text: string) => {
      type(a1, text);
      return cell(1, a1.charCodeAt(0) - 64)?.invalid ?? false;
    };
    expect(markOf("A1", "Done")).toBe(false);
    expect(markOf("A1", "5")).toBe(false);
    expect(markOf("A1", "done")).toBe(true);
    expect(markOf("A1", '="Do"&"ne"')).toBe(false);
    expect(markOf("A1", '=""')).toBe(false);
    expect(markOf("B1", "Ann")).toBe(false);
    expect(markOf("B1", "2026-09-01")).toBe(false);
    expect(markOf("B1", "Bob")).toBe(true);
    expect(markOf("C1", "Ann")).toBe(true);
  });

  test("dates and numbers that are none are marked", () => {
    const { cell, rule, type } = openPainted();
    rule(1, 1, { kind: "date", ...loose });
    rule(1, 2, { kind: "number", atLeast: 0, ...loose });
    type("A1", "9/1/2026");
    type("B1", "0");
    expect([cell(1, 1)?.invalid, cell(1, 2)?.invalid]).toEqual([undefined, undefined]);
    type("A1", "in autumn");
    type("B1", "-1");
    expect([cell(1, 1)?.invalid, cell(1, 2)?.invalid]).toEqual([true, true]);
  });
});

test.each([
  ["https://example.org/a?b=c", "https://example.org/a?b=c"],
  ["mailto:ann@example.org", "mailto:ann@example.org"],
  ['="http://example.org/"&1', "http://example.org/1"],
  ["see https://example.org", undefined],
  ["https://example.org and more", undefined],
  ["javascript:alert(1)", undefined],
  ["JavaScript://example.org/%0aalert(1)", undefined],
  ["data:text/html,x", undefined],
  ["https://", undefined],
])("%s links to %s", (text, link) => {
  const { cell, type } = openPainted();
  type("A1", text);
  expect(cell(1, 1)?.link).toBe(link);
});

describe("conditional formats", () => {
  const table = { row: 2, column: 1, rows: 20, columns: 3 };

  test("are asked of each row, from the first cell of their first range on", () => {
    const { cell, type, conditional } = openPainted();
    type("B2", "Done");
    type("B4", "Done");
    conditional({ ranges: [table], formula: '=$B2="Done"', background: "#e6f4ea", strikethrough: true });
    const marked = [1, 2, 3, 4].map((row) => [1, 2, 3].map((column) => cell(row, column)?.background ?? "-"));
    expect(marked).toEqual([
      ["-", "-", "-"],
      ["#e6f4ea", "#e6f4ea", "#e6f4ea"],
      ["-", "-", "-"],
      ["#e6f4ea", "#e6f4ea", "#e6f4ea"],
    ]);
    expect(cell(2, 3)).toEqual({ text: "", background: "#e6f4ea", strikethrough: true });
    type("B2", "Open");
    expect(cell(2, 1)).toBeNull();
  });

  test("are asked of each cell where the formula says so, and in every range", () => {
    const { cell, type, conditional } = openPainted();
    const elsewhere = { row: 5, column: 5, rows: 2, columns: 2 };
    for (const a1 of ["B3", "F6", "D3"]) type(a1, "x");
    conditional({ ranges: [table, elsewhere], formula: '=A2="x"', fontColor: "#80868b" });
    expect(cell(3, 2)?.fontColor).toBe("#80868b");
    expect(cell(6, 6)?.fontColor).toBe("#80868b");
    expect([cell(3, 1)?.fontColor, cell(3, 4)?.fontColor, cell(5, 5)?.fontColor]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("go before the cell's own format, earlier rules before later ones in what both set", () => {
    const { cell, type, conditional, sheet, globals } = openPainted();
    sheet.getRange("A2").setBackground("#ffffff").setFontColor("#000000");
    globals.SpreadsheetApp.flush();
    type("A2", "7");
    conditional({ ranges: [table], formula: "=$A2>100", fontColor: "#999999" });
    conditional({ ranges: [table], formula: "=$A2>5", background: "#111111" });
    conditional({ ranges: [table], formula: "=$A2>1", background: "#222222", fontColor: "#333333" });
    expect(cell(2, 1)).toEqual({ text: "7", align: "right", background: "#111111", fontColor: "#333333" });
  });
});

/** A generous limit: computing the workbook's counts at each keystroke would take several times as long. */
test("sixty of 2,000 rows are painted at once after a keystroke, whatever else the workbook counts", () => {
  const { open, tab, type, conditional, sheet, spreadsheet, globals } = openPainted();
  const counts = spreadsheet.insertSheet("Counts").getRange(1, 1, 60, 1);
  sheet.insertRowsAfter(1000, 1001);
  const rows = Array.from({ length: 2000 }, (_, row) => [`person ${row}`, row % 3 ? "Enrolled" : "Withdrawn", row]);
  sheet.getRange(2, 1, 2000, 3).setValues(rows);
  const counted = `${sheet.getName()}!B:B,"Enrolled",${sheet.getName()}!C:C`;
  counts.setFormulas(Array.from({ length: 60 }, (_, row) => [`=COUNTIFS(${counted},">${row}")`]));
  expect(counts.getValues()[0]).toEqual([1333]);
  globals.SpreadsheetApp.flush();
  conditional({
    ranges: [{ row: 2, column: 1, rows: 2000, columns: 3 }],
    formula: '=AND($B2<>"",$C2<TODAY())',
    fontColor: "#80868b",
  });
  paintRows(open, tab.id, 2, 60);
  const times = [1, 2, 3, 4, 5].map((time) => {
    type(`B${time + 1}`, `Status ${time}`);
    const start = performance.now();
    expect(paintRows(open, tab.id, 1, 60).rows[time]?.[1]).toEqual({ text: `Status ${time}`, fontColor: "#80868b" });
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(50);
});
