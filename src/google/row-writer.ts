import { cellText, sameCell } from "../workbook/cell";
import { cellAt, type TabSnapshot } from "../workbook/snapshot";
import type { RowCells, Tab } from "../workbook/tab";
import { fromSheet, toSheet } from "./cells";
import { PlannerError } from "./failures";
import { type OpenWorkbook, readTab } from "./workbook";

/** How often rows that people move under our hands are followed. */
const TRIES = 5;

/**
 * Keeps rows of a tab that the planner alone fills as they are to be, for what has to be written while something
 * happens outside the workbook. People may sort and delete rows meanwhile: each row is known by its key, looked at
 * before it is written and once that has landed, and what landed in another row is put back.
 *
 * @returns takes rows by their keys; gives the keys of those that are there and hold what they are to, once all landed
 */
export function rowKeeper(book: OpenWorkbook, tab: Tab): (rows: ReadonlyMap<string, RowCells>) => ReadonlySet<string> {
  const sheet = book.sheets.get(tab.key);
  const read = book.snapshot.tabs.get(tab.key);
  if (!sheet || !read) throw new PlannerError(`${tab.key} is not there`);
  let now = read;
  let places = placesOf(tab, now);
  const wanted = new Map<string, RowCells>();
  for (const [key, at] of places)
    wanted.set(key, Object.fromEntries(Object.keys(now.layout.columns).map((each) => [each, cellAt(read, at, each)])));

  /** Whether these rows are still where they were; as they are now, they are taken into the snapshot. */
  const areThere = (keys: readonly string[]): boolean => {
    const found = keys.flatMap((key) => places.get(key) ?? []);
    if (found.length < keys.length) return false;
    const first = Math.min(...found);
    const width = Math.max(...Object.values(now.layout.columns)) + 1;
    try {
      const values = sheet.getRange(first + 2, 1, Math.max(...found) - first + 1, width).getValues();
      const rows = [...now.rows];
      values.forEach((row, down) => {
        rows[first + down] = row.map((value) => fromSheet(value, book.zone));
      });
      now = { ...now, rows };
    } catch {
      // Rows were deleted, and the tab is shorter now.
      return false;
    }
    return keys.every((key) => keyAt(tab, now, places.get(key) ?? -1) === key);
  };

  /** What of these rows is not as it is to be: written, to land with the next flush. */
  const write = (keys: Iterable<string>): boolean => {
    let hasWritten = false;
    for (const key of keys) {
      const at = places.get(key);
      for (const [column, value] of Object.entries(wanted.get(key) ?? {})) {
        const place = now.layout.columns[column];
        if (at === undefined || place === undefined || sameCell(cellAt(now, at, column), value)) continue;
        sheet.getRange(at + 2, place + 1).setValue(toSheet(value, book.zone, String));
        hasWritten = true;
      }
    }
    return hasWritten;
  };

  return (rows) => {
    for (const [key, cells] of rows) wanted.set(key, { ...wanted.get(key), ...cells });
    const keys = [...rows.keys()];
    if (keys.length === 0) return new Set();
    for (let tries = 0; tries < TRIES; tries++) {
      const isSure = areThere(keys);
      if (!isSure) {
        now = readTab(tab, sheet, book.zone);
        places = placesOf(tab, now);
      }
      if (!write(isSure ? keys : wanted.keys())) return new Set(keys.filter((key) => places.has(key)));
      SpreadsheetApp.flush();
    }
    return new Set();
  };
}

const keyAt = (tab: Tab, now: TabSnapshot, at: number): string => cellText(cellAt(now, at, tab.rowKey ?? ""));

function placesOf(tab: Tab, now: TabSnapshot): Map<string, number> {
  const places = new Map<string, number>();
  now.rows.forEach((_, at) => {
    const key = keyAt(tab, now, at);
    if (key !== "" && !places.has(key)) places.set(key, at);
  });
  return places;
}
