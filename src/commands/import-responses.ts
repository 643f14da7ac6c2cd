import * as z from "zod/mini";
import { surveyMoments } from "../content/labels";
import { problem } from "../content/problems";
import { chooseTitle } from "../google/titles";
import { formTabId, readTab } from "../google/workbook";
import type { DateOrder } from "../program/date-columns";
import { answerTab } from "../workbook/answers";
import {
  answerHeaders,
  planAnswersFromFile,
  planAnswersInTab,
  type ResponsesSummary,
} from "../workbook/imports/responses";
import { recordTabs } from "../workbook/set-up-plan";
import { remember, sheetSetting } from "../workbook/settings";
import { responses } from "../workbook/tabs/responses";
import { roster } from "../workbook/tabs/roster";
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
  if (!surveyMoments.some(({ id }) => id === survey)) {
    const expected = surveyMoments.map(({ id }) => id).join(", ");
    return failed([problem("unknown-survey", { value: survey, expected })]);
  }
  const formTab = source.cells || source.found ? null : formTabId(source.name);
  return formTab === null ? fromTable(survey, source, dates, preview) : fromForm(survey, formTab, dates, preview);
}

function fromTable(
  survey: string,
  source: Source,
  dates: DateOrder | undefined,
  preview: boolean,
): CommandResult<ResponsesSummary> {
  // Which columns the answer tab has, the file says: it is read before the workbook.
  const table = readTable(source);
  if (!("rows" in table)) return failed(table.problems);
  const tab = answerTab(survey, "file", answerHeaders(table));
  return runCommand({
    tabs: [roster, responses],
    needed: [roster, responses],
    moreTabs: [tab],
    preview,
    plan: ({ spreadsheet, snapshot }) =>
      planAnswersFromFile(survey, table, snapshot, dates, (each) => chooseTitle(spreadsheet, each)),
    record: (snapshot, ids) => remember(snapshot, recordTabs([tab], snapshot, ids, null)),
  });
}

function fromForm(
  survey: string,
  sheetId: number,
  dates: DateOrder | undefined,
  preview: boolean,
): CommandResult<ResponsesSummary> {
  const tab = answerTab(survey, "form");
  return runCommand({
    tabs: [roster, responses],
    needed: [roster, responses],
    moreTabs: [tab],
    preview,
    plan: ({ spreadsheet, snapshot, zone }) => {
      const sheet = spreadsheet.getSheetById(sheetId);
      const linked = sheet ? { tabs: new Map(snapshot.tabs).set(tab.key, readTab(tab, sheet, zone)) } : snapshot;
      return planAnswersInTab(survey, "form", linked, dates);
    },
    record: (snapshot) => remember(snapshot, { [sheetSetting(tab.key)]: sheetId }),
  });
}
