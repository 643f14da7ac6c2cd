import * as z from "zod/mini";
import { type Problem, problem } from "../content/problems";
import { readStoredWords } from "../google/words";
import type { OpenWorkbook } from "../google/workbook";
import { answerTabsOf } from "../workbook/answer-tabs";
import { type Change, plan, updateCells } from "../workbook/plan";
import { programName } from "../workbook/program-name";
import { readSettings, remember, setting } from "../workbook/settings";
import type { Snapshot } from "../workbook/snapshot";
import { checkForm, FORM_CHOICES, type FormChoice, itemsToWrite } from "../workbook/surveys/form-check";
import { designForm, type FormDesign } from "../workbook/surveys/form-design";
import { formSetting } from "../workbook/surveys/form-mode";
import { type FormRecord, formIntent, formRecord } from "../workbook/surveys/form-record";
import { type FormDifference, formDifference, isSameForm } from "../workbook/surveys/form-steps";
import { titlesToRemember } from "../workbook/surveys/question-columns";
import { type Survey, surveyKeys, surveyOf } from "../workbook/surveys/survey-list";
import { planSurveyRow } from "../workbook/surveys/survey-state";
import { catalogue } from "../workbook/tabs/catalogue";
import { model } from "../workbook/tabs/model";
import { questions } from "../workbook/tabs/questions";
import { responses } from "../workbook/tabs/responses";
import { roster } from "../workbook/tabs/roster";
import { sending } from "../workbook/tabs/sending";
import { surveys } from "../workbook/tabs/surveys";
import { handOver, linkOf, lookFor, modeProblems, wasUnlinked } from "./found-form";
import { oneOf, readInput } from "./input";
import { makeForm } from "./make-form";
import { type CommandResult, failed, type Outside, runCommand } from "./run";

/** A survey's form: as it will be (in a preview), or as it is now. */
export interface SurveyForm {
  readonly design: FormDesign;
  /** What updating would change. */
  readonly difference: FormDifference;
  /** Null before there is one. */
  readonly form: { readonly url: string; readonly edit: string } | null;
  /** It could not be opened; another one may be made. */
  readonly isGone: boolean;
  /** What a person may choose, because somebody changed the form itself. */
  readonly choices: readonly FormChoice[];
  /** Nothing is left to do. */
  readonly isCurrent: boolean;
}

const inputSchema = z.object({
  /** Its id. */
  survey: z.string(),
  preview: z.optional(z.boolean()),
  /** Make another form in place of the one that is remembered: it is gone. */
  anew: z.optional(z.boolean()),
  /** What is to be done although somebody did the contrary in the form itself. */
  also: z.optional(z.array(oneOf(FORM_CHOICES))),
});

/**
 * Makes a survey's Google Form from the question bank and links it to this spreadsheet, or brings the form that it
 * made before up to date. What is about to be made is written down first, and each form as soon as it is there: a run
 * that was cut off goes on with the same form, and where it cannot know of one it says that one may be left over.
 */
export function createSurvey(input: unknown): CommandResult<SurveyForm> {
  const read = readInput(inputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { survey, preview = false, anew = false, also = [] } = read.value;
  const asked: Asked = { survey, preview, anew, also };
  return runCommand<SurveyForm>({
    tabs: [questions, surveys, catalogue, model, roster, responses, sending],
    needed: [questions, surveys],
    moreTabs: (snapshot) => answerTabsOf(snapshot, survey),
    preview,
    plan: (book) => {
      const stand = standOf(book, asked);
      return "record" in stand ? planForm(book, asked, stand) : stand;
    },
  });
}

interface Asked {
  readonly survey: string;
  readonly preview: boolean;
  readonly anew: boolean;
  readonly also: readonly FormChoice[];
}

/** How things stand: what the form is to be, and what there is of it. */
function standOf(book: OpenWorkbook, { survey: id, preview, anew, also }: Asked) {
  const { snapshot } = book;
  const settings = readSettings(snapshot);
  const named = surveyOf(snapshot, id, "form");
  if ("problems" in named) return named;
  if (snapshot.tabs.get(questions.key)?.layout.missing.includes("key"))
    return { problems: [problem("column-missing", { tab: questions.title, column: questions.columns.key.header })] };
  const stored = formRecord(settings, id);
  const survey: Survey = { ...named.survey, isAnonymous: named.survey.asksAnonymously };
  const { design, problems, keys } = designForm(survey, snapshot, readStoredWords().surveys, programName(snapshot));
  const { found, isGone, problems: unseen } = lookFor(anew ? null : stored, preview);
  const isForgotten = !anew && !stored && (settings.get(formSetting(id))?.json ?? "null") !== "null";
  const wrong = [...problems, ...modeProblems(book, survey, stored, found)];
  if (!preview && wrong.some(({ severity }) => severity === "error")) return { problems: wrong };
  const record = anew ? null : stored;
  const unfinished = setting(settings, formIntent(id), z.string(), "");
  const place = { survey: survey.label, spreadsheet: book.spreadsheet.getId() };
  const check = found && checkForm(design, found.record, found.present, place, unfinished !== "");
  const chosen = (check?.choices ?? []).filter((choice) => also.includes(choice));
  const told = [
    ...unseen,
    ...(check?.problems ?? []).filter(({ code }) => !chosen.some((choice) => SETTLES[choice] === code)),
    ...(wasUnlinked(book, id, found) ? [problem("form-unlinked", { value: survey.label })] : []),
    ...wrong,
  ];
  return {
    design,
    keys,
    label: survey.label,
    stored,
    record,
    found,
    isGone,
    isForgotten,
    unfinished,
    check,
    chosen,
    told,
  };
}

type Stand = Extract<ReturnType<typeof standOf>, { readonly record: unknown }>;

function planForm(book: OpenWorkbook, { survey: id, preview, anew }: Asked, stand: Stand) {
  const { snapshot } = book;
  const { design, keys, label, stored, record, found, isGone, isForgotten, unfinished, check, chosen, told } = stand;
  const link = record && linkOf(book, id, record, found);
  const isAsDesigned = isSameForm(design, record) && unfinished === "" && !check?.isToMend && chosen.length === 0;
  const isCurrent = isAsDesigned && !isGone && record?.published === true && link !== "none";
  const difference = formDifference(design, record);
  const data: SurveyForm = {
    design,
    difference: { ...difference, added: [...difference.added, ...(check?.deleted ?? [])] },
    form: record && record.url !== "" ? { url: record.url, edit: record.edit } : null,
    isGone: isGone || isForgotten,
    choices: check?.choices ?? [],
    isCurrent,
  };
  const reworded: ReadonlyMap<string, string> = check?.reworded ?? new Map();
  if (isForgotten) {
    const missing = problem("form-forgotten", { value: label });
    return { plan: plan([], preview ? [missing, ...told] : told), data, outside: () => ({ problems: [missing] }) };
  }
  if (record && isGone) {
    const missing = problem("form-gone", { value: label });
    const state = stateChanges(snapshot, id, { ...record, trouble: "gone" }, true);
    return {
      plan: plan(state, preview ? [missing, ...told] : told),
      data,
      outside: () => ({ problems: [missing] }),
    };
  }
  if (record && isCurrent) {
    // Answers under the words that people gave a question in the form are answers to it.
    const asked = itemsToWrite(design, reworded).filter(({ key }) => reworded.has(key));
    const known = remember(snapshot, titlesToRemember(snapshot, id, asked));
    const state = stateChanges(snapshot, id, { ...record, trouble: check?.trouble ?? "" }, link === "here");
    return { plan: plan([...known, ...state], told), data };
  }
  const leftOver = unfinished !== "" && stored === null ? [problem("form-left-over", { value: unfinished })] : [];
  const handedOver = anew || !stored ? handOver(book, id) : { book, changes: [], problems: [] };
  return {
    plan: plan(
      [
        updateCells(questions, snapshot.tabs.get(questions.key), keys.cells),
        surveyKeys(snapshot),
        ...handedOver.changes,
        // A place for both: what follows the form's making is then one update.
        ...remember(snapshot, {
          ...keys.toRemember,
          [formIntent(id)]: design.title,
          [formSetting(id)]: record,
        }),
      ],
      [...told, ...leftOver, ...handedOver.problems],
    ),
    data,
    outside: () => {
      const made = makeForm({
        book: handedOver.book,
        survey: id,
        design,
        found,
        reworded: chosen.includes("reword") ? new Map() : reworded,
        chosen,
        cutOff: unfinished !== "",
      });
      return "problems" in made ? made : outcome(data, made, inWords(data, record, chosen));
    },
  };
}

/** Which problem is one no longer where this is chosen. */
const SETTLES: Readonly<Record<FormChoice, Problem["code"]>> = {
  reword: "form-reworded",
  relink: "form-linked-elsewhere",
  open: "form-closed",
};

const stateChanges = (snapshot: Snapshot, survey: string, record: FormRecord, isLinked: boolean): readonly Change[] => [
  surveyKeys(snapshot),
  ...(formRecord(readSettings(snapshot), survey)?.trouble === record.trouble
    ? []
    : remember(snapshot, { [formSetting(survey)]: record })),
  ...planSurveyRow(snapshot, survey, record, isLinked),
];

function outcome(
  data: SurveyForm,
  { record, hasTab }: { readonly record: FormRecord; readonly hasTab: boolean },
  changes: readonly string[],
): Outside<SurveyForm> {
  const isPending = !hasTab && record.trouble !== "elsewhere";
  return {
    changes,
    problems: [
      ...(record.published ? [] : [problem("form-not-published")]),
      ...(isPending ? [problem("form-link-pending")] : []),
    ],
    data: {
      ...data,
      difference: formDifference(data.design, record),
      form: { url: record.url, edit: record.edit },
      isGone: false,
      isCurrent: record.published && !isPending,
    },
  };
}

const CHOSEN: Readonly<Record<FormChoice, string>> = {
  reword: "Questions in the words of the tab Questions",
  relink: "Answers flow into this spreadsheet",
  open: "Open for answers",
};

function inWords(
  { design, difference }: SurveyForm,
  record: FormRecord | null,
  chosen: readonly FormChoice[],
): readonly string[] {
  if (!record || record.url === "") return [`New form ${design.title}`];
  const { added, changed, removed, reordered, head } = difference;
  const words = [
    ...added.map((title) => `New question: ${title}`),
    ...changed.map((title) => `Changed question: ${title}`),
    ...(removed > 0 ? [`Taken out: ${removed}. Answers that were given stay in the response tab`] : []),
    ...(reordered ? ["Questions in another order"] : []),
    ...(head ? ["Title or description"] : []),
    ...chosen.map((choice) => CHOSEN[choice]),
  ];
  return words.length > 0 ? words : ["Form finished and linked"];
}
