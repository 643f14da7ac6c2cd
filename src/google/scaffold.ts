import type { Column } from "../workbook/column";
import { headerNote, type Tab } from "../workbook/tab";
import { settings } from "../workbook/tabs/settings";
import { toSheet } from "./cells";
import { columnLetter, type LiveBook, need } from "./live-book";
import { SETTINGS_RANGE } from "./workbook";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

const HEADER = "#e8f0fe";
const PLANNER_HEADER = "#e8eaed";
/** A new tab of Google Sheets has 1,000 rows and 26 columns. */
const NEW_TAB_COLUMNS = 26;

/**
 * Makes a tab, or takes over the blank one of that name, and marks its header. The notes go in first: from then on the
 * tab is known as ours, so that a run that is cut off here is finished by the next one and leaves no second tab.
 */
export function createTab(book: LiveBook, tab: Tab, title: string, adopt: string | null): void {
  const blank = adopt === null ? null : book.spreadsheet.getSheetByName(adopt);
  if (adopt !== title) blank?.setName(title);
  const sheet = blank ?? book.spreadsheet.insertSheet(title, book.spreadsheet.getSheets().length);
  const keys = Object.keys(tab.columns);
  if (keys.length > NEW_TAB_COLUMNS) sheet.insertColumnsAfter(NEW_TAB_COLUMNS, keys.length - NEW_TAB_COLUMNS);
  const header = sheet.getRange(1, 1, 1, keys.length);
  header.setNotes([keys.map((key) => headerNote(tab, key, helpOf(book, tab, key)))]);
  header.setValues([keys.map((key) => headerCell(book, tab, key))]);
  if (tab.key === settings.key) book.spreadsheet.setNamedRange(SETTINGS_RANGE, sheet.getRange("A1"));
  book.sheets.set(tab.key, sheet);
  book.tabs.set(tab.key, {
    headers: keys.map((key) => tab.columns[key]?.header ?? ""),
    rows: [],
    layout: {
      columns: Object.fromEntries(keys.map((key, place) => [key, place])),
      missing: [],
      unmarked: [],
      width: keys.length,
      problems: [],
    },
  });
}

/**
 * Adds declared columns to the right of everything that stands in the tab. The notes go in last: a column that has
 * none yet is found by its header, and gets it from the next run.
 */
export function addColumns(book: LiveBook, tab: Tab, keys: readonly string[]): void {
  const { sheet, now } = need(book, tab);
  const first = Math.max(now.layout.width, 1);
  sheet.insertColumnsAfter(first, keys.length);
  const columns = { ...now.layout.columns };
  keys.forEach((key, index) => {
    columns[key] = first + index;
    dressColumn(book, tab, sheet, key, first + index);
  });
  const header = sheet.getRange(1, first + 1, 1, keys.length);
  header.setValues([keys.map((key) => headerCell(book, tab, key))]);
  header.setNotes([keys.map((key) => headerNote(tab, key, helpOf(book, tab, key)))]);
  book.tabs.set(tab.key, { ...now, layout: { ...now.layout, columns, width: first + keys.length } });
}

/** Gives columns that were found by their header their note back. */
export function markColumns(book: LiveBook, tab: Tab, keys: readonly string[]): void {
  const { sheet, now } = need(book, tab);
  for (const key of keys) {
    const place = now.layout.columns[key];
    if (place !== undefined)
      sheet.getRange(1, place + 1, 1, 1).setNotes([[headerNote(tab, key, helpOf(book, tab, key))]]);
  }
}

/** Lays formats, dropdowns, colours and the warning over a tab. Doing it twice changes nothing. */
export function dressTab(book: LiveBook, tab: Tab): void {
  const { sheet, now } = need(book, tab);
  const places = Object.entries(now.layout.columns);
  const width = Math.max(...places.map(([, place]) => place)) + 1;
  const header = sheet.getRange(1, 1, 1, width);
  // A run that was cut off right after the notes left no headers.
  if (now.headers.every((words) => words.trim() === "")) {
    const keys = new Map(places.map(([key, place]) => [place, key]));
    header.setValues([Array.from({ length: width }, (_, place) => headerCell(book, tab, keys.get(place) ?? ""))]);
  }
  header.setFontWeight("bold").setBackground(HEADER).setWrap(true);
  const planners = places.filter(([key]) => tab.columns[key]?.owner === "planner").map(([, place]) => place);
  for (const [from, to] of spans(planners)) sheet.getRange(1, from + 1, 1, to - from + 1).setBackground(PLANNER_HEADER);
  // Beside a text of several lines, what is short would hang at the bottom.
  if (places.some(([key]) => tab.columns[key]?.wrap))
    sheet.getRange(`A2:${columnLetter(width - 1)}`).setVerticalAlignment("top");
  sheet.setFrozenRows(1);
  for (const [key, place] of places) dressColumn(book, tab, sheet, key, place);
  addRowStyles(book, tab, sheet, width);
  // Where people have columns of their own, a warning at every word would only teach them to click it away.
  const isPlannersAlone = Object.values(tab.columns).every(({ owner }) => owner === "planner");
  if (tab.filledBy === "planner" && isPlannersAlone) sheet.protect().setWarningOnly(true);
  if (tab.hidden) sheet.hideSheet();
}

function dressColumn(book: LiveBook, tab: Tab, sheet: Sheet, key: string, place: number): void {
  const column = tab.columns[key];
  if (!column) return;
  const letter = columnLetter(place);
  sheet.setColumnWidth(place + 1, column.width);
  const cells = sheet.getRange(`${letter}2:${letter}`);
  if (column.format) cells.setNumberFormat(column.format);
  if (column.wrap) cells.setWrap(true);
  if (column.hidden) sheet.hideColumns(place + 1);
  const validation = validationOf(book, column, helpOf(book, tab, key));
  if (validation) cells.setDataValidation(validation);
}

/** What is typed against a rule is marked, never refused: an import keeps what it finds, and people know exceptions. */
function validationOf(book: LiveBook, column: Column, help: string): DataValidation | null {
  const rule = SpreadsheetApp.newDataValidation();
  if (column.type === "checkbox") return rule.requireCheckbox().build();
  rule.setAllowInvalid(true).setHelpText(help);
  if (column.type === "date") return rule.requireDate().build();
  if (column.choices?.kind === "list") {
    return rule
      .requireValueInList(
        column.choices.options.map(({ label }) => label),
        true,
      )
      .build();
  }
  if (column.choices?.kind === "column") {
    const sheet = book.sheets.get(column.choices.tab);
    const place = book.tabs.get(column.choices.tab)?.layout.columns[column.choices.column];
    if (!sheet || place === undefined) return null;
    const letter = columnLetter(place);
    return rule.requireValueInRange(sheet.getRange(`${letter}2:${letter}`), true).build();
  }
  return null;
}

/** Adds our row colours behind those that people made: setConditionalFormatRules replaces all rules of the tab. */
function addRowStyles(book: LiveBook, tab: Tab, sheet: Sheet, width: number): void {
  if (!tab.styles) return;
  const present = sheet.getConditionalFormatRules();
  const formulas = new Set(present.map((rule) => String(rule.getBooleanCondition()?.getCriteriaValues()[0])));
  const missing = tab.styles
    .map((style) => ({ ...style, when: cellFormula(book, style.when) }))
    .filter(({ when }) => !formulas.has(when))
    .map(({ when, background, fontColor, strikethrough }) => {
      const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(when);
      rule.setRanges([sheet.getRange(`A2:${columnLetter(width - 1)}`)]);
      if (background) rule.setBackground(background);
      if (fontColor) rule.setFontColor(fontColor);
      if (strikethrough) rule.setStrikethrough(true);
      return rule.build();
    });
  if (missing.length > 0) sheet.setConditionalFormatRules([...present, ...missing]);
}

/** Puts this row's cell for `{tab.column}`: `$F2` in a rule that starts in row 2. */
function cellFormula(book: LiveBook, formula: string): string {
  return formula.replace(/\{([\w-]+)\.([\w-]+)\}/g, (_, tabKey: string, column: string) => {
    const place = book.tabs.get(tabKey)?.layout.columns[column];
    return place === undefined ? "#REF!" : `$${columnLetter(place)}2`;
  });
}

/** @example spans([1, 2, 5]) // [[1, 2], [5, 5]] */
function spans(places: readonly number[]): readonly (readonly [number, number])[] {
  const sorted = [...places].sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (const place of sorted) {
    const last = found[found.length - 1];
    if (last && last[1] === place - 1) last[1] = place;
    else found.push([place, place]);
  }
  return found;
}

const helpOf = (book: LiveBook, tab: Tab, key: string): string => book.help()[tab.key]?.[key] ?? "";

function headerCell(book: LiveBook, tab: Tab, key: string): string {
  return String(toSheet(tab.columns[key]?.header ?? "", book.zone, String));
}
