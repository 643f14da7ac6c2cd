import type { CurrencyPreset } from "../../content/currency";
import { checkbox, choice, number, type Option, rowKey, suggestion, text } from "../column";
import { tab } from "../tab";

const families: readonly Option<CurrencyPreset["family"]>[] = [
  { id: "units", label: "Units" },
  { id: "base-pay", label: "Base pay" },
  { id: "growth-plan", label: "Growth plan" },
];

const measures: readonly Option<CurrencyPreset["per"]>[] = [
  { id: "micro-credential", label: "micro-credential" },
  { id: "10 hours", label: "10 hours" },
  { id: "15 hours", label: "15 hours" },
];

/** What a micro-credential counts for: one row a rule, as published or as the team sets it. */
export const currency = tab({
  key: "currency",
  title: "Currency",
  filledBy: "people",
  optional: true,
  rowKey: "key",
  columns: {
    place: text("Place", { width: 190, help: "Whose rule it is. Add a row for yours." }),
    year: text("Year", { width: 90, help: "When it held. A changed rule is a new row." }),
    family: choice("Family", families, {
      width: 110,
      help: "Converts to units, raises base pay, or pays for growth-plan goals.",
    }),
    unit: text("Unit", { help: "What is earned: credits, contact units, dollars a year …" }),
    value: number("Value", { help: "Units for each. Blank: unpublished; enter yours." }),
    valueHigh: number("Highest value", { help: "The top of the range, where the value goes by difficulty." }),
    per: suggestion(
      "Per",
      { kind: "list", options: measures },
      { help: "What the value is for: a micro-credential, or so many hours." },
    ),
    cap: number("Cap", { help: "The most units that micro-credentials may bring. Blank: none." }),
    threshold: number("Threshold", { help: "The units that bring the reward." }),
    rule: text("Rule", { width: 460, help: "The rule in words." }),
    source: text("Source note", {
      width: 260,
      help: "Check the current rule before you use it.",
    }),
    inForce: checkbox("We use this", { width: 100, help: "Tick the rules by which this program counts." }),
    key: rowKey(150),
  },
  styles: [{ when: "={currency.inForce}", background: "#e6f4ea" }],
  seeds: (_, words) =>
    (words.currencyPresets as readonly CurrencyPreset[]).map(
      ({ family, value, valueHigh, cap, threshold, ...words }) => ({
        ...words,
        family: families.find(({ id }) => id === family)?.label ?? family,
        value: value ?? "",
        valueHigh: valueHigh ?? "",
        cap: cap ?? "",
        threshold: threshold ?? "",
        inForce: false,
      }),
    ),
});
