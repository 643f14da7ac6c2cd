import type { RectangleData } from "../../workbook-data";

/** A cell by its place, 1-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What is selected: the rectangle between the active cell, where it began and where typing goes, and its end. */
export interface Selection {
  readonly active: Place;
  readonly end: Place;
  /** Whole rows or columns, as when a header was clicked. */
  readonly whole?: "rows" | "columns";
}

/** The columns and rows that show, in order. */
export interface Visible {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export function selectCell(place: Place): Selection {
  return { active: place, end: place };
}

/** The rectangle of a selection inside a tab of this size. */
export function rectangleOf(
  { active, end, whole }: Selection,
  size: { readonly rowCount: number; readonly columnCount: number },
): RectangleData {
  const row = whole === "columns" ? 1 : Math.min(active.row, end.row);
  const column = whole === "rows" ? 1 : Math.min(active.column, end.column);
  const lastRow = whole === "columns" ? size.rowCount : Math.max(active.row, end.row);
  const lastColumn = whole === "rows" ? size.columnCount : Math.max(active.column, end.column);
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export function isInside(range: RectangleData, row: number, column: number): boolean {
  return (
    row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns
  );
}

/** The sides of a range of several cells on which a cell of it lies: "top left" for its first. */
export function edgesIn(range: RectangleData, row: number, column: number): string {
  if (!isInside(range, row, column) || (range.rows === 1 && range.columns === 1)) return "";
  const sides = {
    top: row === range.row,
    bottom: row === range.row + range.rows - 1,
    left: column === range.column,
    right: column === range.column + range.columns - 1,
  };
  return Object.entries(sides)
    .filter(([, isThere]) => isThere)
    .map(([side]) => side)
    .join(" ");
}

/** The place so many visible rows and columns away, held inside the tab. */
export function stepFrom(from: Place, rows: number, columns: number, visible: Visible): Place {
  return { row: stepAlong(visible.rows, from.row, rows), column: stepAlong(visible.columns, from.column, columns) };
}

function stepAlong(places: readonly number[], from: number, steps: number): number {
  if (steps === 0) return from;
  const at = places.findIndex((place) => place >= from);
  const start = at < 0 ? places.length - 1 : at;
  return places[Math.max(0, Math.min(places.length - 1, start + steps))] ?? from;
}

/** "B12" */
export function nameOf({ row, column }: Place): string {
  return `${letters(column)}${row}`;
}

/** "B2:D9", or "B2" for one cell. */
export function nameOfRange({ row, column, rows, columns }: RectangleData): string {
  const first = nameOf({ row, column });
  if (rows === 1 && columns === 1) return first;
  return `${first}:${nameOf({ row: row + rows - 1, column: column + columns - 1 })}`;
}

/** "A", "Z", "AA" for 1, 26, 27. */
export function letters(column: number): string {
  let text = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}

/** The selection that a name such as "C7" or "b2:d9" means; null where it means none in a tab of this size. */
export function selectionNamed(
  name: string,
  size: { readonly rowCount: number; readonly columnCount: number },
): Selection | null {
  const match = /^\$?([a-z]{1,3})\$?(\d{1,7})(?::\$?([a-z]{1,3})\$?(\d{1,7}))?$/i.exec(name.trim());
  if (!match) return null;
  const [, column = "", row = "", lastColumn = column, lastRow = row] = match;
  const active = { row: Number(row), column: columnOf(column) };
  const end = { row: Number(lastRow), column: columnOf(lastColumn) };
  const fits = [active, end].every(
    (place) => place.row >= 1 && place.row <= size.rowCount && place.column <= size.columnCount,
  );
  return fits ? { active, end } : null;
}

function columnOf(text: string): number {
  return [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
