import type { TypedValue } from "./typed-number";
import type { TypingRules } from "./typing-rules";
import { serialOfDate } from "./zone";

/** Dates, times and dates with times as a person types them; null where it is none. `thisYear` completes `1/2`. */
export function typedDate(text: string, rules: TypingRules, thisYear: number): TypedValue | null {
  const time = typedTime(text, rules);
  if (time) return time;
  const day = typedDay(text, rules, thisYear);
  if (day) return day;
  const split = /^(.*\d),?\s+(\d{1,2}(?::\d{2}.*|\s*[ap]m))$/i.exec(text);
  const dayPart = split && typedDay(split[1] ?? "", rules, thisYear);
  const timePart = split && typedTime(split[2] ?? "", rules);
  if (!dayPart || !timePart || timePart.value >= 1) return null;
  return {
    value: wholeMilliseconds(dayPart.value + timePart.value),
    numberFormat: `${dayPart.numberFormat} ${rules.timeFormat}`,
  };
}

function typedTime(text: string, rules: TypingRules): TypedValue | null {
  const match = /^(\d{1,4})(?::(\d{2})(?::(\d{2})(\.\d{1,3})?)?)?\s*([ap]m)?$/i.exec(text);
  if (!match) return null;
  const [, hourText = "", minuteText, secondText = "0", fraction = "", half] = match;
  if (minuteText === undefined && half === undefined) return null;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? "0");
  const second = Number(secondText) + Number(`0${fraction}`);
  if (minute > 59 || second >= 60) return null;
  if (half === undefined) {
    return { value: timeOf(hour, minute, second), numberFormat: hour < 24 ? rules.timeFormat : "[h]:mm:ss" };
  }
  if (hour > 12) return null;
  const hourOfDay = (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  return { value: timeOf(hourOfDay, minute, second), numberFormat: rules.timeFormat };
}

function timeOf(hour: number, minute: number, second: number): number {
  return wholeMilliseconds((hour * 3600 + minute * 60 + second) / 86_400);
}

/** The serial number that a Date of that moment has too. */
function wholeMilliseconds(serial: number): number {
  return Math.round(serial * 86_400_000) / 86_400_000;
}

function typedDay(text: string, rules: TypingRules, thisYear: number): TypedValue | null {
  return isoDay(text) ?? numericDay(text, rules, thisYear) ?? namedDay(text, rules, thisYear);
}

function isoDay(text: string): TypedValue | null {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (!match) return null;
  return dated(Number(match[1]), Number(match[3]), Number(match[4]), "yyyy-mm-dd");
}

function numericDay(text: string, rules: TypingRules, thisYear: number): TypedValue | null {
  const separator = rules.dateSeparators;
  const whole = new RegExp(`^(\\d{1,2})(${separator})(\\d{1,2})\\2(\\d{4}|\\d{2})$`).exec(text);
  if (whole) {
    const [first, second, third] = [Number(whole[1]), Number(whole[3]), Number(whole[4])];
    const year = fullYear(whole[4] ?? "");
    if (rules.order === "mdy") return dated(year, first, second, rules.dateFormat);
    if (rules.order === "dmy") return dated(year, second, first, rules.dateFormat);
    return whole[4]?.length === 2 ? dated(fullYear(whole[1] ?? ""), second, third, rules.dateFormat) : null;
  }
  const short = new RegExp(`^(\\d{1,2})${separator}(\\d{1,2})$`).exec(text);
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[2])];
    const [month, day] = rules.order === "dmy" ? [second, first] : [first, second];
    return dated(thisYear, month, day, rules.dateFormat);
  }
  const monthAndYear = new RegExp(`^(\\d{1,2})${separator}(\\d{4})$`).exec(text);
  return monthAndYear && dated(Number(monthAndYear[2]), Number(monthAndYear[1]), 1, rules.dateFormat);
}

/** `Sep 1, 2026`, `1 Sep 2026`, `1-Sep-26`, `September 1`, `Sep 2026`, and each after a weekday. */
function namedDay(text: string, rules: TypingRules, thisYear: number): TypedValue | null {
  const words = text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, "");
  const monthFirst = /^(\p{L}+)\.?[\s-]+(\d{1,2})(?:,?[\s-]+(\d{4}))?$/u.exec(words);
  const dayFirst = /^(\d{1,2})\.?[\s-]*(\p{L}+)\.?(?:,?[\s-]+(\d{4}|\d{2}))?$/u.exec(words);
  const noDay = /^(\p{L}+)\.?,?[\s-]+(\d{4})$/u.exec(words);
  const monthOf = (name = "") => rules.months.get(name.toLowerCase());
  const yearOf = (year: string | undefined) => (year === undefined ? thisYear : fullYear(year));
  if (noDay) {
    const month = monthOf(noDay[1]);
    return month === undefined ? null : dated(Number(noDay[2]), month, 1, rules.dateFormat);
  }
  const match = monthFirst
    ? { month: monthOf(monthFirst[1]), day: monthFirst[2], year: monthFirst[3] }
    : dayFirst && { month: monthOf(dayFirst[2]), day: dayFirst[1], year: dayFirst[3] };
  if (match?.month === undefined) return null;
  return dated(yearOf(match.year), match.month, Number(match.day), rules.dateFormat);
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function dated(year: number, month: number, day: number, numberFormat: string): TypedValue | null {
  const value = serialOfDate(year, month, day);
  return value === null ? null : { value, numberFormat };
}
