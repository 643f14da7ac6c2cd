import type { ValidationRule } from "../workbook-data";
import { signatureError, text } from "./arguments";
import { placeOf } from "./desk";
import type { Execution } from "./execution";
import { loud } from "./loud";

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type Criterion = ValidationRule extends infer Rule
  ? Rule extends unknown
    ? Omit<Rule, "allowInvalid" | "helpText">
    : never
  : never;

const rules = new WeakMap<object, ValidationRule>();

export function ruleOf(member: string, validation: unknown): ValidationRule {
  const rule = typeof validation === "object" && validation !== null ? rules.get(validation) : undefined;
  if (!rule) throw signatureError(member, [validation]);
  return rule;
}

export function createDataValidationBuilder(execution: Execution): Builder {
  let criterion: Criterion | null = null;
  // Google's default only warns.
  let allowInvalid = true;
  let helpText: string | null = null;
  const require = (next: Criterion): Builder => {
    criterion = next;
    return self;
  };
  const self: Builder = loud<Builder>(execution, "DataValidationBuilder", {
    requireCheckbox: (...options: unknown[]) => {
      if (options.length > 0) throw new Error("not in the local workspace: requireCheckbox with own values");
      return require({ kind: "checkbox" });
    },
    requireDate: () => require({ kind: "date" }),
    requireNumberGreaterThanOrEqualTo: (atLeast) => {
      if (typeof atLeast !== "number") {
        throw signatureError("DataValidationBuilder.requireNumberGreaterThanOrEqualTo", [atLeast]);
      }
      return require({ kind: "number", atLeast });
    },
    requireValueInList: (values: string[], showDropdown = true) => {
      if (!showDropdown) throw new Error("not in the local workspace: requireValueInList without a dropdown");
      if (values.length === 0) throw new Error("The list of values to validate against cannot be empty.");
      return require({ kind: "list", values: values.map((value) => String(value)) });
    },
    requireValueInRange: (range: GoogleAppsScript.Spreadsheet.Range, showDropdown = true) => {
      if (!showDropdown) throw new Error("not in the local workspace: requireValueInRange without a dropdown");
      const place = placeOf("DataValidationBuilder.requireValueInRange", range);
      return require({ kind: "range", sheetId: place.tabId, range: place.range });
    },
    setAllowInvalid: (allow) => {
      allowInvalid = allow;
      return self;
    },
    setHelpText: (help) => {
      helpText = text("DataValidationBuilder.setHelpText", help);
      return self;
    },
    build: () => {
      if (criterion === null) throw new Error("Cannot build a data validation rule without criteria.");
      const validation = loud<DataValidation>(execution, "DataValidation", {});
      rules.set(validation, { ...criterion, allowInvalid, helpText });
      return validation;
    },
  });
  return self;
}
