import type { RectangleData } from "../../workbook-data";

/** A cell by its place, 1-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What is selected: the rectangle between the cell where it began and the active cell. */
export interface Selection {
  readonly anchor: Place;
  readonly active: Place;
  /** Whole rows or columns, as when a header was clicked. */
  readonly whole?: "rows" | "columns";
}

/** The columns and rows that show, in order. */
export interface Visible {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export function selectCell(place: Place): Selection {
  return { anchor: place, active: place };
}

/** The rectangle of a selection inside a tab of this size. */
export function rectangleOf(
  { anchor, active, whole }: Selection,
  size: { readonly rowCount: number; readonly columnCount: number },
): RectangleData {
  const row = whole === "columns" ? 1 : Math.min(anchor.row, active.row);
  const column = whole === "rows" ? 1 : Math.min(anchor.column, active.column);
  const lastRow = whole === "columns" ? size.rowCount : Math.max(anchor.row, active.row);
  const lastColumn = whole === "rows" ? size.columnCount : Math.max(anchor.column, active.column);
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export function isInside(range: RectangleData, row: number, column: number): boolean {
  return (
    row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns
  );
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
  const anchor = { row: Number(row), column: columnOf(column) };
  const active = { row: Number(lastRow), column: columnOf(lastColumn) };
  const fits = [anchor, active].every(
    (place) => place.row >= 1 && place.row <= size.rowCount && place.column <= size.columnCount,
  );
  return fits ? { anchor, active } : null;
}

function columnOf(text: string): number {
  return [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
