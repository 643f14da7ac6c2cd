import type { RectangleData } from "../workbook-data";

/** 1 -> A, 27 -> AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A -> 1, AA -> 27. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

export function a1Of(range: RectangleData): string {
  const first = `${columnLetters(range.column)}${range.row}`;
  if (range.rows === 1 && range.columns === 1) return first;
  return `${first}:${columnLetters(range.column + range.columns - 1)}${range.row + range.rows - 1}`;
}

const corner = /^\$?([A-Za-z]{1,3})?\$?(\d{1,8})?$/;

/**
 * A1 notation against a grid of a given size: `B2`, `B2:C5`, `A:A`, `1:1` and `B2:B`. An end that is left out is the
 * grid's end. Null where it is no such thing; a rectangle may still lie outside the grid.
 */
export function parseA1(text: string, grid: { rows: number; columns: number }): RectangleData | null {
  const [from, to, ...rest] = text.trim().split(":");
  const first = corner.exec(from ?? "");
  const second = to === undefined ? first : corner.exec(to);
  if (rest.length > 0 || !first || !second || first[0] === "" || second[0] === "") return null;
  if (to === undefined && (first[1] === undefined || first[2] === undefined)) return null;
  const columns = [first[1] ? columnNumber(first[1]) : 1, second[1] ? columnNumber(second[1]) : grid.columns] as const;
  const rows = [first[2] ? Number(first[2]) : 1, second[2] ? Number(second[2]) : grid.rows] as const;
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  if (row < 1) return null;
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}
