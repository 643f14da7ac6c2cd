import type { RectangleData } from "../workbook-data";
import { Refusal } from "./refusal";

/** The size that a tab will have once waiting writes have gone out. */
interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export function checkRangeArguments(range: RectangleData, grid: GridSize): void {
  if (range.row < 1) throw new Error("The starting row of the range is too small.");
  if (range.column < 1) throw new Error("The starting column of the range is too small.");
  if (range.rows < 1) throw new Error("The number of rows in the range must be at least 1.");
  if (range.columns < 1) throw new Error("The number of columns in the range must be at least 1.");
  if (range.row + range.rows - 1 > grid.rows || range.column + range.columns - 1 > grid.columns) {
    throw new Error("The coordinates of the range are outside the dimensions of the sheet.");
  }
}

/** A range that was good when it was made may have lost its rows to somebody else since. */
export function checkInside(tab: { rowCount: number; columnCount: number }, range: RectangleData): void {
  if (range.row < 1 || range.row + range.rows - 1 > tab.rowCount) throw new Refusal("Those rows are out of bounds.");
  if (range.column < 1 || range.column + range.columns - 1 > tab.columnCount) {
    throw new Refusal("Those columns are out of bounds.");
  }
}
