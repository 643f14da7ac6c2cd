import { addDays, daysBetween, type IsoDate, isIsoDate } from "./dates";

/** How far ahead the next dates reach: three weeks, a span of ours. */
export const DAYS_AHEAD = 21;

/** Something with a date that is not done. */
export interface DatedItem {
  readonly what: string;
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
  readonly done: boolean;
}

/** The day on which something is next to be thought of. */
export interface ComingDate {
  readonly what: string;
  readonly date: IsoDate;
  /** From the day itself; negative for what is late. */
  readonly days: number;
  /** Past its end, begun and not at its end, or still to come. */
  readonly stage: "late" | "under-way" | "ahead";
}

/**
 * What is late, what ends and what begins in the next three weeks, the earliest first. What is done, or has no date that
 * says so, is in neither. What is due today has the day.
 *
 * @param items rows of the timeline
 * @param asOf the day to judge by, "yyyy-mm-dd"
 * @returns one entry an item at the most
 * @see domain.md section 6
 * @example comingDates([{ what: "Recruitment", start: "2026-07-21", end: "2026-08-18", done: false }], "2026-08-11")
 *   // [{ what: "Recruitment", date: "2026-08-18", days: 7, stage: "under-way" }]
 */
export function comingDates(items: readonly DatedItem[], asOf: IsoDate): readonly ComingDate[] {
  const until = addDays(asOf, DAYS_AHEAD);
  const coming = items.flatMap(({ what, start, end, done }): readonly ComingDate[] => {
    const next = done ? null : nextDay(real(start), real(end), asOf);
    return next && next.date <= until ? [{ what, ...next, days: daysBetween(asOf, next.date) }] : [];
  });
  return coming.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function nextDay(
  start: IsoDate | null,
  end: IsoDate | null,
  asOf: IsoDate,
): { readonly date: IsoDate; readonly stage: ComingDate["stage"] } | null {
  if (end !== null && end < asOf) return { date: end, stage: "late" };
  const begins = start ?? end;
  if (begins !== null && begins >= asOf) return { date: begins, stage: "ahead" };
  return end === null ? null : { date: end, stage: "under-way" };
}

/** A year of five digits is a slip of the finger that a sheet takes for a date. */
const real = (date: IsoDate | null): IsoDate | null => (date !== null && isIsoDate(date) ? date : null);
