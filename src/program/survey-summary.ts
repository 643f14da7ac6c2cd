import type { QuestionReader, Tally } from "./question-reader";

/** Counts of one option; `share` is of those who answered, 0 to 1. */
interface OptionCount {
  readonly option: string;
  readonly count: number;
  readonly share: number;
}

/** What a question's answers come to. `answered` counts those that are not blank: blank is not zero. */
export type QuestionSummary =
  | {
      readonly title: string;
      readonly type: "scale";
      readonly answered: number;
      /** Answers that stand on the scale: mean and median are of these. */
      readonly n: number;
      readonly mean: number | null;
      readonly median: number | null;
      /** Steps from low to high. Steps in words have the values 1, 2, 3 … */
      readonly counts: readonly { readonly value: number; readonly label: string; readonly count: number }[];
    }
  | {
      readonly title: string;
      readonly type: "choice" | "checkboxes";
      readonly answered: number;
      readonly counts: readonly OptionCount[];
      /** Answers, or additions, in people's own words. */
      readonly other: { readonly count: number; readonly share: number };
    }
  /** The words themselves stay in the answers: they can name people. */
  | { readonly title: string; readonly type: "text"; readonly answered: number; readonly distinct: number };

/**
 * Sums up the answers to a question: all of them, or those of a group of people.
 *
 * @param tally answers as `tallyOf` leaves them
 * @returns the summary, plain data; the same in whatever order the answers came
 * @see domain.md section 7
 * @example summarizeTally(questionReader({ title: "Clear?", answers }), tallyOf(["4", "5", ""]))
 *   // { title: "Clear?", type: "scale", answered: 2, n: 2, mean: 4.5, median: 4.5,
 *   //   counts: [{ value: 4, label: "4", count: 1 }, { value: 5, label: "5", count: 1 }] }
 */
export function summarizeTally({ title, type, options, values, read }: QuestionReader, tally: Tally): QuestionSummary {
  let answered = 0;
  for (const count of tally.values()) answered += count;
  if (type === "text") return { title, type, answered, distinct: tally.size };
  const counts = new Array<number>(options.length).fill(0);
  let others = 0;
  for (const [answer, count] of tally) {
    const { places, words } = read(answer);
    for (const place of places) counts[place] = (counts[place] ?? 0) + count;
    if (words !== "") others += count;
  }
  if (type === "scale") {
    const steps = options.map((label, place) => ({ value: values[place] ?? 0, label, count: counts[place] ?? 0 }));
    return { title, type, answered, ...middleOf(steps), counts: steps };
  }
  return {
    title,
    type,
    answered,
    counts: options.map((option, place) => ({ option, ...shareOf(counts[place] ?? 0, answered) })),
    other: shareOf(others, answered),
  };
}

function middleOf(steps: readonly { readonly value: number; readonly count: number }[]) {
  const sorted = [...steps].sort((a, b) => a.value - b.value);
  const n = steps.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return { n, mean: null, median: null };
  /** The value of whoever stands at this place in a row from low to high. */
  const valueAt = (place: number): number => {
    let upTo = 0;
    for (const { value, count } of sorted) {
      upTo += count;
      if (upTo > place) return value;
    }
    return 0;
  };
  return {
    n,
    mean: steps.reduce((sum, { value, count }) => sum + value * count, 0) / n,
    median: (valueAt(Math.ceil(n / 2) - 1) + valueAt(Math.floor(n / 2))) / 2,
  };
}

function shareOf(count: number, answered: number): { readonly count: number; readonly share: number } {
  return { count, share: answered === 0 ? 0 : count / answered };
}
