import { chosenOptions, findCheckboxOptions, mostFrequentFirst, ownWords } from "./checkbox-options";
import { likertStepsOf } from "./likert-scales";
import { median } from "./median";

/** How answers are summed up. */
export type SummaryType = "scale" | "choice" | "checkboxes" | "text";

/** A question with all its answers. */
export interface AnsweredQuestion {
  readonly title: string;
  /** One text per response, as exported; blank is not answered. */
  readonly answers: readonly string[];
  /** Where the planner asked the question itself, it knows the type. */
  readonly type?: SummaryType;
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

/** Different answers, each with how often it was given. */
export type Tally = ReadonlyMap<string, number>;

/** How the answers to one question are read: settled once for all of them, then used for any part of them. */
export interface QuestionReader {
  readonly title: string;
  readonly type: SummaryType;
  /** Of a scale its steps, from low to high; none of a text. */
  readonly options: readonly string[];
  /** Of a scale what each step counts: its number, or 1, 2, 3 … where the steps are words. */
  readonly values: readonly number[];
  /** Which options an answer means, and what it says besides them. */
  readonly read: (answer: string) => ReadAnswer;
}

interface ReadAnswer {
  /** Places among the options. */
  readonly places: readonly number[];
  readonly words: string;
}

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
 * @returns the summary, plain data; the same in whatever order the answers came
 * @see domain.md section 7
 * @example summarizeQuestion({ title: "Clear?", answers: ["4", "5", ""] })
 *   // { title: "Clear?", type: "scale", answered: 2, n: 2, mean: 4.5, median: 4.5,
 *   //   counts: [{ value: 4, label: "4", count: 1 }, { value: 5, label: "5", count: 1 }] }
 */
export function summarizeQuestion(question: AnsweredQuestion): QuestionSummary {
  return summarizeTally(questionReader(question), tallyOf(question.answers));
}

/**
 * Settles how a question's answers are read, from all of them.
 *
 * @example questionReader({ title: "Clear?", answers: ["4", "2"] }).options // ["2", "3", "4"]
 */
export function questionReader({ title, answers, type, options }: AnsweredQuestion): QuestionReader {
  const given = answers.map(tidy).filter((answer) => answer !== "");
  const known = options?.map(tidy).filter((option) => option !== "");
  const kind = type ?? guessType(given, known);
  switch (kind) {
    case "scale":
      return scaleReader(title, known ?? likertStepsOf([...new Set(given)]) ?? numbersBetween(given));
    case "choice":
      return choiceReader(title, known ?? choicesAmong(given));
    case "checkboxes": {
      const found = known ?? findCheckboxOptions(given) ?? choicesAmong(given);
      const read = (answer: string): ReadAnswer => ({
        places: chosenOptions(answer, found).chosen.map((option) => found.indexOf(option)),
        words: ownWords(answer, found),
      });
      return { title, type: kind, options: found, values: [], read: remembering(read) };
    }
    case "text":
      return { title, type: kind, options: [], values: [], read: (words) => ({ places: [], words }) };
  }
}

function scaleReader(title: string, steps: readonly string[]): QuestionReader {
  const inNumbers = steps.every((step) => Number.isFinite(Number(step)));
  const folded = steps.map((step) => step.toLowerCase());
  return {
    title,
    type: "scale",
    options: steps,
    values: steps.map((step, place) => (inNumbers ? Number(step) : place + 1)),
    read: placedIn(folded, (answer) => answer.toLowerCase()),
  };
}

const choiceReader = (title: string, options: readonly string[]): QuestionReader => ({
  title,
  type: "choice",
  options,
  values: [],
  read: placedIn(options, (answer) => answer),
});

function placedIn(options: readonly string[], named: (answer: string) => string): QuestionReader["read"] {
  const places = new Map([...options].reverse().map((option, back) => [option, options.length - 1 - back]));
  return (answer) => {
    const place = places.get(named(answer));
    return place === undefined ? { places: [], words: answer } : { places: [place], words: "" };
  };
}

/** The same answers come again and again. */
function remembering(read: QuestionReader["read"]): QuestionReader["read"] {
  const known = new Map<string, ReadAnswer>();
  return (answer) => {
    const found = known.get(answer) ?? read(answer);
    known.set(answer, found);
    return found;
  };
}

/**
 * Counts the different answers; blank is none.
 *
 * @example tallyOf(["Yes", " Yes", ""]) // Map { "Yes" => 2 }
 */
export function tallyOf(answers: readonly string[]): Tally {
  const counts = new Map<string, number>();
  for (const answer of answers) {
    const text = tidy(answer);
    if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/**
 * Sums up counted answers to a question: all of them, or those of a group of people.
 *
 * @param tally answers as `tallyOf` leaves them
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
    let before = 0;
    return sorted.find(({ count }) => (before += count) > place)?.value ?? 0;
  };
  return {
    n,
    mean: steps.reduce((sum, { value, count }) => sum + value * count, 0) / n,
    median: (valueAt(Math.ceil(n / 2) - 1) + valueAt(Math.floor(n / 2))) / 2,
  };
}

function guessType(given: readonly string[], known: readonly string[] | undefined): SummaryType {
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
  const repeated = [...tallyOf(given).values()].filter((count) => count > 1);
  const answersGivenTwice = repeated.reduce((sum, count) => sum + count, 0);
  return (
    answersGivenTwice >= SHARE_GIVEN_TWICE * given.length &&
    repeated.length <= Math.max(FEW_OPTIONS, given.length / FEW_OPTIONS)
  );
}

/** The options of a choice, the most frequent first. */
function choicesAmong(given: readonly string[]): readonly string[] {
  const counts = [...tallyOf(given)].sort(mostFrequentFirst);
  return counts.filter(([, count]) => counts.length <= FEW_OPTIONS || count > 1).map(([option]) => option);
}

/** Every whole number from the lowest answer to the highest, so that a step that nobody chose shows as such. */
function numbersBetween(given: readonly string[]): readonly string[] {
  const numbers = given.filter(isScaleNumber).map(Number);
  if (numbers.length === 0) return [];
  const low = Math.min(...numbers);
  return Array.from({ length: Math.max(...numbers) - low + 1 }, (_, step) => String(low + step));
}

function shareOf(count: number, answered: number): { readonly count: number; readonly share: number } {
  return { count, share: answered === 0 ? 0 : count / answered };
}

/**
 * An answer as it is compared and shown: exports hold non-breaking spaces and stray ends of lines, by which the same
 * answer would differ.
 *
 * @example tidy(" Strongly\u00a0agree ") // "Strongly agree"
 */
export function tidy(answer: string): string {
  return answer.replace(/\s+/g, " ").trim();
}
