import type { GroupFigures } from "./funnel";
import { wilson } from "./proportions";

/** What an award rate is a share of. */
type RateDenominator = "decided attempts" | "decided participants" | "submitted participants" | "enrolled participants";

/** Awards as a share of something that is named. Shares run from 0 to 1, null where nobody is there to share. */
export interface AwardRate {
  readonly of: RateDenominator;
  readonly awarded: number;
  readonly n: number;
  readonly estimate: number | null;
  /** Wilson limits. Null for attempts: those of one person hang together, so the interval would be too narrow. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The award rates of a group, each with its denominator, since "87 %" alone can mean any of them.
 *
 * @param figures counts of the group, as `countFunnel` gives them
 * @returns always the same four, attempts first, then from the narrowest group of people to the widest
 * @see domain.md section 2, "award rate"
 * @example awardRates(figures)[3] // { of: "enrolled participants", awarded: 37, n: 60, estimate: 0.6167, … }
 */
export function awardRates(
  figures: Pick<GroupFigures, "enrolled" | "submitted" | "decided" | "awarded"> & {
    readonly attempts: Pick<GroupFigures["attempts"], "decided" | "awarded">;
  },
): readonly AwardRate[] {
  const { decided: n, awarded } = figures.attempts;
  return [
    { of: "decided attempts", awarded, n, estimate: n === 0 ? null : awarded / n, low: null, high: null },
    rateOfPeople("decided participants", figures.awarded, figures.decided),
    rateOfPeople("submitted participants", figures.awarded, figures.submitted),
    rateOfPeople("enrolled participants", figures.awarded, figures.enrolled),
  ];
}

function rateOfPeople(of: RateDenominator, awarded: number, n: number): AwardRate {
  return { of, awarded, n, ...(wilson(awarded, n) ?? { estimate: null, low: null, high: null }) };
}
