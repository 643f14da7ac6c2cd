import type { RectangleData } from "../workbook-data";
import type { CellValues } from "./cell-values";
import type { Execution } from "./execution";
import type { WorkbookFile } from "./workbook-file";

export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;

/** What every object of the spreadsheet service works with, and how one of them makes another. */
export interface Desk {
  readonly execution: Execution;
  readonly file: WorkbookFile;
  readonly values: CellValues;
  readonly spreadsheet: () => Spreadsheet;
  readonly sheet: (tabId: number) => Sheet;
  readonly range: (place: RangePlace) => Range;
  readonly toast: (message: string, title: string) => void;
}

export interface RangePlace {
  readonly tabId: number;
  readonly range: RectangleData;
}

const places = new WeakMap<object, RangePlace>();

export function rememberPlace(range: Range, place: RangePlace): Range {
  places.set(range, place);
  return range;
}

/** What stands behind a Range that a script hands back to us. */
export function placeOf(member: string, range: unknown): RangePlace {
  const place = typeof range === "object" && range !== null ? places.get(range) : undefined;
  if (!place) throw new Error(`The parameters don't match the method signature for ${member}: a Range was expected.`);
  return place;
}
