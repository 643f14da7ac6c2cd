import { rewriteForCopy } from "../appsscript/formula-rewriting";
import { checkInside } from "../appsscript/grid-bounds";
import { isDateFormat } from "../appsscript/number-format";
import type { OpenSheet } from "../appsscript/open-sheet";
import type { Tab } from "../appsscript/tab";
import type { CellContent } from "../appsscript/typed-text";
import { validationCheck } from "../appsscript/validation-check";
import type { RectangleData } from "../workbook-data";
import { seriesOf } from "./series";

/**
 * Fills `to`, which contains `from`, from the cells of `from`: along rows first, then along columns. Formulas are
 * copied with their references moved along, what makes a series goes on, everything else is repeated. Formats come
 * along; the rules of the cells filled stay.
 */
export function fillCells(
  sheet: OpenSheet,
  tab: Tab,
  { from, to, skippedRows }: { from: RectangleData; to: RectangleData; skippedRows: ReadonlySet<number> },
): void {
  checkInside(tab, to);
  const tall = { ...from, row: to.row, rows: to.rows };
  for (let column = from.column; column < from.column + from.columns; column++) {
    fillLine(sheet, tab, {
      source: span(from.row, from.rows).map((row) => ({ row, column })),
      target: span(to.row, to.rows).map((row) => ({ row, column })),
      skippedRows,
    });
  }
  for (let row = to.row; row < to.row + to.rows; row++) {
    fillLine(sheet, tab, {
      source: span(tall.column, tall.columns).map((column) => ({ row, column })),
      target: span(to.column, to.columns).map((column) => ({ row, column })),
      skippedRows,
    });
  }
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function fillLine(
  { file, values }: OpenSheet,
  tab: Tab,
  {
    source,
    target,
    skippedRows,
  }: { source: readonly Place[]; target: readonly Place[]; skippedRows: ReadonlySet<number> },
): void {
  const start = target.findIndex(({ row, column }) => row === source[0]?.row && column === source[0].column);
  const contents = source.map(({ row, column }) => tab.cells.get(row, column));
  const isDate = source.some(({ row, column }) => isDateFormat(tab.formats.get(row, column)?.numberFormat));
  const series = seriesOf(contents, isDate);
  const refuse = validationCheck(file, values);
  target.forEach((place, index) => {
    const step = index - start;
    const from = source[((step % source.length) + source.length) % source.length];
    if (!from || (step >= 0 && step < source.length) || skippedRows.has(place.row)) return;
    const content = series ? series(step) : copied(tab.cells.get(from.row, from.column), from, place);
    refuse(tab, place.row, place.column, content);
    tab.cells.set(place.row, place.column, content);
    tab.formats.set(place.row, place.column, tab.formats.get(from.row, from.column));
  });
}

function copied(content: CellContent | undefined, from: Place, to: Place): CellContent | undefined {
  if (typeof content !== "object") return content;
  return { formula: rewriteForCopy(content.formula, to.row - from.row, to.column - from.column) };
}

function span(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
