import type { FormulaResult } from "../appsscript/formula-engine";
import { isTextFormat } from "../appsscript/number-format";
import type { OpenSheet } from "../appsscript/open-sheet";
import type { Tab } from "../appsscript/tab";
import { ruleChecker } from "../appsscript/validation-check";
import type { CellFormat, ValidationRule } from "../workbook-data";
import { conditionalLooks } from "./conditional-looks";
import { shownText } from "./display-text";
import { inputText } from "./input-text";
import type { PaintedCell, PaintedRows } from "./protocol";

/**
 * Rows of a tab as they look, from column 1 to the last that has anything to show in the tab; rows that the tab does not
 * have are left out.
 *
 * @example paintRows(services.sheet, roster.id, 1, 60).rows[1]?.[0]?.text // "P-0001"
 */
export function paintRows(sheet: OpenSheet, tabId: number, firstRow: number, rowCount: number): PaintedRows {
  const { file, values } = sheet;
  const tab = file.tab(tabId);
  const rows = Math.max(0, Math.min(rowCount, tab.rowCount - firstRow + 1));
  const columns = lastColumn(tab);
  const lookAt = conditionalLooks(sheet, tab, { row: firstRow, column: 1, rows, columns });
  const allows = ruleChecker(file, values);
  const paintedCell = (row: number, column: number): PaintedCell | null => {
    const result = values.result(tab, row, column);
    const format = tab.formats.get(row, column);
    const rule = tab.rules.get(row, column);
    const look = lookAt(row, column);
    const note = tab.notes.get(row, column);
    if (!result && !format && !rule && !look && !note) return null;
    const text = result ? shownText(result, format?.numberFormat, file.locale) : "";
    const input = result ? inputText(sheet, tab, row, column) : "";
    const cell = {
      text,
      ...(input !== text && { input }),
      ...(format && lookOf(format)),
      ...look,
      ...(result && result.value !== "" && contentLook(result, format)),
      ...(rule && ruleLook(rule, result, allows)),
      ...(note && { note: true }),
    };
    return cell.text === "" && Object.keys(cell).length === 1 ? null : cell;
  };
  return {
    tabId,
    revision: file.revision,
    firstRow,
    rows: Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_, across) => paintedCell(firstRow + down, across + 1)),
    ),
  };
}

function lastColumn(tab: Tab): number {
  const conditional = tab.conditionalFormats.flatMap(({ ranges }) =>
    ranges.map((range) => range.column + range.columns - 1),
  );
  const layers = [tab.cells, tab.notes, tab.formats, tab.rules].map((layer) => layer.lastColumn());
  return Math.min(tab.columnCount, Math.max(0, ...layers, ...conditional));
}

function lookOf({ bold, background, fontColor, wrap, verticalAlignment }: CellFormat): Partial<PaintedCell> {
  return {
    ...(bold && { bold }),
    ...(background && { background }),
    ...(fontColor && { fontColor }),
    ...(wrap && { wrap }),
    ...(verticalAlignment && verticalAlignment !== "bottom" && { verticalAlignment }),
  };
}

function contentLook({ value, isError }: FormulaResult, format: CellFormat | undefined): Partial<PaintedCell> {
  if (isError) return { align: "center", error: true };
  if (typeof value === "boolean") return { align: "center" };
  if (typeof value === "number") return isTextFormat(format?.numberFormat) ? {} : { align: "right" };
  const link = linkOf(value);
  return link === null ? {} : { link };
}

function ruleLook(
  rule: ValidationRule,
  result: FormulaResult | null,
  allows: ReturnType<typeof ruleChecker>,
): Partial<PaintedCell> {
  const value = result?.value ?? "";
  const invalid = value !== "" && !allows(rule, value);
  return {
    ...(invalid && { invalid }),
    ...(rule.kind === "checkbox" && !invalid && { checkbox: value === true, align: "center" as const }),
    ...((rule.kind === "list" || rule.kind === "range") && { choices: true }),
  };
}

/** Where a whole text is the address of a page or mailbox. Anything else (`javascript:`) is never one. */
function linkOf(text: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)\S+$/i.test(text)) return null;
  try {
    const { protocol, href } = new URL(text);
    return ["http:", "https:", "mailto:"].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}
