import { type Problem, problem } from "../content/problems";
import { type CellInput, type CellValue, sameCell } from "../workbook/cell";
import { repairs, type WrittenCell } from "../workbook/repair";
import type { TabSnapshot } from "../workbook/snapshot";
import type { RowCells, Tab } from "../workbook/tab";
import { toSheet } from "./cells";
import { type LiveBook, need, resolver } from "./live-book";
import { type OpenWorkbook, readTab } from "./workbook";

/** How often rows that people move under our hands are followed before we give up and say so. */
const TRIES = 3;

/** Whether the cells that a tab's rows are known by are still where they were read. */
export function isUnchanged(book: OpenWorkbook, tab: Tab): boolean {
  const sheet = book.sheets.get(tab.key);
  const before = book.snapshot.tabs.get(tab.key);
  if (!sheet || !before) return false;
  const after = readTab(tab, sheet, book.zone);
  const keys = Object.keys(before.layout.columns);
  return (
    before.rows.length === after.rows.length &&
    keys.every((key) => before.layout.columns[key] === after.layout.columns[key]) &&
    before.rows.every((cells, at) =>
      keys.every((key) => {
        const place = before.layout.columns[key] ?? 0;
        return sameCell(cells[place] ?? "", after.rows[at]?.[place] ?? "");
      }),
    )
  );
}

/**
 * Puts back what was written where people had moved other rows to meanwhile, and writes it where it belongs.
 *
 * @param added rows that went in besides: what they hold is right, though the same was written elsewhere
 */
export function putRight(
  book: LiveBook,
  tab: Tab,
  written: readonly WrittenCell[],
  added: readonly RowCells[],
): readonly Problem[] {
  const { sheet, now: before } = need(book, tab);
  if (written.length === 0) return [];
  const rewritten: WrittenCell[] = [];
  for (let tries = 0; tries < TRIES; tries++) {
    const after = readTab(tab, sheet, book.zone);
    const first = placeOf(added, after, before.layout.columns);
    const isAdded = (at: number): boolean => first >= 0 && at >= first && at < first + added.length;
    const found = repairs(tab, before, after, written, rewritten).filter(({ at }) => !isAdded(at));
    if (found.length === 0) return tries === 0 ? [] : [problem("rows-moved", { tab: tab.title })];
    for (const cells of stretches(found)) {
      const [{ at, place } = { at: 0, place: 0 }] = cells;
      const values = cells.map(({ value }) => [toSheet(value, book.zone, resolver(book))]);
      sheet.getRange(at + 2, place + 1, values.length, 1).setValues(values);
    }
    rewritten.push(...found);
    SpreadsheetApp.flush();
  }
  return [problem("rows-moved", { tab: tab.title })];
}

/** New rows land below all others; where people moved columns meanwhile, their cells stand in the wrong ones. */
export function putNewRowsRight(book: LiveBook, tab: Tab, rows: readonly RowCells[]): void {
  const { sheet, now: before } = need(book, tab);
  const after = readTab(tab, sheet, book.zone);
  const places = Object.entries(before.layout.columns);
  if (places.every(([key, place]) => after.layout.columns[key] === place)) return;
  const first = placeOf(rows, after, before.layout.columns);
  if (first < 0) return;
  const width = after.headers.length;
  const values = rows.map((row, index) => {
    const cells: CellInput[] = Array.from({ length: width }, (_, place) => after.rows[first + index]?.[place] ?? "");
    for (const [, place] of places) cells[place] = "";
    for (const [key, place] of Object.entries(after.layout.columns)) cells[place] = row[key] ?? "";
    return cells.slice(0, width).map((cell) => toSheet(cell, book.zone, resolver(book)));
  });
  sheet.getRange(first + 2, 1, values.length, width).setValues(values);
  SpreadsheetApp.flush();
}

/** Where these rows stand together, by the places that their columns had; -1 where they do not. */
function placeOf(rows: readonly RowCells[], after: TabSnapshot, columns: Readonly<Record<string, number>>): number {
  const places = Object.entries(columns);
  const isOurs = (cells: readonly CellValue[], row: RowCells): boolean =>
    places.every(([key, place]) => sameCell(cells[place] ?? "", row[key] ?? ""));
  if (rows.length === 0) return -1;
  return after.rows.findIndex((_, at) => rows.every((row, index) => isOurs(after.rows[at + index] ?? [], row)));
}

/** Cells that stand one below the other: what lies between may have been typed, or be a formula, and is left alone. */
function stretches(cells: readonly WrittenCell[]): readonly (readonly WrittenCell[])[] {
  const sorted = [...cells].sort((a, b) => a.place - b.place || a.at - b.at);
  const found: WrittenCell[][] = [];
  let last: WrittenCell | undefined;
  for (const cell of sorted) {
    if (last && cell.place === last.place && cell.at === last.at + 1) found[found.length - 1]?.push(cell);
    else found.push([cell]);
    last = cell;
  }
  return found;
}
