import type { Interval } from "./proportions";
import { studentsT } from "./students-t";

/** What one person answered on the same scale before and after. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** How people's answers moved, of those who answered both times. */
export interface PairedChange {
  /** Pairs: people, each once. */
  readonly n: number;
  /** Null for fewer than ten pairs: of them nothing is said. */
  readonly means: {
    readonly before: number;
    readonly after: number;
    /** After minus before, with its 95 % interval by Student's paired t. */
    readonly change: Interval;
  } | null;
}

/** Of fewer, a mean change says more about single people than about a program. */
export const FEWEST_PAIRS = 10;

/**
 * The mean change from before to after with its 95 % interval. It says by how much answers differ, not what made them
 * differ. Where everybody's answer moved by the same, the interval has no width.
 *
 * @param pairs one for each person who answered both times
 * @see Student 1908, Biometrika 6, 1-25; as R's t.test(after, before, paired = TRUE)
 * @example pairedChange(studentsSleepers).means?.change // { estimate: 1.58, low: 0.70, high: 2.46 }, rounded
 */
export function pairedChange(pairs: readonly Pair[]): PairedChange {
  const n = pairs.length;
  if (n < FEWEST_PAIRS) return { n, means: null };
  const changes = pairs.map(({ before, after }) => after - before);
  const estimate = mean(changes);
  const spread = Math.sqrt(sum(changes.map((change) => (change - estimate) ** 2)) / (n - 1));
  const reach = (studentsT(n - 1) * spread) / Math.sqrt(n);
  const change = { estimate, low: estimate - reach, high: estimate + reach };
  return {
    n,
    means: { before: mean(pairs.map(({ before }) => before)), after: mean(pairs.map(({ after }) => after)), change },
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
