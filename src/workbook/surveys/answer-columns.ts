import { normalizeCode } from "../../program/matching";
import { type CellValue, cellText, isBlank, isDate } from "../cell";
import { fold } from "../column";
import { COLUMN_USES, type ColumnUses, useOf } from "./column-uses";

/** Places of the columns that say who answered and when, -1 where there is none, and of those that are questions. */
interface AnswerColumns {
  readonly time: number;
  readonly code: number;
  readonly email: number;
  readonly names: readonly number[];
  readonly questions: readonly number[];
  /**
   * Columns that say the same in the rows in which the one above is blank: files of different programs in one tab name
   * the moment and the address each in their own way.
   */
  readonly spare: Readonly<Record<"time" | "code" | "email", readonly number[]>>;
}

/**
 * What each column of a table of answers is: by what was remembered of its header, else by its header in the languages
 * of Google Forms and as Microsoft Forms and Qualtrics name it, else by what stands in it. Columns that those programs
 * add about the answering itself are no questions.
 *
 * @param table the cells below the headers, line by line
 * @param width how many columns there are: lines can be longer than the headers
 * @param codes the participant codes that were given, in lower case
 */
export function answerColumns(
  headers: readonly string[],
  table: readonly (readonly CellValue[])[],
  width: number,
  codes: ReadonlySet<string>,
  uses: ColumnUses,
): AnswerColumns {
  const places = Array.from({ length: width }, (_, at) => at);
  const used = places.map((at) => useOf(uses, headers[at] ?? ""));
  const names = headers.map(fold);
  const technical = technicalColumns(headers);
  const free = places.filter((at) => used[at] === undefined && !technical.has(at));
  const find = (use: string, isNamed: (name: string) => boolean, isOne: (cell: CellValue) => boolean): number => {
    const settled = used.indexOf(use);
    if (settled >= 0) return settled;
    const named = free.find((at) => isNamed(names[at] ?? ""));
    return named ?? free.find((at) => mostly(table, at, isOne)) ?? -1;
  };
  const spares = (main: number, use: string, isNamed: (name: string) => boolean): readonly number[] =>
    places.filter(
      (at) =>
        at !== main &&
        main >= 0 &&
        (used[at] === use || (free.includes(at) && isNamed(names[at] ?? ""))) &&
        standsIn(table, at, main),
    );
  const preferred = TIMES.find((name) => free.some((at) => names[at] === name));
  const time = find(COLUMN_USES.time, (name) => name === preferred, isMoment);
  const code = find(
    COLUMN_USES.code,
    (name) => CODES.includes(name),
    (cell) => codes.has(normalizeCode(cellText(cell))),
  );
  const email = find(
    COLUMN_USES.email,
    (name) => EMAIL.test(name),
    (cell) => ADDRESS.test(cellText(cell).trim()),
  );
  const spare = {
    time: spares(time, COLUMN_USES.time, (name) => TIMES.includes(name)),
    code: spares(code, COLUMN_USES.code, (name) => CODES.includes(name)),
    email: spares(email, COLUMN_USES.email, (name) => EMAIL.test(name)),
  };
  const identity = new Set([time, code, email, ...spare.time, ...spare.code, ...spare.email]);
  const people = places.filter(
    (at) =>
      used[at] === COLUMN_USES.name || (free.includes(at) && !identity.has(at) && NAMES.includes(names[at] ?? "")),
  );
  for (const at of people) identity.add(at);
  const isFilled = (at: number): boolean =>
    (headers[at] ?? "").trim() !== "" || !table.every((row) => isBlank(row[at]));
  const questions = places.filter(
    (at) =>
      !identity.has(at) &&
      used[at] !== COLUMN_USES.leftOut &&
      (used[at] !== undefined || !technical.has(at)) &&
      isFilled(at),
  );
  return { time, code, email, names: people, questions, spare };
}

/** The first of these that is there: where an export has several, the one that says when the answer was complete. */
const TIMES = [
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
  "recordeddate",
  "recorded date",
  "enddate",
  "end date",
  "date submitted",
];

const CODES = ["survey code", "participant code", "your code"];

const EMAIL =
  /^(e mail|email|username|recipientemail|recipient email|(your |work |school )?e ?mail address|endereço de e mail|adresse e mail|dirección de correo electrónico|sähköpostiosoite|e mail adresse)$/;

const NAMES = [
  "name",
  "your name",
  "full name",
  "first name",
  "last name",
  "recipientfirstname",
  "recipientlastname",
  "recipient first name",
  "recipient last name",
];

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A date and a time of day, in whatever order and script: enough to tell a column of moments. */
const CLOCK = /^\D*\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}\D+\d{1,2}[:.]\d{2}/;

const isMoment = (cell: CellValue): boolean => isDate(cell) || CLOCK.test(cellText(cell));

/** Filled somewhere, and nowhere beside a filled cell of the other column. */
function standsIn(table: readonly (readonly CellValue[])[], at: number, main: number): boolean {
  const filled = table.filter((row) => !isBlank(row[at]));
  return filled.length > 0 && filled.every((row) => isBlank(row[main]));
}

/** At least nine in ten of a column's cells that are filled, and not none. */
function mostly(table: readonly (readonly CellValue[])[], at: number, is: (cell: CellValue) => boolean): boolean {
  let filled = 0;
  let others = 0;
  for (const { [at]: cell } of table) {
    if (cell === undefined || isBlank(cell)) continue;
    filled++;
    if (!is(cell)) others++;
    // Too many already, whatever the rest are.
    if (10 * others > table.length) return false;
  }
  return filled > 0 && 10 * others <= filled;
}

/** What Microsoft Forms adds, and by what its exports are known. */
const MICROSOFT = "completion time";
const OF_MICROSOFT = [
  "id",
  "start time",
  "language",
  "last modified time",
  "total points",
  "quiz feedback",
  "grade posted time",
];

/** Two columns of Qualtrics that no question is called. */
const QUALTRICS = ["responseid", "startdate"];
const OF_QUALTRICS = [
  "startdate",
  "enddate",
  "status",
  "ipaddress",
  "progress",
  "duration in seconds",
  "finished",
  "recordeddate",
  "responseid",
  "recipientlastname",
  "recipientfirstname",
  "recipientemail",
  "externalreference",
  "locationlatitude",
  "locationlongitude",
  "distributionchannel",
  "userlanguage",
  "q recaptchascore",
];

/** Whether a folded header is one of Qualtrics' own: the words under it are not a question's. */
export const isOfQualtrics = (name: string): boolean => OF_QUALTRICS.includes(name);

/** By these a response is known again; they are kept, and are no questions. */
const RESPONSE_IDS = ["id", "responseid"];

/** Columns that say something of the answering and are no questions: response ids, durations, scores, devices' places. */
function technicalColumns(headers: readonly string[]): ReadonlySet<number> {
  const names = headers.map(fold);
  const isIdentity = (name: string): boolean => TIMES.includes(name) || NAMES.includes(name) || EMAIL.test(name);
  const main = TIMES.find((name) => names.includes(name));
  const added = [
    ...(names.includes(MICROSOFT) ? OF_MICROSOFT : []),
    ...(QUALTRICS.some((name) => names.includes(name)) ? OF_QUALTRICS : []),
  ].filter((name) => !isIdentity(name) || (TIMES.includes(name) && name !== main));
  const titles = new Set(headers.map((header) => header.trim()));
  const found = names.flatMap((name, at) => {
    const header = (headers[at] ?? "").trim();
    const [, marked] =
      /^(?:Points|Feedback) - (.+)$/s.exec(header) ?? /^(.+) \[(?:Score|Feedback)\]$/s.exec(header) ?? [];
    return added.includes(name) || (marked !== undefined && titles.has(marked)) ? [at] : [];
  });
  return new Set(found);
}

/** Of those the ones that a file's import leaves behind. */
export const columnsLeftBehind = (headers: readonly string[]): readonly number[] =>
  [...technicalColumns(headers)].filter((at) => !RESPONSE_IDS.includes(fold(headers[at] ?? "")));
