import { type DateParts, type DateText, fullYear, readDateText } from "./date-text";
import { isoOf, isRealDay } from "./dates";

/** Which number comes first: month, day or year. */
export type DateOrder = "mdy" | "dmy" | "ymd";

/**
 * A cell that was read, as a wall clock's "yyyy-mm-dd" or "yyyy-mm-ddThh:mm:ss" with the minutes east of Greenwich where
 * its zone was written, or why it was not.
 */
type DateValue =
  | { readonly iso: string; readonly offset?: number }
  | { readonly problem: "not-a-date" | "ambiguous" | "impossible" };

export interface DateColumn {
  /** How the column is written; "ambiguous" where some cell could be read two ways; null where nothing tells or asks. */
  readonly order: DateOrder | "ambiguous" | null;
  /** One for each text, null for blank. */
  readonly values: readonly (DateValue | null)[];
}

/** Fewer different days than this could stand in order by chance: six do so in 1 of 360 shuffles, up or down. */
const DAYS_TO_TRUST_THE_ORDER = 6;

/**
 * Reads a whole column of dates or timestamps. Where months and days cannot be told apart in one cell, the column
 * settles it, by the first of these that speaks:
 *
 * 1. the order that a person gave (a cell that cannot be read by it is impossible);
 * 2. any cell with a number above 12, which can only be the day. Where such cells contradict each other the column
 *    mixes orders: those cells are certain, the others ambiguous;
 * 3. dots, as in 1.11.2023: wherever dates are written with dots and the year last, the day comes first;
 * 4. timestamps (every cell with a clock time) of at least six different days that run forward, or backward, all the
 *    way down in one reading and not in the other: exports come in the order in which people answered.
 *
 * A day equal to its month (4/4/2018) needs no order. Clocks stay as they are written, in whatever zone. Nothing is ever
 * thrown, or guessed.
 *
 * @param texts the column's cells, top to bottom
 * @param given the order that a person asked for, if any
 * @returns the order found, and a value for each cell
 * @see /work/shared/data/README.md, "What these and other real exports taught"
 * @example readDateColumn(["4/22/2016 19:57:50", "5/1/2016 8:00", ""])
 *   // { order: "mdy", values: [{ iso: "2016-04-22T19:57:50" }, { iso: "2016-05-01T08:00:00" }, null] }
 */
export function readDateColumn(texts: readonly string[], given?: DateOrder): DateColumn {
  const cells = texts.map((text) => (text.trim() === "" ? null : readDateText(text)));
  const read = cells.filter((cell): cell is DateText => cell !== null && typeof cell !== "string");
  const order = given === "mdy" || given === "dmy" ? given : (orderOf(read, given === "ymd") ?? given ?? null);
  return {
    order,
    values: cells.map((cell) => {
      if (cell === null) return null;
      return typeof cell === "string" ? { problem: cell } : readAs(cell, order, given === "ymd");
    }),
  };
}

type OpenDate = Extract<DateParts, { kind: "open" }>;

/** Days of the two readings of three numbers, each null where there is no such day. */
interface Readings {
  readonly mdy: string | null;
  readonly dmy: string | null;
}

function orderOf(read: readonly DateText[], shortYearFirst: boolean): DateColumn["order"] {
  const open = read.flatMap(({ date }) => (date.kind === "open" && !(shortYearFirst && date.shortYear) ? [date] : []));
  const inQuestion = open.filter((date) => date.numbers[0] !== date.numbers[1]);
  // A 30 February is no date, and yet it tells which number its writer meant for the day.
  const monthFirst = inQuestion.some(({ numbers: [first, second] }) => canBeMonth(first) && canOnlyBeDay(second));
  const dayFirst = inQuestion.some(({ numbers: [first, second] }) => canBeMonth(second) && canOnlyBeDay(first));
  if (monthFirst !== dayFirst) return monthFirst ? "mdy" : "dmy";
  if (monthFirst && dayFirst) return "ambiguous";
  if (inQuestion.map(readingsOf).some(({ mdy, dmy }) => mdy !== null && dmy !== null)) {
    return inQuestion.every((date) => date.dotted) ? "dmy" : (orderInTime(read) ?? "ambiguous");
  }
  return open.length === 0 && read.some(({ date }) => date.kind === "certain" && date.yearFirst) ? "ymd" : null;
}

function canBeMonth(number: number): boolean {
  return number >= 1 && number <= 12;
}

function canOnlyBeDay(number: number): boolean {
  return number > 12 && number <= 31;
}

/** The order in which timestamps run one way all down the column, if that is so in exactly one order. */
function orderInTime(read: readonly DateText[]): "mdy" | "dmy" | null {
  const stamps: { readonly mdy: string; readonly dmy: string }[] = [];
  for (const { date, time } of read) {
    const { mdy, dmy } = date.kind === "open" ? readingsOf(date) : { mdy: null, dmy: null };
    if (mdy === null || dmy === null || time === null) return null;
    stamps.push({ mdy: `${mdy}T${time}`, dmy: `${dmy}T${time}` });
  }
  if (new Set(stamps.map(({ mdy }) => mdy.slice(0, 10))).size < DAYS_TO_TRUST_THE_ORDER) return null;
  const monthFirst = runsOneWay(stamps.map(({ mdy }) => mdy));
  const dayFirst = runsOneWay(stamps.map(({ dmy }) => dmy));
  if (monthFirst === dayFirst) return null;
  return monthFirst ? "mdy" : "dmy";
}

function runsOneWay(stamps: readonly string[]): boolean {
  const steps = stamps.slice(1).map((stamp, place) => [stamps[place] ?? "", stamp] as const);
  return steps.every(([before, after]) => before <= after) || steps.every(([before, after]) => before >= after);
}

function readAs({ date, time, offset }: DateText, order: DateColumn["order"], shortYearFirst: boolean): DateValue {
  const day = date.kind === "certain" ? dayOf(date.year, date.month, date.day) : dayOfOpen(date, order, shortYearFirst);
  if (day === null) return { problem: "impossible" };
  if (day === "ambiguous") return { problem: "ambiguous" };
  if (time === null) return { iso: day };
  return { iso: `${day}T${time}`, ...(offset !== null && { offset }) };
}

function dayOfOpen(date: OpenDate, order: DateColumn["order"], shortYearFirst: boolean): string | null {
  const [first, second, third] = date.numbers;
  if (shortYearFirst && date.shortYear) return dayOf(fullYear(first, true), second, third);
  const { mdy, dmy } = readingsOf(date);
  if (order === "mdy") return mdy;
  if (order === "dmy") return dmy;
  return mdy !== null && dmy !== null && mdy !== dmy ? "ambiguous" : (mdy ?? dmy);
}

function readingsOf({ numbers: [first, second, third], shortYear }: OpenDate): Readings {
  const year = fullYear(third, shortYear);
  return { mdy: dayOf(year, first, second), dmy: dayOf(year, second, first) };
}

/** The day as text, or null where there is no such day, or none in which a program of today could have run. */
function dayOf(year: number, month: number, day: number): string | null {
  return year >= 1900 && year < 2200 && isRealDay(year, month, day) ? isoOf(year, month, day) : null;
}
