import * as z from "zod/mini";
import { type Problem, problem } from "../content/problems";
import { type CellValue, cellText } from "../workbook/cell";
import { findColumns } from "../workbook/layout";
import { readSettings, setting, sheetSetting } from "../workbook/settings";
import { type Snapshot, type TabSnapshot, withoutBlankTail } from "../workbook/snapshot";
import { keyInNote, type Tab } from "../workbook/tab";
import { settings } from "../workbook/tabs/settings";
import { fromSheet } from "./cells";
import { type Zone, zone } from "./zone";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Follows Settings through renaming and moving, so that one lookup finds it. */
export const SETTINGS_RANGE = "micro_credential_planner";

/** The workbook as a command sees it: what it read, and the handles to write with. */
export interface OpenWorkbook {
  /** Tabs that were looked for. */
  readonly wanted: readonly Tab[];
  readonly spreadsheet: Spreadsheet;
  readonly id: string;
  readonly zone: Zone;
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly snapshot: Snapshot;
  /** Tabs found by their marks where Settings says another place: made anew, and perhaps cut off, or copied by people. */
  readonly unrecorded: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Reads these tabs, two reads each, wherever they are by now. Tabs that are not there are left out.
 *
 * @param moreTabs tabs that are known only once the others are read
 * @param search also look through the marks of all tabs for those that Settings has no record of: one read a tab, for
 *   set-up, which a cut may have kept from recording what it made
 */
export function openWorkbook(
  tabs: readonly Tab[],
  moreTabs: (snapshot: Snapshot) => readonly Tab[] = () => [],
  search = false,
): OpenWorkbook {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const place = zone(spreadsheet.getSpreadsheetTimeZone());
  const sheets = new Map<string, Sheet>();
  const read = new Map<string, TabSnapshot>();
  const problems: Problem[] = [];
  const marked = lazily(() => findMarkedSheets(spreadsheet));
  const take = (tab: Tab, sheet: Sheet | null | undefined, onlyMarked = false): boolean => {
    // A tab without columns of its own carries no mark.
    if (!sheet || (onlyMarked && Object.keys(tab.columns).length === 0)) return false;
    const snapshot = readTab(tab, sheet, place);
    const { columns, unmarked } = snapshot.layout;
    if (onlyMarked && Object.keys(columns).length === unmarked.length) return false;
    problems.push(...snapshot.layout.problems);
    sheets.set(tab.key, sheet);
    read.set(tab.key, snapshot);
    return true;
  };
  const takeMarked = (tab: Tab): boolean => {
    const [first, ...others] = marked().get(tab.key) ?? [];
    for (const other of others) problems.push(problem("tab-duplicate", { tab: tab.title, other: other.getName() }));
    return take(tab, first);
  };

  if (!take(settings, spreadsheet.getRangeByName(SETTINGS_RANGE)?.getSheet())) takeMarked(settings);
  const remembered = readSettings({ tabs: read });
  const unrecorded = new Set<string>();
  const find = (tab: Tab): void => {
    if (tab.key === settings.key) return;
    const id = setting(remembered, sheetSetting(tab.key), z.nullable(z.number()), null);
    const found =
      id === null ? take(tab, spreadsheet.getSheetByName(tab.title), true) : take(tab, spreadsheet.getSheetById(id));
    if (!found && (search || id !== null) && takeMarked(tab)) unrecorded.add(tab.key);
  };
  tabs.forEach(find);
  const more = moreTabs({ tabs: read });
  more.forEach(find);
  return {
    wanted: [...tabs, ...more],
    spreadsheet,
    id: spreadsheet.getId(),
    zone: place,
    sheets,
    snapshot: { tabs: read },
    unrecorded,
    problems,
  };
}

/** Reads one tab whole: its cells, and the keys in its header's notes. */
export function readTab(tab: Tab, sheet: Sheet, place: Zone): TabSnapshot {
  const values = sheet.getDataRange().getValues();
  const notes = sheet.getRange("1:1").getNotes()[0] ?? [];
  const cells = values.map((row) => row.map((value) => fromSheet(value, place)));
  const headers = (cells[0] ?? []).map(cellText);
  return {
    headers,
    layout: findColumns(tab, headers, notes),
    rows: withoutBlankTail(cells.slice(1)),
  };
}

/** The tabs that carry our keys in their headers' notes, from left to right. One read a tab: only where the short way failed. */
function findMarkedSheets(spreadsheet: Spreadsheet): ReadonlyMap<string, readonly Sheet[]> {
  const found = new Map<string, Sheet[]>();
  for (const sheet of spreadsheet.getSheets()) {
    const notes = sheet.getRange("1:1").getNotes()[0] ?? [];
    const key = notes.map(keyInNote).find((note) => note !== null)?.tab;
    if (key) found.set(key, [...(found.get(key) ?? []), sheet]);
  }
  return found;
}

/** Problems of a workbook that cannot be worked with yet; none where it can. */
export function notReady({ sheets, id, snapshot }: OpenWorkbook, needed: readonly Tab[]): readonly Problem[] {
  if (!sheets.has(settings.key)) return [problem("not-set-up")];
  const remembered = readSettings(snapshot);
  if (setting(remembered, "spreadsheet", z.string(), id) !== id) return [problem("workbook-copied")];
  return needed.filter(({ key }) => !sheets.has(key)).map(({ title }) => problem("tab-missing", { tab: title }));
}

/** Makes it when it is first asked for, and once. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made = made ?? { value: make() };
    return made.value;
  };
}

/** The cells of any tab by its name, header row first; null where there is none. */
export function readForeignTab(name: string): readonly (readonly CellValue[])[] | null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheetByName(name);
  if (!sheet) return null;
  const place = zone(spreadsheet.getSpreadsheetTimeZone());
  return sheet
    .getDataRange()
    .getValues()
    .map((row) => row.map((value) => fromSheet(value, place)));
}

/** The id of a tab into which a form's answers flow; null for every other tab. */
export function formTabId(name: string): number | null {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
  return sheet?.getFormUrl() ? sheet.getSheetId() : null;
}

/**
 * Every tab that people can see and that is not ours, and whether a form's answers flow into it: what a dialog offers
 * to import from.
 */
export function listTabs(ours: ReadonlySet<number>): readonly { readonly name: string; readonly hasForm: boolean }[] {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .filter((sheet) => !sheet.isSheetHidden() && !ours.has(sheet.getSheetId()))
    .map((sheet) => ({ name: sheet.getName(), hasForm: sheet.getFormUrl() !== null }));
}
