import { bagHash } from "../program/hash";
import { TEST_CODE } from "../program/survey-codes";
import { ANSWER_SOURCES, type AnswerSource, answerTabKey, wasHandedOver } from "./answer-tabs";
import { type CellValue, cellText, isBlank } from "./cell";
import { fold } from "./column";
import type { Snapshot, TabSnapshot } from "./snapshot";
import { answerColumns } from "./surveys/answer-columns";
import { type DateChoice, rememberedDates, timesIn } from "./surveys/answer-times";
import { type ColumnUses, columnUses } from "./surveys/column-uses";
import { surveyRowKey, surveysIn } from "./surveys/survey-list";

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
  /** The key that it has in an export. */
  readonly exportKey: string;
  readonly cells: readonly string[];
  /** `2016-04-22T19:57:50`, or blank where it is not known. */
  readonly timestamp: string;
  readonly code: string;
  readonly email: string;
  /** As the person wrote it, or blank: nobody is matched by it alone. */
  readonly name: string;
  /** How often the very same row stood there. */
  readonly copies: number;
}

/** What helps to read a table of answers. */
interface AnswerReading {
  readonly dates?: DateChoice;
  readonly uses?: ColumnUses;
  /** The form's own tab, where people edit answers and write remarks beside them. */
  readonly isLive?: boolean;
  /** Whoever answered stays unknown, whatever stands in the table. */
  readonly isAnonymous?: boolean;
}

/**
 * Reads a table of answers. A response is known by its moment and answers; in the form's own tab by its moment and who
 * gave it, where that is told, so that a remark beside it makes no other response of it. The same row twice (the same moment, the same answers) is one response; where there is no
 * moment, two people may have answered alike, and all are kept.
 *
 * @param codes the participant codes that were given, in lower case
 */
export function readAnswers(
  survey: string,
  headers: readonly string[],
  table: readonly (readonly CellValue[])[],
  codes: ReadonlySet<string>,
  { dates = {}, uses = NO_USES, isLive = false, isAnonymous = false }: AnswerReading = {},
): Answers {
  const all = table.filter((row) => !row.every(isBlank));
  const width = Math.max(headers.length, ...all.map((row) => row.length));
  const { time, code, email, names, questions, spare } = answerColumns(headers, all, width, codes, uses);
  const timePlaces = all.map((row) => filledPlace(row, time, spare.time));
  const times =
    time < 0
      ? []
      : moments(
          all.map((row, index) => row[timePlaces[index] ?? time] ?? ""),
          dates,
        );
  const found = new Map<string, AnswerRow>();
  all.forEach((row, index) => {
    const cells = row.map(cellText);
    while (cells.length < width) cells.push("");
    const timestamp = times[index] ?? "";
    const timePlace = timePlaces[index] ?? time;
    const address = filledPlace(row, email, spare.email);
    const said = (at: number): string => (isAnonymous ? "" : (cells[at] ?? ""));
    const given = {
      code: said(filledPlace(row, code, spare.code)),
      email: fold(said(address)) === ANONYMOUS ? "" : said(address),
      name: names
        .map((at) => said(at).trim())
        .filter((name) => name !== "" && fold(name) !== ANONYMOUS)
        .join(" "),
    };
    const who = given.code || given.email;
    const isTold = isLive && timestamp !== "" && who !== "";
    const exportKey = surveyRowKey(survey, bagHash(fingerprint(cells, timePlace, timestamp)));
    const same = isTold ? surveyRowKey(survey, bagHash([timestamp, who])) : exportKey;
    let key = same;
    let known = found.get(key);
    // The same answers to other questions are another response.
    for (let copy = 2; known && (timestamp === "" || !sameCells(known.cells, cells, timePlace)); copy++) {
      key = `${same}-${copy}`;
      known = found.get(key);
    }
    found.set(
      key,
      known ? { ...known, copies: known.copies + 1 } : { key, exportKey, cells, timestamp, ...given, copies: 1 },
    );
  });
  return { headers, rows: [...found.values()], questions };
}

/** Where a row says what this column says: there, or in one that stands in for it. */
function filledPlace(row: readonly CellValue[], main: number, spare: readonly number[]): number {
  if (spare.length === 0 || !isBlank(row[main])) return main;
  return spare.find((at) => !isBlank(row[at])) ?? main;
}

const NO_USES: ColumnUses = new Map();

/** What Microsoft Forms writes where it does not ask who answers. */
const ANONYMOUS = "anonymous";

/**
 * Whatever the columns are called by now, and in whatever order they stand, the response is the same; so it is in
 * another export, which writes the moment and joins ticked options in its own way.
 */
function fingerprint(cells: readonly string[], time: number, timestamp: string): readonly string[] {
  const words: string[] = [];
  cells.forEach((cell, at) => {
    const plain = timestamp === "" ? cell.trim() : joined(cell);
    // Of two columns of moments either may be taken for the one that counts.
    const moment = at === time || plain.length < ISO_LENGTH ? null : ISO_MOMENT.exec(plain);
    const tidy = at === time ? timestamp : moment ? `${moment[1]}T${moment[2]}` : plain;
    if (tidy !== "") words.push(tidy);
  });
  return words;
}

const ISO_LENGTH = "2016-04-22T19:57:50".length;
const ISO_MOMENT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?Z?$/;

function sameCells(a: readonly string[], b: readonly string[], time: number): boolean {
  return a.every((cell, at) => at === time || joined(cell) === joined(b[at] ?? ""));
}

/** Most cells have nothing to join: those are not searched. */
function joined(cell: string): string {
  if (!cell.includes(",") && !cell.includes(";")) return cell.trim();
  return cell
    .replace(/\s*[,;]\s*/g, ",")
    .trim()
    .replace(/,$/, "");
}

function moments(cells: readonly CellValue[], dates: DateChoice): readonly string[] {
  const read = timesIn(cells, dates);
  return cells.map((cell, index) => {
    const value = read[index];
    // An ambiguous moment still tells responses apart, as it stands.
    return value && "iso" in value ? value.iso : cellText(cell).trim();
  });
}

/** The answers of one survey from every tab that holds some. */
export function answersIn(
  snapshot: Snapshot,
  survey: string,
  codes: ReadonlySet<string>,
  sources: readonly AnswerSource[] = ANSWER_SOURCES,
): readonly Answers[] {
  const present = sources.flatMap((source) => {
    const tab = snapshot.tabs.get(answerTabKey(survey, source));
    return tab ? [{ tab, isLive: source === "form" || wasHandedOver(snapshot, survey) }] : [];
  });
  if (present.length === 0) return [];
  const reading = readingOf(snapshot, survey);
  return present.map(({ tab, isLive }) => readAnswers(survey, ...ownTable(tab, isLive), codes, { ...reading, isLive }));
}

/** A trial's answers are nobody's. */
export const isTrial = ({ code }: Pick<AnswerRow, "code">): boolean => fold(code) === TEST_CODE;

/** What stands in a form's own tab and in an export of it too is one response: that of the form's tab stays. */
export function withoutExported<T extends Pick<AnswerRow, "key" | "exportKey">>(rows: readonly T[]): readonly T[] {
  const exported = new Set(rows.flatMap(({ key, exportKey }) => (key.startsWith(exportKey) ? [] : exportKey)));
  return rows.filter(({ key }) => !exported.has(key));
}

/** What is known of a survey's answers. */
export function readingOf(snapshot: Snapshot, survey: string): AnswerReading {
  const remembered = rememberedDates(snapshot, survey);
  return {
    dates: remembered ? { remembered } : {},
    uses: columnUses(snapshot, survey),
    isAnonymous: surveysIn(snapshot).some(({ id, isAnonymous }) => id === survey && isAnonymous),
  };
}

/**
 * A tab's headers and rows without the columns that people added to it: their remarks are no answers.
 *
 * @param isLive it is a form's own, or was: nothing there tells Google's columns from people's
 */
export function ownTable({ headers, rows, layout }: TabSnapshot, isLive = false) {
  const foreign = isLive ? [] : (layout.foreign ?? []);
  const own = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, at) => !foreign.includes(at));
  return foreign.length === 0 ? ([headers, rows] as const) : ([own(headers), rows.map(own)] as const);
}
