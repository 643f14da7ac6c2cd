import { isDateFormat, isPercentFormat } from "../appsscript/number-format";
import type { OpenSheet } from "../appsscript/open-sheet";
import type { Tab } from "../appsscript/tab";
import { typingRules } from "../appsscript/typing-rules";
import { formattedNumber } from "./display-text";

/**
 * What a person sees on editing a cell: the formula, or text that is read back as the same content.
 *
 * @example inputText(sheet, roster, 2, 3) // "'007" for the text 007, "12%" for 0.12 in a percent format
 */
export function inputText(sheet: OpenSheet, tab: Tab, row: number, column: number): string {
  const content = tab.cells.get(row, column);
  if (content === undefined) return "";
  if (typeof content === "object") return content.formula;
  if (typeof content === "boolean") return String(content).toUpperCase();
  const isText = tab.isText(row, column);
  const readsBack = (text: string) => sheet.values.typed(text, isText).content === content;
  if (typeof content === "string") return readsBack(content) ? content : `'${content}`;
  const { locale } = sheet.file;
  const candidates = numberInputs(content, tab.formats.get(row, column)?.numberFormat, locale);
  return candidates.find(readsBack) ?? plainNumber(content, locale);
}

/** How a number may be typed, the way that fits its format first. */
function numberInputs(value: number, numberFormat: string | undefined, locale: string): readonly string[] {
  const plain = [plainNumber(value, locale), localized(String(value), locale)];
  if (numberFormat === undefined) return plain;
  if (isPercentFormat(numberFormat)) return [...percentInputs(value, locale), ...plain];
  if (!isDateFormat(numberFormat)) return plain;
  const dates = datePatterns(value, numberFormat, locale).flatMap(
    (pattern) => formattedNumber(value, pattern, locale) ?? [],
  );
  return [...dates, ...plain];
}

/** Multiplying by a hundred adds digits that are noise; the fewest that are read back are right. */
function percentInputs(value: number, locale: string): readonly string[] {
  return [15, 16, 17].map((digits) => `${plainNumber(Number((value * 100).toPrecision(digits)), locale)}%`);
}

function datePatterns(value: number, numberFormat: string, locale: string): readonly string[] {
  const { dateFormat, timeFormat } = typingRules(locale);
  if (/\[(?:h+|m+|s+)\]/i.test(numberFormat)) return withMilliseconds("[h]:mm:ss");
  if (value >= 0 && value < 1 && !/[yd]/i.test(numberFormat)) return withMilliseconds(timeFormat);
  const iso = "yyyy-mm-dd";
  const days = numberFormat.toLowerCase().startsWith(iso) ? [iso] : [dateFormat, iso];
  if (Number.isInteger(value)) return days;
  return days.flatMap((day) => withMilliseconds(day === iso ? "hh:mm:ss" : timeFormat).map((time) => `${day} ${time}`));
}

function withMilliseconds(timeFormat: string): readonly string[] {
  return [timeFormat, timeFormat.replace("ss", "ss.000")];
}

/** All digits without an exponent, which would bring a format with it, unless there are too many to be typed. */
function plainNumber(value: number, locale: string): string {
  const [mantissa = "", exponent] = String(value).split("e");
  if (exponent === undefined) return localized(mantissa, locale);
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(mantissa) ?? [];
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (Math.abs(Number(exponent)) > 40) return localized(String(value), locale);
  if (point <= 0) return localized(`${sign}0.${"0".repeat(-point)}${digits}`, locale);
  return localized(`${sign}${digits.padEnd(point, "0")}`, locale);
}

function localized(number: string, locale: string): string {
  return number.replace(".", typingRules(locale).decimal);
}
