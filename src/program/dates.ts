/**
 * Calendar arithmetic on dates as text, "yyyy-mm-dd". A date here is a day on a wall calendar, with no clock and no
 * time zone, so that no day is ever lost or doubled by travelling through one.
 */

/** A day as "yyyy-mm-dd". */
export type IsoDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Whether a text is a day that exists.
 *
 * @param text any text
 * @returns true for "yyyy-mm-dd" of a real day in the Gregorian calendar
 * @example isIsoDate("2026-02-30") // false
 */
export function isIsoDate(text: string): boolean {
  const [, year, month, day] = SHAPE.exec(text) ?? [];
  return year !== undefined && isRealDay(Number(year), Number(month), Number(day));
}

/**
 * Whether a day exists in the Gregorian calendar.
 *
 * @param year full year
 * @param month 1 to 12
 * @param day 1 to 31
 * @returns false for a thirteenth month, a 30 February and the like
 * @example isRealDay(2024, 2, 29) // true
 */
export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * A day some days later.
 *
 * @param date the day, "yyyy-mm-dd"
 * @param days whole days; negative for earlier
 * @returns the other day, "yyyy-mm-dd"
 * @throws RangeError when `date` is no real day
 * @example addDays("2024-02-28", 2) // "2024-03-01"
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoOfDayNumber(dayNumber(date) + days);
}

/**
 * How many days lie between two days.
 *
 * @param from the one day, "yyyy-mm-dd"
 * @param to the other day
 * @returns whole days, negative when `to` is the earlier
 * @throws RangeError when either is no real day
 * @example daysBetween("2024-02-28", "2024-03-01") // 2
 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The day that a spreadsheet means by a serial number: days since 30 December 1899, as in Google Sheets (and in Excel
 * from March 1900 on).
 *
 * @param serial whole days
 * @returns the day, "yyyy-mm-dd"
 * @example isoOfSerial(43101) // "2018-01-01"
 */
export function isoOfSerial(serial: number): IsoDate {
  return isoOfDayNumber(serial + dayNumber("1899-12-30"));
}

/**
 * Writes a day as "yyyy-mm-dd".
 *
 * @param year full year
 * @param month 1 to 12
 * @param day 1 to 31
 * @returns the text, whether or not the day exists
 * @example isoOf(2018, 4, 9) // "2018-04-09"
 */
export function isoOf(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days since 1 March of the year 0. Years start in March here, so that the leap day is the last day of its year. */
function dayNumber(date: IsoDate): number {
  const [, year, month, day] = (SHAPE.exec(date) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || !isRealDay(year, month, day)) {
    throw new RangeError("a date must be a real day, written yyyy-mm-dd");
  }
  const marchYear = month > 2 ? year : year - 1;
  return daysBeforeMarchYear(marchYear) + daysBeforeMarchMonth((month + 9) % 12) + day - 1;
}

function isoOfDayNumber(days: number): IsoDate {
  let marchYear = Math.floor(days / 365.2425);
  // The mean length of a year can land a day off at either end of one.
  while (daysBeforeMarchYear(marchYear) > days) marchYear--;
  while (daysBeforeMarchYear(marchYear + 1) <= days) marchYear++;
  const dayOfYear = days - daysBeforeMarchYear(marchYear);
  let marchMonth = 11;
  while (daysBeforeMarchMonth(marchMonth) > dayOfYear) marchMonth--;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return isoOf(month > 2 ? marchYear : marchYear + 1, month, dayOfYear - daysBeforeMarchMonth(marchMonth) + 1);
}

function daysBeforeMarchYear(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/** Days before a month counted from March (0) to February (11): 31, 30, 31, 30, 31 and again. */
function daysBeforeMarchMonth(month: number): number {
  return Math.floor((153 * month + 2) / 5);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
