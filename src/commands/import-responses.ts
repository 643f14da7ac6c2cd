import * as z from "zod/mini";
import { chooseTitle } from "../google/titles";
import { formTabId, readTab } from "../google/workbook";
import { answerTab, answerTabsOf, responseTabSetting } from "../workbook/answer-tabs";
import { chosenSchema } from "../workbook/imports/column-mapping";
import {
  type AnswerChoices,
  answerHeaders,
  planAnswersFromFile,
  planAnswersHere,
  type ResponsesSummary,
} from "../workbook/imports/responses";
import { type ExportedAnswers, exportedAnswers } from "../workbook/imports/survey-export";
import { codesOf, peopleOf } from "../workbook/people";
import { joinPlans, plan } from "../workbook/plan";
import { recordTabs } from "../workbook/set-up-plan";
import { remember } from "../workbook/settings";
import type { Snapshot } from "../workbook/snapshot";
import { type Survey, surveyKeys, surveyOf } from "../workbook/surveys/survey-list";
import type { Tab } from "../workbook/tab";
import { catalogue } from "../workbook/tabs/catalogue";
import { questions } from "../workbook/tabs/questions";
import { responses } from "../workbook/tabs/responses";
import { roster } from "../workbook/tabs/roster";
import { surveys } from "../workbook/tabs/surveys";
import { dateOrderSchema, readInput, readTable, type Source, sourceSchema } from "./input";
import { type CommandResult, failed, runCommand } from "./run";

const inputSchema = z.object({
  survey: z.string(),
  source: sourceSchema,
  columns: z.optional(chosenSchema),
  dates: dateOrderSchema,
  preview: z.optional(z.boolean()),
});

/** Ties a survey's answers to the Roster: those of an exported file, or of a form's own response tab. */
export function importResponses(input: unknown): CommandResult<ResponsesSummary> {
  const read = readInput(inputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { survey, source, columns, dates, preview = false } = read.value;
  const formTab = source.cells || source.found ? null : formTabId(source.name);
  if (formTab !== null) return fromForm(survey, formTab, preview);
  return fromTable(survey, source, { ...(columns && { columns }), ...(dates && { dates }) }, preview);
}

function fromTable(
  id: string,
  source: Source,
  choices: AnswerChoices,
  preview: boolean,
): CommandResult<ResponsesSummary> {
  const table = readTable(source);
  if (!("rows" in table)) return failed(table.problems);
  let known: { readonly survey: Survey; readonly exported: ExportedAnswers; readonly tab: Tab } | null = null;
  const lookAt = (snapshot: Snapshot) => {
    const chosen = surveyOf(snapshot, id);
    if ("problems" in chosen) return chosen;
    const { survey } = chosen;
    const exported = exportedAnswers(survey, table, snapshot, codesOf(peopleOf(snapshot)), choices.columns);
    return { survey, exported, tab: answerTab(survey, "file", answerHeaders(exported.table)) };
  };
  return runCommand({
    // What the columns can be taken for is shown in a preview only.
    tabs: [roster, responses, surveys, ...(preview ? [questions, catalogue] : [])],
    needed: [roster, responses],
    // Which columns the answer tab has, the file says, and what is known of the survey.
    moreTabs: (snapshot) => {
      const seen = lookAt(snapshot);
      known = "problems" in seen ? null : seen;
      return known ? [known.tab, answerTab(known.survey, "form")] : [];
    },
    preview,
    plan: ({ spreadsheet, snapshot, zone }) => {
      const seen = known ?? lookAt(snapshot);
      if ("problems" in seen) return seen;
      const planned = planAnswersFromFile(
        seen.survey,
        seen.exported,
        snapshot,
        {
          wallClock: (instant) => zone.wallClock(instant).date,
          titleOf: (each) => chooseTitle(spreadsheet, each),
        },
        choices,
      );
      return { ...planned, plan: joinPlans(plan([surveyKeys(snapshot)]), planned.plan) };
    },
    record: (snapshot, ids) => remember(snapshot, recordTabs(known ? [known.tab] : [], snapshot, ids, null)),
  });
}

function fromForm(id: string, sheetId: number, preview: boolean): CommandResult<ResponsesSummary> {
  return runCommand({
    tabs: [roster, responses, surveys],
    needed: [roster, responses],
    moreTabs: (snapshot) => answerTabsOf(snapshot, id),
    preview,
    plan: ({ spreadsheet, snapshot, zone }) => {
      const chosen = surveyOf(snapshot, id);
      if ("problems" in chosen) return chosen;
      const { survey } = chosen;
      const tab = answerTab(survey, "form");
      const sheet = spreadsheet.getSheetById(sheetId);
      const linked = sheet ? { tabs: new Map(snapshot.tabs).set(tab.key, readTab(tab, sheet, zone)) } : snapshot;
      const planned = planAnswersHere(survey, linked);
      return { ...planned, plan: joinPlans(plan([surveyKeys(snapshot)]), planned.plan) };
    },
    record: (snapshot) => remember(snapshot, { [responseTabSetting(id)]: sheetId }),
  });
}
