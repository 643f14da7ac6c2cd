import { describe, expect, test } from "vitest";
import type { RectangleData, ValidationRule } from "../../../src/local/workbook-data";
import { displayText } from "../../../src/local/workspace/display-text";
import { applyEdit } from "../../../src/local/workspace/edits";
import { hiddenRowsOf } from "../../../src/local/workspace/filter";
import type { SheetEdit } from "../../../src/local/workspace/protocol";
import { openServices } from "../appsscript/open-services";

const tabId = 0;

/** A sheet of these texts, typed from the first cell on; row 1 is frozen. */
function sheetOf(...rows: string[][]) {
  const { open, workbook, sheet, editor } = openServices();
  const { file } = open;
  const tab = () => file.tab(tabId);
  const edit = (made: SheetEdit, anyway = false) => applyEdit(open, made, { anyway });
  if (rows.length > 0) edit({ kind: "paste", tabId, row: 1, column: 1, cells: rows });
  edit({ kind: "freeze", tabId, rows: 1 });
  const texts = () => {
    const [last, width] = [tab().cells.lastRow(), tab().cells.lastColumn()];
    return Array.from({ length: last }, (_row, row) =>
      Array.from({ length: width }, (_column, column) => displayText(open, tab(), row + 1, column + 1)),
    );
  };
  const hidden = () => hiddenRowsOf(tab(), (home, row, column) => displayText(open, home, row, column));
  const rule = (range: RectangleData, made: ValidationRule) => tab().rules.update(range, () => file.rules.intern(made));
  return { open, file, tab, edit, texts, hidden, rule, workbook, sheet, editor };
}

const at = (row: number, column: number, rows = 1, columns = 1): RectangleData => ({ row, column, rows, columns });
const models: ValidationRule = { kind: "list", values: ["a", "b"], allowInvalid: false, helpText: "Choose a model." };
const checkbox: ValidationRule = { kind: "checkbox", allowInvalid: false, helpText: null };

test("a paste may have more rows than a function may have arguments", () => {
  const { edit, tab } = sheetOf(["Name"]);
  const cells = Array.from({ length: 150_000 }, (_, row) => [String(row)]);
  expect(edit({ kind: "paste", tabId, row: 1, column: 1, cells })).toEqual({ kind: "done" });
  expect(tab().cells.get(150_000, 1)).toBe(149_999);
});

describe("typing", () => {
  test("is read as a person's", () => {
    const { edit, tab } = sheetOf(["Name"]);
    expect(edit({ kind: "type", tabId, row: 2, column: 1, text: "9/1/2026" })).toEqual({ kind: "done" });
    expect(tab().cells.get(2, 1)).toBe(46266);
    expect(tab().formats.get(2, 1)?.numberFormat).toBe("m/d/yyyy");
    edit({ kind: "type", tabId, row: 2, column: 1, text: "'=1+1" });
    expect(tab().cells.get(2, 1)).toBe("=1+1");
  });

  test("against a strict rule is refused in Google's words, with the rule's help", () => {
    const { edit, rule, texts } = sheetOf(["Model"], ["a"]);
    rule(at(2, 1), models);
    expect(edit({ kind: "type", tabId, row: 2, column: 1, text: "c" })).toEqual({
      kind: "refused",
      message: "The data you entered in cell A2 violates the data validation rules set on this cell. Choose a model.",
    });
    expect(texts()).toEqual([["Model"], ["a"]]);
  });

  test("against a rule that only warns goes in", () => {
    const { edit, rule, texts } = sheetOf(["Model"], ["a"]);
    rule(at(2, 1), { ...models, allowInvalid: true });
    expect(edit({ kind: "type", tabId, row: 2, column: 1, text: "c" })).toEqual({ kind: "done" });
    expect(texts()).toEqual([["Model"], ["c"]]);
  });

  test("outside the grid, in a tab that is gone, or without end is refused", () => {
    const { edit } = sheetOf();
    const refused = (made: SheetEdit) => expect(edit(made)).toMatchObject({ kind: "refused" });
    refused({ kind: "type", tabId, row: 1001, column: 1, text: "x" });
    refused({ kind: "type", tabId, row: 0, column: 1, text: "x" });
    refused({ kind: "type", tabId: 99, row: 1, column: 1, text: "x" });
    refused({ kind: "type", tabId, row: 1, column: 1, text: "x".repeat(50_001) });
  });
});

describe("pasting", () => {
  test("types each text and makes the tab as large as it must be, the new rows like the last one", () => {
    const { edit, tab, rule } = sheetOf(["Name"]);
    rule(at(1000, 1), models);
    const cells = [["a", "007", "'007"], ["b"], ["a", "=B1000", "TRUE"]];
    expect(edit({ kind: "paste", tabId, row: 1000, column: 26, cells })).toEqual({ kind: "done" });
    expect([tab().rowCount, tab().columnCount]).toEqual([1002, 28]);
    expect([26, 27, 28].map((column) => tab().cells.get(1000, column))).toEqual(["a", 7, "007"]);
    expect([26, 27, 28].map((column) => tab().cells.get(1001, column))).toEqual(["b", undefined, undefined]);
    expect(tab().cells.get(1002, 27)).toEqual({ formula: "=B1000" });
    expect(tab().cells.get(1002, 28)).toBe(true);
    expect(tab().rules.get(1002, 1)).toMatchObject({ kind: "list" });
  });

  test("is refused as a whole where a strict rule forbids one cell, and names it", () => {
    const { edit, tab, rule, texts } = sheetOf(["Name", "Model"], ["Ann", "a"]);
    rule(at(2, 2, 999), models);
    const cells = [
      ["Bob", "b"],
      ["Cem", "c"],
    ];
    expect(edit({ kind: "paste", tabId, row: 999, column: 1, cells: [...cells, ...cells] })).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("cell B1000 "),
    });
    expect(texts()).toEqual([
      ["Name", "Model"],
      ["Ann", "a"],
    ]);
    expect(tab().rowCount).toBe(1000);
  });

  test("leaves rows alone that a filter hides", () => {
    const { edit, texts } = sheetOf(["Name", "Note"], ["x", "1"], ["y", "2"], ["x", "3"]);
    edit({ kind: "filter", tabId, column: 1, hidden: ["y"] });
    edit({ kind: "paste", tabId, row: 2, column: 2, cells: [["7"], ["8"]] });
    expect(texts().map(([, note]) => note)).toEqual(["Note", "7", "2", "8"]);
  });
});

describe("clearing and ticking", () => {
  test("empties contents and keeps formats, notes and rules; checkboxes are unticked", () => {
    const { edit, tab, rule, texts } = sheetOf(["Name", "Done"], ["9/1/2026", ""], ["b", ""]);
    rule(at(2, 2, 99), checkbox);
    edit({ kind: "toggle", tabId, range: at(2, 2) });
    edit({ kind: "set-note", tabId, row: 2, column: 1, text: "mine" });
    expect(texts()[1]).toEqual(["9/1/2026", "TRUE"]);
    edit({ kind: "clear", tabId, range: at(2, 1, 999, 2) });
    expect([tab().cells.get(2, 1), tab().cells.get(2, 2), tab().cells.get(3, 2)]).toEqual([
      undefined,
      false,
      undefined,
    ]);
    expect(tab().formats.get(2, 1)?.numberFormat).toBe("m/d/yyyy");
    expect(tab().notes.get(2, 1)).toBe("mine");
    expect(tab().rules.get(2, 2)).toEqual(checkbox);
    edit({ kind: "set-note", tabId, row: 2, column: 1, text: "" });
    expect(tab().notes.get(2, 1)).toBeUndefined();
  });

  test("ticks all checkboxes of a range, unless all are ticked", () => {
    const { edit, tab, rule } = sheetOf(["Done", "Name"], ["TRUE", "x"], ["FALSE", "y"]);
    rule(at(2, 1, 3), checkbox);
    const boxes = () => [2, 3, 4].map((row) => tab().cells.get(row, 1));
    edit({ kind: "toggle", tabId, range: at(1, 1, 4, 2) });
    expect(boxes()).toEqual([true, true, true]);
    edit({ kind: "toggle", tabId, range: at(1, 1, 4, 2) });
    expect(boxes()).toEqual([false, false, false]);
    expect(tab().cells.get(2, 2)).toBe("x");
  });

  test("leaves rows alone that a filter hides", () => {
    const { edit, texts } = sheetOf(["Name", "Note"], ["x", "1"], ["y", "2"], ["x", "3"]);
    edit({ kind: "filter", tabId, column: 1, hidden: ["y"] });
    edit({ kind: "clear", tabId, range: at(2, 1, 3, 2) });
    edit({ kind: "clear-filter", tabId });
    expect(texts().slice(1)).toEqual([
      ["", ""],
      ["y", "2"],
    ]);
  });
});

describe("filling", () => {
  test("moves formulas along, goes on with series, and repeats single cells with their formats", () => {
    const { edit, texts } = sheetOf(["n", "twice", "day", "who"], ["1", "=A2*2", "9/1/2026", "Ann"], ["2", "", "", ""]);
    edit({ kind: "fill", tabId, from: at(2, 1, 2, 1), to: at(2, 1, 4, 1) });
    edit({ kind: "fill", tabId, from: at(2, 2, 1, 3), to: at(2, 2, 4, 3) });
    expect(texts()).toEqual([
      ["n", "twice", "day", "who"],
      ["1", "2", "9/1/2026", "Ann"],
      ["2", "4", "9/1/2026", "Ann"],
      ["3", "6", "9/1/2026", "Ann"],
      ["4", "8", "9/1/2026", "Ann"],
    ]);
  });

  test("goes in all directions, a block both ways", () => {
    const { edit, texts } = sheetOf([], ["", "", ""], ["", "1", "=B3"], ["", "", ""]);
    edit({ kind: "fill", tabId, from: at(3, 2, 1, 2), to: at(2, 2, 3, 3) });
    expect(texts()).toEqual([
      ["", "", "", ""],
      ["", "1", "1", "1"],
      ["", "1", "1", "1"],
      ["", "1", "1", "1"],
    ]);
  });

  test("is refused as a whole where a strict rule forbids a cell", () => {
    const { edit, rule, texts } = sheetOf(["x"], ["q"]);
    rule(at(4, 1), models);
    expect(edit({ kind: "fill", tabId, from: at(2, 1), to: at(2, 1, 5) })).toMatchObject({ kind: "refused" });
    expect(texts()).toEqual([["x"], ["q"]]);
  });
});

describe("rows and columns", () => {
  test("put in below the header look like the row after it, and its rules and colours begin with them", () => {
    const { edit, tab, sheet, open } = sheetOf(["Model"], ["a"]);
    sheet.getRange("A1").setFontWeight("bold").getValues();
    tab().rules.update(at(2, 1, 99), () => open.file.rules.intern(models));
    tab().conditionalFormats = [{ ranges: [at(2, 1, 99, 1)], formula: '=$A2="a"', background: "#ff0000" }];
    edit({ kind: "insert", tabId, axis: "row", at: 2, count: 2 });
    expect(tab().formats.get(2, 1)).toBeUndefined();
    expect(tab().rules.get(2, 1)).toEqual(models);
    expect(tab().cells.get(4, 1)).toBe("a");
    expect(tab().conditionalFormats).toEqual([
      { ranges: [at(2, 1, 101, 1)], formula: '=$A2="a"', background: "#ff0000" },
    ]);
  });

  test("come, go and move with what belongs to them", () => {
    const { edit, tab, texts } = sheetOf(["a", "b", "c"], ["1", "2", "=A2"]);
    edit({ kind: "filter", tabId, column: 2, hidden: ["9"] });
    edit({ kind: "insert", tabId, axis: "column", at: 1, count: 1 });
    expect(tab().filter).toEqual({ hidden: { 3: ["9"] } });
    edit({ kind: "move", tabId, axis: "column", at: 2, count: 1, before: 5 });
    expect(texts()[1]).toEqual(["", "2", "1", "1"]);
    edit({ kind: "delete", tabId, axis: "column", at: 2, count: 1 });
    expect(tab().filter).toEqual({ hidden: {} });
    edit({ kind: "insert", tabId, axis: "row", at: 1, count: 1 });
    expect(tab().frozenRows).toBe(2);
    edit({ kind: "delete", tabId, axis: "row", at: 1, count: 2 });
    expect([tab().frozenRows, texts()]).toEqual([0, [["", "1", "1"]]]);
  });

  test.each<[SheetEdit, string]>([
    [{ kind: "insert", tabId, axis: "row", at: 1002, count: 1 }, "Those rows are out of bounds."],
    [{ kind: "insert", tabId, axis: "column", at: 1, count: 20_000 }, "number of c"],
    [{ kind: "delete", tabId, axis: "row", at: 1000, count: 2 }, "Those rows are out of bounds."],
    [{ kind: "delete", tabId, axis: "row", at: 1, count: 1000 }, "You can't delete all the rows on the sheet."],
    [{ kind: "delete", tabId, axis: "row", at: 2, count: 999 }, "not possible to delete all non-frozen rows"],
    [{ kind: "move", tabId, axis: "row", at: 5, count: 1, before: 1002 }, "Those rows are out of bounds."],
    [{ kind: "hide", tabId, axis: "column", at: 1, count: 26 }, "You can't hide all the columns on a sheet."],
    [{ kind: "freeze", tabId, rows: 1000 }, "You can't freeze all the rows on a sheet."],
    [{ kind: "sort", tabId, column: 27, descending: false }, "Those columns are out of bounds."],
    [{ kind: "resize", tabId, column: 27, width: 50 }, "Those columns are out of bounds."],
  ])("%o is refused", (made, words) => {
    const { edit, workbook } = sheetOf(["Name"], ["Ann"]);
    const before = workbook();
    expect(edit(made)).toEqual({ kind: "refused", message: expect.stringContaining(words) });
    expect(workbook()).toEqual(before);
  });

  test("are hidden and shown, sized and frozen", () => {
    const { edit, tab, hidden } = sheetOf(["Name"]);
    edit({ kind: "hide", tabId, axis: "row", at: 4, count: 3 });
    edit({ kind: "show", tabId, axis: "row", at: 5, count: 9999 });
    edit({ kind: "hide", tabId, axis: "column", at: 2, count: 1 });
    edit({ kind: "resize", tabId, column: 3, width: 151.6 });
    edit({ kind: "resize", tabId, column: 4, width: -5 });
    expect([hidden(), [...tab().hiddenColumns]]).toEqual([[4], [2]]);
    expect(Object.fromEntries(tab().columnWidths)).toEqual({ 3: 152, 4: 10 });
  });

  test("are sorted below the header, whole and with their formulas", () => {
    const { edit, texts } = sheetOf(
      ["Name", "n", "twice"],
      ["Cem", "3", "=B2*2"],
      ["", "1", "=B3*2"],
      ["Ann", "2", "=B4*2"],
    );
    edit({ kind: "sort", tabId, column: 1, descending: true });
    expect(texts()).toEqual([
      ["Name", "n", "twice"],
      ["Cem", "3", "6"],
      ["Ann", "2", "4"],
      ["", "1", "2"],
    ]);
  });
});

describe("a filter", () => {
  test("hides rows below the header by the texts that cells show, until it is taken away", () => {
    const { edit, tab, hidden } = sheetOf(
      ["Model", "n"],
      ["a", "1"],
      ["b", "1"],
      ["", "1"],
      ["a", "2"],
      ["Model", "1"],
    );
    edit({ kind: "filter", tabId, column: 1, hidden: ["b", "", "Model"] });
    expect(hidden()).toEqual([3, 4, 6]);
    edit({ kind: "filter", tabId, column: 2, hidden: ["2"] });
    edit({ kind: "hide", tabId, axis: "row", at: 900, count: 1 });
    expect(hidden()).toEqual([3, 4, 5, 6, 900]);
    edit({ kind: "filter", tabId, column: 1, hidden: [] });
    expect(tab().filter).toEqual({ hidden: { 2: ["2"] } });
    edit({ kind: "clear-filter", tabId });
    expect(hidden()).toEqual([900]);
  });
});

describe("tabs", () => {
  test("are added, renamed, moved, copied, hidden, shown and deleted", () => {
    const { edit, file } = sheetOf(["Name"]);
    const names = () =>
      file.tabs.map((tab) => tab.name + (tab.id === file.activeTabId ? "*" : "") + (tab.hidden ? "-" : ""));
    edit({ kind: "add-tab" });
    edit({ kind: "add-tab", name: " Mine ", index: 0 });
    expect(names()).toEqual(["Mine*", "Sheet1", "Sheet2"]);
    const [mine] = file.tabs.map((tab) => tab.id);
    edit({ kind: "rename-tab", tabId: mine ?? -1, name: "Ours" });
    edit({ kind: "move-tab", tabId: mine ?? -1, index: 2 });
    edit({ kind: "duplicate-tab", tabId });
    expect(names()).toEqual(["Sheet1", "Copy of Sheet1*", "Sheet2", "Ours"]);
    edit({ kind: "hide-tab", tabId: file.activeTabId });
    expect(names()).toEqual(["Sheet1", "Copy of Sheet1-", "Sheet2*", "Ours"]);
    edit({ kind: "delete-tab", tabId: file.activeTabId });
    edit({ kind: "show-tab", tabId: file.tabs[1]?.id ?? -1 });
    expect(names()).toEqual(["Sheet1", "Copy of Sheet1*", "Ours"]);
  });

  test("that must stay as they are are refused", () => {
    const { edit, tab, file } = sheetOf();
    expect(edit({ kind: "delete-tab", tabId })).toMatchObject({
      message: "You can't remove all the sheets in a document.",
    });
    expect(edit({ kind: "hide-tab", tabId })).toMatchObject({
      message: "You can't hide all the sheets in a document.",
    });
    edit({ kind: "add-tab" });
    expect(edit({ kind: "rename-tab", tabId, name: "sheet2" })).toMatchObject({
      message: expect.stringContaining("already exists"),
    });
    expect(edit({ kind: "rename-tab", tabId, name: "  " })).toMatchObject({
      message: "The sheet name cannot be empty.",
    });
    tab().formUrl = "https://docs.google.com/forms/d/e/1/viewform";
    expect(edit({ kind: "delete-tab", tabId })).toMatchObject({
      message: expect.stringContaining("answers of a form"),
    });
    tab().formUrl = null;
    edit({ kind: "hide-tab", tabId: file.activeTabId });
    expect(edit({ kind: "delete-tab", tabId })).toMatchObject({
      message: "You can't remove all the visible sheets in a document.",
    });
  });

  test("lose a chart that is removed", () => {
    const { edit, tab } = sheetOf();
    const chart = {
      kind: "bar",
      ranges: [],
      title: "",
      row: 1,
      column: 1,
      width: 1,
      height: 1,
      description: "",
    } as const;
    tab().charts = [
      { id: "1", ...chart },
      { id: "2", ...chart },
    ];
    edit({ kind: "remove-chart", tabId, chartId: "1" });
    expect(tab().charts.map(({ id }) => id)).toEqual(["2"]);
  });
});

describe("a tab protected with a warning", () => {
  test("asks before its content changes, and lets it be changed then", () => {
    const { edit, tab, texts } = sheetOf(["Name"], ["Ann"]);
    tab().protection = { description: "The planner fills this", warningOnly: true };
    const made: SheetEdit = { kind: "type", tabId, row: 2, column: 1, text: "Bob" };
    expect(edit(made)).toEqual({ kind: "protected", description: "The planner fills this" });
    expect(texts()).toEqual([["Name"], ["Ann"]]);
    expect(edit({ kind: "delete", tabId, axis: "row", at: 2, count: 1 })).toMatchObject({ kind: "protected" });
    expect(edit({ kind: "resize", tabId, column: 1, width: 90 })).toEqual({ kind: "done" });
    expect(edit(made, true)).toEqual({ kind: "done" });
    expect(texts()).toEqual([["Name"], ["Bob"]]);
  });
});
