import { a1Of, columnLetters, parseA1 } from "../appsscript/a1";
import type { RectangleData } from "../workbook-data";

/** The size of every Excel grid. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/**
 * A cell, a rectangle, whole columns or whole rows of Excel's grid; null where the text is none of them.
 *
 * @example parseRange("$A:$B") // { row: 1, column: 1, rows: 1048576, columns: 2 }
 */
export function parseRange(address: string): RectangleData | null {
  return parseA1(address, { rows: MAX_ROWS, columns: MAX_COLUMNS });
}

/** The part of a rectangle that lies in a grid of that size; null where there is none. */
export function clip(range: RectangleData, rowCount: number, columnCount: number): RectangleData | null {
  const rows = Math.min(range.rows, rowCount - range.row + 1);
  const columns = Math.min(range.columns, columnCount - range.column + 1);
  return rows < 1 || columns < 1 ? null : { row: range.row, column: range.column, rows, columns };
}

/**
 * The address that a rule has in the file. Excel's grid does not end where the sheet's does, so a range that reaches
 * the sheet's last row reaches Excel's, and rows that people add there have the same dropdowns and colours.
 *
 * @example ruleAddress({ row: 2, column: 1, rows: 999, columns: 1 }, 1000) // "A2:A1048576"
 */
export function ruleAddress(range: RectangleData, rowCount: number): string {
  return a1Of(range.row + range.rows - 1 >= rowCount ? { ...range, rows: MAX_ROWS - range.row + 1 } : range);
}

/** @example reference("Ann's", { row: 2, column: 1, rows: 9, columns: 1 }) // "'Ann''s'!$A$2:$A$10" */
export function reference(sheet: string, range: RectangleData): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row}`;
  const first = corner(range.row, range.column);
  const last = corner(range.row + range.rows - 1, range.column + range.columns - 1);
  return `'${sheet.replaceAll("'", "''")}'!${first === last ? first : `${first}:${last}`}`;
}

/** @example splitReference("'My tab'!$A$1") // { sheet: "My tab", address: "$A$1" } */
export function splitReference(text: string): { readonly sheet: string; readonly address: string } | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(text.trim());
  if (!match) return null;
  return { sheet: (match[1] ?? match[2] ?? "").replaceAll("''", "'"), address: match[3] ?? "" };
}
