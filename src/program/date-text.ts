import { isoOfSerial } from "./dates";

/**
 * Reads the shape of one date or timestamp as people, forms and spreadsheets write them. What it cannot tell from one
 * text alone, which of 4/9/2018 is the month, it leaves open; date-columns.ts settles that from the whole column.
 *
 * Covered: numbers parted by / . or - with the year last (two or four digits) or first; ISO 8601; month names in
 * English before or after the day, with or without weekday; serial numbers of spreadsheets (five digits, so years 1927
 * to 2173). Clocks of 12 and 24 hours, parted by : or . (Finnish "klo 23.36.27"), am and pm also as Google writes them
 * in Spanish, Greek, Turkish, Arabic, Chinese, Japanese and Korean. Of a zone the offset is told where it is written (Z, GMT+5:30, +02:00) or where
 * its name has one meaning where Google writes it (MDT, CEST); the wall clock stays as it is written.
 * Not covered: dates without a year, month names in other languages, times alone.
 */
export interface DateText {
  readonly date: DateParts;
  /** "hh:mm:ss" of the wall clock; null where there is only a date. */
  readonly time: string | null;
  /** Minutes east of Greenwich of a zone written behind the clock; null where there is none, or its name tells nothing. */
  readonly offset: number | null;
}

export type DateParts =
  /** Only one reading is possible. It may still be a day that does not exist. */
  | {
      readonly kind: "certain";
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly yearFirst: boolean;
    }
  /** Three numbers as they stand, of which the first is not plainly a year. */
  | {
      readonly kind: "open";
      readonly numbers: readonly [number, number, number];
      readonly shortYear: boolean;
      readonly dotted: boolean;
    };

/** Longer than any date with its weekday and zone name; whatever is longer need not be looked at. */
const LONGEST = 90;

const NUMBERS = /^(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?(?!\d)(.*)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_MONTH_YEAR = /^(\d{1,2})(?:st|nd|rd|th)?\.?[\s/-]?(?:of )?([a-z]{3,9})\.?,?[\s/-]?(\d{4}|\d{2})(?!\d)(.*)$/;
const MONTH_DAY_YEAR = /^([a-z]{3,9})\.?[\s/-]?(\d{1,2})(?:st|nd|rd|th)?(?:, ?|[\s/-])(\d{4}|\d{2})(?!\d)(.*)$/;
const YEAR_MONTH_DAY = /^(\d{4})[\s/-]?([a-z]{3,9})\.?[\s/-]?(\d{1,2})(?!\d)(.*)$/;
const WEEKDAY = /^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]? /;
const SERIAL = /^(\d{5})(?:[.,](\d+))?$/;
const CLOCK =
  /^(?:t|,)? ?(?:(?:klo|kl\.?|at|um|à) )?(?:(am|pm) ?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)? ?(am|pm)?(.*)$/;
const ZONE = /^(z|[a-z]{2,5})? ?(?:([+-])(\d{1,2})(?::?(\d{2}))?)? ?(?:\([^()]*\)|\[[^[\]]*\]|[a-z_]+\/[a-z_/+-]+)?$/;

/** Hours east of Greenwich. Names that mean several zones (IST, BST, AST) are not here. */
const ZONE_HOURS: ReadonlyMap<string, number> = new Map([
  ...(["z", "gmt", "utc", "wet"] as const).map((name) => [name, 0] as const),
  ...(["west", "cet", "mez"] as const).map((name) => [name, 1] as const),
  ...(["cest", "mesz", "eet"] as const).map((name) => [name, 2] as const),
  ["eest", 3],
  ["edt", -4],
  ["est", -5],
  ["cdt", -5],
  ["cst", -6],
  ["mdt", -6],
  ["mst", -7],
  ["pdt", -7],
  ["pst", -8],
  ["akdt", -8],
  ["akst", -9],
  ["hst", -10],
]);

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * Reads the shape of one text.
 *
 * @param text a cell, not blank
 * @returns the parts; "not-a-date" where no shape fits; "impossible" where the clock cannot show that
 * @see /work/shared/data/README.md: the shapes met in real exports
 * @example readDateText("2018/04/09 2:30:02 PM MDT")
 *   // { date: { kind: "certain", year: 2018, month: 4, day: 9, yearFirst: true }, time: "14:30:02", offset: -360 }
 */
export function readDateText(text: string): DateText | "not-a-date" | "impossible" {
  if (text.length > LONGEST) return "not-a-date";
  const plain = plainText(text);
  const serial = SERIAL.exec(plain);
  if (serial !== null) return dateOfSerial(Number(serial[1]), Number(`0.${serial[2] ?? "0"}`));
  const found = numbersOf(plain) ?? namedMonthOf(plain.replace(WEEKDAY, ""));
  if (found === null) return "not-a-date";
  const clock = clockOf(found.rest.trim());
  return typeof clock === "string" ? clock : { date: found.date, ...clock };
}

interface Found {
  readonly date: DateParts;
  readonly rest: string;
}

function numbersOf(text: string): Found | null {
  const compact = COMPACT.exec(text);
  if (compact !== null) return { date: certain(compact[1], Number(compact[2]), compact[3], true), rest: "" };
  const [, first = "", separator, second = "", third = "", rest = ""] = NUMBERS.exec(text) ?? [];
  if (first.length === 4 && third.length <= 2) return { date: certain(first, Number(second), third, true), rest };
  if (first.length === 0 || first.length > 2 || (third.length !== 2 && third.length !== 4)) return null;
  const numbers = [Number(first), Number(second), Number(third)] as const;
  return { date: { kind: "open", numbers, shortYear: third.length === 2, dotted: separator === "." }, rest };
}

function namedMonthOf(text: string): Found | null {
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  if (dayFirst !== null) return named(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4]);
  const monthFirst = MONTH_DAY_YEAR.exec(text);
  if (monthFirst !== null) return named(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4]);
  const yearFirst = YEAR_MONTH_DAY.exec(text);
  return yearFirst === null ? null : named(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst[4]);
}

function named(year = "", name = "", day = "", rest = ""): Found | null {
  const month = MONTHS.findIndex((full) => full.startsWith(name)) + 1;
  return month === 0 ? null : { date: certain(year, month, day, false), rest };
}

function certain(year = "", month: number, day = "", yearFirst: boolean): DateParts {
  return { kind: "certain", year: fullYear(Number(year), year.length === 2), month, day: Number(day), yearFirst };
}

/**
 * The year that two digits mean: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999 (the rule of POSIX).
 *
 * @param year the number as written
 * @param short whether it was written with two digits
 * @returns the full year
 * @example fullYear(18, true) // 2018
 */
export function fullYear(year: number, short: boolean): number {
  if (!short) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function clockOf(text: string): Pick<DateText, "time" | "offset"> | "not-a-date" | "impossible" {
  if (text === "") return { time: null, offset: null };
  const clock = CLOCK.exec(text);
  // A zone may follow a bare date, as in "2018-04-09Z" or "2018-04-09+02:00".
  if (clock === null) return /^(?:z|[+-]\d{2}:\d{2})$/.test(text) ? { time: null, offset: null } : "not-a-date";
  const [, before, hours, minutes, seconds = "00", after, rest = ""] = clock;
  const zone = ZONE.exec(rest.trim());
  if (zone === null) return "not-a-date";
  const half = before ?? after;
  const written = Number(hours);
  if (written > 23 || Number(minutes) > 59 || Number(seconds) > 59 || (half === "am" && written > 12))
    return "impossible";
  const time = `${twoDigits(hourOf(written, half))}:${minutes}:${seconds}`;
  return { time, offset: offsetOf(zone) };
}

/** Of "CET" by its name, of "GMT+5:30" by its figures; a name that is not known says nothing, whatever stands behind it. */
function offsetOf([, name, sign, hours, minutes = "0"]: RegExpExecArray): number | null {
  const known = name === undefined ? 0 : ZONE_HOURS.get(name);
  if (sign === undefined || known !== 0) return name === undefined || known === undefined ? null : known * 60;
  const east = Number(hours) * 60 + Number(minutes);
  return east > 14 * 60 ? null : sign === "-" ? -east : east;
}

function hourOf(written: number, half: string | undefined): number {
  if (half === "am") return written === 12 ? 0 : written;
  return half === "pm" && written < 12 ? written + 12 : written;
}

function dateOfSerial(days: number, dayShare: number): DateText {
  const seconds = Math.round(dayShare * 86_400);
  const [year = 0, month = 0, day = 0] = isoOfSerial(days + Math.floor(seconds / 86_400))
    .split("-")
    .map(Number);
  const ofDay = seconds % 86_400;
  const clock = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60].map(twoDigits).join(":");
  return {
    date: { kind: "certain", year, month, day, yearFirst: false },
    time: seconds === 0 ? null : clock,
    offset: null,
  };
}

/** Most timestamps are plain already. */
const IN_FIGURES = /^[\d./:-]+(?: [\d./:-]+)?$/;

/** One kind of space, of minus and of digit; am and pm in one spelling; no marks for writing direction; lower case. */
function plainText(text: string): string {
  if (IN_FIGURES.test(text)) return text;
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\b([ap])\. ?m\.?(?![a-z])/g, "$1m")
    .replace(/上午|午前|오전/g, "am")
    .replace(/下午|午後|오후/g, "pm")
    .replace(/π\.? ?μ\.?|öö|ص/g, "am")
    .replace(/μ\.? ?μ\.?|ös|م/g, "pm")
    .replace(/\s+/g, " ")
    .trim();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
