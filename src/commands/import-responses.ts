import * as z from "zod/mini";
import { chooseTitle } from "../google/titles";
import { formTabId, readTab } from "../google/workbook";
import type { DateOrder } from "../program/date-columns";
import { type AnswerSource, answerTab, answerTabKey } from "../workbook/answers";
import {
  answerHeaders,
  planAnswersFromFile,
  planAnswersInTab,
  type ResponsesSummary,
} from "../workbook/imports/responses";
import { joinPlans, plan } from "../workbook/plan";
import { recordTabs } from "../workbook/set-up-plan";
import { remember, sheetSetting } from "../workbook/settings";
import type { Snapshot } from "../workbook/snapshot";
import { surveyKeys, surveyOf, surveysIn } from "../workbook/surveys/survey-list";
import { responses } from "../workbook/tabs/responses";
import { roster } from "../workbook/tabs/roster";
import { surveys } from "../workbook/tabs/surveys";
import { dateOrderSchema, readInput, readTable, type Source, sourceSchema } from "./input";
import { type CommandResult, failed, runCommand } from "./run";

const inputSchema = z.object({
  survey: z.string(),
  source: sourceSchema,
  dates: dateOrderSchema,
  preview: z.optional(z.boolean()),
});

/** Ties a survey's answers to the Roster: those of an exported file, or of a form's own response tab. */
export function importResponses(input: unknown): CommandResult<ResponsesSummary> {
  const read = readInput(inputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { survey, source, dates, preview = false } = read.value;
  const formTab = source.cells || source.found ? null : formTabId(source.name);
  return formTab === null ? fromTable(survey, source, dates, preview) : fromForm(survey, formTab, dates, preview);
}

/** The tab of a survey's answers; none where there is no such survey. */
const tabOf = (snapshot: Snapshot, survey: string, source: AnswerSource, headers: readonly string[] = []) =>
  surveysIn(snapshot).flatMap((each) => (each.id === survey ? answerTab(each, source, headers) : []));

function fromTable(
  id: string,
  source: Source,
  dates: DateOrder | undefined,
  preview: boolean,
): CommandResult<ResponsesSummary> {
  // Which columns the answer tab has, the file says: it is read before the workbook.
  const table = readTable(source);
  if (!("rows" in table)) return failed(table.problems);
  const tabs = (snapshot: Snapshot) => tabOf(snapshot, id, "file", answerHeaders(table));
  return runCommand({
    tabs: [roster, responses, surveys],
    needed: [roster, responses],
    moreTabs: tabs,
    preview,
    plan: ({ spreadsheet, snapshot }) => {
      const chosen = surveyOf(snapshot, id);
      if ("problems" in chosen) return chosen;
      const planned = planAnswersFromFile(chosen.survey, table, snapshot, dates, (each) =>
        chooseTitle(spreadsheet, each),
      );
      return { ...planned, plan: joinPlans(plan([surveyKeys(snapshot)]), planned.plan) };
    },
    record: (snapshot, ids) => remember(snapshot, recordTabs(tabs(snapshot), snapshot, ids, null)),
  });
}

function fromForm(
  id: string,
  sheetId: number,
  dates: DateOrder | undefined,
  preview: boolean,
): CommandResult<ResponsesSummary> {
  return runCommand({
    tabs: [roster, responses, surveys],
    needed: [roster, responses],
    moreTabs: (snapshot) => tabOf(snapshot, id, "form"),
    preview,
    plan: ({ spreadsheet, snapshot, zone }) => {
      const chosen = surveyOf(snapshot, id);
      if ("problems" in chosen) return chosen;
      const { survey } = chosen;
      const tab = answerTab(survey, "form");
      const sheet = spreadsheet.getSheetById(sheetId);
      const linked = sheet ? { tabs: new Map(snapshot.tabs).set(tab.key, readTab(tab, sheet, zone)) } : snapshot;
      const planned = planAnswersInTab(survey, "form", linked, dates);
      return { ...planned, plan: joinPlans(plan([surveyKeys(snapshot)]), planned.plan) };
    },
    record: (snapshot) => remember(snapshot, { [sheetSetting(answerTabKey(id, "form"))]: sheetId }),
  });
}
