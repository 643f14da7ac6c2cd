import * as z from "zod/mini";
import { type Problem, problem } from "../content/problems";
import { randomSeed } from "../google/random";
import { isIsoDate } from "../program/dates";
import { SUPPORT_MODEL_IDS } from "../program/support-models";
import { answerTabs } from "../workbook/answer-tabs";
import { planRefresh } from "../workbook/outcome/refresh-plan";
import { computeResults, type Results } from "../workbook/outcome/results";
import { plan } from "../workbook/plan";
import { catalogue } from "../workbook/tabs/catalogue";
import { charts } from "../workbook/tabs/charts";
import { checklist } from "../workbook/tabs/checklist";
import { groups } from "../workbook/tabs/groups";
import { model } from "../workbook/tabs/model";
import { questions } from "../workbook/tabs/questions";
import { responses } from "../workbook/tabs/responses";
import { results as resultsTab } from "../workbook/tabs/results";
import { roster } from "../workbook/tabs/roster";
import { start } from "../workbook/tabs/start";
import { submissions } from "../workbook/tabs/submissions";
import { surveyGroups } from "../workbook/tabs/survey-groups";
import { surveyResults } from "../workbook/tabs/survey-results";
import { surveys } from "../workbook/tabs/surveys";
import { timeline } from "../workbook/tabs/timeline";
import { writtenAnswers } from "../workbook/tabs/written-answers";
import { oneOf, readInput } from "./input";
import { type CommandResult, failed, runCommand } from "./run";

/** What a person may choose: the day to judge lateness by (today), and the model that the others are compared with. */
export const resultChoices = {
  asOf: z.optional(z.string().check(z.refine(isIsoDate))),
  reference: z.optional(oneOf(SUPPORT_MODEL_IDS)),
};

/** The tabs that results are computed from. */
export const countedTabs = [roster, submissions, checklist, timeline, groups, catalogue, responses, surveys, questions];

/** Those that workbooks which were set up earlier lack. */
const laterTabs = [surveyGroups, writtenAnswers];

/** Computes completion, the funnel, award rates, the comparison of support models and survey summaries anew. */
export function refreshResults(input: unknown = {}): CommandResult<Results> {
  const read = readInput(z.object(resultChoices), input ?? {});
  if ("problems" in read) return failed(read.problems);
  const { asOf, reference = null } = read.value;
  return runCommand({
    tabs: [...countedTabs, ...laterTabs, model, resultsTab, surveyResults, charts, start],
    needed: [roster, submissions, resultsTab, surveyResults],
    moreTabs: answerTabs,
    plan: ({ snapshot, zone }) => {
      const now = zone.wallClock(new Date()).date;
      const computed = computeResults(snapshot, { asOf: asOf ?? now.slice(0, 10), reference });
      const missing = computed.surveys.length === 0 ? [] : laterTabs.filter(({ key }) => !snapshot.tabs.has(key));
      const problems = missing.map(
        ({ title }): Problem => ({ ...problem("tab-missing", { tab: title }), severity: "warning" }),
      );
      const changes = planRefresh(snapshot, computed, now, randomSeed());
      return { plan: plan(changes, [...computed.problems, ...problems]), data: computed.results };
    },
  });
}
