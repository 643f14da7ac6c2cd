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
    place: text("Place", { width: 190, wrap: true }),
    year: text("Year", { width: 90 }),
    family: choice("Family", families, {
      width: 110,
    }),
    unit: text("Unit", { wrap: true }),
    value: number("Value"),
    valueHigh: number("Highest value"),
    per: suggestion("Per", measures),
    cap: number("Cap"),
    threshold: number("Threshold"),
    rule: text("Rule", { width: 460, wrap: true }),
    source: text("Source note", { width: 260, wrap: true }),
    inForce: checkbox("We use this", { width: 100 }),
    key: rowKey(),
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
