import { type Pair, type PairedChange, pairedChange } from "../../program/paired-change";
import { SUPPORT_MODEL_IDS, type SupportModelId } from "../../program/support-models";
import { suppressSmallGroups } from "../../program/suppression";
import { fold } from "../column";
import type { CountedQuestion, CountedSurvey } from "./counted-answers";

/** How the answers of the same people to the same scale moved from the baseline to the end survey. */
export interface QuestionChange extends PairedChange {
  /** The question's key in the end survey, and in the baseline. */
  readonly key: string;
  readonly baselineKey: string;
  readonly title: string;
  /** The survey's id that it is shown with. */
  readonly survey: string;
  /** Models with pairs; of those that are hidden, with few pairs or with others that they would give away, no means. */
  readonly byModel: readonly (PairedChange & { readonly model: SupportModelId; readonly isHidden: boolean })[];
}

const BEFORE = "baseline";
const AFTER = "end";

/**
 * Every scale that both the baseline and the end survey asked, paired by person. Questions are the same by their key in
 * the question bank (but for the survey's name at its beginning), or by their words.
 */
export function surveyChanges(surveys: readonly CountedSurvey[]): readonly QuestionChange[] {
  const named = surveys.filter(({ survey }) => !survey.isAnonymous);
  const before = named.find(({ survey }) => survey.id === BEFORE);
  const after = named.find(({ survey }) => survey.id === AFTER);
  if (!before || !after) return [];
  return after.questions.flatMap((question) => {
    const earlier = before.questions.find((each) => isSame(each, question) && areAlike(each, question));
    if (!earlier) return [];
    const first = answersBy(before, earlier);
    const pairs = [...answersBy(after, question)].flatMap(([id, { value, model }]) => {
      const old = first.get(id);
      return old ? [{ before: old.value, after: value, model }] : [];
    });
    if (pairs.length === 0) return [];
    const { key, reader } = question;
    const asked = { key, baselineKey: earlier.key, title: reader.title, survey: AFTER };
    return [{ ...asked, ...pairedChange(pairs), byModel: changesByModel(pairs) }];
  });
}

function isSame(a: CountedQuestion, b: CountedQuestion): boolean {
  const [first, last] = [bankKey(a, BEFORE), bankKey(b, AFTER)];
  return (first !== null && first === last) || (a.reader.title !== "" && fold(a.reader.title) === fold(b.reader.title));
}

const bankKey = ({ key }: CountedQuestion, survey: string): string | null =>
  key.startsWith(`${survey}-`) ? key.slice(survey.length) : null;

/**
 * Whether a step means the same on both scales. Of a scale in numbers that the bank does not have only the steps that
 * somebody chose are known: it is taken for one from 1 to 5, unless somebody went beyond that.
 */
function areAlike(a: CountedQuestion, b: CountedQuestion): boolean {
  if (a.reader.type !== "scale" || b.reader.type !== "scale") return false;
  const areSame = stepsOf(a) === stepsOf(b);
  if (areSame || !isInNumbers(a) || !isInNumbers(b)) return areSame;
  return !(a.isOffered && b.isOffered) && isLong(a) === isLong(b);
}

const stepsOf = ({ reader }: CountedQuestion): string => reader.options.map(fold).join("\n");
const isInNumbers = ({ reader }: CountedQuestion): boolean =>
  reader.options.every((step) => Number.isFinite(Number(step)));
const isLong = ({ reader }: CountedQuestion): boolean => reader.values.some((value) => value > USUAL_STEPS);

const USUAL_STEPS = 5;

interface Answered {
  readonly value: number;
  readonly model: SupportModelId | null;
  readonly time: string;
}

/** Each person's latest answer on the scale. */
function answersBy({ who, times }: CountedSurvey, { reader, answers }: CountedQuestion): ReadonlyMap<string, Answered> {
  const found = new Map<string, Answered>();
  who.forEach((person, at) => {
    const [place] = reader.read(answers[at] ?? "").places;
    const value = place === undefined ? undefined : reader.values[place];
    const time = times[at] ?? "";
    if (person && value !== undefined && (found.get(person.id)?.time ?? "") <= time)
      found.set(person.id, { value, model: person.supportModel, time });
  });
  return found;
}

function changesByModel(pairs: readonly (Pair & Pick<Answered, "model">)[]): QuestionChange["byModel"] {
  const of = (model: SupportModelId | null) => pairs.filter((pair) => pair.model === model);
  const all = [...SUPPORT_MODEL_IDS, null].map((model) => ({ model, pairs: of(model) }));
  const hidden = suppressSmallGroups(all.map(({ model, pairs: { length: n } }) => ({ key: model ?? "", n })));
  return all.flatMap(({ model, pairs: own }) => {
    if (model === null || own.length === 0) return [];
    const isHidden = hidden.has(model);
    return [{ model, isHidden, ...(isHidden ? { n: own.length, means: null } : pairedChange(own)) }];
  });
}
