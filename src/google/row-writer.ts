import type { RowCells, Tab } from "../workbook/tab";
import { toSheet } from "./cells";
import { PlannerError } from "./failures";
import type { OpenWorkbook } from "./workbook";

/**
 * Writes cells of single rows, for what has to be written while something happens outside the workbook; only in tabs
 * that the planner alone fills.
 *
 * @returns takes the row's place among the rows and its cells; they land with the next flush
 */
export function rowWriter(book: OpenWorkbook, tab: Tab): (at: number, cells: RowCells) => void {
  const sheet = book.sheets.get(tab.key);
  const columns = book.snapshot.tabs.get(tab.key)?.layout.columns ?? {};
  if (!sheet) throw new PlannerError(`${tab.key} is not there`);
  return (at, cells) => {
    for (const [key, value] of Object.entries(cells)) {
      const place = columns[key];
      if (place === undefined) throw new PlannerError(`${tab.key} has no column ${key}`);
      sheet.getRange(at + 2, place + 1).setValue(toSheet(value, book.zone, String));
    }
  };
}

/** Lets everything that was written land now. */
export const settleWrites = (): void => SpreadsheetApp.flush();
