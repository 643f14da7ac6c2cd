import type { QuestionReader } from "./question-reader";
import { suppressSmallGroups } from "./suppression";
import { type QuestionSummary, summarizeTally } from "./survey-summary";

/** Which group each answer belongs to. */
export interface Grouping {
  readonly names: readonly string[];
  /** One for each answer: the place of its group among the names. */
  readonly places: readonly number[];
}

/** What a question comes to group by group. */
export interface GroupSummaries {
  /** In the order of the names, without those that are hidden or that nobody of answered. */
  readonly shown: readonly { readonly group: string; readonly summary: QuestionSummary }[];
  /** How many answered in the groups that are hidden. */
  readonly hidden: number;
}

/** Of more groups, the smallest are taken together: a longer list tells a reader nothing. */
const MOST_GROUPS = 25;

/**
 * Sums up a question for each group of those who answered it. Groups of one to four are hidden, and with them others
 * that could be worked out from the total, which is shown elsewhere (see suppression.ts).
 *
 * @param answers tidied, blank where not answered
 * @example summarizeGroups(reader, ["5", "4", …], { names: ["Rural", "Urban"], places: [0, 1, …] }).shown
 *   // [{ group: "Rural", summary: { type: "scale", n: 7, mean: 4.1, … } }, …]
 */
export function summarizeGroups(
  reader: QuestionReader,
  answers: readonly string[],
  { names, places }: Grouping,
): GroupSummaries {
  const sizes = new Array<number>(names.length).fill(0);
  answers.forEach((answer, at) => {
    const place = places[at];
    if (answer !== "" && place !== undefined) sizes[place] = (sizes[place] ?? 0) + 1;
  });
  const groups = sizes.map((n, place) => ({ key: String(place), n }));
  const small = suppressSmallGroups(groups);
  const largest = groups.filter(({ key, n }) => n > 0 && !small.has(key)).sort((a, b) => b.n - a.n);
  const tallies = new Map(largest.slice(0, MOST_GROUPS).map(({ key }) => [Number(key), new Map<string, number>()]));
  let hidden = 0;
  answers.forEach((answer, at) => {
    if (answer === "") return;
    const tally = tallies.get(places[at] ?? -1);
    if (tally) tally.set(answer, (tally.get(answer) ?? 0) + 1);
    else hidden++;
  });
  const shown = names.flatMap((group, place) => {
    const tally = tallies.get(place);
    return tally ? [{ group, summary: summarizeTally(reader, tally) }] : [];
  });
  return { shown, hidden };
}
