import { type Problem, problem } from "../../content/problems";
import { isOneAddress } from "../../program/placeholders";
import { type CellValue, cellText, isBlank } from "../cell";
import { fold } from "../column";
import { type People, peopleOf } from "../people";
import type { Snapshot } from "../snapshot";
import { answerColumns, columnsLeftBehind, isOfQualtrics } from "../surveys/answer-columns";
import { COLUMN_USES, type ColumnUses, columnUses, useOf, withUses } from "../surveys/column-uses";
import { questionsOfHeaders } from "../surveys/question-columns";
import type { Survey } from "../surveys/survey-list";
import type { ChosenColumns } from "./column-mapping";
import type { Table } from "./table";

/** A file of answers as it goes into the answer tab, and what became of each of its columns. */
export interface ExportedAnswers {
  readonly table: Table;
  /** What people chose for the headers, now and before. */
  readonly uses: ColumnUses;
  /** Each header and what it was taken for: one of COLUMN_USES, or a question's key. */
  readonly mapping: readonly AnswerHeader[];
  /** Place of the moments in the table, -1 where there are none. */
  readonly time: number;
}

export interface AnswerHeader {
  readonly header: string;
  readonly column: string;
  /** A cell under it, to tell by. */
  readonly sample: string;
}

/**
 * Reads an export of Google Forms, Microsoft Forms or Qualtrics for what it is: question texts become headers, test
 * answers are left out, and so are columns about the answering (its duration, the device's place), those that a person
 * left out, and in an anonymous survey whatever says who answered.
 *
 * @param codes the participant codes that were given, in lower case
 * @param chosen what the person chose for some headers this time
 */
export function exportedAnswers(
  { id, isAnonymous }: Survey,
  given: Table,
  snapshot: Snapshot,
  codes: ReadonlySet<string>,
  chosen: ChosenColumns = [],
): ExportedAnswers {
  const uses = withUses(columnUses(snapshot, id), chosen);
  const whole = qualtricsTable(microsoftTable(given));
  const lines = whole.rows.map(({ cells }) => cells);
  const found = answerColumns(whole.headers, lines, whole.headers.length, codes, uses);
  const { spare } = found;
  const named = [found.code, found.email, ...found.names, ...spare.code, ...spare.email].filter((at) => at >= 0);
  const identity = isAnonymous ? [...new Set([...named, ...tellingColumns(whole, peopleOf(snapshot))])] : named;
  const used = whole.headers.map((header) => useOf(uses, header));
  const behind = columnsLeftBehind(whole.headers).filter((at) => used[at] === undefined);
  const dropped = new Set([
    ...behind,
    ...used.flatMap((use, at) => (use === COLUMN_USES.leftOut ? at : [])),
    ...(isAnonymous ? identity : []),
  ]);
  const bank = questionsOfHeaders(snapshot, id, whole.headers, uses);
  const useAt = (at: number): string => {
    if (dropped.has(at)) return COLUMN_USES.leftOut;
    if (at === found.time || spare.time.includes(at)) return COLUMN_USES.time;
    if (at === found.code || spare.code.includes(at)) return COLUMN_USES.code;
    if (at === found.email || spare.email.includes(at)) return COLUMN_USES.email;
    if (found.names.includes(at)) return COLUMN_USES.name;
    return found.questions.includes(at) ? (bank[at]?.question.key ?? COLUMN_USES.own) : COLUMN_USES.leftOut;
  };
  const unsaid = isAnonymous
    ? [...identity, ...behind.filter((at) => TELLING.includes(fold(whole.headers[at] ?? "")))]
    : [];
  const table = withoutColumns(whole, dropped);
  return {
    table: { ...table, problems: [...table.problems, ...anonymity(table.name, whole.headers, unsaid)] },
    uses,
    mapping: whole.headers.map((header, at) => ({ header, column: useAt(at), sample: sampleOf(lines, at) })),
    time: found.time < 0 ? -1 : found.time - [...dropped].filter((at) => at < found.time).length,
  };
}

/** Columns that, whatever they are called, hold addresses or whom the Roster knows. A plain number is more often an answer. */
function tellingColumns({ headers, rows }: Table, people: People): readonly number[] {
  const isTelling = (text: string): boolean =>
    isOneAddress(text) || (!/^\d+$/.test(text) && people.find(text).length > 0);
  return headers.flatMap((_, at) => {
    const filled = rows.map(({ cells }) => cellText(cells[at] ?? "").trim()).filter((text) => text !== "");
    return filled.length > 0 && filled.filter(isTelling).length > filled.length / 2 ? [at] : [];
  });
}

/** Columns of Qualtrics that can tell who answered. */
const TELLING = ["ipaddress", "locationlatitude", "locationlongitude", "externalreference"];

const anonymity = (file: string, headers: readonly string[], places: readonly number[]): readonly Problem[] =>
  places.length === 0
    ? []
    : [problem("identity-left-out", { file, value: places.map((at) => headers[at] ?? "").join(", ") })];

const LONGEST_SAMPLE = 60;

const sampleOf = (lines: readonly (readonly CellValue[])[], at: number): string =>
  cellText(lines.find((cells) => !isBlank(cells[at]))?.[at] ?? "")
    .trim()
    .slice(0, LONGEST_SAMPLE);

function withoutColumns(table: Table, places: ReadonlySet<number>): Table {
  if (places.size === 0) return table;
  const kept = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, at) => !places.has(at));
  return {
    ...table,
    headers: kept(table.headers),
    rows: table.rows.map(({ row, cells }) => ({ row, cells: kept(cells) })),
  };
}

/** What Microsoft Forms calls its first columns, in the language of whoever made the form. */
const MICROSOFT_HEADERS = ["ID", "Start time", "Completion time", "Email", "Name"];
const DAY_AND_CLOCK = /\d[./-]\d.*\d[:.]\d\d/;

/** In other languages it is known by its shape: a running number, two moments, an address or "anonymous". */
function microsoftTable(table: Table): Table {
  const { headers, rows } = table;
  const isMoment = (cell: CellValue | undefined): boolean => DAY_AND_CLOCK.test(cellText(cell ?? ""));
  const isMicrosoft =
    fold(headers[0] ?? "") === "id" &&
    rows.length > 0 &&
    rows.every(
      ({ cells: [id = "", begun, ended, email = ""] }) =>
        /^\d+$/.test(cellText(id)) &&
        isMoment(begun) &&
        isMoment(ended) &&
        /^$|^anonym|@/i.test(cellText(email).trim()),
    );
  return isMicrosoft ? { ...table, headers: headers.map((header, at) => MICROSOFT_HEADERS[at] ?? header) } : table;
}

/** Answers that nobody gave: of the survey's preview, of a machine. In words, or in Qualtrics' numbers for them. */
const NOT_ANSWERS = ["survey preview", "survey test", "spam", "possible spam", "1", "2", "8", "9", "12"];

function qualtricsTable(table: Table): Table {
  const { titles, headers, rows, problems, name } = table;
  if (!titles) return table;
  const names = headers.map(fold);
  const status = names.indexOf("status");
  const real = rows.filter(({ cells }) => !NOT_ANSWERS.includes(fold(cellText(cells[status] ?? ""))));
  const count = rows.length - real.length;
  return {
    ...table,
    headers: headers.map((header, at) => (isOfQualtrics(names[at] ?? "") ? header : titles[at]?.trim() || header)),
    rows: real,
    problems: [...problems, ...(count > 0 ? [problem("test-answers-left-out", { file: name, count })] : [])],
  };
}
