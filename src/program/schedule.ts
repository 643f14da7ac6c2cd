import { addDays, type IsoDate } from "./dates";

/**
 * Dates proposed for a program from its launch date and the number of weeks in which participants prepare. Proposals:
 * everybody may change them in the sheet, and where something falls on a holiday only people know.
 */

/** A span of whole days, both ends included; an event of one day starts and ends on it. */
export interface Span {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** Keys of the timeline's activities, in the order in which they begin. */
export const ACTIVITY_KEYS = [
  "recruitment",
  "baseline-survey",
  "training",
  "support-sessions",
  "submission-deadline",
  "reflection",
  "final-report",
  "share",
] as const;

export type ActivityKey = (typeof ACTIVITY_KEYS)[number];

/** Weeks that the sample facilitator plan of domain.md section 6 covers, after the one before launch. */
const USUAL_WEEKS = 8;

const NEWSLETTERS = 7;

/**
 * Start and end of every activity of the timeline.
 *
 * Why these: recruiting takes a month, and the participant list must be final two weeks before the launch; then comes
 * the baseline survey, so that its answers are there on the first day. The launch day is the first training. Support
 * begins a week later and lasts to the deadline, which falls on the weekday of the launch, when schools are open. Two
 * weeks for the end survey and the reflection meeting, while portfolios are scored; four weeks for the results to come
 * in and the report to be written; two weeks to share it.
 *
 * @param launch the day of the launch event, "yyyy-mm-dd"
 * @param weeks whole weeks from launch to submission deadline, at least one
 * @returns one span per activity, in the order of ACTIVITY_KEYS
 * @throws RangeError when launch is no real day or there is not one whole week
 * @see domain.md section 6; the lengths are our proposals
 * @example proposeActivities("2026-01-12", 8)[4]
 *   // { key: "submission-deadline", start: "2026-03-09", end: "2026-03-09" }
 */
export function proposeActivities(
  launch: IsoDate,
  weeks: number = USUAL_WEEKS,
): readonly (Span & { readonly key: ActivityKey })[] {
  requireWeeks("proposeActivities", weeks);
  const deadline = 7 * weeks;
  const days: Readonly<Record<ActivityKey, readonly [number, number]>> = {
    recruitment: [-42, -14],
    "baseline-survey": [-13, -1],
    training: [0, 0],
    "support-sessions": [7, deadline],
    "submission-deadline": [deadline, deadline],
    reflection: [deadline + 1, deadline + 14],
    "final-report": [deadline + 15, deadline + 42],
    share: [deadline + 43, deadline + 56],
  };
  return ACTIVITY_KEYS.map((key) => ({ key, ...spanFrom(launch, days[key]) }));
}

/**
 * The weeks of the facilitator plan: week 0 is the week before launch, week 1 begins on launch day. The plan's eight
 * weeks are laid over the time there is: with fewer weeks they shrink, with more they stretch, in whole days.
 *
 * @param launch the day of the launch event, "yyyy-mm-dd"
 * @param weeks whole weeks from launch to submission deadline, at least one
 * @returns nine spans without gaps, the place in the list being the week of the plan
 * @throws RangeError when launch is no real day or there is not one whole week
 * @see domain.md section 6
 * @example proposeFacilitatorWeeks("2026-01-12")[8] // { week: 8, start: "2026-03-02", end: "2026-03-08" }
 */
export function proposeFacilitatorWeeks(
  launch: IsoDate,
  weeks: number = USUAL_WEEKS,
): readonly (Span & { readonly week: number })[] {
  requireWeeks("proposeFacilitatorWeeks", weeks);
  const startOf = (week: number) => Math.floor((7 * weeks * (week - 1)) / USUAL_WEEKS);
  return Array.from({ length: USUAL_WEEKS + 1 }, (_, week) => {
    if (week === 0) return { week, ...spanFrom(launch, [-7, -1]) };
    // In a single week two steps of the plan can share a day.
    return { week, ...spanFrom(launch, [startOf(week), Math.max(startOf(week), startOf(week + 1) - 1)]) };
  });
}

/**
 * Days on which the seven newsletters go out. They are meant to be two weeks apart; where the program is shorter than
 * twelve weeks the interval shrinks, to one week at the least, and where even that is too long, messages go out
 * together. The first goes out on launch day, the last never after the submission deadline.
 *
 * @param launch the day of the launch event, "yyyy-mm-dd"
 * @param weeks whole weeks from launch to submission deadline, at least one
 * @returns seven days in order, in the order of the newsletters
 * @throws RangeError when launch is no real day or there is not one whole week
 * @see domain.md sections 6 and 8
 * @example proposeNewsletterDates("2026-01-12", 6)[1] // "2026-01-19"
 */
export function proposeNewsletterDates(launch: IsoDate, weeks: number = USUAL_WEEKS): readonly IsoDate[] {
  requireWeeks("proposeNewsletterDates", weeks);
  const lastDay = Math.min(7 * weeks, 14 * (NEWSLETTERS - 1));
  const mailings = Math.min(NEWSLETTERS, weeks + 1);
  return Array.from({ length: NEWSLETTERS }, (_, newsletter) => {
    const mailing = Math.floor((newsletter * mailings) / NEWSLETTERS);
    return addDays(launch, Math.round((lastDay * mailing) / (mailings - 1)));
  });
}

/**
 * Moves dates as one, as when the launch is put off.
 *
 * @param spans things with a start and an end, each a day or null where it has no date yet
 * @param days whole days, negative for earlier
 * @returns the same things with other dates; what has no date stays without
 * @throws RangeError when a date is no real day
 * @see domain.md section 6
 * @example shiftDays([{ start: "2026-01-12", end: null }], 7) // [{ start: "2026-01-19", end: null }]
 */
export function shiftDays<T extends { readonly start: IsoDate | null; readonly end: IsoDate | null }>(
  spans: readonly T[],
  days: number,
): readonly T[] {
  const shifted = (date: IsoDate | null) => (date === null ? null : addDays(date, days));
  return spans.map((span) => ({ ...span, start: shifted(span.start), end: shifted(span.end) }));
}

function spanFrom(launch: IsoDate, [start, end]: readonly [number, number]): Span {
  return { start: addDays(launch, start), end: addDays(launch, end) };
}

function requireWeeks(caller: string, weeks: number): void {
  if (!Number.isInteger(weeks) || weeks < 1) throw new RangeError(`${caller} needs at least one whole week`);
}
