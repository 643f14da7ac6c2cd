import type { ConditionalFormatData } from "../workbook-data";
import { parseA1 } from "./a1";
import type { CellValues, ScriptValue } from "./cell-values";
import type { DocumentLock } from "./lock-service";
import { hideLines, insertLines, moveLines, removeLines, sortRows, typeTexts } from "./sheet-operations";
import type { Tab } from "./tab";
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

  return {
    type: (name, a1, text) => {
      const { tab, row, column } = at(name, a1);
      typeTexts({ file, values }, tab, [{ row, column, text }]);
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
    hideTab: (tab) => file.hideTab(tabNamed(tab)),
    moveTab: (tab, index) => file.moveTab(tabNamed(tab), index),
    insertRows: (tab, at, count = 1) => insertLines(file, tabNamed(tab), { axis: "row", at, count }),
    deleteRows: (tab, at, count = 1) => removeLines(file, tabNamed(tab), { axis: "row", at, count }),
    moveRows: (tab, at, count, before) => moveLines(file, tabNamed(tab), { axis: "row", at, count, before }),
    hideRows: (tab, at, count = 1) => hideLines(tabNamed(tab), { axis: "row", at, count }),
    insertColumns: (tab, at, count = 1) => insertLines(file, tabNamed(tab), { axis: "column", at, count }),
    deleteColumns: (tab, at, count = 1) => removeLines(file, tabNamed(tab), { axis: "column", at, count }),
    moveColumns: (tab, at, count, before) => moveLines(file, tabNamed(tab), { axis: "column", at, count, before }),
    hideColumns: (tab, at, count = 1) => hideLines(tabNamed(tab), { axis: "column", at, count }),
    sort: (tab, column, descending = false) => sortRows({ file, values }, tabNamed(tab), column, descending),
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
