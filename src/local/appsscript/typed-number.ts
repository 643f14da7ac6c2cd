import type { TypingRules } from "./typing-rules";

export interface TypedValue {
  readonly value: number;
  /** The format that Sheets gives to a cell that had none; absent for a plain number. */
  readonly numberFormat?: string;
}

const currencySymbols = "$€£¥₹";

/** Plain, grouped, negative, percent, money and scientific numbers as a person types them; null where it is no number. */
export function typedNumber(text: string, rules: TypingRules): TypedValue | null {
  let rest = text;
  let sign = 1;
  let percent = false;
  let currency = "";
  const inBrackets = /^\((.*)\)$/.exec(rest);
  if (inBrackets) {
    sign = -1;
    rest = inBrackets[1] ?? "";
  }
  const takeSign = () => {
    const first = rest[0];
    if (first !== "-" && first !== "+") return;
    if (first === "-") sign = -sign;
    rest = rest.slice(1).trimStart();
  };
  if (!inBrackets) takeSign();
  if (currencySymbols.includes(rest[0] ?? " ")) {
    currency = rest[0] ?? "";
    rest = rest.slice(1).trimStart();
    if (!inBrackets && text[0] === currency) takeSign();
  } else if (currencySymbols.includes(rest.at(-1) ?? " ")) {
    currency = rest.at(-1) ?? "";
    rest = rest.slice(0, -1).trimEnd();
  }
  if (!currency && rest.endsWith("%")) {
    percent = true;
    rest = rest.slice(0, -1).trimEnd();
  }
  const digits = plainDigits(rest, rules);
  if (!digits) return null;
  const value = sign * Number(digits.text);
  if (!Number.isFinite(value)) return null;
  const decimals = digits.hasDecimals ? ".00" : "";
  if (percent) return { value: value / 100, numberFormat: `0${decimals}%` };
  if (currency) return { value, numberFormat: `"${currency}"#,##0${decimals}` };
  if (digits.isScientific) return { value, numberFormat: "0.00E+00" };
  return digits.isGrouped ? { value, numberFormat: `#,##0${decimals}` } : { value };
}

interface Digits {
  readonly text: string;
  readonly hasDecimals: boolean;
  readonly isGrouped: boolean;
  readonly isScientific: boolean;
}

const patterns = new WeakMap<TypingRules, RegExp>();

function plainDigits(text: string, rules: TypingRules): Digits | null {
  let pattern = patterns.get(rules);
  if (!pattern) {
    const group = `[${rules.groups.replace(/[\]\\^-]/g, "\\$&")}]`;
    const decimal = `[${rules.decimal}]`;
    pattern = new RegExp(`^(?=\\D?\\d)(\\d{1,3}(?:${group}\\d{3})+|\\d*)(?:${decimal}(\\d*))?(e[+-]?\\d{1,3})?$`, "i");
    patterns.set(rules, pattern);
  }
  const match = pattern.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = "", exponent = ""] = match;
  const digits = whole.replace(/\D/g, "");
  return {
    text: `${digits || "0"}.${fraction || "0"}${exponent}`,
    hasDecimals: fraction !== "",
    isGrouped: digits !== whole,
    isScientific: exponent !== "",
  };
}
