import { countedTabs } from "../../src/commands/refresh-results";
import type { StoredWords } from "../../src/content/stored-words";
import { readDelimited } from "../../src/files/delimited-text";
import { chooseTitle } from "../../src/google/titles";
import type { OpenWorkbook } from "../../src/google/workbook";
import { answerTab, answerTabs } from "../../src/workbook/answer-tabs";
import { answerHeaders, planAnswersFromFile } from "../../src/workbook/imports/responses";
import { planRosterImport } from "../../src/workbook/imports/roster";
import { planSubmissionsImport } from "../../src/workbook/imports/submissions";
import { exportedAnswers } from "../../src/workbook/imports/survey-export";
import { type Table, tableFromCells } from "../../src/workbook/imports/table";
import { planRefresh } from "../../src/workbook/outcome/refresh-plan";
import { buildReport } from "../../src/workbook/outcome/report";
import { computeResults } from "../../src/workbook/outcome/results";
import { codesOf, peopleOf } from "../../src/workbook/people";
import { type Plan, plan } from "../../src/workbook/plan";
import { planSetUp } from "../../src/workbook/set-up-plan";
import { remember } from "../../src/workbook/settings";
import type { Snapshot } from "../../src/workbook/snapshot";
import { surveyOf, surveysIn } from "../../src/workbook/surveys/survey-list";
import type { Tab } from "../../src/workbook/tab";
import { catalogue } from "../../src/workbook/tabs/catalogue";
import { charts } from "../../src/workbook/tabs/charts";
import { groups } from "../../src/workbook/tabs/groups";
import { tabs } from "../../src/workbook/tabs/index";
import { model } from "../../src/workbook/tabs/model";
import { responses } from "../../src/workbook/tabs/responses";
import { results } from "../../src/workbook/tabs/results";
import { review } from "../../src/workbook/tabs/review";
import { roster } from "../../src/workbook/tabs/roster";
import { start } from "../../src/workbook/tabs/start";
import { submissions } from "../../src/workbook/tabs/submissions";
import { supportLog } from "../../src/workbook/tabs/support-log";
import { surveyGroups } from "../../src/workbook/tabs/survey-groups";
import { surveyResults } from "../../src/workbook/tabs/survey-results";
import { surveys } from "../../src/workbook/tabs/surveys";
import { writtenAnswers } from "../../src/workbook/tabs/written-answers";
import { type BenchFiles, LAUNCH } from "./generate";

/** One command of the bench: how the bundle is called, and its planner alone. */
export interface Step {
  readonly name: string;
  readonly call:
    | "setUpWorkbook"
    | "importRoster"
    | "importSubmissions"
    | "importResponses"
    | "refreshResults"
    | "createReport";
  readonly input: unknown;
  /** The tabs that the command reads. */
  readonly tabs: readonly Tab[];
  /** Those that are known only once these are read. */
  readonly moreTabs?: (snapshot: Snapshot) => readonly Tab[];
  /** Set-up also looks for tabs that Settings has no record of. */
  readonly search: boolean;
  readonly plan: (book: OpenWorkbook, words: StoredWords) => Plan;
}

const NOW = "2026-11-02T12:00:00";
/** What the local services take for now, so that every run is the same run. */
export const CLOCK = new Date(`${NOW}Z`);

const SURVEY = "baseline";
const SEED = "00000000-0000-4000-8000-000000000000";

export const program = {
  program: "Bench program",
  affiliate: "Bench affiliate",
  cohort: "2026",
  launch: LAUNCH,
  weeks: 8,
  groups: [
    { name: "Independent", model: "independent" },
    { name: "Basic support", model: "basic" },
    { name: "Standard support", model: "standard" },
    { name: "Online learning lab / PLC", model: "plc" },
  ],
  location: "none",
  currency: ["state-pd", "affiliate"],
  goals: "Find out how long things take.",
  optionalTabs: [],
};

/** All commands in the order in which a coordinator would run them over these files. */
export function stepsOver(files: BenchFiles): readonly Step[] {
  const rosterFile = read("roster.csv", files.roster);
  const changedFile = read("roster.csv", files.changedRoster);
  const submissionsFile = read("submissions.csv", files.submissions);
  const answersFile = read("baseline.csv", files.answers);
  return [
    setUp("Set up workbook"),
    importRoster("Import roster", rosterFile),
    importRoster("Import roster, again", rosterFile),
    importRoster("Import roster, 5 % of rows changed", changedFile),
    importSubmissions("Import submissions", submissionsFile),
    importSubmissions("Import submissions, again", submissionsFile),
    importAnswers("Import survey answers", answersFile),
    importAnswers("Import survey answers, again", answersFile),
    refresh("Refresh results"),
    refresh(LAST_REFRESH),
    createReport("Create report"),
    // Last, when all tabs are full: what it reads then is the most.
    setUp("Set up workbook, again"),
  ];
}

/** After it the process has held all that rosters and submissions need. */
export const LAST_REFRESH = "Refresh results, again";

/** Whether a command has nothing left to do. */
export const isAgain = (name: string): boolean => name.endsWith(", again");

interface ReadFile {
  readonly source: { readonly name: string; readonly cells: readonly (readonly string[])[] };
  readonly table: () => Table;
}

function read(name: string, text: string): ReadFile {
  const source = { name, cells: readDelimited(text) };
  return { source, table: () => tableFromCells(name, source.cells) };
}

function setUp(name: string): Step {
  return {
    name,
    call: "setUpWorkbook",
    input: { program },
    tabs,
    search: true,
    plan: ({ snapshot, spreadsheet }, words) =>
      planSetUp(tabs, snapshot, { program, words }, new Set(), (tab) => chooseTitle(spreadsheet, tab)).plan,
  };
}

function importRoster(name: string, { source, table }: ReadFile): Step {
  return {
    name,
    call: "importRoster",
    input: { source },
    tabs: [roster, groups, catalogue, review],
    search: false,
    plan: ({ snapshot }) => planRosterImport(table(), snapshot, {}, SEED).plan,
  };
}

function importSubmissions(name: string, { source, table }: ReadFile): Step {
  return {
    name,
    call: "importSubmissions",
    input: { source },
    tabs: [roster, submissions, catalogue, review],
    search: false,
    plan: ({ snapshot }) => planSubmissionsImport(table(), snapshot, {}).plan,
  };
}

function importAnswers(name: string, { source, table }: ReadFile): Step {
  return {
    name,
    call: "importResponses",
    input: { source, survey: SURVEY },
    tabs: [roster, responses, surveys],
    moreTabs: (snapshot) =>
      surveysIn(snapshot)
        .filter(({ id }) => id === SURVEY)
        .map((survey) => answerTab(survey, "file", answerHeaders(table()))),
    search: false,
    plan: ({ snapshot }) => {
      const chosen = surveyOf(snapshot, SURVEY);
      if ("problems" in chosen) throw new Error("no such survey");
      const exported = exportedAnswers(chosen.survey, table(), snapshot, codesOf(peopleOf(snapshot)));
      const wallClock = (instant: Date) => instant.toISOString().slice(0, 19);
      return planAnswersFromFile(chosen.survey, exported, snapshot, { wallClock }).plan;
    },
  };
}

function refresh(name: string): Step {
  return {
    name,
    call: "refreshResults",
    input: {},
    tabs: [...countedTabs, surveyGroups, writtenAnswers, results, surveyResults, charts, start],
    moreTabs: answerTabs,
    search: false,
    plan: ({ snapshot }) => {
      const computed = computeResults(snapshot, { asOf: NOW.slice(0, 10), reference: null });
      return plan(planRefresh(snapshot, computed, NOW, SEED), computed.problems);
    },
  };
}

function createReport(name: string): Step {
  return {
    name,
    call: "createReport",
    input: {},
    tabs: [...countedTabs, model, supportLog],
    moreTabs: answerTabs,
    search: false,
    plan: ({ snapshot }, words) => {
      const computed = computeResults(snapshot, { asOf: NOW.slice(0, 10), reference: null });
      buildReport(snapshot, computed.results, computed.data, words);
      // The command also writes down what it is about to make.
      return plan(remember(snapshot, { "report.intent": "a report" }), computed.problems);
    },
  };
}
