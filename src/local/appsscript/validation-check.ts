import type { RectangleData, ValidationRule } from "../workbook-data";
import { a1Of } from "./a1";
import type { CellValues } from "./cell-values";
import type { Tab } from "./tab";
import type { CellContent } from "./typed-text";
import type { WorkbookFile } from "./workbook-file";

/**
 * Refuses what a strict validation rule does not allow, as Google does for scripts and people alike. One check serves
 * one write, and remembers the values of the ranges that rules point at.
 */
export function validationCheck(file: WorkbookFile, values: CellValues) {
  const choices = new Map<ValidationRule, ReadonlySet<string>>();
  const choicesOf = (rule: ValidationRule & { kind: "list" | "range" }): ReadonlySet<string> => {
    const known = choices.get(rule);
    if (known) return known;
    const found = new Set(rule.kind === "list" ? rule.values : textsOf(file.tab(rule.sheetId), rule.range, values));
    choices.set(rule, found);
    return found;
  };
  return (tab: Tab, row: number, column: number, content: CellContent | undefined): void => {
    const rule = tab.rules.get(row, column);
    if (!rule || rule.allowInvalid || content === undefined || typeof content === "object") return;
    const allowed =
      rule.kind === "list" || rule.kind === "range"
        ? choicesOf(rule).has(textOf(content))
        : rule.kind === "checkbox"
          ? typeof content === "boolean"
          : typeof content === "number" && (rule.kind === "date" || content >= rule.atLeast);
    if (allowed) return;
    const cell = a1Of({ row, column, rows: 1, columns: 1 });
    throw new Error(`The data you entered in cell ${cell} violates the data validation rules set on this cell.`);
  };
}

function textsOf(tab: Tab, range: RectangleData, values: CellValues): string[] {
  const texts: string[] = [];
  for (let row = range.row; row < range.row + range.rows; row++) {
    for (let column = range.column; column < range.column + range.columns; column++) {
      if (tab.cells.get(row, column) === undefined) continue;
      const value = values.read(tab, row, column);
      if (value !== "" && typeof value !== "object") texts.push(textOf(value));
    }
  }
  return texts;
}

function textOf(value: string | number | boolean): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
