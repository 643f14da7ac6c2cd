import { type Problem, problem } from "../../content/problems";
import type { DateOrder } from "../../program/date-columns";
import { type AnswerRow, type AnswerSource, answerTab, ownTable, questionKeys, readAnswers } from "../answers";
import { type People, peopleOf } from "../people";
import { type Change, insertRows, type Plan, plan } from "../plan";
import type { Title } from "../set-up-plan";
import { readSettings, sheetSetting } from "../settings";
import type { Snapshot } from "../snapshot";
import type { Survey } from "../surveys/survey-list";
import type { RowCells, Tab } from "../tab";
import { planMatches } from "./match-list";
import { groupProblems } from "./review-list";
import type { Table } from "./table";

/** What an import of survey answers did, or would do. */
export interface ResponsesSummary {
  readonly rows: number;
  /** Responses that were not known yet. */
  readonly added: number;
  readonly matched: number;
  readonly unmatched: number;
  /** Responses that a later one of the same person replaces. */
  readonly replaced: number;
}

/**
 * Plans the import of an exported file: rows that are not in the survey's answer tab yet are added there, as text and
 * whole, with columns for questions that are new; then everybody's answers are matched again.
 *
 * @param titleOf the name that a new answer tab gets
 */
export function planAnswersFromFile(
  survey: Survey,
  table: Table,
  snapshot: Snapshot,
  dates?: DateOrder,
  titleOf: (tab: Tab) => Title = ours,
): { readonly plan: Plan; readonly data: ResponsesSummary } {
  const people = peopleOf(snapshot);
  const codes = codesOf(people);
  const incoming = readAnswers(
    survey.id,
    table.headers,
    table.rows.map(({ cells }) => cells),
    codes,
    dates,
  );
  const headers = answerHeaders(table);
  const tab = answerTab(survey, "file", headers);
  const now = snapshot.tabs.get(tab.key);
  const known = now ? readAnswers(survey.id, ...ownTable(now), codes, dates) : null;
  const knownKeys = new Set(known?.rows.map(({ key }) => key));
  const fresh = incoming.rows.filter(({ key }) => !knownKeys.has(key));
  const keys = questionKeys(headers);
  const rows = fresh.map(({ cells }): RowCells => Object.fromEntries(keys.map((key, at) => [key, cells[at] ?? ""])));
  const isFinished = readSettings(snapshot).has(sheetSetting(tab.key));
  const { title, adopt, foreign } = now ? ours(tab) : titleOf(tab);
  const foreignTab = foreign ? [problem("tab-foreign", { tab: tab.title, other: title })] : [];
  const answers: readonly Change[] = now
    ? [
        { kind: "add-columns", tab: tab.key, columns: now.layout.missing },
        { kind: "mark-columns", tab: tab.key, columns: now.layout.unmarked },
        ...(isFinished ? [] : [{ kind: "dress-tab", tab: tab.key } as const]),
        insertRows(tab, rows),
      ]
    : rows.length > 0
      ? [{ kind: "create-tab", tab: tab.key, title, adopt, rows }]
      : [];
  const merged = mergeCopies(known?.rows ?? [], incoming.rows);
  const matches = planMatches(survey, merged, people, snapshot, table.name);
  const { matched, unmatched, replaced } = matches;
  return {
    plan: plan(
      [...answers, ...matches.changes],
      groupProblems([...table.problems, ...foreignTab, ...headerProblems(table), ...matches.problems]),
    ),
    data: { rows: table.rows.length, added: fresh.length, matched, unmatched, replaced },
  };
}

const ours = ({ title }: Tab): Title => ({ title, adopt: null, foreign: false });

/** Plans the matching of answers that stand in a form's own response tab. Nothing is copied. */
export function planAnswersInTab(
  survey: Survey,
  source: AnswerSource,
  snapshot: Snapshot,
  dates?: DateOrder,
): { readonly plan: Plan; readonly data: ResponsesSummary } {
  const people = peopleOf(snapshot);
  const tab = answerTab(survey, source);
  const now = snapshot.tabs.get(tab.key);
  const answers = readAnswers(survey.id, now?.headers ?? [], now?.rows ?? [], codesOf(people), dates);
  const matches = planMatches(survey, answers.rows, people, snapshot, tab.title);
  const { added, matched, unmatched, replaced } = matches;
  return {
    plan: plan(matches.changes, groupProblems(matches.problems)),
    data: { rows: now?.rows.length ?? 0, added, matched, unmatched, replaced },
  };
}

export const codesOf = (people: People): ReadonlySet<string> =>
  new Set(people.all.map(({ code }) => code.toLowerCase()).filter((code) => code !== ""));

/** A file's headers; rows can be longer than the header, and then their last cells get columns too. */
export const answerHeaders = ({ headers, rows }: Table): readonly string[] =>
  Array.from(
    { length: Math.max(headers.length, ...rows.map(({ cells }) => cells.length)) },
    (_, at) => headers[at] ?? "",
  );

function mergeCopies(known: readonly AnswerRow[], incoming: readonly AnswerRow[]): readonly AnswerRow[] {
  const rows = new Map(known.map((row) => [row.key, row]));
  for (const row of incoming) {
    const copies = Math.max(row.copies, rows.get(row.key)?.copies ?? 1);
    rows.set(row.key, { ...(rows.get(row.key) ?? row), copies });
  }
  return [...rows.values()];
}

/** A header of Google Forms is a question; longer ones are shown short in messages, and kept whole. */
const LONG_HEADER = 500;

function headerProblems({ name: file, headers }: Table): readonly Problem[] {
  const places = new Map<string, number[]>();
  headers.forEach((header, at) => {
    places.set(header.trim(), [...(places.get(header.trim()) ?? []), at + 1]);
  });
  return [...places].flatMap(([header, columns]) => {
    const twice = `columns ${columns.join(" and ")}`;
    return [
      ...(header === "" ? [problem("header-blank", { file, column: `column ${columns[0]}` })] : []),
      ...(header !== "" && columns.length > 1
        ? [problem("header-duplicated", { file, value: header, other: twice })]
        : []),
      ...(header.length > LONG_HEADER
        ? [problem("header-too-long", { file, value: header, expected: "500 characters" })]
        : []),
    ];
  });
}
