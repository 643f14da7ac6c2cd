/** A group of people in a table that leaves the team. */
export interface GroupSize {
  readonly key: string;
  readonly n: number;
}

/** Fewer people than this are not shown in what leaves the team (domain.md section 10). */
export const FEWEST = 5;

/**
 * Which groups to hide in a table that leaves the team, so that nobody can be picked out of a small group.
 *
 * Every group of one to four people is hidden. Where the total is shown as well, what is hidden can be worked out by
 * subtraction: so the smallest of the other groups are hidden with them until at least two groups are hidden, which
 * together have at least five people. Groups of nobody hide nobody and are left to be seen.
 *
 * Where even all groups together have fewer than five people, everybody is hidden, and the total must not be shown.
 *
 * @param groups the groups of one table, each key once, nobody in two of them
 * @param minimum the smallest group that may be shown
 * @param totalShown whether the sum of the groups is shown, or known from elsewhere in the same document
 * @returns keys of the groups whose figures must not be shown
 * @see domain.md section 10
 * @example suppressSmallGroups([{ key: "rural", n: 3 }, { key: "urban", n: 20 }, { key: "suburban", n: 9 }])
 *   // Set { "rural", "suburban" }
 */
export function suppressSmallGroups(
  groups: readonly GroupSize[],
  minimum = FEWEST,
  totalShown = true,
): ReadonlySet<string> {
  const smallestFirst = groups.filter(({ n }) => n > 0).sort((a, b) => a.n - b.n);
  const hidden = new Set<string>();
  let people = 0;
  for (const { key, n } of smallestFirst) {
    const canBeWorkedOut = totalShown && hidden.size > 0 && (hidden.size === 1 || people < minimum);
    if (n >= minimum && !canBeWorkedOut) break;
    hidden.add(key);
    people += n;
  }
  return hidden;
}
