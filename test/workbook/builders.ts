import { readDelimited } from "../../src/files/delimited-text";
import { type AnswerSource, answerTab } from "../../src/workbook/answer-tabs";
import type { CellValue } from "../../src/workbook/cell";
import { type AnswerChoices, answerHeaders, planAnswersFromFile } from "../../src/workbook/imports/responses";
import { exportedAnswers } from "../../src/workbook/imports/survey-export";
import { type Table, tableFromCells } from "../../src/workbook/imports/table";
import { codesOf, peopleOf } from "../../src/workbook/people";
import { applyInMemory, type Change, type Plan, plan } from "../../src/workbook/plan";
import type { Snapshot, TabSnapshot } from "../../src/workbook/snapshot";
import { type Survey, surveysIn } from "../../src/workbook/surveys/survey-list";
import type { Tab } from "../../src/workbook/tab";
import { tabs } from "../../src/workbook/tabs/index";
import { frozen } from "../program/freeze";

/** One row, by column key; what is left out is blank. */
export type Cells = Readonly<Record<string, CellValue>>;

/** A workbook as set-up leaves it, but with these rows alone: `snapshotOf({ roster: [{ name: "Ann Lee" }] })`. */
export function snapshotOf(rows: Readonly<Record<string, readonly Cells[]>> = {}): Snapshot {
  for (const key of Object.keys(rows)) declared(key);
  return { tabs: new Map(tabs.map((tab) => [tab.key, tabSnapshot(tab, rows[tab.key] ?? [])])) };
}

/** The same workbook with other rows in these tabs. */
export function withRows(snapshot: Snapshot, rows: Readonly<Record<string, readonly Cells[]>>): Snapshot {
  const tabs = new Map(snapshot.tabs);
  for (const [key, cells] of Object.entries(rows)) tabs.set(key, tabSnapshot(declared(key), cells));
  return { tabs };
}

/** A survey of this id, as it is before anybody changed anything of it. */
export function usualSurvey(id: string): Survey {
  const found = surveysIn({ tabs: new Map() }).find((survey) => survey.id === id);
  if (!found) throw new Error(`no survey is called ${id}`);
  return found;
}

/** The same workbook with a tab of survey answers in it. */
export function withAnswers(
  snapshot: Snapshot,
  survey: string,
  headers: readonly string[],
  rows: readonly (readonly CellValue[])[],
  source: AnswerSource = "file",
): Snapshot {
  const tab = answerTab(usualSurvey(survey), source, headers);
  return { tabs: new Map(snapshot.tabs).set(tab.key, { ...tabSnapshot(tab, []), headers, rows: frozen(rows) }) };
}

/** The same workbook after somebody deleted a column. */
export function withoutColumn(snapshot: Snapshot, key: string, column: string): Snapshot {
  const now = snapshot.tabs.get(key);
  const place = now?.layout.columns[column];
  if (!now || place === undefined) throw new Error(`${key} has no column ${column}`);
  const rest = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, at) => at !== place);
  const columns = Object.entries(now.layout.columns).flatMap(([name, at]) =>
    name === column ? [] : [[name, at > place ? at - 1 : at] as const],
  );
  return {
    tabs: new Map(snapshot.tabs).set(key, {
      headers: rest(now.headers),
      rows: now.rows.map(rest),
      layout: { ...now.layout, columns: Object.fromEntries(columns), missing: [column], width: now.layout.width - 1 },
    }),
  };
}

/** A tab with its columns where they are declared. */
export function tabSnapshot(tab: Tab, rows: readonly Cells[]): TabSnapshot {
  const keys = Object.keys(tab.columns);
  for (const row of rows) {
    const strange = Object.keys(row).filter((key) => !keys.includes(key));
    if (strange.length > 0) throw new Error(`${tab.key} has no column ${strange.join(", ")}`);
  }
  return frozen({
    headers: keys.map((key) => tab.columns[key]?.header ?? ""),
    rows: rows.map((row) => keys.map((key) => row[key] ?? "")),
    layout: {
      columns: Object.fromEntries(keys.map((key, at) => [key, at])),
      missing: [],
      unmarked: [],
      width: keys.length,
      problems: [],
    },
  });
}

/** A file as an import gets it. */
export const tableOf = (text: string, name = "file.csv"): Table => frozen(tableFromCells(name, readDelimited(text)));

/** What the import of a file plans, and the answer tab that it plans for; the spreadsheet's clock is in Greenwich. */
export function answersImport(id: string, table: Table, snapshot: Snapshot, choices: AnswerChoices = {}) {
  const survey = surveysIn(snapshot).find((each) => each.id === id) ?? usualSurvey(id);
  const exported = exportedAnswers(survey, table, snapshot, codesOf(peopleOf(snapshot)), choices.columns);
  const tab = answerTab(survey, "file", answerHeaders(exported.table));
  const wallClock = (instant: Date) => instant.toISOString().slice(0, 19);
  const planned = (now: Snapshot) => planAnswersFromFile(survey, exported, now, { wallClock }, choices);
  return { tab, planned };
}

/** The workbook after a plan was carried out. */
export function applied(snapshot: Snapshot, wanted: Plan | readonly Change[], moreTabs: readonly Tab[] = []): Snapshot {
  const whole = "version" in wanted ? wanted : plan(wanted);
  const left = applyInMemory(
    snapshot,
    frozen(whole),
    (key) => moreTabs.find((tab) => tab.key === key) ?? declared(key),
  );
  for (const tab of left.tabs.values()) frozen(tab);
  return left;
}

/** The rows of a tab, each with the cells that are not blank. */
export function rowsOf({ tabs: all }: Snapshot, key: string): readonly Cells[] {
  const tab = all.get(key);
  const columns = Object.entries(tab?.layout.columns ?? {});
  return (tab?.rows ?? []).map((row) =>
    Object.fromEntries(columns.flatMap(([column, at]) => ((row[at] ?? "") === "" ? [] : [[column, row[at] ?? ""]]))),
  );
}

/** The codes of what was found, in order. */
export const codesIn = (problems: readonly { readonly code: string }[]): readonly string[] =>
  problems.map(({ code }) => code);

function declared(key: string): Tab {
  const tab = tabs.find((each) => each.key === key);
  if (!tab) throw new Error(`no tab is declared as ${key}`);
  return tab;
}
