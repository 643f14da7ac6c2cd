/** Shares of those who answered, 0 to 1, by where on the scale they stand; null where the scale has no such step. */
export interface ScaleShares {
  readonly lowest: number;
  /** Every step between the lowest and the middle. */
  readonly low: number | null;
  readonly middle: number | null;
  /** Every step between the middle and the highest. */
  readonly high: number | null;
  readonly highest: number;
}

/**
 * Sums up a scale of any length in five parts, so that scales of different lengths stand beside each other. Five steps
 * are those parts themselves; of longer ones, what lies between an end and the middle is taken together. An even number
 * of steps has no middle: then as many steps lie below as above.
 *
 * @param counts how many chose each step, from low to high
 * @returns null for fewer than two steps, and where nobody answered
 * @example scaleShares([1, 0, 2, 3, 4]) // { lowest: 0.1, low: 0, middle: 0.2, high: 0.3, highest: 0.4 }
 * @example scaleShares([1, 2, 2, 5]) // { lowest: 0.1, low: 0.2, middle: null, high: 0.2, highest: 0.5 }
 */
export function scaleShares(counts: readonly number[]): ScaleShares | null {
  const n = sum(counts);
  const last = counts.length - 1;
  if (last < 1 || n === 0) return null;
  const shareOf = (isPart: (place: number) => boolean): number | null => {
    const part = counts.filter((_, place) => isPart(place));
    return part.length === 0 ? null : sum(part) / n;
  };
  return {
    lowest: (counts[0] ?? 0) / n,
    low: shareOf((place) => place > 0 && 2 * place < last),
    middle: shareOf((place) => 2 * place === last),
    high: shareOf((place) => 2 * place > last && place < last),
    highest: (counts[last] ?? 0) / n,
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
