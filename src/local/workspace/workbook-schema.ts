import * as z from "zod/mini";
import { sameTab } from "../appsscript/formula-rewriting";
import type {
  CellData,
  CellFormat,
  ChartData,
  ConditionalFormatData,
  FilterData,
  RectangleData,
  SheetData,
  WorkbookData,
} from "../workbook-data";

/**
 * What a workbook from outside must be like, so that the services can work on it. Fields that they do not know are left
 * behind; colours and the like reach the page's styles, so they are held to their form as well.
 */

/** Google's limits for a workbook. */
const MAX_CELLS = 10_000_000;
const MAX_COLUMNS = 18_278;
const MAX_TAB_NAME = 100;
/** Charts are computed and drawn anew with every change. */
const MAX_CHARTS = 100;
const MAX_CHARTED_CELLS = 2_000_000;

/** Every field, the optional ones too: one that a schema does not name would be lost. */
type Fields<Data> = Readonly<Record<keyof Data, z.ZodMiniType>>;

const place = z.int().check(z.minimum(1), z.maximum(MAX_CELLS));
const tabId = z.int().check(z.minimum(0));
const text = z.string();
const color = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));
const value = z.union([z.string(), z.number(), z.boolean()]);
const placeKey = z.string().check(z.regex(/^[1-9]\d{0,7}$/));

const range = z.object({ row: place, column: place, rows: place, columns: place });

const cell = z.object({
  row: place,
  column: place,
  value,
  formula: z.exactOptional(z.string().check(z.startsWith("="))),
} satisfies Fields<CellData>);

const format = z.object({
  numberFormat: z.exactOptional(text),
  bold: z.exactOptional(z.boolean()),
  background: z.exactOptional(z.nullable(color)),
  fontColor: z.exactOptional(z.nullable(color)),
  wrap: z.exactOptional(z.boolean()),
  verticalAlignment: z.exactOptional(z.enum(["top", "middle", "bottom"])),
} satisfies Fields<CellFormat>);

const allowance = { allowInvalid: z.boolean(), helpText: z.nullable(text) };
const rule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("checkbox"), ...allowance }),
  z.object({ kind: z.literal("date"), ...allowance }),
  z.object({ kind: z.literal("number"), atLeast: z.number(), ...allowance }),
  z.object({ kind: z.literal("list"), values: z.array(text), ...allowance }),
  z.object({ kind: z.literal("range"), sheetId: tabId, range, ...allowance }),
]);

const conditionalFormat = z.object({
  ranges: z.array(range).check(z.minLength(1)),
  formula: z.string().check(z.startsWith("=")),
  background: z.exactOptional(color),
  fontColor: z.exactOptional(color),
  strikethrough: z.exactOptional(z.boolean()),
} satisfies Fields<ConditionalFormatData>);

const pixels = z.number().check(z.minimum(0), z.maximum(100_000));

const chart = z.object({
  id: text,
  kind: z.enum(["bar", "column", "line", "pie"]),
  ranges: z.array(z.object({ sheetId: tabId, range })),
  title: text,
  subtitle: z.exactOptional(text),
  stacked: z.exactOptional(z.union([z.boolean(), z.literal("percent")])),
  colors: z.exactOptional(z.array(color)),
  axis: z.exactOptional(z.object({ from: z.number(), to: z.number() })),
  unlisted: z.exactOptional(z.array(z.int().check(z.minimum(0)))),
  row: place,
  column: place,
  width: pixels,
  height: pixels,
  description: text,
} satisfies Fields<ChartData>);

const filter = z.object({ hidden: z.record(placeKey, z.array(text)) } satisfies Fields<FilterData>);

const sheet = z.object({
  id: tabId,
  name: z.string().check(z.minLength(1), z.maxLength(MAX_TAB_NAME)),
  hidden: z.boolean(),
  rowCount: place,
  columnCount: z.int().check(z.minimum(1), z.maximum(MAX_COLUMNS)),
  frozenRows: z.int().check(z.minimum(0)),
  columnWidths: z.record(placeKey, pixels),
  cells: z.array(cell),
  notes: z.array(z.object({ row: place, column: place, text })),
  formats: z.array(z.object({ range, format })),
  validations: z.array(z.object({ range, rule })),
  conditionalFormats: z.array(conditionalFormat),
  protection: z.nullable(z.object({ description: text, warningOnly: z.boolean() })),
  formUrl: z.nullable(text),
  questionColumns: z.exactOptional(z.record(placeKey, text)),
  color: z.exactOptional(z.nullable(color)),
  hiddenRows: z.exactOptional(z.array(place)),
  hiddenColumns: z.exactOptional(z.array(place)),
  filter: z.exactOptional(z.nullable(filter)),
  charts: z.exactOptional(z.array(chart).check(z.maxLength(MAX_CHARTS))),
} satisfies Fields<SheetData>);

export const workbookSchema: z.ZodMiniType<WorkbookData> = z.object({
  id: z.string().check(z.minLength(1)),
  name: text,
  timeZone: z.string().check(z.refine((zone) => formatsWith("en", zone))),
  locale: z.string().check(z.refine((locale) => formatsWith(locale.replace("_", "-"), "UTC"))),
  sheets: z.array(sheet).check(z.minLength(1)),
  namedRanges: z.array(z.object({ name: z.string().check(z.minLength(1)), sheetId: tabId, range })),
});

function formatsWith(language: string, timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat(language, { timeZone });
    return true;
  } catch {
    return false;
  }
}

type Path = readonly (string | number)[];

/**
 * What a schema cannot say of a workbook: tabs are told apart by id and name, and everything stands in its grid.
 *
 * @returns where it does not hold, or null where all is well
 */
export function inconsistencyOf({ sheets, namedRanges }: WorkbookData): Path | null {
  let gridCells = 0;
  let dressed = 0;
  let charted = 0;
  for (const [index, tab] of sheets.entries()) {
    const at = ["sheets", index];
    const before = sheets.slice(0, index);
    if (before.some((other) => other.id === tab.id)) return [...at, "id"];
    if (before.some((other) => sameTab(other.name, tab.name))) return [...at, "name"];
    gridCells += tab.rowCount * tab.columnCount;
    if (gridCells > MAX_CELLS) return [...at, "rowCount"];
    const outside = outsideOf(tab);
    if (outside) return [...at, ...outside];
    // Each is laid over its cells one by one: more of them than any program has would never come to an end.
    dressed += areaOf(tab.formats) + areaOf(tab.validations);
    if (dressed > 4 * MAX_CELLS) return [...at, "formats"];
    charted += chartedCells(tab, sheets);
    if (charted > MAX_CHARTED_CELLS) return [...at, "charts"];
  }
  const lost = namedRanges.findIndex((named) => {
    const tab = sheets.find(({ id }) => id === named.sheetId);
    return !tab || !isInside(tab, named.range);
  });
  return lost < 0 ? null : ["namedRanges", lost];
}

function outsideOf(tab: SheetData): Path | null {
  for (const layer of ["cells", "notes"] as const) {
    const found = tab[layer].findIndex(({ row, column }) => row > tab.rowCount || column > tab.columnCount);
    if (found >= 0) return [layer, found];
  }
  for (const layer of ["formats", "validations"] as const) {
    const found = tab[layer].findIndex(({ range }) => !isInside(tab, range));
    if (found >= 0) return [layer, found];
  }
  return null;
}

function isInside(tab: SheetData, { row, column, rows, columns }: RectangleData): boolean {
  return row + rows - 1 <= tab.rowCount && column + columns - 1 <= tab.columnCount;
}

/** A chart may reach past its grid: there it has nothing to show. */
function chartedCells({ charts = [] }: SheetData, sheets: readonly SheetData[]): number {
  return charts
    .flatMap(({ ranges }) => ranges)
    .reduce((sum, { sheetId, range }) => {
      const tab = sheets.find(({ id }) => id === sheetId);
      return tab ? sum + Math.min(range.rows, tab.rowCount) * Math.min(range.columns, tab.columnCount) : sum;
    }, 0);
}

function areaOf(dressings: readonly { readonly range: RectangleData }[]): number {
  return dressings.reduce((sum, { range }) => sum + range.rows * range.columns, 0);
}
