import { checkInside } from "../appsscript/grid-bounds";
import type { OpenSheet } from "../appsscript/open-sheet";
import { emptyCell, typeTexts } from "../appsscript/sheet-operations";
import type { Tab } from "../appsscript/tab";
import type { RectangleData } from "../workbook-data";
import { displayText } from "./display-text";
import { fillCells } from "./fill";
import { filteredRows } from "./filter";

/** Edits of many cells. Rows that a filter hides are left alone, as in Sheets: who cannot see a row does not mean it. */

export function pasteTexts(
  sheet: OpenSheet,
  tab: Tab,
  { row, column, cells }: { row: number; column: number; cells: readonly (readonly string[])[] },
): void {
  checkInside(tab, { row, column, rows: 1, columns: 1 });
  const filtered = rowsFiltered(sheet, tab);
  const rows: number[] = [];
  for (let place = row; rows.length < cells.length; place++) if (!filtered.has(place)) rows.push(place);
  const width = cells.reduce((most, line) => Math.max(most, line.length), 0);
  grow(sheet, tab, "row", rows.at(-1) ?? row);
  grow(sheet, tab, "column", column + width - 1);
  const texts = cells.flatMap((line, down) =>
    line.map((text, across) => ({ row: rows[down] ?? row, column: column + across, text })),
  );
  typeTexts(sheet, tab, texts);
}

export function clearCells(sheet: OpenSheet, tab: Tab, range: RectangleData): void {
  checkInside(tab, range);
  const rows = Math.min(range.rows, Math.max(0, tab.cells.lastRow() - range.row + 1));
  for (const [row, column] of shownCells(sheet, tab, { ...range, rows })) emptyCell(tab, row, column);
}

/** Ticks all checkboxes of a range, or none where all are ticked. */
export function toggleCheckboxes(sheet: OpenSheet, tab: Tab, range: RectangleData): void {
  checkInside(tab, range);
  const boxes = shownCells(sheet, tab, range).filter(
    ([row, column]) =>
      tab.rules.get(row, column)?.kind === "checkbox" && typeof tab.cells.get(row, column) !== "object",
  );
  const allTicked = boxes.every(([row, column]) => tab.cells.get(row, column) === true);
  for (const [row, column] of boxes) tab.cells.set(row, column, !allTicked);
}

export function fillRange(sheet: OpenSheet, tab: Tab, { from, to }: { from: RectangleData; to: RectangleData }): void {
  checkInside(tab, to);
  fillCells(sheet, tab, { from, to, skippedRows: rowsFiltered(sheet, tab) });
}

export function setNote(tab: Tab, { row, column, text }: { row: number; column: number; text: string }): void {
  checkInside(tab, { row, column, rows: 1, columns: 1 });
  tab.notes.set(row, column, text || undefined);
}

function shownCells(sheet: OpenSheet, tab: Tab, range: RectangleData): (readonly [row: number, column: number])[] {
  const filtered = rowsFiltered(sheet, tab);
  const cells: (readonly [number, number])[] = [];
  for (let row = range.row; row < range.row + range.rows; row++) {
    if (filtered.has(row)) continue;
    for (let column = range.column; column < range.column + range.columns; column++) cells.push([row, column]);
  }
  return cells;
}

function rowsFiltered(sheet: OpenSheet, tab: Tab): ReadonlySet<number> {
  return filteredRows(tab, (_, row, column) => displayText(sheet, tab, row, column));
}

/** New lines at the end are like the last one there was. */
function grow({ file }: OpenSheet, tab: Tab, axis: "row" | "column", needed: number): void {
  const size = axis === "row" ? tab.rowCount : tab.columnCount;
  if (needed > size) file.insertAfter(tab, axis, size, needed - size);
}
