import type { ValidationRule } from "../workbook-data";
import { a1Of } from "./a1";
import type { CellValues } from "./cell-values";
import { Refusal } from "./refusal";
import type { Tab } from "./tab";
import type { CellContent } from "./typed-text";
import type { WorkbookFile } from "./workbook-file";

/**
 * Refuses what a strict validation rule does not allow, as Google does for scripts and people alike. One check serves
 * one write.
 */
export function validationCheck(file: WorkbookFile, values: CellValues) {
  const allows = ruleChecker(file, values);
  return (tab: Tab, row: number, column: number, content: CellContent | undefined): void => {
    const rule = tab.rules.get(row, column);
    if (!rule || rule.allowInvalid || content === undefined || typeof content === "object") return;
    if (allows(rule, content)) return;
    const cell = a1Of({ row, column, rows: 1, columns: 1 });
    const refused = `The data you entered in cell ${cell} violates the data validation rules set on this cell.`;
    throw new Refusal(rule.helpText ? `${refused} ${rule.helpText}` : refused);
  };
}

/**
 * Says whether a rule allows a value (a date as its serial number). It remembers the values of the ranges that rules
 * point at, so one checker serves as long as the workbook stays as it is.
 *
 * @example ruleChecker(file, values)({ kind: "checkbox", allowInvalid: true, helpText: null }, "yes") // false
 */
export function ruleChecker(file: WorkbookFile, values: CellValues) {
  const choices = new Map<ValidationRule, ReadonlySet<string>>();
  const choicesOf = (rule: ValidationRule & { kind: "list" | "range" }): ReadonlySet<string> => {
    const known = choices.get(rule);
    if (known) return known;
    const found = new Set(rule.kind === "list" ? rule.values : textsOf(file, rule, values));
    choices.set(rule, found);
    return found;
  };
  return (rule: ValidationRule, value: string | number | boolean): boolean => {
    switch (rule.kind) {
      case "checkbox":
        return typeof value === "boolean";
      case "date":
        return typeof value === "number";
      case "number":
        return typeof value === "number" && value >= rule.atLeast;
      case "list":
      case "range":
        return choicesOf(rule).has(textOf(value));
    }
  };
}

function textsOf(file: WorkbookFile, { sheetId, range }: RangeRule, values: CellValues): string[] {
  const tab = file.tabs.find(({ id }) => id === sheetId);
  if (!tab) return [];
  const texts: string[] = [];
  for (let row = range.row; row < range.row + range.rows; row++) {
    for (let column = range.column; column < range.column + range.columns; column++) {
      const value = values.result(tab, row, column)?.value ?? "";
      if (value !== "") texts.push(textOf(value));
    }
  }
  return texts;
}

type RangeRule = ValidationRule & { kind: "range" };

function textOf(value: string | number | boolean): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
