import * as z from "zod/mini";
import { problem } from "../content/problems";
import {
  applyFormSteps,
  createForm,
  type Form,
  findResponseTab,
  isTabOf,
  linkForm,
  openForm,
  prefilledLink,
  presentItems,
  publish,
  writeHead,
} from "../google/forms";
import { readStoredWords } from "../google/words";
import type { OpenWorkbook } from "../google/workbook";
import { answerTabKey } from "../workbook/answers";
import { plan, updateCells } from "../workbook/plan";
import { programName } from "../workbook/program-name";
import { readSettings, remember, setting, sheetSetting } from "../workbook/settings";
import { designForm, type FormDesign } from "../workbook/surveys/form-design";
import {
  contentOf,
  type FormRecord,
  formIntent,
  formRecord,
  formSetting,
  headOf,
  PLACEHOLDER_CODE,
} from "../workbook/surveys/form-record";
import {
  type FormDifference,
  formDifference,
  isSameForm,
  planFormSteps,
  planMoves,
} from "../workbook/surveys/form-steps";
import { surveyKeys, surveyOf } from "../workbook/surveys/survey-list";
import { planSurveyRow } from "../workbook/surveys/survey-state";
import { catalogue } from "../workbook/tabs/catalogue";
import { model } from "../workbook/tabs/model";
import { questions } from "../workbook/tabs/questions";
import { sending } from "../workbook/tabs/sending";
import { surveys } from "../workbook/tabs/surveys";
import { readInput } from "./input";
import { type CommandResult, failed, type Outside, runCommand, writeDown } from "./run";

/** A survey's form: as it will be (in a preview), or as it is now. */
export interface SurveyForm {
  readonly design: FormDesign;
  /** What updating would change. */
  readonly difference: FormDifference;
  /** Null before there is one. */
  readonly form: { readonly url: string; readonly edit: string } | null;
  /** Nothing is left to do. */
  readonly isCurrent: boolean;
}

const inputSchema = z.object({
  /** Its id. */
  survey: z.string(),
  preview: z.optional(z.boolean()),
  /** Make another form in place of the one that is remembered: it is gone. */
  anew: z.optional(z.boolean()),
});

/**
 * Makes a survey's Google Form from the question bank and links it to this spreadsheet, or brings the form that it
 * made before up to date. What is about to be made is written down first, and each form as soon as it is there: a run
 * that was cut off goes on with the same form, and where it cannot know of one it says that one may be left over.
 */
export function createSurvey(input: unknown): CommandResult<SurveyForm> {
  const read = readInput(inputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { survey: id, preview = false, anew = false } = read.value;
  return runCommand<SurveyForm>({
    tabs: [questions, surveys, catalogue, model, sending],
    needed: [questions, surveys],
    preview,
    plan: (book) => {
      const { snapshot } = book;
      const chosen = surveyOf(snapshot, id, "form");
      if ("problems" in chosen) return chosen;
      const { survey } = chosen;
      if (snapshot.tabs.get(questions.key)?.layout.missing.includes("key"))
        return {
          problems: [problem("column-missing", { tab: questions.title, column: questions.columns.key.header })],
        };
      const { design, problems, keys } = designForm(survey, snapshot, readStoredWords().surveys, programName(snapshot));
      const errors = problems.filter(({ severity }) => severity === "error");
      if (!preview && errors.length > 0) return { problems };
      const settings = readSettings(snapshot);
      const stored = formRecord(settings, id);
      const record = anew ? null : stored;
      const unfinished = setting(settings, formIntent(id), z.string(), "");
      const isLinked = record !== null && linkedTab(book, id, record);
      const isCurrent = isSameForm(design, record) && unfinished === "" && isLinked && record?.published === true;
      const data: SurveyForm = {
        design,
        difference: formDifference(design, record),
        form: record && record.url !== "" ? { url: record.url, edit: record.edit } : null,
        isCurrent,
      };
      if (isCurrent && record) return { plan: plan(planSurveyRow(snapshot, id, record, true), problems), data };
      const leftOver = unfinished !== "" && stored === null ? [problem("form-left-over", { value: unfinished })] : [];
      return {
        plan: plan(
          [
            updateCells(questions, snapshot.tabs.get(questions.key), keys.cells),
            surveyKeys(snapshot),
            // A place for both: what follows the form's making is then one update.
            ...remember(snapshot, {
              ...keys.toRemember,
              [formIntent(id)]: design.title,
              [formSetting(id)]: record,
            }),
          ],
          [...problems, ...leftOver],
        ),
        data,
        outside: () => makeForm({ book, survey: id, design, record, cutOff: unfinished !== "" }),
      };
    },
  });
}

/** Whether the tab for a form's answers is known and still there. */
function linkedTab({ snapshot, spreadsheet }: OpenWorkbook, survey: string, { id }: FormRecord): boolean {
  const sheetId = setting(readSettings(snapshot), tabSetting(survey), z.nullable(z.number()), null);
  const sheet = sheetId === null ? null : spreadsheet.getSheetById(sheetId);
  return sheet !== null && isTabOf(sheet, id);
}

const tabSetting = (survey: string): string => sheetSetting(answerTabKey(survey, "form"));

interface Making {
  readonly book: OpenWorkbook;
  readonly survey: string;
  readonly design: FormDesign;
  readonly record: FormRecord | null;
  readonly cutOff: boolean;
}

const NEW: FormRecord = { id: "", url: "", edit: "", prefilled: "", published: false, head: "", items: [] };

function makeForm({ book, survey, design, record, cutOff }: Making): Outside<SurveyForm> {
  const form = record ? openForm(record.id) : createForm(design.title);
  if (!form) return { problems: [problem("form-gone", { value: design.title })] };
  const known = record ?? { ...NEW, id: form.getId() };
  if (!record) writeDown([], ({ snapshot }) => remember(snapshot, { [formSetting(survey)]: known }));
  const made = fillForm(form, design, known, cutOff);
  linkForm(form, book.spreadsheet);
  writeDown([], ({ snapshot }) => remember(snapshot, { [formSetting(survey)]: made, [formIntent(survey)]: "" }));
  const tab = findResponseTab(book.spreadsheet, made.id);
  const problems = writeDown([surveys, sending], ({ snapshot }) => [
    ...planSurveyRow(snapshot, survey, made, tab !== null),
    ...(tab === null ? [] : remember(snapshot, { [tabSetting(survey)]: tab })),
  ]);
  return {
    changes: record && record.url !== "" ? updatesInWords(design, record) : [`New form ${design.title}`],
    problems: [
      ...problems,
      ...(made.published ? [] : [problem("form-not-published")]),
      ...(tab === null ? [problem("form-link-pending")] : []),
    ],
    data: {
      design,
      difference: formDifference(design, made),
      form: { url: made.url, edit: made.edit },
      isCurrent: made.published && tab !== null,
    },
  };
}

/** Brings a form to its design, and says what there is to remember of it. */
function fillForm(form: Form, design: FormDesign, known: FormRecord, cutOff: boolean): FormRecord {
  const present = presentItems(form);
  const steps = planFormSteps(design, known, present, cutOff);
  const items = applyFormSteps(form, steps);
  const removed = new Set(steps.flatMap((step) => (step.do === "remove" ? step.id : [])));
  const before = present.map(({ id }) => id).filter((id) => !removed.has(id));
  const ids = items.map(({ id }) => id);
  // New items stand at the end.
  const now = [...before, ...ids.filter((id) => !before.includes(id))];
  for (const { from, to } of planMoves(now, ids)) form.moveItem(from, to);
  const head = headOf(design);
  if (cutOff || known.head !== head) writeHead(form, design);
  const [code] = ids;
  return {
    id: known.id,
    url: form.getPublishedUrl(),
    edit: form.getEditUrl(),
    prefilled: code === undefined ? "" : prefilledLink(form, code, PLACEHOLDER_CODE),
    published: publish(form),
    head,
    items: items.map(({ item, id }) => ({ key: item.key, id, kind: item.kind, content: contentOf(item) })),
  };
}

function updatesInWords(design: FormDesign, record: FormRecord): readonly string[] {
  const { added, changed, removed, reordered, head } = formDifference(design, record);
  const words = [
    ...added.map((title) => `New question: ${title}`),
    ...changed.map((title) => `Changed question: ${title}`),
    ...(removed > 0 ? [`Taken out: ${removed}. Answers that were given stay in the response tab`] : []),
    ...(reordered ? ["Questions in another order"] : []),
    ...(head ? ["Title or description"] : []),
  ];
  return words.length > 0 ? words : ["Form finished and linked"];
}
