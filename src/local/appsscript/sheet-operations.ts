import { rewriteForCopy } from "./formula-rewriting";
import { checkInside } from "./grid-bounds";
import type { OpenSheet } from "./open-sheet";
import { Refusal } from "./refusal";
import { sortOrder } from "./sort-order";
import type { Tab } from "./tab";
import { validationCheck } from "./validation-check";
import type { WorkbookFile } from "./workbook-file";

/** What people do to cells, rows and columns, whoever they are: the person at this page or another editor. */

type Sheet = Pick<OpenSheet, "file" | "values">;
type Axis = "row" | "column";

interface Lines {
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
}

/** Types texts into cells that lie in the grid. One that a strict rule forbids stops it, and those before it stand. */
export function typeTexts(
  { file, values }: Sheet,
  tab: Tab,
  texts: readonly { readonly row: number; readonly column: number; readonly text: string }[],
): void {
  const refuse = validationCheck(file, values);
  for (const { row, column, text } of texts) {
    checkInside(tab, { row, column, rows: 1, columns: 1 });
    if (text === "") emptyCell(tab, row, column);
    else {
      values.check("Cell", text);
      const typed = values.typed(text, tab.isText(row, column));
      refuse(tab, row, column, typed.content);
      tab.place(row, column, typed, file.formats);
    }
  }
  file.revision++;
}

/** An emptied checkbox is one that is not ticked; where nothing was, nothing comes. */
export function emptyCell(tab: Tab, row: number, column: number): void {
  if (tab.cells.get(row, column) === undefined) return;
  tab.cells.set(row, column, tab.rules.get(row, column)?.kind === "checkbox" ? false : undefined);
}

/** New rows and columns are like the line before them, except below the header. */
export function insertLines(file: WorkbookFile, tab: Tab, { axis, at, count }: Lines): void {
  const size = sizeOf(tab, axis);
  if (at < 1 || at > size + 1 || count < 1) throw outOfBounds(axis);
  const isBelowHeader = axis === "row" && at === tab.frozenRows + 1 && at <= size;
  if (at > 1 && !isBelowHeader) file.insertAfter(tab, axis, at - 1, count);
  else {
    file.restructure(tab, { kind: "insert", axis, at, count });
    if (isBelowHeader) tab.inheritFromBelow(at, count);
  }
}

export function removeLines(file: WorkbookFile, tab: Tab, { axis, at, count }: Lines): void {
  file.restructure(tab, { kind: "remove", axis, at, count });
}

/** They go to just before what stands at `before` now. */
export function moveLines(file: WorkbookFile, tab: Tab, { axis, at, count, before }: Lines & { before: number }): void {
  checkLines(tab, { axis, at, count });
  if (before < 1 || before > sizeOf(tab, axis) + 1) throw outOfBounds(axis);
  if (before < at || before > at + count) file.restructure(tab, { kind: "move", axis, at, count, to: before });
}

export function hideLines(tab: Tab, { axis, at, count }: Lines): void {
  checkLines(tab, { axis, at, count });
  const hidden = hiddenOf(tab, axis);
  for (let place = at; place < at + count; place++) hidden.add(place);
  if (hidden.size >= sizeOf(tab, axis)) throw new Refusal(`You can't hide all the ${axis}s on a sheet.`);
}

export function showLines(tab: Tab, { axis, at, count }: Lines): void {
  const hidden = hiddenOf(tab, axis);
  for (const place of [...hidden]) if (place >= at && place < at + count) hidden.delete(place);
}

/** Sorts the rows below the frozen ones by a column; formulas keep pointing at their own row. */
export function sortRows({ file, values }: Sheet, tab: Tab, column: number, descending: boolean): void {
  if (column < 1 || column > tab.columnCount) throw outOfBounds("column");
  const row = tab.frozenRows + 1;
  const rows = tab.cells.lastRow() - tab.frozenRows;
  if (rows < 2) return;
  const range = { row, column: 1, rows, columns: tab.columnCount };
  const keys = Array.from({ length: rows }, (_, index) => values.read(tab, row + index, column));
  const order = sortOrder(keys, descending).map((index) => row + index);
  for (const layer of [tab.cells, tab.notes, tab.formats, tab.rules]) layer.permuteRows(range, order);
  order.forEach((from, index) => {
    const to = row + index;
    if (to === from) return;
    for (let place = 1; place <= tab.columnCount; place++) {
      const content = tab.cells.get(to, place);
      if (typeof content !== "object") continue;
      tab.cells.set(to, place, { formula: rewriteForCopy(content.formula, to - from) });
    }
  });
  file.revision++;
}

function sizeOf(tab: Tab, axis: Axis): number {
  return axis === "row" ? tab.rowCount : tab.columnCount;
}

function hiddenOf(tab: Tab, axis: Axis): Set<number> {
  return axis === "row" ? tab.hiddenRows : tab.hiddenColumns;
}

function checkLines(tab: Tab, { axis, at, count }: Lines): void {
  if (at < 1 || count < 1 || at + count - 1 > sizeOf(tab, axis)) throw outOfBounds(axis);
}

function outOfBounds(axis: Axis): Refusal {
  return new Refusal(`Those ${axis}s are out of bounds.`);
}
