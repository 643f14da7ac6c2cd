import type { ConditionalFormatData } from "../workbook-data";
import { signatureError, text } from "./arguments";
import { type Desk, placeOf, type Range, type RangePlace } from "./desk";
import { enumeration, loud } from "./loud";
import { hexColor } from "./range-formats";

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

export const booleanCriteria = enumeration<typeof GoogleAppsScript.Spreadsheet.BooleanCriteria>("BooleanCriteria", [
  "CUSTOM_FORMULA",
]);

/** A rule, or one in the making. */
interface RuleDraft {
  readonly places: readonly RangePlace[];
  readonly formula: string | null;
  readonly look: Pick<ConditionalFormatData, "background" | "fontColor" | "strikethrough">;
}

const drafts = new WeakMap<object, RuleDraft>();

export function createConditionalFormatBuilder(
  desk: Desk,
  start: RuleDraft = { places: [], formula: null, look: {} },
): Builder {
  let draft = start;
  const change = (next: Partial<RuleDraft>): Builder => {
    draft = { ...draft, ...next };
    return self;
  };
  const self: Builder = loud<Builder>(desk.execution, "ConditionalFormatRuleBuilder", {
    whenFormulaSatisfied: (formula) => {
      text("ConditionalFormatRuleBuilder.whenFormulaSatisfied", formula);
      return change({ formula: formula.startsWith("=") ? formula : `=${formula}` });
    },
    setBackground: (color) => {
      const { background: _, ...rest } = draft.look;
      const hex = hexColor("ConditionalFormatRuleBuilder.setBackground", color);
      return change({ look: hex === null ? rest : { ...rest, background: hex } });
    },
    setFontColor: (color) => {
      const { fontColor: _, ...rest } = draft.look;
      const hex = hexColor("ConditionalFormatRuleBuilder.setFontColor", color);
      return change({ look: hex === null ? rest : { ...rest, fontColor: hex } });
    },
    setStrikethrough: (strikethrough) => change({ look: { ...draft.look, strikethrough: strikethrough === true } }),
    setRanges: (ranges: Range[]) =>
      change({ places: ranges.map((range) => placeOf("ConditionalFormatRuleBuilder.setRanges", range)) }),
    build: () => {
      if (draft.formula === null) throw new Error("Conditional format rule must have a condition or a gradient.");
      if (draft.places.length === 0) throw new Error("Conditional format rule must have at least one range.");
      return createRule(desk, draft);
    },
  });
  return self;
}

export function rulesOfTab(desk: Desk, tabId: number): Rule[] {
  return desk.file
    .tab(tabId)
    .conditionalFormats.map(({ ranges, formula, ...look }) =>
      createRule(desk, { places: ranges.map((range) => ({ tabId, range })), formula, look }),
    );
}

/** What stands behind a rule that a script hands back for a tab. */
export function ruleDataOf(member: string, rule: unknown, tabId: number): ConditionalFormatData {
  const draft = typeof rule === "object" && rule !== null ? drafts.get(rule) : undefined;
  if (!draft || draft.formula === null) throw signatureError(member, [rule]);
  if (draft.places.some((place) => place.tabId !== tabId)) {
    throw new Error("Conditional format rule cannot reference a different sheet.");
  }
  return { ranges: draft.places.map(({ range }) => range), formula: draft.formula, ...draft.look };
}

function createRule(desk: Desk, draft: RuleDraft): Rule {
  const rule = loud<Rule>(desk.execution, "ConditionalFormatRule", {
    getRanges: () => draft.places.map((place) => desk.range(place)),
    getBooleanCondition: () =>
      loud<GoogleAppsScript.Spreadsheet.BooleanCondition>(desk.execution, "BooleanCondition", {
        getCriteriaType: () => booleanCriteria.CUSTOM_FORMULA,
        getCriteriaValues: () => [draft.formula],
      }),
    copy: () => createConditionalFormatBuilder(desk, draft),
  });
  drafts.set(rule, draft);
  return rule;
}
