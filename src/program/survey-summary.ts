import { chosenOptions, findCheckboxOptions } from "./checkbox-options";
import { likertStepsOf } from "./likert-scales";
import { median } from "./median";

type QuestionType = "scale" | "choice" | "checkboxes" | "text";

/** A question with all its answers. */
export interface AnsweredQuestion {
  readonly title: string;
  /** One text per response, as exported; blank is not answered. */
  readonly answers: readonly string[];
  /** Where the planner asked the question itself, it knows the type. */
  readonly type?: QuestionType;
  /** And the options: of a scale its steps from low to high, in words or numbers. */
  readonly options?: readonly string[];
}

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

/** This many different answers can all be options; of more, only those that at least two people gave. */
const FEW_OPTIONS = 10;

/** This share of the answers must be such that somebody else gave them too, for a question to be a choice. */
const SHARE_GIVEN_TWICE = 0.7;

/** Half the answers longer than this are prose, even where they repeat. */
const LONGEST_USUAL_CHOICE = 160;

/**
 * Sums up the answers to one question, by its type. Where the type is not given it is guessed:
 *
 * - `scale`: whole numbers from 0 to 10, or the words of one known scale ("Strongly agree" …);
 * - `checkboxes`: pieces that come back in different combinations (see checkbox-options.ts);
 * - `choice`: at least seven answers in ten were given more than once, and there are few such (ten, or a tenth of the
 *   number of answers);
 * - `text`: all else, and what nobody answered.
 *
 * @param question title, answers, and type and options where they are known
 * @returns the summary, plain data
 * @see domain.md section 7
 * @example summarizeQuestion({ title: "Clear?", answers: ["4", "5", ""] })
 *   // { title: "Clear?", type: "scale", answered: 2, n: 2, mean: 4.5, median: 4.5,
 *   //   counts: [{ value: 4, label: "4", count: 1 }, { value: 5, label: "5", count: 1 }] }
 */
export function summarizeQuestion({ title, answers, type, options }: AnsweredQuestion): QuestionSummary {
  const given = answers.map(tidy).filter((answer) => answer !== "");
  const known = options?.map(tidy).filter((option) => option !== "");
  switch (type ?? guessType(given, known)) {
    case "scale":
      return summarizeScale(title, given, known ?? likertStepsOf([...new Set(given)]) ?? numbersBetween(given));
    case "choice":
      return summarizeChoice(title, given, known ?? choicesAmong(given));
    case "checkboxes":
      return summarizeCheckboxes(title, given, known ?? findCheckboxOptions(given) ?? choicesAmong(given));
    case "text":
      return { title, type: "text", answered: given.length, distinct: new Set(given).size };
  }
}

function guessType(given: readonly string[], known: readonly string[] | undefined): QuestionType {
  if (known !== undefined) {
    return given.some((answer) => chosenOptions(answer, known).chosen.length > 1) ? "checkboxes" : "choice";
  }
  if (given.length === 0) return "text";
  if (given.every(isScaleNumber) || likertStepsOf([...new Set(given)]) !== null) return "scale";
  if (isProse(given)) return "text";
  if (findCheckboxOptions(given) !== null) return "checkboxes";
  return isChoice(given) ? "choice" : "text";
}

function isScaleNumber(answer: string): boolean {
  return /^(?:\d|10)$/.test(answer);
}

function isProse(given: readonly string[]): boolean {
  return (median(given.map((answer) => answer.length)) ?? 0) > LONGEST_USUAL_CHOICE;
}

function isChoice(given: readonly string[]): boolean {
  const repeated = [...countEach(given).values()].filter((count) => count > 1);
  const answersGivenTwice = repeated.reduce((sum, count) => sum + count, 0);
  return (
    answersGivenTwice >= SHARE_GIVEN_TWICE * given.length &&
    repeated.length <= Math.max(FEW_OPTIONS, given.length / FEW_OPTIONS)
  );
}

function summarizeScale(title: string, given: readonly string[], steps: readonly string[]): QuestionSummary {
  const inNumbers = steps.every((step) => Number.isFinite(Number(step)));
  const counts = steps.map((label, place) => ({
    value: inNumbers ? Number(label) : place + 1,
    label,
    count: given.filter((answer) => answer.toLowerCase() === label.toLowerCase()).length,
  }));
  const values = counts.flatMap(({ value, count }) => new Array<number>(count).fill(value));
  const sum = values.reduce((total, value) => total + value, 0);
  const n = values.length;
  return {
    title,
    type: "scale",
    answered: given.length,
    n,
    mean: n === 0 ? null : sum / n,
    median: median(values),
    counts,
  };
}

function summarizeChoice(title: string, given: readonly string[], options: readonly string[]): QuestionSummary {
  const counts = countEach(given);
  const listed = options.map((option) => optionCount(option, counts.get(option) ?? 0, given.length));
  const count = given.length - listed.reduce((sum, option) => sum + option.count, 0);
  return { title, type: "choice", answered: given.length, counts: listed, other: shareOf(count, given.length) };
}

function summarizeCheckboxes(title: string, given: readonly string[], options: readonly string[]): QuestionSummary {
  const read = given.map((answer) => chosenOptions(answer, options));
  const ticks = countEach(read.flatMap(({ chosen }) => chosen));
  return {
    title,
    type: "checkboxes",
    answered: given.length,
    counts: options.map((option) => optionCount(option, ticks.get(option) ?? 0, given.length)),
    other: shareOf(read.filter(({ other }) => other).length, given.length),
  };
}

/** The options of a choice, the most frequent first. */
function choicesAmong(given: readonly string[]): readonly string[] {
  const counts = [...countEach(given)].sort(([, a], [, b]) => b - a);
  return counts.filter(([, count]) => counts.length <= FEW_OPTIONS || count > 1).map(([option]) => option);
}

/** Every whole number from the lowest answer to the highest, so that a step that nobody chose shows as such. */
function numbersBetween(given: readonly string[]): readonly string[] {
  const numbers = given.filter(isScaleNumber).map(Number);
  if (numbers.length === 0) return [];
  const low = Math.min(...numbers);
  return Array.from({ length: Math.max(...numbers) - low + 1 }, (_, step) => String(low + step));
}

function countEach(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function optionCount(option: string, count: number, answered: number): OptionCount {
  return { option, ...shareOf(count, answered) };
}

function shareOf(count: number, answered: number): { readonly count: number; readonly share: number } {
  return { count, share: answered === 0 ? 0 : count / answered };
}

/** Exports hold non-breaking spaces and stray ends of lines, by which the same answer would differ. */
function tidy(answer: string): string {
  return answer.replace(/\s+/g, " ").trim();
}
