/** So many of so many people: `successes` of `n`. Whole numbers, 0 <= successes <= n. */
export interface Proportion {
  readonly successes: number;
  readonly n: number;
}

/** A 95 % interval reaches this many standard errors to each side: the 0.975 quantile of the normal distribution. */
const Z_95 = 1.959963984540054;

/** An estimate with the interval around it, all on the same scale (shares from 0 to 1, differences from -1 to 1). */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A share of people with its 95 % Wilson score interval (without continuity correction).
 *
 * @param successes how many, a whole number
 * @param n of how many, a whole number
 * @returns the share and its limits, or null when there is nobody (n = 0)
 * @throws RangeError on counts that cannot be counts
 * @see Wilson 1927; Newcombe 1998, Statistics in Medicine 17, 857-872, method 3. domain.md section 10
 * @example wilson(81, 263) // { estimate: 0.3080, low: 0.2553, high: 0.3662 }, rounded
 */
export function wilson(successes: number, n: number): Interval | null {
  requireCounts("wilson", successes, n);
  if (n === 0) return null;
  const z = Z_95;
  const estimate = successes / n;
  const shrink = 1 + (z * z) / n;
  const middle = (estimate + (z * z) / (2 * n)) / shrink;
  const reach = (z * Math.sqrt((estimate * (1 - estimate)) / n + (z * z) / (4 * n * n))) / shrink;
  return {
    estimate,
    // At the ends the formula gives exactly 0 and 1, which rounding would miss by a hair.
    low: successes === 0 ? 0 : Math.max(0, middle - reach),
    high: successes === n ? 1 : Math.min(1, middle + reach),
  };
}

/**
 * The difference between two shares, `a` minus `b`, with Newcombe's 95 % hybrid score interval: it is put together from the
 * Wilson limits of each share, so it stays honest in small groups and at 0 % and 100 %.
 *
 * @param a so many of so many in the one group
 * @param b the same in the other group, with other people in it
 * @returns the difference and its limits, or null when either group is empty
 * @throws RangeError on counts that cannot be counts
 * @see Newcombe 1998, Statistics in Medicine 17, 873-890, method 10. domain.md section 10
 * @example differenceOfProportions({ successes: 56, n: 70 }, { successes: 48, n: 80 })
 *   // { estimate: 0.20, low: 0.0524, high: 0.3339 }, rounded
 */
export function differenceOfProportions(a: Proportion, b: Proportion): Interval | null {
  const first = wilson(a.successes, a.n);
  const second = wilson(b.successes, b.n);
  if (first === null || second === null) return null;
  const estimate = first.estimate - second.estimate;
  return {
    estimate,
    low: estimate - hypotenuse(first.estimate - first.low, second.high - second.estimate),
    high: estimate + hypotenuse(first.high - first.estimate, second.estimate - second.low),
  };
}

/**
 * Refuses what cannot be "so many of so many": that would be a mistake of ours, never of a coordinator.
 *
 * @param caller name of the function that was called wrongly, for the message
 * @param successes how many
 * @param n of how many
 * @throws RangeError unless both are whole numbers with 0 <= successes <= n
 * @example requireCounts("wilson", 3, 2) // throws "wilson needs whole numbers, from zero up to n"
 */
export function requireCounts(caller: string, successes: number, n: number): void {
  if (Number.isInteger(successes) && Number.isInteger(n) && successes >= 0 && successes <= n) return;
  throw new RangeError(`${caller} needs whole numbers, from zero up to n`);
}

function hypotenuse(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}
