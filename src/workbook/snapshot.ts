import type { Problem } from "../content/problems";
import { type CellValue, cellText, isBlank } from "./cell";
import type { Layout } from "./layout";
import { type Row, readRow, type Tab } from "./tab";

/** A tab as it was when a command read it: its columns' places and every row below the header, people's columns included. */
export interface TabSnapshot {
  readonly layout: Layout;
  /** The header row's words. */
  readonly headers: readonly string[];
  /** Without the blank rows at the end. */
  readonly rows: readonly (readonly CellValue[])[];
}

/** What a command read of the workbook before it planned anything. */
export interface Snapshot {
  readonly tabs: ReadonlyMap<string, TabSnapshot>;
}

/** A row with its place among the rows (0-based) and, for messages, its row number in the sheet. */
export interface PlacedRow<T extends Tab> {
  readonly at: number;
  readonly sheetRow: number;
  readonly values: Row<T>;
}

/** The number that people see beside row `at` (0-based below the header). */
export const sheetRow = (at: number): number => at + 2;

export function cellAt(tab: TabSnapshot, at: number, columnKey: string): CellValue {
  const column = tab.layout.columns[columnKey];
  return (column === undefined ? undefined : tab.rows[at]?.[column]) ?? "";
}

/**
 * The words of a cell without spaces around them; "" where there is no such tab, row or column.
 * @example textAt(snapshot.tabs.get(roster.key), 0, "name") // "Ann Lee"
 */
export const textAt = (tab: TabSnapshot | undefined, at: number | undefined, columnKey: string): string =>
  tab && at !== undefined ? cellText(cellAt(tab, at, columnKey)).trim() : "";

/** Drops the blank rows at the end; unticked boxes and blanks do not make a row. */
export function withoutBlankTail(rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.every(isBlank)) end--;
  return rows.slice(0, end);
}

/**
 * The typed rows of a tab, blank rows left out, with the problem of each cell that does not fit its column.
 * A tab that is not there has no rows.
 */
export function typedRows<T extends Tab>(
  snapshot: Snapshot,
  tab: T,
): { readonly rows: readonly PlacedRow<T>[]; readonly problems: readonly Problem[] } {
  const found = snapshot.tabs.get(tab.key);
  const rows: PlacedRow<T>[] = [];
  const problems: Problem[] = [];
  const own = Object.values(found?.layout.columns ?? {});
  found?.rows.forEach((cells, at) => {
    if (own.every((column) => isBlank(cells[column]))) return;
    const read = readRow(tab, (key) => cellAt(found, at, key), sheetRow(at));
    rows.push({ at, sheetRow: sheetRow(at), values: read.values });
    problems.push(...read.problems);
  });
  return { rows, problems };
}
