import { type Problem, problem } from "../content/problems";
import { type CellInput, cellText } from "../workbook/cell";
import type { CellChange, Change, Plan } from "../workbook/plan";
import type { WrittenCell } from "../workbook/repair";
import type { TabSnapshot } from "../workbook/snapshot";
import type { RowCells, Tab } from "../workbook/tab";
import { toSheet } from "./cells";
import { insertCharts } from "./charts";
import { columnLetter, type LiveBook, need, resolver } from "./live-book";
import { isUnchanged, putNewRowsRight, putRight } from "./put-right";
import { addColumns, createTab, dressTab, markColumns } from "./scaffold";
import { readStoredWords } from "./words";
import { lazily, type OpenWorkbook } from "./workbook";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Calls spent on single cells of people's columns in one run; what is left over waits for the next run. */
const SINGLE_CELL_CALLS = 40;

export type Applied =
  | { readonly moved: true }
  | { readonly moved: false; readonly problems: readonly Problem[]; readonly sheets: ReadonlyMap<string, Sheet> };

/**
 * Does what a plan says, in the fewest calls. Where people changed a tab since it was read, nothing is written and
 * `moved` says so: the command reads and plans again. Where they moved rows while we wrote, what landed in the wrong
 * place is put back.
 */
export function applyPlan(book: OpenWorkbook, plan: Plan, tabOf: (key: string) => Tab): Applied {
  const updates = plan.changes.filter((change) => change.kind === "update-cells" && hasPeoplesCells(tabOf(change.tab)));
  for (const { tab } of updates) if (!isUnchanged(book, tabOf(tab))) return { moved: true };

  const live: LiveBook = {
    ...book,
    sheets: new Map(book.sheets),
    tabs: new Map(book.snapshot.tabs),
    help: lazily(() => readStoredWords().columnHelp),
  };
  const written = new Map<string, WrittenCell[]>();
  const problems: Problem[] = [];
  // All tabs first: formulas and dropdowns of one refer to another.
  const made = plan.changes.filter((change) => change.kind === "create-tab");
  const active = made.length > 0 ? book.spreadsheet.getActiveSheet() : null;
  for (const { tab, title, adopt } of made) createTab(live, tabOf(tab), title, adopt);
  // insertSheet shows the new tab: people stay where they were.
  if (active) book.spreadsheet.setActiveSheet(active);
  for (const change of plan.changes) {
    const tab = tabOf(change.tab);
    const cells = applyChange(live, tab, change, problems);
    if (hasPeoplesCells(tab)) written.set(tab.key, [...(written.get(tab.key) ?? []), ...cells]);
  }
  SpreadsheetApp.flush();
  for (const { tab } of updates) {
    const added = plan.changes.flatMap((change) =>
      change.kind === "insert-rows" && change.tab === tab ? change.rows : [],
    );
    problems.push(...putRight(live, tabOf(tab), written.get(tab) ?? [], added));
  }
  for (const change of plan.changes)
    if (change.kind === "insert-rows" && isShared(tabOf(change.tab)))
      putNewRowsRight(live, tabOf(change.tab), change.rows);
  return { moved: false, problems, sheets: live.sheets };
}

/** People add rows while we write: ours may not land where they type. */
const isShared = (tab: Tab): boolean => tab.filledBy === "people";

/** Even where the planner adds the rows, people may sort them and write beside them. */
const hasPeoplesCells = (tab: Tab): boolean => Object.values(tab.columns).some(({ owner }) => owner === "person");

function applyChange(book: LiveBook, tab: Tab, change: Change, problems: Problem[]): readonly WrittenCell[] {
  switch (change.kind) {
    case "create-tab":
      if (isShared(tab)) writeNewRows(book, tab, change.rows, 0);
      else insertRows(book, tab, change.rows);
      dressTab(book, tab);
      return [];
    case "add-columns":
      addColumns(book, tab, change.columns);
      return [];
    case "mark-columns":
      markColumns(book, tab, change.columns);
      return [];
    case "dress-tab":
      dressTab(book, tab);
      return [];
    case "insert-charts":
      insertCharts(book, tab, change.charts);
      return [];
    case "clear-rows":
      clearRows(book, tab);
      return [];
    case "insert-rows":
      insertRows(book, tab, change.rows);
      return [];
    case "update-cells":
      return updateCells(book, tab, change.cells, problems);
  }
}

/**
 * Adds rows below the last one. In a tab where people work the rows are inserted first, so that nothing they type
 * meanwhile can be written over. An empty table's first row is kept blank until then and moved below ours: rows
 * inserted right under the header would look like one.
 */
function insertRows(book: LiveBook, tab: Tab, rows: readonly RowCells[]): void {
  const { sheet, now } = need(book, tab);
  const last = now.rows.length;
  if (last > 0) {
    sheet.insertRowsAfter(last + 1, rows.length);
    writeNewRows(book, tab, rows, last);
  } else if (isShared(tab)) {
    sheet.insertRowsAfter(2, rows.length);
    writeNewRows(book, tab, rows, 1);
    sheet.moveRows(sheet.getRange("2:2"), rows.length + 3);
  } else {
    // However many there are, the calls are the same.
    if (rows.length > 1) sheet.insertRowsAfter(2, rows.length - 1);
    writeNewRows(book, tab, rows, 0);
  }
}

function writeNewRows(book: LiveBook, tab: Tab, rows: readonly RowCells[], at: number): void {
  if (rows.length === 0) return;
  const { sheet, now } = need(book, tab);
  const places = Object.entries(now.layout.columns);
  const width = Math.max(...places.map(([, place]) => place)) + 1;
  const values = rows.map((row) => {
    const cells: (string | number | boolean | Date)[] = new Array(width).fill("");
    for (const [key, place] of places) cells[place] = toSheet(row[key] ?? "", book.zone, resolver(book));
    return cells;
  });
  sheet.getRange(at + 2, 1, rows.length, width).setValues(values);
}

function clearRows(book: LiveBook, tab: Tab): void {
  const { sheet, now } = need(book, tab);
  const width = Math.max(now.headers.length, ...now.rows.map((row) => row.length));
  if (now.rows.length > 0) sheet.getRange(2, 1, now.rows.length, width).clearContent();
}

/** Planner-owned cells go as one block a run of adjacent columns; people's, one call a distinct value. */
function updateCells(
  book: LiveBook,
  tab: Tab,
  cells: readonly CellChange[],
  problems: Problem[],
): readonly WrittenCell[] {
  const { sheet, now } = need(book, tab);
  const placed: (CellChange & WrittenCell)[] = [];
  for (const cell of cells) {
    const place = now.layout.columns[cell.column];
    if (place !== undefined) placed.push({ ...cell, place });
  }
  const ours = placed.filter(({ column }) => tab.columns[column]?.owner === "planner");
  const blocks = runs(ours).map((run) => writeBlock(book, sheet, now, run));
  const theirs = placed.filter(({ column }) => tab.columns[column]?.owner === "person");
  return [...blocks.flat(), ...writeSingleCells(book, tab, sheet, theirs, problems)];
}

/** Groups cells whose columns stand next to each other. */
function runs(cells: readonly WrittenCell[]): readonly (readonly WrittenCell[])[] {
  const places = [...new Set(cells.map(({ place }) => place))].sort((a, b) => a - b);
  const starts = places.filter((place, index) => place - 1 !== places[index - 1]);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    return cells.filter(({ place }) => place >= start && place < end);
  });
}

/** Writes a run of planner-owned columns, from the first changed row to the last, as one block. */
function writeBlock(
  book: LiveBook,
  sheet: Sheet,
  now: TabSnapshot,
  run: readonly WrittenCell[],
): readonly WrittenCell[] {
  const changes = new Map(run.map((cell) => [`${cell.at} ${cell.place}`, cell]));
  const [top, bottom] = extent(run.map(({ at }) => at));
  const [left, right] = extent(run.map(({ place }) => place));
  const written: WrittenCell[] = [];
  const values: (string | number | boolean | Date)[][] = [];
  for (let at = top; at <= bottom; at++) {
    const row: (string | number | boolean | Date)[] = [];
    for (let place = left; place <= right; place++) {
      const value: CellInput = changes.get(`${at} ${place}`)?.value ?? now.rows[at]?.[place] ?? "";
      written.push({ at, place, value });
      row.push(toSheet(value, book.zone, resolver(book)));
    }
    values.push(row);
  }
  sheet.getRange(top + 2, left + 1, values.length, right - left + 1).setValues(values);
  return written;
}

function extent(numbers: readonly number[]): readonly [number, number] {
  return [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
}

function writeSingleCells(
  book: LiveBook,
  tab: Tab,
  sheet: Sheet,
  cells: readonly WrittenCell[],
  problems: Problem[],
): readonly WrittenCell[] {
  const byValue = new Map<string, WrittenCell[]>();
  for (const cell of cells) {
    const value = `${typeof cell.value} ${cellText(cell.value)}`;
    const group = byValue.get(value);
    if (group) group.push(cell);
    else byValue.set(value, [cell]);
  }
  const groups = [...byValue.values()].sort((a, b) => b.length - a.length);
  const now = groups.slice(0, SINGLE_CELL_CALLS);
  for (const group of now) {
    const [first] = group;
    if (!first) continue;
    const addresses = group.map(({ at, place }) => `${columnLetter(place)}${at + 2}`);
    sheet.getRangeList(addresses).setValue(toSheet(first.value, book.zone, resolver(book)));
  }
  const left = groups.slice(SINGLE_CELL_CALLS).flat().length;
  if (left > 0) problems.push(problem("more-to-do", { tab: tab.title, count: left }));
  return now.flat();
}
