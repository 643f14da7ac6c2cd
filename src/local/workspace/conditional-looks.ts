import { isSameAcrossRow } from "../appsscript/condition-formula";
import type { OpenSheet } from "../appsscript/open-sheet";
import type { Tab } from "../appsscript/tab";
import type { ConditionalFormatData, RectangleData } from "../workbook-data";

/** What conditional formats add to a cell's look. */
type ConditionalLook = Pick<ConditionalFormatData, "background" | "fontColor" | "strikethrough">;

/**
 * The looks that a tab's conditional formats give to the cells of an area, by cell. Where several rules are true, an
 * earlier one goes before a later one in what both of them set.
 */
export function conditionalLooks(
  { conditions }: OpenSheet,
  tab: Tab,
  area: RectangleData,
): (row: number, column: number) => ConditionalLook | null {
  const rules = tab.conditionalFormats.map((rule) => ({
    rule,
    ranges: rule.ranges.flatMap((range) => overlap(range, area) ?? []),
    byRow: isSameAcrossRow(rule),
    trueAt: new Set<string>(),
  }));
  const asked = rules.flatMap(({ rule, ranges, byRow, trueAt }) =>
    ranges
      .flatMap((range) => cellsOf(byRow ? { ...range, columns: 1 } : range))
      .map(({ row, column }) => ({ rule, row, column, trueAt, key: byRow ? `${row}` : `${row}:${column}` })),
  );
  conditions.areTrue(tab, asked).forEach((isTrue, index) => {
    const question = asked[index];
    if (isTrue && question) question.trueAt.add(question.key);
  });
  const inForce = rules.filter(({ trueAt }) => trueAt.size > 0);
  return (row, column) => {
    const looks = inForce
      .filter(
        ({ ranges, byRow, trueAt }) => trueAt.has(byRow ? `${row}` : `${row}:${column}`) && isIn(ranges, row, column),
      )
      .map(({ rule: { background, fontColor, strikethrough } }) => ({
        ...(background !== undefined && { background }),
        ...(fontColor !== undefined && { fontColor }),
        ...(strikethrough && { strikethrough }),
      }));
    return looks.length === 0 ? null : Object.assign({}, ...looks.reverse());
  };
}

function overlap(one: RectangleData, other: RectangleData): RectangleData | null {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

function cellsOf({ row, column, rows, columns }: RectangleData): { row: number; column: number }[] {
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: row + Math.floor(index / columns),
    column: column + (index % columns),
  }));
}

function isIn(ranges: readonly RectangleData[], row: number, column: number): boolean {
  return ranges.some(
    (range) =>
      row >= range.row &&
      row < range.row + range.rows &&
      column >= range.column &&
      column < range.column + range.columns,
  );
}
