import { surveyMoments } from "../../content/labels";
import { type Problem, problem } from "../../content/problems";
import { shortHash } from "../../program/hash";
import { fold, type Option, optionOf } from "../column";
import { type Change, updateCells } from "../plan";
import { readSettings } from "../settings";
import { type Snapshot, textAt, typedRows } from "../snapshot";
import { surveys } from "../tabs/surveys";
import { madeAnonymous } from "./form-mode";

/** A survey of the program: one of the usual moments, or one that the team added to the tab Surveys. */
export interface Survey extends Option {
  /** For good, whatever the survey is called: everything that is stored of it goes by this. */
  readonly id: string;
  /** What it is called now. */
  readonly label: string;
  /** Its row in the tab Surveys; null where people deleted it. */
  readonly at: number | null;
  /** A form is made for it: the focus group's questions are for talking. */
  readonly hasForm: boolean;
  /** Nobody's answers are tied to a person: its row says so, or its form was made so. */
  readonly isAnonymous: boolean;
  /** How its form is to be: as its row says, else as it was made. */
  readonly asksAnonymously: boolean;
  /** Days after which who has not answered may be reminded. */
  readonly remindAfter: number;
  readonly mostReminders: number;
}

const REMIND_AFTER_DAYS = 7;
const MOST_REMINDERS = 2;

/** The survey that is a talk: also the setting under which it is remembered how that was prepared last. */
export const FOCUS_GROUP = "focus-group";

/**
 * The surveys of a program: the usual moments first, in their order, then those that the team added. A moment whose row
 * was deleted is still one.
 */
export function surveysIn(snapshot: Snapshot): readonly Survey[] {
  const settings = readSettings(snapshot);
  const rows = surveyRows(snapshot);
  const ids = new Set([...surveyMoments.map(({ id }) => id), ...rows.keys()]);
  return [...ids].map((id) => {
    const values = rows.get(id);
    const made = madeAnonymous(settings, id);
    const asksAnonymously = values?.answers
      ? values.answers === "anonymous"
      : (made ?? values?.hasUnclearMode ?? false);
    return {
      id,
      label: values?.survey || usualLabel(id),
      at: values?.at ?? null,
      hasForm: id !== FOCUS_GROUP,
      asksAnonymously,
      isAnonymous: asksAnonymously || made === true,
      remindAfter: values?.remindAfter ?? REMIND_AFTER_DAYS,
      mostReminders: values?.mostReminders ?? (values?.hasUnclearMost ? 0 : MOST_REMINDERS),
    };
  });
}

/**
 * The rows of the tab Surveys by id. Of a row and its copy the one is meant whose name the id was made from, else the
 * upper one; the other is a survey of its own as soon as it has a name of its own.
 */
function surveyRows(snapshot: Snapshot) {
  const now = snapshot.tabs.get(surveys.key);
  const all = typedRows(snapshot, surveys).rows.map(({ at, values }) => {
    const isUnclear = (column: "answers" | "mostReminders"): boolean =>
      values[column] === null && textAt(now, at, column) !== "";
    return { ...values, at, hasUnclearMode: isUnclear("answers"), hasUnclearMost: isUnclear("mostReminders") };
  });
  const found = new Map<string, (typeof all)[number]>();
  for (const row of all) {
    const known = row.key && found.get(row.key);
    if (row.key && (!known || (idOf(known.survey) !== row.key && idOf(row.survey) === row.key)))
      found.set(row.key, row);
  }
  const names = new Set([...found.values()].map(({ survey }) => fold(survey ?? "")));
  for (const row of all) {
    const label = row.survey ?? "";
    if (found.get(row.key ?? "") === row || label === "" || names.has(fold(label))) continue;
    names.add(fold(label));
    const own = ownId(label);
    let id = idOf(label);
    for (let time = 2; found.has(id); time++) id = id === own || id.startsWith("own-") ? `${own}-${time}` : own;
    found.set(id, row);
  }
  return found;
}

const idOf = (label: string | null): string => optionOf(surveyMoments, label ?? "")?.id ?? ownId(label ?? "");

const usualLabel = (id: string): string => surveyMoments.find((moment) => moment.id === id)?.label ?? id;

const ownId = (label: string): string => `own-${shortHash(fold(label))}`;

/**
 * The survey of this id; where there is none, or none of its kind, the problem that says so.
 *
 * @param kind `form`: one that a form is made for
 */
export function surveyOf(
  snapshot: Snapshot,
  id: string,
  kind: "any" | "form" = "any",
): { readonly survey: Survey } | { readonly problems: readonly Problem[] } {
  const all = surveysIn(snapshot).filter(({ hasForm }) => kind === "any" || hasForm);
  const survey = all.find((each) => each.id === id);
  const expected = all.map((each) => each.id).join(", ");
  return survey ? { survey } : { problems: [problem("unknown-survey", { value: id, expected })] };
}

/** The survey that a cell means: by what it is called now, or by the usual name of its moment. */
export const surveyNamed = (all: readonly Survey[], words: string): Survey | undefined =>
  all.find(({ id }) => id === (optionOf(all, words) ?? optionOf(surveyMoments, words))?.id);

/** Writes the ids of surveys that the team added into their rows, by which they are known from then on. */
export function surveyKeys(snapshot: Snapshot): Change {
  const now = snapshot.tabs.get(surveys.key);
  const cells = surveysIn(snapshot).flatMap(({ id, at }) =>
    at === null || textAt(now, at, "key") === id ? [] : [{ at, column: "key", value: id }],
  );
  return updateCells(surveys, now, cells);
}

/** The key of a stored row that belongs to a survey: its id comes first. */
export const surveyRowKey = (survey: string, ...parts: readonly string[]): string => [survey, ...parts].join(" ");

/**
 * Which survey a stored row belongs to.
 * @example surveyOfKey(surveyRowKey("own-1f", "P-0001")) // "own-1f"
 */
export const surveyOfKey = (key: string): string => key.split(" ", 1)[0] ?? "";
