import { type Problem, problem } from "../../content/problems";
import type { DateOrder } from "../../program/date-columns";
import { ANSWER_SOURCES, answerTab, questionKeys, wasHandedOver } from "../answer-tabs";
import { type AnswerRow, answersIn, ownTable, readAnswers, readingOf, withoutExported } from "../answers";
import type { CellValue } from "../cell";
import { codesOf, peopleOf } from "../people";
import { type Change, insertRows, type Plan, plan } from "../plan";
import type { Title } from "../set-up-plan";
import { readSettings, remember, sheetSetting } from "../settings";
import type { Snapshot } from "../snapshot";
import { datesSetting } from "../surveys/answer-times";
import { usesToRemember } from "../surveys/column-uses";
import { bankQuestions } from "../surveys/question-columns";
import type { Survey } from "../surveys/survey-list";
import type { RowCells, Tab } from "../tab";
import type { ChosenColumns } from "./column-mapping";
import { planMatches } from "./match-list";
import { groupProblems } from "./review-list";
import { type WallClock, withSettledTimes } from "./settled-times";
import type { AnswerHeader, ExportedAnswers } from "./survey-export";
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
  /** What each column of a file was taken for; none for a form's own tab. */
  readonly mapping: readonly AnswerHeader[];
  /** The questions of the bank that a column can be taken for; only in a preview are they read. */
  readonly questions: readonly { readonly key: string; readonly header: string }[];
}

/** How the person wants this file read; remembered for the next one. */
export interface AnswerChoices {
  readonly columns?: ChosenColumns;
  readonly dates?: DateOrder;
}

/** What the planning of an import asks of its surroundings. */
interface Surroundings {
  readonly wallClock: WallClock;
  /** The name that a new answer tab gets. */
  readonly titleOf?: (tab: Tab) => Title;
}

/**
 * Plans the import of an exported file: rows that are not in the survey's answer tab yet are added there, as text and
 * whole, with columns for questions that are new; then everybody's answers are matched again.
 */
export function planAnswersFromFile(
  survey: Survey,
  exported: ExportedAnswers,
  snapshot: Snapshot,
  { wallClock, titleOf = ours }: Surroundings,
  { columns = [], dates }: AnswerChoices = {},
): { readonly plan: Plan; readonly data: ResponsesSummary } {
  const people = peopleOf(snapshot);
  const codes = codesOf(people);
  const reading = { ...readingOf(snapshot, survey.id), uses: exported.uses };
  const choice = { ...reading.dates, ...(dates && { given: dates }) };
  const { table, problems } = withSettledTimes(exported.table, exported.time, choice, wallClock);
  const read = (headers: readonly string[], rows: readonly (readonly CellValue[])[]) =>
    readAnswers(survey.id, headers, rows, codes, { ...reading, dates: choice });
  const incoming = read(
    table.headers,
    table.rows.map(({ cells }) => cells),
  );
  const headers = answerHeaders(table);
  const tab = answerTab(survey, "file", headers);
  const now = snapshot.tabs.get(tab.key);
  const isHandedOver = wasHandedOver(snapshot, survey.id);
  const known = now ? read(...ownTable(now, isHandedOver)) : null;
  const knownKeys = new Set(known?.rows.map(({ key }) => key));
  const fresh = incoming.rows.filter(({ key }) => !knownKeys.has(key));
  const keys = questionKeys(headers);
  const rows = fresh.map(({ cells }) => rowOf(keys, cells));
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
  // What came through the form counts as it did before.
  const sources = isHandedOver ? ANSWER_SOURCES : (["form"] as const);
  const others = answersIn(snapshot, survey.id, codes, sources).flatMap((answered) => answered.rows);
  const merged = mergeCopies([...others, ...(known?.rows ?? []), ...incoming.rows]);
  const matches = planMatches(survey, merged, people, snapshot, survey.label);
  const { matched, unmatched, replaced } = matches;
  return {
    plan: plan(
      [
        ...answers,
        ...matches.changes,
        ...remember(snapshot, {
          ...usesToRemember(snapshot, survey.id, columns),
          ...(dates && { [datesSetting(survey.id)]: dates }),
        }),
      ],
      groupProblems([...table.problems, ...problems, ...foreignTab, ...headerProblems(table), ...matches.problems]),
    ),
    data: {
      rows: table.rows.length,
      added: fresh.length,
      matched,
      unmatched,
      replaced,
      mapping: exported.mapping,
      questions: bankQuestions(snapshot, survey.id).map(({ key, title: header }) => ({ key, header })),
    },
  };
}

function rowOf(keys: readonly string[], cells: readonly string[]): RowCells {
  const row: Record<string, string> = {};
  keys.forEach((key, at) => {
    row[key] = cells[at] ?? "";
  });
  return row;
}

const ours = ({ title }: Tab): Title => ({ title, adopt: null, foreign: false });

/**
 * Plans the matching of the answers that stand in this workbook: in the form's own response tab, and in the tab that was
 * filled from files. Nothing is copied.
 */
export function planAnswersHere(
  survey: Survey,
  snapshot: Snapshot,
): { readonly plan: Plan; readonly data: ResponsesSummary } {
  const people = peopleOf(snapshot);
  const tables = answersIn(snapshot, survey.id, codesOf(people));
  const rows = mergeCopies(tables.flatMap((answers) => answers.rows));
  const { changes, problems, added, matched, unmatched, replaced } = planMatches(
    survey,
    rows,
    people,
    snapshot,
    survey.label,
  );
  return {
    plan: plan(changes, groupProblems(problems)),
    data: { rows: rows.length, added, matched, unmatched, replaced, mapping: [], questions: [] },
  };
}

/** A file's headers; rows can be longer than the header, and then their last cells get columns too. */
export const answerHeaders = ({ headers, rows }: Table): readonly string[] =>
  Array.from(
    { length: Math.max(headers.length, ...rows.map(({ cells }) => cells.length)) },
    (_, at) => headers[at] ?? "",
  );

/** One row a response, however many tables and files it stands in. */
function mergeCopies(all: readonly AnswerRow[]): readonly AnswerRow[] {
  const rows = new Map<string, AnswerRow>();
  for (const row of withoutExported(all)) {
    const known = rows.get(row.key);
    rows.set(row.key, known ? { ...known, copies: Math.max(known.copies, row.copies) } : row);
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
