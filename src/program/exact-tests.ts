import { type Proportion, requireCounts } from "./proportions";

/**
 * Exact tests. Both list every outcome that could have come about, and add up the probabilities of those that are no
 * likelier than what was observed. Probabilities are not taken from factorials: starting at the most likely outcome
 * (weight 1), each next weight follows from its neighbour by one multiplication. So nothing overflows, rounding stays
 * at a few units in the sixteenth digit with many thousands of people, and no special function is needed.
 */

/** R's tolerance for "equally likely", in fisher.test and binom.test: without it, ties would be lost to rounding. */
const TIES = 1 + 1e-7;

/**
 * Fisher's exact test for two groups, two-sided: were awards equally likely in both, how often would a split as
 * uneven as this one, or more, come about?
 *
 * @param a awarded (`successes`) of decided (`n`) in the one group
 * @param b the same in the other group
 * @returns the p-value, 0 to 1; 1 when a group is empty
 * @throws RangeError on counts that cannot be counts
 * @see Fisher 1935; two-sided as R's fisher.test. domain.md section 10
 * @example fisherExact({ successes: 3, n: 4 }, { successes: 1, n: 4 }) // 0.4857, rounded
 */
export function fisherExact(a: Proportion, b: Proportion): number {
  requireCounts("fisherExact", a.successes, a.n);
  requireCounts("fisherExact", b.successes, b.n);
  const awarded = a.successes + b.successes;
  const from = Math.max(0, awarded - b.n);
  const to = Math.min(a.n, awarded);
  const mode = Math.floor(((a.n + 1) * (awarded + 1)) / (a.n + b.n + 2));
  const weights = weightsFromMode(from, to, mode, (k) => {
    return ((a.n - k) * (awarded - k)) / ((k + 1) * (b.n - awarded + k + 1));
  });
  return shareNoLikelierThan(weights, a.successes - from);
}

/**
 * Exact binomial test, two-sided: were the true share `expected`, how often would a count as unlikely as this one, or
 * less likely, come about?
 *
 * @param successes how many
 * @param n of how many
 * @param expected the share to test against, 0 to 1, such as a published benchmark
 * @returns the p-value, 0 to 1, or null when there is nobody (n = 0)
 * @throws RangeError on counts that cannot be counts, or a share outside 0 to 1
 * @see Clopper and Pearson 1934; two-sided as R's binom.test. domain.md section 10
 * @example binomialExact(7, 20, 0.3) // 0.6310, rounded
 */
export function binomialExact(successes: number, n: number, expected: number): number | null {
  requireCounts("binomialExact", successes, n);
  if (!(expected >= 0 && expected <= 1)) throw new RangeError("binomialExact needs a share from zero to one");
  if (n === 0) return null;
  if (expected === 0) return successes === 0 ? 1 : 0;
  if (expected === 1) return successes === n ? 1 : 0;
  const odds = expected / (1 - expected);
  const weights = weightsFromMode(0, n, Math.floor((n + 1) * expected), (k) => ((n - k) / (k + 1)) * odds);
  return shareNoLikelierThan(weights, successes);
}

/**
 * Relative probabilities of the outcomes `from` to `to`, the one at `mode` being 1.
 *
 * @param ratio probability of outcome k + 1 over that of outcome k
 */
function weightsFromMode(from: number, to: number, mode: number, ratio: (k: number) => number): readonly number[] {
  const start = Math.min(Math.max(mode, from), to);
  const weights = new Array<number>(to - from + 1).fill(0);
  let up = 1;
  for (let k = start; k <= to; k++) {
    weights[k - from] = up;
    up *= ratio(k);
  }
  let down = 1;
  for (let k = start - 1; k >= from; k--) {
    down /= ratio(k);
    weights[k - from] = down;
  }
  return weights;
}

function shareNoLikelierThan(weights: readonly number[], observed: number): number {
  const limit = (weights[observed] ?? 0) * TIES;
  // Smallest first, so that thousands of tiny terms are not lost beside a large one.
  const ascending = [...weights].sort((x, y) => x - y);
  let all = 0;
  let unlikely = 0;
  for (const weight of ascending) {
    all += weight;
    if (weight <= limit) unlikely += weight;
  }
  return Math.min(1, unlikely / all);
}
