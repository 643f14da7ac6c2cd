import type { OpenSheet } from "../appsscript/open-sheet";
import type { RectangleData } from "../workbook-data";
import { clipboardHtml, clipboardText } from "./clipboard";
import { displayText } from "./display-text";
import { filteredRows } from "./filter";
import { inputText } from "./input-text";
import type { CopiedCells } from "./protocol";

/**
 * A range as it goes to the clipboard: what its cells show, without the rows that a filter hides, as in Sheets. What
 * this workspace needs to paste formulas and unrounded numbers goes along.
 */
export function copyCells(sheet: OpenSheet, tabId: number, range: RectangleData): CopiedCells {
  const tab = sheet.file.tab(tabId);
  const hidden = filteredRows(tab, (...place) => displayText(sheet, ...place));
  const rows = places(range.row, range.rows, tab.rowCount).filter((row) => !hidden.has(row));
  const columns = places(range.column, range.columns, tab.columnCount);
  const texts = rows.map((row) => columns.map((column) => displayText(sheet, tab, row, column)));
  const lines = rows.map((row) => ({ row, inputs: columns.map((column) => inputText(sheet, tab, row, column)) }));
  return { text: clipboardText(texts), html: clipboardHtml(texts, { column: range.column, lines }) };
}

function places(first: number, count: number, last: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(count, last - first + 1)) }, (_, index) => first + index);
}
