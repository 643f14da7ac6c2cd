import { chosenOptions, findCheckboxOptions, mostFrequentFirst, ownWords } from "./checkbox-options";
import { likertStepsOf } from "./likert-scales";
import { median } from "./median";

/** How answers are summed up. */
type SummaryType = "scale" | "choice" | "checkboxes" | "text";

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
 * Settles how a question's answers are read, by its type. Where the type is not given it is guessed from all answers:
 *
 * - `scale`: whole numbers from 0 to 10, or the words of one known scale ("Strongly agree" …);
 * - `checkboxes`: pieces that come back in different combinations (see checkbox-options.ts);
 * - `choice`: at least seven answers in ten were given more than once, and there are few such (ten, or a tenth of the
 *   number of answers);
 * - `text`: all else, and what nobody answered.
 *
 * @param question title, answers, and type and options where they are known
 * @see domain.md section 7
 * @example questionReader({ title: "Clear?", answers: ["4", "2"] }).options // ["2", "3", "4"]
 */
export function questionReader({ title, answers, type, options }: AnsweredQuestion): QuestionReader {
  const given = answers.map(tidy).filter((answer) => answer !== "");
  const known = options?.map(tidy).filter((option) => option !== "");
  const guessed = type === undefined ? guess(given, known) : { type, options: known };
  switch (guessed.type) {
    case "scale":
      return scaleReader(title, guessed.options ?? likertStepsOf([...new Set(given)]) ?? numbersBetween(given));
    case "choice":
      return choiceReader(title, guessed.options ?? choicesAmong(given));
    case "checkboxes":
      return checkboxesReader(title, guessed.options ?? findCheckboxOptions(given) ?? choicesAmong(given));
    case "text":
      return { title, type: "text", options: [], values: [], read: (words) => ({ places: [], words }) };
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

const checkboxesReader = (title: string, options: readonly string[]): QuestionReader => ({
  title,
  type: "checkboxes",
  options,
  values: [],
  read: remembering((answer) => ({
    places: chosenOptions(answer, options).chosen.map((option) => options.indexOf(option)),
    words: ownWords(answer, options),
  })),
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

/** A type, and the options where they are known or came to light. */
interface Guess {
  readonly type: SummaryType;
  readonly options?: readonly string[] | undefined;
}

function guess(given: readonly string[], known: readonly string[] | undefined): Guess {
  if (known !== undefined) {
    const isTicked = given.some((answer) => chosenOptions(answer, known).chosen.length > 1);
    return { type: isTicked ? "checkboxes" : "choice", options: known };
  }
  if (given.length === 0) return { type: "text" };
  const steps = likertStepsOf([...new Set(given)]);
  if (steps !== null) return { type: "scale", options: steps };
  if (given.every(isScaleNumber)) return { type: "scale" };
  if (isProse(given)) return { type: "text" };
  const options = findCheckboxOptions(given);
  if (options !== null) return { type: "checkboxes", options };
  return { type: isChoice(given) ? "choice" : "text" };
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

/**
 * An answer as it is compared and shown: exports hold non-breaking spaces and stray ends of lines, by which the same
 * answer would differ.
 *
 * @example tidy(" Strongly\u00a0agree ") // "Strongly agree"
 */
export function tidy(answer: string): string {
  return answer.replace(/\s+/g, " ").trim();
}
