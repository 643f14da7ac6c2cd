import * as z from "zod/mini";
import { type Problem, problem } from "../content/problems";
import { problemOf } from "../google/failures";
import { type Form, hasResponses, isTabOf, lookAtForm, openForm } from "../google/forms";
import type { OpenWorkbook } from "../google/workbook";
import { ANSWER_SOURCES, answerTabKey, handedOverSetting, responseTabSetting } from "../workbook/answer-tabs";
import { ownTable, readAnswers, readingOf } from "../workbook/answers";
import { codesOf, peopleOf } from "../workbook/people";
import { readSettings, remember, setting, sheetSetting } from "../workbook/settings";
import type { Snapshot } from "../workbook/snapshot";
import type { PresentForm } from "../workbook/surveys/form-check";
import type { FormRecord } from "../workbook/surveys/form-record";
import type { Survey } from "../workbook/surveys/survey-list";
import { surveys } from "../workbook/tabs/surveys";

/** A form that was made before, as it was found. */
export interface FoundForm {
  readonly form: Form;
  readonly record: FormRecord;
  readonly present: PresentForm;
}

/** What there is to know of a survey's form before anything is done to it. */
interface Look {
  /** Null where there is none, or it could not be looked at. */
  readonly found: FoundForm | null;
  /** It could not be opened. */
  readonly isGone: boolean;
  readonly problems: readonly Problem[];
}

/** Opens a survey's form; in a preview a permission that is missing takes nothing away but the look at it. */
export function lookFor(record: FormRecord | null, preview: boolean): Look {
  if (!record) return { found: null, isGone: false, problems: [] };
  try {
    const form = openForm(record.id);
    const found = form && { form, record, present: lookAtForm(form) };
    return { found, isGone: !form, problems: [] };
  } catch (error) {
    const stopped = problemOf(error);
    if (!preview || stopped.code === "internal") throw error;
    return { found: null, isGone: false, problems: [stopped] };
  }
}

/** People answered under a promise: another one needs another survey. */
export function modeProblems(
  { snapshot }: OpenWorkbook,
  { id, label, at, isAnonymous }: Survey,
  stored: FormRecord | null,
  found: FoundForm | null,
): readonly Problem[] {
  const wasAnonymous = stored ? stored.anonymous : hasNamedAnswers(snapshot, id) ? false : isAnonymous;
  if (wasAnonymous === isAnonymous) return [];
  const hasAnswers =
    (found !== null && hasResponses(found.form)) ||
    ANSWER_SOURCES.some((source) => (snapshot.tabs.get(answerTabKey(id, source))?.rows.length ?? 0) > 0);
  const expected = surveys.columns.answers.choices;
  const words = expected?.kind === "list" ? expected.options : [];
  const was = words.find(({ id: mode }) => mode === (wasAnonymous ? "anonymous" : "named"))?.label ?? "";
  const row = at === null ? {} : { row: at + 2 };
  return hasAnswers ? [problem("survey-mode-fixed", { tab: surveys.title, ...row, value: label, expected: was })] : [];
}

/** Answers that say who gave them, whatever the tab Surveys says by now. */
function hasNamedAnswers(snapshot: Snapshot, survey: string): boolean {
  const reading = { ...readingOf(snapshot, survey), isAnonymous: false };
  const codes = codesOf(peopleOf(snapshot));
  return ANSWER_SOURCES.some((source) => {
    const tab = snapshot.tabs.get(answerTabKey(survey, source));
    const rows = tab ? readAnswers(survey, ...ownTable(tab), codes, reading).rows : [];
    return rows.some(({ code, email, name }) => (code || email || name) !== "");
  });
}

const sheetIdOf = (snapshot: Snapshot, name: string): number | null =>
  setting(readSettings(snapshot), name, z.nullable(z.number()), null);

/** Where a form's answers flow: into a tab that is known, elsewhere by somebody's will, or that is still to be settled. */
export function linkOf(
  { snapshot, spreadsheet }: OpenWorkbook,
  survey: string,
  { id }: FormRecord,
  found: FoundForm | null,
): "here" | "elsewhere" | "none" {
  const to = found?.present.destination;
  if (to && to !== spreadsheet.getId()) return "elsewhere";
  const sheetId = sheetIdOf(snapshot, responseTabSetting(survey));
  const sheet = sheetId === null ? null : spreadsheet.getSheetById(sheetId);
  return to !== null && sheet !== null && isTabOf(sheet, id) ? "here" : "none";
}

export const wasUnlinked = ({ snapshot }: OpenWorkbook, survey: string, found: FoundForm | null): boolean =>
  found?.present.destination === null && sheetIdOf(snapshot, responseTabSetting(survey)) !== null;

/** Answers to a form that is gone are counted on: its tab is read like one that was filled from files. */
export function handOver(book: OpenWorkbook, survey: string) {
  const { snapshot, spreadsheet } = book;
  const sheetId = sheetIdOf(snapshot, responseTabSetting(survey));
  const sheet = sheetId === null ? null : spreadsheet.getSheetById(sheetId);
  if (!sheet) return { book, changes: [], problems: [] };
  const fileTab = answerTabKey(survey, "file");
  const isFree = [null, sheetId].includes(sheetIdOf(snapshot, sheetSetting(fileTab)));
  const tabs = new Map(snapshot.tabs);
  const old = tabs.get(answerTabKey(survey, "form"));
  tabs.delete(answerTabKey(survey, "form"));
  if (old && isFree) tabs.set(fileTab, old);
  return {
    book: { ...book, snapshot: { tabs } },
    // Cut off between the two, the tab is still known as one of them.
    changes: [
      ...(isFree ? remember(snapshot, { [sheetSetting(fileTab)]: sheetId, [handedOverSetting(survey)]: true }) : []),
      ...remember(snapshot, { [responseTabSetting(survey)]: null }),
    ],
    problems: [problem(isFree ? "form-answers-kept" : "form-answers-apart", { tab: sheet.getName() })],
  };
}
