import { child, flag, unescapeText, type XmlElement } from "../../files/xml";
import type { RectangleData, ValidationRule } from "../workbook-data";
import { shiftFormula } from "./formula";
import type { HelperReader } from "./helper-tab";

/** What a rule may refer to outside its own XML. */
export interface RuleContext {
  readonly helper: HelperReader;
  /** The cells that a reference or a defined name means; null where it means no plain range. */
  readonly resolve: (reference: string) => { readonly sheetId: number; readonly range: RectangleData } | null;
}

/** A cell rule; null where Sheets' planner knows none like it. */
export function readRule(element: XmlElement, context: RuleContext): ValidationRule | null {
  const { attributes } = element;
  const formulaElement = child(element, "formula1");
  const formula = child(formulaElement, "f")?.text ?? formulaElement?.text ?? "";
  const refuses = flag(attributes.showErrorMessage) && (attributes.errorStyle ?? "stop") === "stop";
  const common = {
    allowInvalid: !refuses,
    helpText: attributes.prompt ? context.helper.restore(unescapeText(attributes.prompt)) : null,
  };
  switch (attributes.type) {
    case "date":
      return { kind: "date", ...common };
    case "whole":
    case "decimal": {
      const bounded = ["greaterThanOrEqual", "between"].includes(attributes.operator ?? "between");
      const atLeast = Number(formula);
      return bounded && Number.isFinite(atLeast) ? { kind: "number", atLeast, ...common } : null;
    }
    case "list": {
      // LibreOffice does not double the quotes in a choice.
      const inline = /^"(.*)"$/s.exec(formula)?.[1]?.replaceAll('""', '"');
      if (inline !== undefined) {
        const values = inline === "" ? [] : inline.split(",").map((value) => value.trim());
        return values.join(",") === "TRUE,FALSE"
          ? { kind: "checkbox", ...common }
          : { kind: "list", values, ...common };
      }
      const values = context.helper.list(formula);
      if (values) return { kind: "list", values: values.map((value) => context.helper.restore(value)), ...common };
      const source = context.resolve(formula);
      return source ? { kind: "range", ...source, ...common } : null;
    }
    default:
      return null;
  }
}

const COMPARISONS: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

/** The rule as a custom formula; null for scales, bars and icons, which have none. */
export function ruleFormula(rule: XmlElement, first: RectangleData): string | null {
  const element = child(rule, "formula") ?? child(rule, "f");
  const formula = element?.text ?? "";
  if (!formula) return null;
  if (rule.attributes.type !== "cellIs") return formula;
  const comparison = COMPARISONS[rule.attributes.operator ?? ""];
  return comparison ? `${shiftFormula("A1", first.row - 1, first.column - 1)}${comparison}${formula}` : null;
}
