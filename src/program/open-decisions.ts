import { daysBetween, type IsoDate, isIsoDate } from "./dates";
import type { Attempt } from "./funnel";

/**
 * After this many days without a decision a submission is shown. The sources leave the reply time to each program
 * (domain.md section 11): four weeks are ours, as long as the proposed timeline gives results to come in.
 */
export const REPLY_DAYS = 28;

/** Attempts that have no decision: a blank outcome means pending. */
export function undecided(attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts.filter(({ outcome }) => outcome === null || outcome === "pending");
}

/**
 * How many submissions have waited longer for a decision than the reply time. Those whose day is not known are not
 * guessed.
 *
 * @param attempts submission rows
 * @param asOf the day to judge by, "yyyy-mm-dd"
 * @see domain.md section 11
 * @example waitingTooLong([{ outcome: "pending", submittedOn: "2026-09-01", … }], "2026-09-30") // 1
 */
export function waitingTooLong(attempts: readonly Attempt[], asOf: IsoDate): number {
  return undecided(attempts).filter(
    ({ submittedOn }) => submittedOn !== null && isIsoDate(submittedOn) && daysBetween(submittedOn, asOf) > REPLY_DAYS,
  ).length;
}
