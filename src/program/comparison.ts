import { binomialExact, fisherExact } from "./exact-tests";
import { differenceOfProportions, type Interval, type Proportion, wilson } from "./proportions";
import { publishedBenchmark, SUPPORT_MODEL_IDS, type SupportModelId } from "./support-models";

/** What is counted in one support model. People, except under `attempts`. */
export interface ModelCounts {
  readonly model: SupportModelId;
  readonly enrolled: number;
  readonly submitted: number;
  readonly decided: number;
  readonly awarded: number;
  /** Portfolios, of which one person may send several. */
  readonly attempts: { readonly decided: number; readonly awarded: number };
}

export type Verdict =
  | "too-few"
  | "clearly-higher"
  | "probably-higher"
  | "no-clear-difference"
  | "probably-lower"
  | "clearly-lower";

/** One support model beside the reference: an entry of `supportModels` in results.json. Rates are shares, 0 to 1. */
export interface ModelComparison extends ModelCounts {
  /** Of participants with a decision; null where nobody has one. */
  readonly rate: {
    readonly of: "decided";
    readonly estimate: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  /** This model's rate minus the reference's; null for the reference itself or where a group has nobody decided. */
  readonly difference: (Interval & { readonly fisher: number; readonly verdict: Verdict }) | null;
  readonly benchmark: { readonly value: number; readonly p: number | null };
  readonly attempts: { readonly decided: number; readonly awarded: number; readonly rate: number | null };
}

/** Below this many people with a decision in either group, no claim is made (domain.md section 10). */
const FEWEST_FOR_A_VERDICT = 10;

const SIGNIFICANT = 0.05;

/**
 * Sets every support model beside the reference: its award rate with the Wilson interval, the difference from the
 * reference with Newcombe's interval, Fisher's exact test and a verdict, and the published benchmark with an exact
 * binomial test. All on participants; the rate per attempt stands beside them, untested, because attempts of one
 * person are not independent of each other.
 *
 * People chose their own support: this is no experiment, and nothing here says what brought a difference about.
 *
 * @param groups counts per model, each model once
 * @param reference the model that the others are compared with
 * @param benchmarks shares (0 to 1) that the team set in place of the published ones
 * @returns one entry per group, in the usual order of the models
 * @see domain.md section 10
 * @example compareSupportModels([independent, plc], "independent")[1]?.difference?.verdict // "clearly-higher"
 */
export function compareSupportModels(
  groups: readonly ModelCounts[],
  reference: SupportModelId | null,
  benchmarks: Readonly<Partial<Record<SupportModelId, number>>> = {},
): readonly ModelComparison[] {
  const base = groups.find((group) => group.model === reference);
  return inUsualOrder(groups).map((group) => {
    const value = benchmarks[group.model] ?? publishedBenchmark(group.model);
    const rate = wilson(group.awarded, group.decided) ?? { estimate: null, low: null, high: null };
    const { decided, awarded } = group.attempts;
    return {
      model: group.model,
      enrolled: group.enrolled,
      submitted: group.submitted,
      decided: group.decided,
      awarded: group.awarded,
      rate: { of: "decided", ...rate },
      difference: base === undefined || base === group ? null : differenceFrom(decidedOf(base), decidedOf(group)),
      benchmark: { value, p: binomialExact(group.awarded, group.decided, value) },
      attempts: { decided, awarded, rate: decided === 0 ? null : awarded / decided },
    };
  });
}

/**
 * The model that the others are compared with: the one asked for, else Independent, else the one with the most people
 * decided (the first in the usual order where several have as many).
 *
 * @param groups counts per model
 * @param wanted the model that a person asked for
 * @returns a model that is among the groups, or null when there are none. When it is not the wanted one, that one has
 *   nobody in it, and the person should be told.
 * @see domain.md section 10
 * @example chooseReference([{ model: "basic", enrolled: 40, decided: 30 }, { model: "plc", enrolled: 50, decided: 41 }])
 *   // "plc"
 */
export function chooseReference(
  groups: readonly Pick<ModelCounts, "model" | "enrolled" | "decided">[],
  wanted: SupportModelId | null = null,
): SupportModelId | null {
  const peopled = inUsualOrder(groups.filter((group) => group.enrolled > 0));
  const hasPeople = (model: SupportModelId) => peopled.some((group) => group.model === model);
  if (wanted !== null && hasPeople(wanted)) return wanted;
  if (hasPeople("independent")) return "independent";
  const most = Math.max(...peopled.map((group) => group.decided));
  return peopled.find((group) => group.decided === most)?.model ?? null;
}

/**
 * What may be said about a difference between two groups, by one written rule that hangs on no single figure:
 *
 * - under ten people decided in either group: `too-few`;
 * - `clearly`, where Newcombe's 95 % interval leaves out zero, and Fisher's p is under 0.05, and both would still be so
 *   had the decision on any one person gone the other way;
 * - `probably`, where at least one of the two points to a difference, but not all of that holds;
 * - else `no-clear-difference`.
 *
 * Why the third condition: the interval and the test look at the same counts and mostly agree, so two of them are
 * hardly more than one. A verdict that a single portfolio could overturn is not clear. What the rule does not do: make
 * up for comparing many models at once (with seven comparisons a stray `probably` is to be expected), or for people
 * having chosen their support themselves.
 *
 * @param reference awarded of decided in the reference group
 * @param group the same in the group that is compared with it
 * @returns the verdict on `group`, as seen from the reference
 * @see docs/decisions.md; the third condition is the "fragility index" of Walsh et al. 2014, J Clin Epidemiol 67,
 *   622-628, required to be at least two
 * @example verdictOn({ successes: 48, n: 80 }, { successes: 56, n: 70 }) // "clearly-higher"
 */
export function verdictOn(reference: Proportion, group: Proportion): Verdict {
  if (reference.n < FEWEST_FOR_A_VERDICT || group.n < FEWEST_FOR_A_VERDICT) return "too-few";
  const signs = signsOfDifference(reference, group);
  if (!signs.interval && !signs.test) return "no-clear-difference";
  const higher = group.successes / group.n > reference.successes / reference.n;
  const clear = oneDecisionAway(reference, group, higher).every(([r, g]) => {
    const stillThere = signsOfDifference(r, g);
    return stillThere.interval && stillThere.test;
  });
  if (signs.interval && signs.test && clear) return higher ? "clearly-higher" : "clearly-lower";
  return higher ? "probably-higher" : "probably-lower";
}

/** The two ways in which one decision, had it gone the other way, would have narrowed the difference. */
function oneDecisionAway(
  reference: Proportion,
  group: Proportion,
  higher: boolean,
): readonly (readonly [Proportion, Proportion])[] {
  const step = higher ? 1 : -1;
  return [
    [{ ...reference, successes: reference.successes + step }, group],
    [reference, { ...group, successes: group.successes - step }],
  ];
}

function signsOfDifference(reference: Proportion, group: Proportion): { interval: boolean; test: boolean } {
  const interval = differenceOfProportions(group, reference);
  return {
    interval: interval !== null && (interval.low > 0 || interval.high < 0),
    test: fisherExact(group, reference) < SIGNIFICANT,
  };
}

function differenceFrom(reference: Proportion, group: Proportion): ModelComparison["difference"] {
  const interval = differenceOfProportions(group, reference);
  if (interval === null) return null;
  return { ...interval, fisher: fisherExact(group, reference), verdict: verdictOn(reference, group) };
}

function decidedOf(group: ModelCounts): Proportion {
  return { successes: group.awarded, n: group.decided };
}

function inUsualOrder<T extends { readonly model: SupportModelId }>(groups: readonly T[]): readonly T[] {
  return [...groups].sort((a, b) => SUPPORT_MODEL_IDS.indexOf(a.model) - SUPPORT_MODEL_IDS.indexOf(b.model));
}
