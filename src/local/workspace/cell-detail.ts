import type { OpenSheet } from "../appsscript/open-sheet";
import type { ValidationRule } from "../workbook-data";
import { displayText } from "./display-text";
import { inputText } from "./input-text";
import type { CellDetail } from "./protocol";

/** A cell as it is edited and explained. */
export function cellDetail(sheet: OpenSheet, tabId: number, row: number, column: number): CellDetail {
  const tab = sheet.file.tab(tabId);
  const rule = tab.rules.get(row, column);
  return {
    input: inputText(sheet, tab, row, column),
    text: displayText(sheet, tab, row, column),
    note: tab.notes.get(row, column) ?? "",
    rule: rule
      ? {
          kind: rule.kind,
          choices: choicesOf(sheet, rule),
          allowInvalid: rule.allowInvalid,
          helpText: rule.helpText,
        }
      : null,
  };
}

/** The texts that a rule offers, each once; null where it offers none. */
function choicesOf(sheet: OpenSheet, rule: ValidationRule): readonly string[] | null {
  if (rule.kind === "list") return [...new Set(rule.values)];
  if (rule.kind !== "range") return null;
  const { sheetId, range } = rule;
  const tab = sheet.file.tabs.find(({ id }) => id === sheetId);
  if (!tab) return [];
  const texts = new Set<string>();
  for (let row = range.row; row < range.row + range.rows; row++) {
    for (let column = range.column; column < range.column + range.columns; column++) {
      texts.add(displayText(sheet, tab, row, column));
    }
  }
  texts.delete("");
  return [...texts];
}
