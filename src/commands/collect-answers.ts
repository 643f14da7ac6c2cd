import * as z from "zod/mini";
import { type Problem, problem } from "../content/problems";
import { isTabOf } from "../google/forms";
import { callOnAnswers, isAllowed, isCalledOnAnswers } from "../google/triggers";
import { type OpenWorkbook, readTab } from "../google/workbook";
import { answerTab, answerTabKey, answerTabs } from "../workbook/answer-tabs";
import { planCollection, type SurveyAnswers } from "../workbook/imports/collected-answers";
import { applyInMemory, joinPlans, plan } from "../workbook/plan";
import { readSettings, remember, sheetSetting } from "../workbook/settings";
import type { Snapshot } from "../workbook/snapshot";
import { formRecord } from "../workbook/surveys/form-record";
import { surveysIn } from "../workbook/surveys/survey-list";
import { planSurveyRow } from "../workbook/surveys/survey-state";
import { responses } from "../workbook/tabs/responses";
import { roster } from "../workbook/tabs/roster";
import { sending } from "../workbook/tabs/sending";
import { surveys } from "../workbook/tabs/surveys";
import { readInput } from "./input";
import { type CommandResult, failed, runCommand } from "./run";

/** The answers that stand in this workbook, survey by survey. */
export interface CollectedAnswers {
  readonly surveys: readonly SurveyAnswers[];
  /** Answers are collected as they come in, in the name of whoever runs this; null where Google may not be asked. */
  readonly isAutomatic: boolean | null;
}

const inputSchema = z.object({
  /** Collect answers by themselves from now on, or no longer; left out, it stays as it is. */
  automatic: z.optional(z.boolean()),
  preview: z.optional(z.boolean()),
});

/** The function that Google calls when a form was answered: a name of src/addon.ts. */
const HANDLER = "onFormAnswer";

/**
 * Ties all answers that came in through forms to the Roster, and finishes what is unfinished: response tabs that Google
 * made late. It reads everything anew, so that answers that were edited or deleted are followed, and running it twice
 * is running it once.
 */
export function collectAnswers(input: unknown = {}): CommandResult<CollectedAnswers> {
  const read = readInput(inputSchema, input ?? {});
  if ("problems" in read) return failed(read.problems);
  const { automatic, preview = false } = read.value;
  return collect(preview, () => {
    const before = isCalledOnAnswers(HANDLER);
    if (automatic === undefined || preview) return { isAutomatic: before, problems: [] };
    if (before === null) return { isAutomatic: null, problems: [problem("permission-missing", TRIGGER)] };
    callOnAnswers(HANDLER, automatic);
    return { isAutomatic: automatic, problems: [] };
  });
}

/** What a form's answer sets off: the same, where it is still allowed. Google fires it twice, or empty, now and then. */
export function collectOnAnswer(): void {
  if (isAllowed()) collect(false, () => ({ isAutomatic: true, problems: [] }));
}

const TRIGGER = { value: "run when a form is answered", expected: "collect answers as they come in" };

interface Automation {
  readonly isAutomatic: boolean | null;
  readonly problems: readonly Problem[];
}

function collect(preview: boolean, automate: () => Automation): CommandResult<CollectedAnswers> {
  let found: ReadonlyMap<string, number> = new Map();
  return runCommand({
    tabs: [roster, responses, surveys, sending],
    needed: [roster, responses],
    moreTabs: answerTabs,
    preview,
    plan: (book) => {
      const late = lateTabs(book);
      found = new Map([...late].map(([key, { sheetId }]) => [key, sheetId]));
      const tabs = new Map([...book.snapshot.tabs, ...[...late].map(([key, { tab }]) => [key, tab] as const)]);
      const snapshot: Snapshot = { tabs };
      const collected = planCollection(snapshot);
      const { isAutomatic, problems } = automate();
      return {
        // How far each survey is, once these answers are tied.
        plan: joinPlans(
          collected.plan,
          plan(stateChanges(applyInMemory(snapshot, collected.plan, () => responses)), problems),
        ),
        data: { surveys: collected.surveys, isAutomatic },
      };
    },
    record: (snapshot) =>
      remember(snapshot, Object.fromEntries([...found].map(([key, sheetId]) => [sheetSetting(key), sheetId]))),
  });
}

/** Response tabs of forms that were not there yet when the form was linked. */
function lateTabs({ snapshot, spreadsheet, zone }: OpenWorkbook) {
  const settings = readSettings(snapshot);
  const late = surveysIn(snapshot).flatMap((survey) => {
    const record = formRecord(settings, survey.id);
    return record && !snapshot.tabs.has(answerTabKey(survey.id, "form")) ? [{ survey, form: record.id }] : [];
  });
  const sheets = late.length > 0 ? spreadsheet.getSheets() : [];
  return new Map(
    late.flatMap(({ survey, form }) => {
      const sheet = sheets.find((each) => isTabOf(each, form));
      const tab = answerTab(survey, "form");
      return sheet ? [[tab.key, { sheetId: sheet.getSheetId(), tab: readTab(tab, sheet, zone) }] as const] : [];
    }),
  );
}

function stateChanges(snapshot: Snapshot) {
  const settings = readSettings(snapshot);
  return surveysIn(snapshot).flatMap(({ id }) => {
    const record = formRecord(settings, id);
    return record ? planSurveyRow(snapshot, id, record, snapshot.tabs.has(answerTabKey(id, "form"))) : [];
  });
}
