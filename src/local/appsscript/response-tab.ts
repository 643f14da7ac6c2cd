import type { FormFileData, FormResponseData } from "../form-data";
import { linkedUrl } from "./form-urls";
import { type ResponseColumn, responseCells, responseColumns } from "./response-columns";
import type { Tab } from "./tab";
import type { WorkbookFile } from "./workbook-file";

/** Where a response landed, with the texts of the form's columns from left to right. */
export interface LandedResponse {
  readonly tabId: number;
  readonly row: number;
  readonly columns: readonly { readonly column: number; readonly header: string; readonly text: string }[];
}

const headerRow = 1;

export function responseTabOf(file: WorkbookFile, formId: string): Tab | null {
  return file.tabs.find((tab) => tab.formUrl === linkedUrl(formId)) ?? null;
}

/** Makes the tab that a linked form's answers go into, with those that came in before. It is not brought to the front. */
export function makeResponseTab(file: WorkbookFile, form: FormFileData): void {
  const active = file.activeTabId;
  const columns = responseColumns(form);
  const tab = file.insertTab(freeName(file), 0, { rows: 100, columns: Math.max(26, columns.length) });
  file.activeTabId = active;
  tab.formUrl = linkedUrl(form.id);
  tab.frozenRows = 1;
  keepColumns(file, tab, columns);
  for (const response of form.responses) writeResponse(file, tab, form, response);
}

export function unlinkResponseTab(file: WorkbookFile, formId: string): void {
  const tab = responseTabOf(file, formId);
  if (!tab) return;
  tab.formUrl = null;
  tab.questionColumns.clear();
  file.revision++;
}

/** After a change to the form: renamed questions rename their headers, new ones take new columns, the others stay. */
export function followQuestions(file: WorkbookFile, before: FormFileData, after: FormFileData): void {
  const tab = responseTabOf(file, after.id);
  if (!tab) return;
  const earlier = responseColumns(before);
  adoptColumns(tab, earlier);
  const known = new Map(earlier.map(({ key, header }) => [key, header]));
  for (const { key, header } of responseColumns(after)) {
    const column = columnOf(tab, key);
    if (column === null) keepColumns(file, tab, [{ key, header }]);
    else if (known.has(key) && known.get(key) !== header) setHeader(file, tab, column, header);
  }
}

/** Writes a response into a row of its own below the last one, pushing down what is there, as Google does. */
export function writeResponse(
  file: WorkbookFile,
  tab: Tab,
  form: FormFileData,
  response: FormResponseData,
): LandedResponse {
  const columns = responseColumns(form);
  const last = lastResponseRow(tab);
  keepColumns(file, tab, columns);
  const placed = columns
    .map(({ key }) => ({ key, column: columnOf(tab, key) ?? 0 }))
    .sort((one, other) => one.column - other.column);
  const row = insertRowAfter(file, tab, last);
  const cells = responseCells(form, response, file);
  for (const { key, column } of placed) {
    const cell = cells.get(key);
    if (cell) tab.place(row, column, cell.typed, file.formats);
  }
  file.revision++;
  return {
    tabId: tab.id,
    row,
    columns: placed.map(({ key, column }) => ({
      column,
      header: String(tab.cells.get(headerRow, column) ?? ""),
      text: cells.get(key)?.text ?? "",
    })),
  };
}

function freeName(file: WorkbookFile): string {
  let number = 1;
  while (file.tabNamed(`Form Responses ${number}`)) number++;
  return `Form Responses ${number}`;
}

/** Sees to it that each has a column; a new one goes to the right of the others, and what is there makes way. */
function keepColumns(file: WorkbookFile, tab: Tab, columns: readonly ResponseColumn[]): void {
  adoptColumns(tab, columns);
  for (const column of columns) {
    if (columnOf(tab, column.key) !== null) continue;
    const last = Math.max(0, ...tab.questionColumns.keys());
    if (last >= tab.columnCount || !isBlankColumn(tab, last + 1)) {
      file.restructure(tab, { kind: "insert", axis: "column", at: last + 1, count: 1 });
    }
    tab.questionColumns.set(last + 1, column.key);
    setHeader(file, tab, last + 1, column.header);
  }
}

function columnOf(tab: Tab, key: string): number | null {
  for (const [column, known] of tab.questionColumns) if (known === key) return column;
  return null;
}

/** In a tab that came from a file, which has no keys, columns are known by their headers, once. */
function adoptColumns(tab: Tab, columns: readonly ResponseColumn[]): void {
  if (tab.questionColumns.size > 0) return;
  const free = Array.from({ length: tab.cells.lastColumn() }, (_, index) => index + 1);
  for (const { key, header } of columns) {
    const place = free.findIndex((column) => tab.cells.get(headerRow, column) === header);
    for (const column of place < 0 ? [] : free.splice(place, 1)) tab.questionColumns.set(column, key);
  }
}

function setHeader(file: WorkbookFile, tab: Tab, column: number, header: string): void {
  tab.cells.set(headerRow, column, header || undefined);
  file.revision++;
}

/** The last one with a timestamp; where a person deleted those, the last with any answer. */
function lastResponseRow(tab: Tab): number {
  const columns = [...tab.questionColumns];
  const timestamps = columns.filter(([, key]) => key === "timestamp");
  return lastFilledRow(tab, timestamps) ?? lastFilledRow(tab, columns) ?? headerRow;
}

function lastFilledRow(tab: Tab, columns: readonly (readonly [column: number, key: string])[]): number | null {
  for (let row = tab.cells.lastRow(); row > headerRow; row--) {
    if (columns.some(([column]) => tab.cells.get(row, column) !== undefined)) return row;
  }
  return null;
}

/** It looks like the response above it; the first one does not look like the header. */
function insertRowAfter(file: WorkbookFile, tab: Tab, line: number): number {
  if (line > headerRow) file.insertAfter(tab, "row", line, 1);
  else file.restructure(tab, { kind: "insert", axis: "row", at: line + 1, count: 1 });
  return line + 1;
}

function isBlankColumn(tab: Tab, column: number): boolean {
  for (let row = tab.cells.lastRow(); row >= headerRow; row--) {
    if (tab.cells.get(row, column) !== undefined) return false;
  }
  return true;
}
