import { sameTab } from "../appsscript/formula-rewriting";
import type { OpenSheet } from "../appsscript/open-sheet";
import { Refusal } from "../appsscript/refusal";
import {
  hideLines,
  insertLines,
  moveLines,
  removeLines,
  showLines,
  sortRows,
  typeTexts,
} from "../appsscript/sheet-operations";
import type { Tab } from "../appsscript/tab";
import type { WorkbookFile } from "../appsscript/workbook-file";
import { clearCells, fillRange, pasteTexts, setNote, toggleCheckboxes } from "./cell-edits";
import type { EditAnswer, EditOptions, SheetEdit } from "./protocol";

type EditOutcome = Exclude<EditAnswer, { kind: "done" }> | { readonly kind: "done" };
type TabEdit = Exclude<SheetEdit, { kind: "add-tab" }>;

/**
 * Does what a person did to the sheet, or nothing at all: then it was refused with Google's words, or is to be confirmed
 * because the tab is protected with a warning.
 *
 * @example applyEdit(services.sheet, { kind: "type", tabId: 0, row: 2, column: 1, text: "Ann" }) // { kind: "done" }
 */
export function applyEdit(sheet: OpenSheet, edit: SheetEdit, options: EditOptions = {}): EditOutcome {
  const { file } = sheet;
  const before = file.state();
  try {
    if (edit.kind === "add-tab") addTab(file, edit);
    else {
      const tab = file.tab(edit.tabId);
      const { protection } = tab;
      if (protection?.warningOnly && warned.has(edit.kind) && !options.anyway) {
        return { kind: "protected", description: protection.description };
      }
      if (!onTabBar.has(edit.kind)) file.activeTabId = tab.id;
      editTab(sheet, tab, edit);
    }
    file.revision++;
    return { kind: "done" };
  } catch (error) {
    file.restore(before);
    if (error instanceof Refusal) return { kind: "refused", message: error.message };
    throw error;
  }
}

/** What a warning asks about: content, and what takes content away or elsewhere. */
const warned: ReadonlySet<SheetEdit["kind"]> = new Set<SheetEdit["kind"]>([
  "type",
  "paste",
  "clear",
  "toggle",
  "fill",
  "set-note",
  "insert",
  "delete",
  "move",
  "sort",
  "delete-tab",
  "remove-chart",
]);

/** Done to a tab without looking at it. */
const onTabBar: ReadonlySet<SheetEdit["kind"]> = new Set<SheetEdit["kind"]>([
  "rename-tab",
  "move-tab",
  "delete-tab",
  "hide-tab",
]);

function editTab(sheet: OpenSheet, tab: Tab, edit: TabEdit): void {
  const { file } = sheet;
  switch (edit.kind) {
    case "type":
      typeTexts(sheet, tab, [edit]);
      break;
    case "paste":
      pasteTexts(sheet, tab, edit);
      break;
    case "clear":
      clearCells(sheet, tab, edit.range);
      break;
    case "toggle":
      toggleCheckboxes(sheet, tab, edit.range);
      break;
    case "fill":
      fillRange(sheet, tab, edit);
      break;
    case "set-note":
      setNote(tab, edit);
      break;
    case "insert":
      insertLines(file, tab, edit);
      break;
    case "delete":
      removeLines(file, tab, edit);
      break;
    case "move":
      moveLines(file, tab, edit);
      break;
    case "hide":
      hideLines(tab, edit);
      break;
    case "show":
      showLines(tab, edit);
      break;
    case "resize":
      resize(tab, edit.column, edit.width);
      break;
    case "freeze":
      tab.freeze(edit.rows);
      break;
    case "sort":
      sortRows(sheet, tab, edit.column, edit.descending);
      break;
    case "filter":
      filter(tab, edit.column, edit.hidden);
      break;
    case "clear-filter":
      tab.filter = null;
      break;
    case "rename-tab":
      file.renameTab(tab, edit.name.trim());
      break;
    case "move-tab":
      file.moveTab(tab, edit.index);
      break;
    case "duplicate-tab":
      file.duplicateTab(tab);
      break;
    case "delete-tab":
      deleteTab(file, tab);
      break;
    case "hide-tab":
      file.hideTab(tab);
      break;
    case "show-tab":
      tab.hidden = false;
      break;
    case "remove-chart":
      tab.charts = tab.charts.filter(({ id }) => id !== edit.chartId);
      break;
  }
}

function addTab(file: WorkbookFile, { name, index }: { name?: string; index?: number }): void {
  const active = file.tabs.findIndex((tab) => tab.id === file.activeTabId);
  file.insertTab(name?.trim() ?? freshName(file), index ?? active + 1);
}

function freshName(file: WorkbookFile): string {
  let number = file.tabs.length + 1;
  while (file.tabs.some((tab) => sameTab(tab.name, `Sheet${number}`))) number++;
  return `Sheet${number}`;
}

function deleteTab(file: WorkbookFile, tab: Tab): void {
  if (tab.formUrl !== null) {
    throw new Refusal("The answers of a form land in this sheet, so it can't be deleted. You can hide it.");
  }
  file.deleteTab(tab);
}

const widths = { least: 10, most: 2000 };

function resize(tab: Tab, column: number, width: number): void {
  if (column < 1 || column > tab.columnCount) throw new Refusal("Those columns are out of bounds.");
  tab.columnWidths.set(column, Math.max(widths.least, Math.min(Math.round(width), widths.most)));
}

function filter(tab: Tab, column: number, texts: readonly string[]): void {
  if (column < 1 || column > tab.columnCount) throw new Refusal("Those columns are out of bounds.");
  const { [column]: _, ...others } = tab.filter?.hidden ?? {};
  tab.filter = { hidden: texts.length === 0 ? others : { ...others, [column]: [...texts] } };
}
