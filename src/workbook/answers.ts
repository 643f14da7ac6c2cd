import { type DateOrder, readDateColumn } from "../program/date-columns";
import { shortHash } from "../program/hash";
import { type CellValue, cellText, isBlank, isDate } from "./cell";
import { fold, text } from "./column";
import { readSettings } from "./settings";
import type { Snapshot, TabSnapshot } from "./snapshot";
import { type Survey, surveyRowKey, surveysIn } from "./surveys/survey-list";
import type { Tab } from "./tab";

/**
 * The tabs in which a survey's answers stand: one that was filled from exported files, of the same shape as Google
 * Forms' own, and the form's own response tab. Its first row holds the questions, every row below it one response.
 */
export const ANSWER_SOURCES = ["file", "form"] as const;

export type AnswerSource = (typeof ANSWER_SOURCES)[number];

export const answerTabKey = (survey: string, source: AnswerSource): string => `answers-${source}-${survey}`;

/** Every tab that answers may stand in, those of surveys whose row people deleted too. */
export function answerTabs(snapshot: Snapshot): readonly Tab[] {
  const labels = new Map(surveysIn(snapshot).map(({ id, label }) => [id, label]));
  for (const name of readSettings(snapshot).keys()) {
    const id = RECORDED.exec(name)?.[1];
    if (id !== undefined && !labels.has(id)) labels.set(id, id);
  }
  return [...labels].flatMap(([id, label]) => ANSWER_SOURCES.map((source) => answerTab({ id, label }, source)));
}

const RECORDED = /^sheet\.answers-(?:file|form)-(.+)$/;

/** The tab for a survey's answers, with a column for each of these headers. A form's own tab is never marked or dressed. */
export function answerTab(
  { id, label }: Pick<Survey, "id" | "label">,
  source: AnswerSource,
  headers: readonly string[] = [],
): Tab {
  return {
    key: answerTabKey(id, source),
    title: `Answers: ${label}`,
    filledBy: "planner",
    columns: Object.fromEntries(
      questionKeys(headers).map((key, at) => [key, text(headers[at] ?? "", { owner: "planner", width: 160 })]),
    ),
  };
}

/** A name for every column, also where headers are blank or stand twice: the same header always gets the same one. */
export function questionKeys(headers: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return headers.map((header) => {
    const name = fold(header) === "" ? "blank" : `q-${shortHash(header.trim())}`;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name}-${time}`;
  });
}

/** Answers as they stand in a table, and which columns say who answered and when. */
export interface Answers {
  readonly headers: readonly string[];
  readonly rows: readonly AnswerRow[];
  /** Places of the columns that are questions. */
  readonly questions: readonly number[];
}

export interface AnswerRow {
  /** The same for the same response, whenever and in whatever order it is read. */
  readonly key: string;
  readonly cells: readonly string[];
  /** `2016-04-22T19:57:50`, or blank where it is not known. */
  readonly timestamp: string;
  readonly code: string;
  readonly email: string;
  /** How often the very same row stood there. */
  readonly copies: number;
}

/**
 * Reads a table of answers. The same row twice (the same moment, the same answers) is one response; where there is no
 * moment, two people may have answered alike, and all are kept.
 */
export function readAnswers(
  survey: string,
  headers: readonly string[],
  table: readonly (readonly CellValue[])[],
  codes: ReadonlySet<string>,
  dates?: DateOrder,
): Answers {
  const all = table.filter((row) => !row.every(isBlank));
  const width = Math.max(headers.length, ...all.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => all.map((row) => row[at] ?? ""));
  const when = timestampColumn(headers, columns);
  const who = { code: codeColumn(headers, columns, codes), email: emailColumn(headers, columns) };
  const times = when < 0 ? [] : moments(columns[when] ?? [], dates);
  const found = new Map<string, AnswerRow>();
  all.forEach((row, index) => {
    const cells = Array.from({ length: width }, (_, at) => cellText(row[at] ?? ""));
    const timestamp = times[index] ?? "";
    // Whatever the columns are called by now, and in whatever order they stand, the response is the same.
    const fingerprint = [...cells.map((cell) => cell.trim()).filter((cell) => cell !== "")].sort();
    const same = surveyRowKey(survey, shortHash(JSON.stringify(fingerprint)));
    let key = same;
    let known = found.get(key);
    // The same answers to other questions are another response.
    for (let copy = 2; known && (timestamp === "" || !sameCells(known.cells, cells)); copy++) {
      key = `${same}-${copy}`;
      known = found.get(key);
    }
    const code = cells[who.code] ?? "";
    const email = cells[who.email] ?? "";
    found.set(key, known ? { ...known, copies: known.copies + 1 } : { key, cells, timestamp, code, email, copies: 1 });
  });
  const identity = new Set([when, who.code, who.email]);
  const questions = columns
    .map((_, at) => at)
    .filter((at) => !identity.has(at) && ((headers[at] ?? "").trim() !== "" || !(columns[at] ?? []).every(isBlank)));
  return { headers, rows: [...found.values()], questions };
}

const sameCells = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((cell, at) => cell.trim() === b[at]?.trim());

const TIMESTAMP = [
  "timestamp",
  "aikaleima",
  "carimbo de data hora",
  "marca temporal",
  "horodateur",
  "zeitstempel",
  "tijdstempel",
  "informazioni cronologiche",
  "tidsstämpel",
  "tidsstempel",
  "sygnatura czasowa",
  "zaman damgası",
  "отметка времени",
  "タイムスタンプ",
  "타임스탬프",
  "时间戳记",
  "時間戳記",
  "completion time",
  "enddate",
  "end date",
  "date submitted",
];

function timestampColumn(headers: readonly string[], columns: readonly (readonly CellValue[])[]): number {
  const named = headers.findIndex((header) => TIMESTAMP.includes(fold(header)));
  if (named >= 0) return named;
  return columns.findIndex((cells) => mostly(cells, (cell) => isDate(cell) || CLOCK.test(cellText(cell))));
}

/** A date and a time of day, in whatever order and script: enough to tell a column of moments. */
const CLOCK = /^\D*\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}\D+\d{1,2}[:.]\d{2}/;

function codeColumn(
  headers: readonly string[],
  columns: readonly (readonly CellValue[])[],
  codes: ReadonlySet<string>,
): number {
  const named = headers.findIndex((header) => ["survey code", "participant code", "your code"].includes(fold(header)));
  if (named >= 0) return named;
  return columns.findIndex((cells) => mostly(cells, (cell) => codes.has(cellText(cell).trim().toLowerCase())));
}

const EMAIL =
  /^(e mail|email|username|(your |work |school )?e ?mail address|endereço de e mail|adresse e mail|dirección de correo electrónico|sähköpostiosoite|e mail adresse)$/;

function emailColumn(headers: readonly string[], columns: readonly (readonly CellValue[])[]): number {
  const named = headers.findIndex((header) => EMAIL.test(fold(header)));
  if (named >= 0) return named;
  return columns.findIndex((cells) =>
    mostly(cells, (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cellText(cell).trim())),
  );
}

/** At least nine in ten of the cells that are filled, and not none. */
function mostly(cells: readonly CellValue[], is: (cell: CellValue) => boolean): boolean {
  let filled = 0;
  let others = 0;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    filled++;
    if (!is(cell)) others++;
    // Too many already, whatever the rest are.
    if (10 * others > cells.length) return false;
  }
  return filled > 0 && 10 * others <= filled;
}

function moments(cells: readonly CellValue[], dates?: DateOrder): readonly string[] {
  const read = readDateColumn(
    cells.map((cell) => (isDate(cell) ? "" : cellText(cell))),
    dates,
  );
  return cells.map((cell, index) => {
    if (isDate(cell)) return cell.date;
    const value = read.values[index];
    // An ambiguous moment still tells responses apart, as it stands.
    return value && "iso" in value ? value.iso : cellText(cell).trim();
  });
}

/** The answers of one survey from every tab that holds some. */
export function answersIn(snapshot: Snapshot, survey: string, codes: ReadonlySet<string>): readonly Answers[] {
  return ANSWER_SOURCES.flatMap((source) => {
    const tab = snapshot.tabs.get(answerTabKey(survey, source));
    return tab ? [readAnswers(survey, ...ownTable(tab), codes)] : [];
  });
}

/** A tab's headers and rows without the columns that people added to it: their remarks are no answers. */
export function ownTable({ headers, rows, layout: { foreign = [] } }: TabSnapshot) {
  const own = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, at) => !foreign.includes(at));
  return foreign.length === 0 ? ([headers, rows] as const) : ([own(headers), rows.map(own)] as const);
}
