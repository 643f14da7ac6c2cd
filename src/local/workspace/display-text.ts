import { format } from "numfmt";
import type { FormulaResult } from "../appsscript/formula-engine";
import { isTextFormat, isUnformatted } from "../appsscript/number-format";
import type { OpenSheet } from "../appsscript/open-sheet";
import type { Tab } from "../appsscript/tab";
import { typingRules } from "../appsscript/typing-rules";

/**
 * The text that a cell shows.
 *
 * @example displayText(sheet, roster, 2, 8) // "9/1/2026" for the serial number 46266 with the format m/d/yyyy
 */
export function displayText(sheet: OpenSheet, tab: Tab, row: number, column: number): string {
  const result = sheet.values.result(tab, row, column);
  return result === null ? "" : shownText(result, tab.formats.get(row, column)?.numberFormat, sheet.file.locale);
}

/** The text that a cell's result shows in a number format; none means "Automatic". `locale` is Sheets' spelling. */
export function shownText(result: FormulaResult, numberFormat: string | undefined, locale: string): string {
  const { value, isDate } = result;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (numberFormat !== undefined && !isUnformatted(numberFormat) && !isTextFormat(numberFormat)) {
    return formattedNumber(value, numberFormat, locale) ?? automaticNumber(value, locale);
  }
  if (!isDate) return automaticNumber(value, locale);
  return formattedNumber(value, automaticDateFormat(value, locale), locale) ?? automaticNumber(value, locale);
}

/** Null where the format is none, as a person can type any. */
export function formattedNumber(value: number, numberFormat: string, locale: string): string | null {
  const key = `${locale}\n${value}\n${numberFormat}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size > 20_000) remembered.clear();
  const text = formatted(value, numberFormat, locale);
  remembered.set(key, text);
  return text;
}

/** A filter or a list of choices asks for thousands of texts at once, at every keystroke for the same. */
const remembered = new Map<string, string | null>();

function formatted(value: number, numberFormat: string, locale: string): string | null {
  try {
    return format(numberFormat, value, { leap1900: false, locale: locale.replace("_", "-") });
  } catch {
    return null;
  }
}

function automaticDateFormat(value: number, locale: string): string {
  const { dateFormat, timeFormat } = typingRules(locale);
  return Number.isInteger(value) ? dateFormat : `${dateFormat} ${timeFormat}`;
}

/** Whole numbers in full, others with ten significant digits, very large and very small ones with an exponent. */
function automaticNumber(value: number, locale: string): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return formattedNumber(value, "General", locale) ?? String(value);
  return String(Number(value.toPrecision(Number.isInteger(value) ? 15 : 10))).replace(".", typingRules(locale).decimal);
}
