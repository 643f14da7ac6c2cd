import type { ConditionalFormatData, RectangleData } from "../workbook-data";
import { parseA1 } from "./a1";
import type { AxisEdit } from "./axis-edit";
import type { CellValues, ScriptValue } from "./cell-values";
import { rewriteForCopy } from "./formula-rewriting";
import type { DocumentLock } from "./lock-service";
import { sortOrder } from "./sort-order";
import type { Tab } from "./tab";
import type { CellContent } from "./typed-text";
import { validationCheck } from "./validation-check";
import type { WorkbookFile } from "./workbook-file";

/** Another person in the same Sheet. What they do is at once, uncounted, and takes tabs by their names. */
export interface Editor {
  /** Types a text into a cell, as it would be typed; empty text deletes. */
  type(tab: string, a1: string, text: string): void;
  /** What a cell shows, as a script would read it. */
  read(tab: string, a1: string): ScriptValue;
  note(tab: string, a1: string): string;
  setNote(tab: string, a1: string, text: string): void;
  tabNames(): string[];
  insertTab(name: string, index?: number): void;
  renameTab(tab: string, name: string): void;
  /** Gives the copy's name. */
  duplicateTab(tab: string): string;
  deleteTab(tab: string): void;
  hideTab(tab: string): void;
  moveTab(tab: string, index: number): void;
  insertRows(tab: string, before: number, count?: number): void;
  deleteRows(tab: string, first: number, count?: number): void;
  moveRows(tab: string, first: number, count: number, before: number): void;
  hideRows(tab: string, first: number, count?: number): void;
  insertColumns(tab: string, before: number, count?: number): void;
  deleteColumns(tab: string, first: number, count?: number): void;
  moveColumns(tab: string, first: number, count: number, before: number): void;
  hideColumns(tab: string, first: number, count?: number): void;
  /** Sorts the rows below the frozen ones by a column. */
  sort(tab: string, column: number, descending?: boolean): void;
  addConditionalFormat(tab: string, rule: ConditionalFormatData): void;
  /** Links a tab to a form, as Forms does when answers start to land in it. */
  linkForm(tab: string, url: string): void;
  /** Another run of the script holds the document's lock; the function returned gives it back. */
  holdLock(): () => void;
}

export function createEditor(file: WorkbookFile, values: CellValues, lock: DocumentLock): Editor {
  const tabNamed = (name: string): Tab => {
    const tab = file.tabNamed(name);
    if (!tab) throw new Error(`There is no tab "${name}"; there are: ${file.tabs.map((each) => each.name).join(", ")}`);
    return tab;
  };
  const at = (name: string, a1: string): { tab: Tab; row: number; column: number } => {
    const tab = tabNamed(name);
    const range = parseA1(a1, { rows: tab.rowCount, columns: tab.columnCount });
    const fits = range && range.row <= tab.rowCount && range.column <= tab.columnCount;
    if (!fits) throw new Error(`${a1} is not in the tab "${name}"`);
    return { tab, row: range.row, column: range.column };
  };
  const restructure = (name: string, edit: AxisEdit) => file.restructure(tabNamed(name), edit);
  const insert = (name: string, axis: "row" | "column", before: number, count: number) => {
    if (before > 1) file.insertAfter(tabNamed(name), axis, before - 1, count);
    else restructure(name, { kind: "insert", axis, at: before, count });
  };

  return {
    type: (name, a1, text) => {
      const { tab, row, column } = at(name, a1);
      const typed = values.typed(text, tab.isText(row, column));
      validationCheck(file, values)(tab, row, column, typed.content);
      tab.place(row, column, typed, file.formats);
      file.revision++;
    },
    read: (name, a1) => {
      const { tab, row, column } = at(name, a1);
      return values.read(tab, row, column);
    },
    note: (name, a1) => {
      const { tab, row, column } = at(name, a1);
      return tab.notes.get(row, column) ?? "";
    },
    setNote: (name, a1, text) => {
      const { tab, row, column } = at(name, a1);
      tab.notes.set(row, column, text || undefined);
    },
    tabNames: () => file.tabs.map((tab) => tab.name),
    insertTab: (name, index = file.tabs.length) => {
      const active = file.activeTabId;
      file.insertTab(name, index);
      file.activeTabId = active;
    },
    renameTab: (tab, name) => file.renameTab(tabNamed(tab), name),
    duplicateTab: (tab) => {
      const active = file.activeTabId;
      const copy = file.duplicateTab(tabNamed(tab));
      file.activeTabId = active;
      return copy.name;
    },
    deleteTab: (tab) => file.deleteTab(tabNamed(tab)),
    hideTab: (tab) => {
      tabNamed(tab).hidden = true;
    },
    moveTab: (name, index) => {
      const tab = tabNamed(name);
      file.tabs = file.tabs.filter((other) => other !== tab);
      file.tabs.splice(index, 0, tab);
    },
    insertRows: (tab, before, count = 1) => insert(tab, "row", before, count),
    deleteRows: (tab, first, count = 1) => restructure(tab, { kind: "remove", axis: "row", at: first, count }),
    moveRows: (tab, first, count, before) =>
      restructure(tab, { kind: "move", axis: "row", at: first, count, to: before }),
    insertColumns: (tab, before, count = 1) => insert(tab, "column", before, count),
    deleteColumns: (tab, first, count = 1) => restructure(tab, { kind: "remove", axis: "column", at: first, count }),
    moveColumns: (tab, first, count, before) =>
      restructure(tab, { kind: "move", axis: "column", at: first, count, to: before }),
    hideRows: (name, first, count = 1) => addRun(tabNamed(name).hiddenRows, first, count),
    hideColumns: (name, first, count = 1) => addRun(tabNamed(name).hiddenColumns, first, count),
    sort: (name, column, descending = false) => {
      const tab = tabNamed(name);
      const row = tab.frozenRows + 1;
      const rows = tab.cells.lastRow() - tab.frozenRows;
      if (rows < 2) return;
      const range: RectangleData = { row, column: 1, rows, columns: tab.columnCount };
      const keys = Array.from({ length: rows }, (_, index) => values.read(tab, row + index, column));
      const order = sortOrder(keys, descending).map((index) => row + index);
      for (const layer of [tab.cells, tab.notes, tab.formats, tab.rules]) layer.permuteRows(range, order);
      moveFormulasAlong(tab, range, order);
      file.revision++;
    },
    addConditionalFormat: (name, rule) => {
      const tab = tabNamed(name);
      tab.conditionalFormats = [...tab.conditionalFormats, rule];
    },
    linkForm: (name, url) => {
      tabNamed(name).formUrl = url;
    },
    holdLock: () => {
      lock.holder = "another run";
      return () => {
        if (lock.holder === "another run") lock.holder = null;
      };
    },
  };
}

function addRun(places: Set<number>, first: number, count: number): void {
  for (let place = first; place < first + count; place++) places.add(place);
}

/** A sorted row's formulas keep pointing at their own row. */
function moveFormulasAlong(tab: Tab, range: RectangleData, order: readonly number[]): void {
  order.forEach((from, index) => {
    const row = range.row + index;
    if (row === from) return;
    for (let column = 1; column <= range.columns; column++) {
      const content: CellContent | undefined = tab.cells.get(row, column);
      if (typeof content !== "object") continue;
      tab.cells.set(row, column, { formula: rewriteForCopy(content.formula, row - from) });
    }
  });
}
