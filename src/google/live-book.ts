import type { StoredWords } from "../content/stored-words";
import type { TabSnapshot } from "../workbook/snapshot";
import type { Tab } from "../workbook/tab";
import { PlannerError } from "./failures";
import type { OpenWorkbook } from "./workbook";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The workbook while it is being written: tabs and columns that the plan makes are known to what follows. */
export interface LiveBook extends Omit<OpenWorkbook, "sheets" | "snapshot"> {
  readonly sheets: Map<string, Sheet>;
  readonly tabs: Map<string, TabSnapshot>;
  /** What columns' notes tell people, by tab and column: read where something is made. */
  readonly help: () => StoredWords["columnHelp"];
}

export function need(book: LiveBook, tab: Tab): { readonly sheet: Sheet; readonly now: TabSnapshot } {
  const sheet = book.sheets.get(tab.key);
  const now = book.tabs.get(tab.key);
  if (!sheet || !now) throw new PlannerError(`the plan writes to ${tab.key}, which is not there`);
  return { sheet, now };
}

/** Puts whole columns for `{tab.column}` in a formula of ours. */
export function resolver(book: LiveBook): (formula: string) => string {
  return (formula) =>
    formula.replace(/\{([\w-]+)\.([\w-]+)\}/g, (_, tabKey: string, column: string) => {
      const place = book.tabs.get(tabKey)?.layout.columns[column];
      const sheet = book.sheets.get(tabKey);
      if (place === undefined || !sheet) return "#REF!";
      const letter = columnLetter(place);
      return `${quotedName(sheet)}!${letter}:${letter}`;
    });
}

/** A tab's name as formulas write it; asked for once a tab. */
const names = new WeakMap<Sheet, string>();
function quotedName(sheet: Sheet): string {
  const name = names.get(sheet) ?? `'${sheet.getName().replace(/'/g, "''")}'`;
  names.set(sheet, name);
  return name;
}

/** @example columnLetter(27) // "AB" */
export function columnLetter(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnLetter(Math.floor(place / 26) - 1) + letter;
}
