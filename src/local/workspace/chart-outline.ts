import type { OpenSheet } from "../appsscript/open-sheet";
import type { ChartData } from "../workbook-data";
import { displayText } from "./display-text";
import { hiddenRowsOf } from "./filter";
import type { ChartOutline } from "./protocol";

/** One column of a chart's ranges: what its first row says, and the cells below that. */
interface ChartColumn {
  readonly name: string;
  readonly texts: readonly string[];
  readonly values: readonly (number | null)[];
  readonly percent: boolean;
  readonly unsigned: boolean;
}

/**
 * A chart with the figures that its cells hold now. What is no number is null, never zero; hidden rows and columns are
 * left out, as Google does it, and so is what is blank at the end.
 *
 * @example chartOutline(services.sheet, chart)
 *   // { …, labels: ["Independent"], series: [{ name: "Awarded", values: [0.53], percent: true, unsigned: false }] }
 */
export function chartOutline(sheet: OpenSheet, chart: ChartData): ChartOutline {
  const { ranges, ...look } = chart;
  const columns = ranges.flatMap((part) => columnsOf(sheet, part));
  const [labels, ...series] = columns;
  const rows = Math.max(0, ...columns.map(({ texts }) => filledRows(texts)));
  const places = Array.from({ length: rows }, (_, place) => place);
  return {
    ...look,
    labels: places.map((place) => labels?.texts[place] ?? ""),
    series: series.map(({ name, values, percent, unsigned }) => ({
      name,
      percent,
      unsigned,
      values: places.map((place) => values[place] ?? null),
    })),
  };
}

function columnsOf(sheet: OpenSheet, { sheetId, range }: ChartData["ranges"][number]): readonly ChartColumn[] {
  const tab = sheet.file.tabs.find(({ id }) => id === sheetId);
  if (!tab) return [];
  const columns = run(range.column, Math.min(range.columns, tab.columnCount)).filter(
    (column) => !tab.hiddenColumns.has(column),
  );
  const hidden = new Set(hiddenRowsOf(tab, (...place) => displayText(sheet, ...place)));
  // An open end reaches as far as anything does.
  const last = Math.min(range.row + range.rows - 1, Math.max(range.row, tab.cells.lastRow()));
  const rows = run(range.row + 1, last - range.row).filter((row) => !hidden.has(row));
  const isAnywhere = (column: number, is: (format: string) => boolean): boolean =>
    rows.some((row) => is(tab.formats.get(row, column)?.numberFormat ?? ""));
  return columns.map((column) => ({
    name: displayText(sheet, tab, range.row, column),
    texts: rows.map((row) => displayText(sheet, tab, row, column)),
    values: rows.map((row) => {
      const cell = sheet.values.read(tab, row, column);
      return typeof cell === "number" ? cell : null;
    }),
    percent: isAnywhere(column, (format) => format.includes("%")),
    unsigned: isAnywhere(column, hidesMinus),
  }));
}

/** The second part of a number format is for negative figures, and brings its own minus or none. */
function hidesMinus(format: string): boolean {
  const negative = format.split(";")[1];
  return negative !== undefined && !/[-(]/.test(negative);
}

const run = (from: number, count: number): readonly number[] =>
  Array.from({ length: Math.max(0, count) }, (_, offset) => from + offset);

function filledRows(texts: readonly string[]): number {
  return texts.reduce((end, text, place) => (text === "" ? end : place + 1), 0);
}
