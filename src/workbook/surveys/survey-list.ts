import { surveyMoments } from "../../content/labels";
import { type Problem, problem } from "../../content/problems";
import { shortHash } from "../../program/hash";
import { cellText } from "../cell";
import { fold, type Option, optionOf } from "../column";
import { type Change, updateCells } from "../plan";
import { type Snapshot, typedRows } from "../snapshot";
import { surveys } from "../tabs/surveys";

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
  /** Nobody's answers are tied to a person. */
  readonly isAnonymous: boolean;
  /** Days after which who has not answered may be reminded. */
  readonly remindAfter: number;
  readonly mostReminders: number;
}

const REMIND_AFTER_DAYS = 7;
const MOST_REMINDERS = 2;
const FOCUS_GROUP = "focus-group";

/**
 * The surveys of a program: the usual moments first, in their order, then those that the team added. A moment whose row
 * was deleted is still one.
 */
export function surveysIn(snapshot: Snapshot): readonly Survey[] {
  const rows = new Map<string, Omit<Survey, "id" | "hasForm">>();
  for (const { at, values } of typedRows(snapshot, surveys).rows) {
    const label = values.survey ?? "";
    const id = values.key ?? (label === "" ? "" : (optionOf(surveyMoments, label)?.id ?? ownId(label)));
    if (id === "" || rows.has(id)) continue;
    rows.set(id, {
      label: label || usualLabel(id),
      at,
      isAnonymous: values.answers === "anonymous",
      remindAfter: values.remindAfter ?? REMIND_AFTER_DAYS,
      mostReminders: values.mostReminders ?? MOST_REMINDERS,
    });
  }
  const ids = new Set([...surveyMoments.map(({ id }) => id), ...rows.keys()]);
  return [...ids].map((id) => ({ ...UNTOLD, label: usualLabel(id), ...rows.get(id), id, hasForm: id !== FOCUS_GROUP }));
}

const UNTOLD = {
  at: null,
  isAnonymous: false,
  remindAfter: REMIND_AFTER_DAYS,
  mostReminders: MOST_REMINDERS,
} as const;

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
    at === null || cellText(now?.rows[at]?.[now.layout.columns.key ?? -1] ?? "") !== ""
      ? []
      : [{ at, column: "key", value: id }],
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
