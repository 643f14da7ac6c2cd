import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RectangleData, ValidationRule, WorkbookData } from "../../../src/local/workbook-data";
import { applyEdit } from "../../../src/local/workspace/edits";
import { History } from "../../../src/local/workspace/history";
import type { SheetEdit } from "../../../src/local/workspace/protocol";
import { openServices } from "../appsscript/open-services";
import { cells, tab as tabData, workbook as workbookData } from "../workbook-sample";

const checkbox: ValidationRule = { kind: "checkbox", allowInvalid: false, helpText: null };
const models: ValidationRule = { kind: "list", values: ["a", "b"], allowInvalid: false, helpText: null };

/** Two small tabs with something of everything. */
const start: WorkbookData = workbookData(
  [
    tabData({
      id: 0,
      name: "Roster",
      rowCount: 8,
      columnCount: 5,
      frozenRows: 1,
      columnWidths: { 2: 150 },
      cells: cells([
        ["Name", "Model", "Done", "Day", "Twice"],
        ["Ann", "a", true, 46266, ["=D2*2", 92532]],
        ["Bob", "b", false, 46267, ["=D3*2", 92534]],
        ["Cem", null, null, null, ["=COUNTA(Mine!A:A)", 2]],
      ]),
      notes: [{ row: 2, column: 1, text: "new" }],
      formats: [{ range: { row: 2, column: 4, rows: 7, columns: 1 }, format: { numberFormat: "yyyy-mm-dd" } }],
      validations: [
        { range: { row: 2, column: 2, rows: 7, columns: 1 }, rule: models },
        { range: { row: 2, column: 3, rows: 7, columns: 1 }, rule: checkbox },
      ],
      conditionalFormats: [
        { ranges: [{ row: 2, column: 1, rows: 7, columns: 5 }], formula: "=$C2", background: "#00ff00" },
      ],
      charts: [
        {
          id: "7",
          kind: "bar",
          ranges: [{ sheetId: 0, range: { row: 1, column: 1, rows: 4, columns: 2 } }],
          title: "Models",
          row: 2,
          column: 2,
          width: 300,
          height: 200,
          description: "",
        },
      ],
    }),
    tabData({
      id: 5,
      name: "Mine",
      rowCount: 5,
      columnCount: 3,
      cells: cells([[["=Roster!D2", 46266]], ["x"]]),
      protection: { description: "mine", warningOnly: true },
    }),
  ],
  { namedRanges: [{ name: "people", sheetId: 0, range: { row: 2, column: 1, rows: 7, columns: 1 } }] },
);

const place = fc.integer({ min: 1, max: 9 });
const count = fc.integer({ min: 1, max: 3 });
const tabId = fc.constantFrom(0, 0, 0, 5);
const text = fc.constantFrom("", "a", "b", "7", "9/1/2026", "TRUE", "'x", "=A2", "=SUM(Roster!D:D)", "=people");
const range: fc.Arbitrary<RectangleData> = fc.record({ row: place, column: place, rows: count, columns: count });
const axis = fc.constantFrom<"row" | "column">("row", "column");
const kind = <Kind extends SheetEdit["kind"]>(name: Kind) => fc.constant(name);

const edit: fc.Arbitrary<SheetEdit> = fc.oneof(
  fc.record({ kind: kind("type"), tabId, row: place, column: place, text }),
  fc.record({
    kind: kind("paste"),
    tabId,
    row: place,
    column: place,
    cells: fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 3 }),
  }),
  fc.record({ kind: kind("clear"), tabId, range }),
  fc.record({ kind: kind("toggle"), tabId, range }),
  range.chain((from) =>
    fc.record({
      kind: kind("fill"),
      tabId,
      from: fc.constant(from),
      to: fc.constant({ ...from, rows: from.rows + 2 }),
    }),
  ),
  fc.record({ kind: kind("set-note"), tabId, row: place, column: place, text }),
  fc.record({ kind: kind("insert"), tabId, axis, at: place, count }),
  fc.record({ kind: kind("delete"), tabId, axis, at: place, count }),
  fc.record({ kind: kind("move"), tabId, axis, at: place, count, before: place }),
  fc.record({ kind: kind("hide"), tabId, axis, at: place, count }),
  fc.record({ kind: kind("show"), tabId, axis, at: place, count }),
  fc.record({ kind: kind("resize"), tabId, column: place, width: fc.integer({ min: 20, max: 300 }) }),
  fc.record({ kind: kind("freeze"), tabId, rows: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: kind("sort"), tabId, column: place, descending: fc.boolean() }),
  fc.record({ kind: kind("filter"), tabId, column: place, hidden: fc.array(text, { maxLength: 2 }) }),
  fc.record({ kind: kind("clear-filter"), tabId }),
  fc.record({ kind: kind("add-tab") }),
  fc.record({ kind: kind("rename-tab"), tabId, name: fc.constantFrom("Mine", "Ours", "It's us", "") }),
  fc.record({ kind: kind("move-tab"), tabId, index: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: kind("duplicate-tab"), tabId }),
  fc.record({ kind: kind("delete-tab"), tabId }),
  fc.record({ kind: kind("hide-tab"), tabId }),
  fc.record({ kind: kind("show-tab"), tabId }),
  fc.record({ kind: kind("remove-chart"), tabId, chartId: fc.constant("7") }),
);

function opened(data = start) {
  const { open, workbook, free } = openServices({ workbook: data });
  const history = new History(open.file);
  const step = (made: SheetEdit) => {
    const end = history.begin();
    const outcome = applyEdit(open, made, { anyway: true });
    end();
    return outcome;
  };
  return { open, file: open.file, history, step, workbook, free };
}

describe("undo and redo", () => {
  test("lead back and forth through any edits, and refused ones leave no trace", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        const { history, step, workbook, free } = opened();
        const stood = [workbook()];
        for (const made of edits) {
          const before = history.canUndo;
          const outcome = step(made);
          const now = workbook();
          if (outcome.kind !== "done") {
            expect(now).toEqual(stood.at(-1));
            expect(history.canUndo).toBe(before);
          }
          if (JSON.stringify(now) !== JSON.stringify(stood.at(-1))) stood.push(now);
        }
        const left: WorkbookData[] = [];
        while (history.canUndo) {
          left.unshift(workbook());
          expect(history.undo()).toBe(true);
        }
        expect(workbook()).toEqual(stood[0]);
        expect(history.undo()).toBe(false);
        for (const expected of left) {
          expect(history.redo()).toBe(true);
          expect(workbook()).toEqual(expected);
        }
        expect(workbook()).toEqual(stood.at(-1));
        expect(history.redo()).toBe(false);
        free();
      }),
      { numRuns: 40 },
    );
  });

  test("a new step takes the place of those that were undone", () => {
    const { history, step } = opened();
    step({ kind: "type", tabId: 0, row: 2, column: 1, text: "x" });
    history.undo();
    expect(history.canRedo).toBe(true);
    step({ kind: "type", tabId: 0, row: 2, column: 1, text: "y" });
    expect(history.canRedo).toBe(false);
  });

  test("a run of the add-on is one step, however much it writes; one that changes nothing is none", () => {
    const { open, workbook, globals } = openServices({ workbook: start });
    const history = new History(open.file);
    const before = workbook();
    const sheet = globals.SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();
    const end = history.begin();
    sheet.getRange("A2:A4").setValues([["x"], ["y"], ["z"]]);
    sheet.insertRowsAfter(4, 1).protect().setDescription("ours");
    globals.SpreadsheetApp.getActiveSpreadsheet().insertSheet("New");
    globals.SpreadsheetApp.flush();
    end();
    history.begin()();
    expect(history.undo()).toBe(true);
    expect(workbook()).toEqual(before);
    expect(history.canUndo).toBe(false);
  });

  test("brings the tab to the front in which something changes", () => {
    const { history, step, file } = opened();
    step({ kind: "type", tabId: 0, row: 2, column: 1, text: "x" });
    step({ kind: "type", tabId: 5, row: 3, column: 1, text: "=1+1" });
    history.undo();
    expect(file.activeTabId).toBe(5);
    history.undo();
    expect(file.activeTabId).toBe(0);
    history.redo();
    expect(file.activeTabId).toBe(0);
    history.redo();
    expect(file.activeTabId).toBe(5);
  });

  test("goes a hundred steps back", () => {
    const { history, step, workbook } = opened();
    for (let number = 0; number < 105; number++) {
      step({ kind: "type", tabId: 0, row: 2, column: 1, text: `${number}` });
    }
    let steps = 0;
    while (history.undo()) steps++;
    expect(steps).toBe(100);
    expect(workbook().sheets[0]?.cells.find(({ row, column }) => row === 2 && column === 1)?.value).toBe(4);
  });
});

describe("how a workbook stood", () => {
  test("is told apart from how it stands, tab by tab", () => {
    const { file, step } = opened();
    const changedBy = (made: SheetEdit) => {
      const before = file.state();
      step(made);
      return file.changedTabs(before).map(({ name }) => name);
    };
    expect(changedBy({ kind: "type", tabId: 0, row: 2, column: 1, text: "x" })).toEqual(["Roster"]);
    expect(changedBy({ kind: "type", tabId: 0, row: 2, column: 1, text: "x" })).toEqual([]);
    expect(changedBy({ kind: "resize", tabId: 5, column: 1, width: 60 })).toEqual(["Mine"]);
    expect(changedBy({ kind: "insert", tabId: 0, axis: "row", at: 2, count: 1 })).toEqual(["Roster", "Mine"]);
    expect(changedBy({ kind: "insert", tabId: 0, axis: "row", at: 8, count: 1 })).toEqual(["Roster"]);
    expect(changedBy({ kind: "filter", tabId: 0, column: 1, hidden: ["x"] })).toEqual(["Roster"]);
    expect(changedBy({ kind: "remove-chart", tabId: 0, chartId: "7" })).toEqual(["Roster"]);
    expect(changedBy({ kind: "hide-tab", tabId: 5 })).toEqual(["Mine"]);
    expect(changedBy({ kind: "add-tab", name: "New" })).toEqual(["New"]);
    expect(changedBy({ kind: "move-tab", tabId: 5, index: 0 })).toEqual([]);
  });

  test("is kept at next to no cost, also of many rows", () => {
    const rows = Array.from({ length: 2000 }, (_, row) => Array.from({ length: 15 }, (_cell, column) => row * column));
    const { file } = opened(
      workbookData([tabData({ id: 0, name: "Big", rowCount: 2000, columnCount: 15, cells: cells(rows) })]),
    );
    const before = file.state();
    const started = performance.now();
    for (let time = 0; time < 1000; time++) {
      file.state();
      file.tab(0).cells.set(1000, 3, time);
    }
    expect(performance.now() - started).toBeLessThan(500);
    expect(before.tabs[0]?.cells.get(1000, 3)).toBe(999 * 2);
  });
});
