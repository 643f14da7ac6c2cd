import * as z from "zod/mini";
import { problem } from "../content/problems";
import type { OpenWorkbook } from "../google/workbook";
import { answerTabKey, answerTabs } from "../workbook/answer-tabs";
import { chartFigures } from "../workbook/outcome/chart-figures";
import { type Change, plan, updateCells } from "../workbook/plan";
import { readSettings, remember, setting, sheetSetting } from "../workbook/settings";
import { formSetting } from "../workbook/surveys/form-mode";
import { FOCUS_GROUP } from "../workbook/surveys/survey-list";
import { charts } from "../workbook/tabs/charts";
import { focusGroup } from "../workbook/tabs/focus-group";
import { responses } from "../workbook/tabs/responses";
import { results } from "../workbook/tabs/results";
import { review } from "../workbook/tabs/review";
import { roster } from "../workbook/tabs/roster";
import { sending } from "../workbook/tabs/sending";
import { settings } from "../workbook/tabs/settings";
import { submissions } from "../workbook/tabs/submissions";
import { supportLog } from "../workbook/tabs/support-log";
import { surveyGroups } from "../workbook/tabs/survey-groups";
import { surveyResults } from "../workbook/tabs/survey-results";
import { surveys } from "../workbook/tabs/surveys";
import { writtenAnswers } from "../workbook/tabs/written-answers";
import { lastDocument } from "./document-once";
import { oneOf, readInput } from "./input";
import { type CommandResult, failed, runCommand } from "./run";

const inputSchema = z.object({
  /** What this copy is for: another cohort (the plan stays, people and answers go), or the same one. */
  as: oneOf(["new-cohort", "same-cohort"]),
  preview: z.optional(z.boolean()),
});

/** What belongs to people of the cohort before. */
const cohortTabs = [
  roster,
  submissions,
  supportLog,
  responses,
  results,
  surveyResults,
  surveyGroups,
  writtenAnswers,
  review,
  sending,
  focusGroup,
];

/** What is remembered of it. */
const ofCohort: readonly string[] = [FOCUS_GROUP, lastDocument(FOCUS_GROUP), lastDocument("report")];

/** Settles what a copied workbook is for; every other command waits for that. Ids go on where they stopped. */
export function settleCopy(input: unknown): CommandResult {
  const read = readInput(inputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { as, preview = false } = read.value;
  return runCommand({
    tabs: [...cohortTabs, surveys, charts],
    moreTabs: answerTabs,
    preview,
    plan: (book) => {
      const { snapshot, id } = book;
      const original = setting(readSettings(snapshot), "spreadsheet", z.string(), id);
      if (!book.sheets.has(settings.key)) return { problems: [problem("not-set-up")] };
      const same = [...remember(snapshot, { spreadsheet: id })];
      const cleared = as === "new-cohort" && original !== id ? newCohort(book) : same;
      return { plan: plan(cleared), data: null };
    },
  });
}

/** Answers in a form's own tab stay with the form. */
const isOfForm = (key: string): boolean => key.startsWith(answerTabKey("", "form"));

function newCohort({ snapshot, sheets, id }: OpenWorkbook): readonly Change[] {
  const answers = answerTabs(snapshot);
  const filled = [...cohortTabs, ...answers.filter(({ key }) => !isOfForm(key))].filter(
    ({ key }) => (snapshot.tabs.get(key)?.rows.length ?? 0) > 0,
  );
  const forms = answers.filter(({ key }) => isOfForm(key) && sheets.has(key));
  const sends = snapshot.tabs.get(surveys.key);
  return [
    ...filled.map(({ key }) => ({ kind: "clear-rows", tab: key }) as const),
    chartFigures(snapshot, null),
    updateCells(
      surveys,
      sends,
      (sends?.rows ?? []).flatMap((_, at) =>
        ["form", "sentOn", "state", "next", "edit"].map((column) => ({ at, column, value: "" })),
      ),
    ),
    ...remember(snapshot, {
      spreadsheet: id,
      ...Object.fromEntries(forms.map(({ key }) => [sheetSetting(key), null])),
      ...Object.fromEntries(
        [...readSettings(snapshot).keys()]
          .filter((name) => name.startsWith(formSetting("")) || ofCohort.includes(name))
          .map((name) => [name, null]),
      ),
    }),
  ];
}
