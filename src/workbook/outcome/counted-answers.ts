import type { Participant } from "../../program/funnel";
import { likertStepsOf } from "../../program/likert-scales";
import { type AnsweredQuestion, type QuestionReader, questionReader, tidy } from "../../program/question-reader";
import { type Answers, answersIn, isTrial, withoutExported } from "../answers";
import { fold } from "../column";
import { codesOf, personKey } from "../people";
import type { ProgramData } from "../program-data";
import { type Snapshot, textAt } from "../snapshot";
import { COLUMN_USES, columnUses, useOf } from "../surveys/column-uses";
import { type BankQuestion, type QuestionColumn, questionsOfHeaders } from "../surveys/question-columns";
import { type Survey, surveysIn } from "../surveys/survey-list";
import { responses } from "../tabs/responses";

/** A survey's answers as they count, whatever tabs and columns they stand in. */
export interface CountedSurvey {
  readonly survey: Survey;
  /** Distinct rows, matched to somebody or not, with answers or without; those left out are none. */
  readonly responses: number;
  readonly matched: number;
  /** Rows that stood there before, or that a later answer of the same person replaces. */
  readonly duplicates: number;
  /** Whose each counted response is; null where nobody knows, or is to know. */
  readonly who: readonly (Participant | null)[];
  /** When each came in, as far as that is known. */
  readonly times: readonly string[];
  readonly questions: readonly CountedQuestion[];
}

export interface CountedQuestion {
  /** For good, as long as the question bank has it; of other columns by their words. */
  readonly key: string;
  readonly reader: QuestionReader;
  /** The question bank says what there was to choose from; else only what was chosen is known. */
  readonly isOffered: boolean;
  /** One for each counted response, blank where it was not answered; those in people's own words as they wrote them. */
  readonly answers: readonly string[];
}

/** Every survey that has answers, in the order of the surveys. */
export function countedSurveys(snapshot: Snapshot, data: ProgramData): readonly CountedSurvey[] {
  const standings = standingsIn(snapshot);
  const codes = codesOf(data.people);
  const participants = new Map(data.participants.map((each) => [each.id, each]));
  return surveysIn(snapshot).flatMap((survey) => {
    const tables = answersIn(snapshot, survey.id, codes);
    if (tables.length === 0) return [];
    // The same response may stand in both tabs.
    const kept = new Set(withoutExported(tables.flatMap(({ rows }) => rows)));
    const all = new Map(
      [...tables]
        .reverse()
        .flatMap((table) => table.rows.flatMap((row) => (kept.has(row) ? [[row.key, { table, row }] as const] : []))),
    );
    const known = [...all.values()].flatMap(({ table, row }) => {
      const { participant, standing, copies } = (!survey.isAnonymous && standings.get(row.key)) || NOT_IMPORTED;
      const [person] = participant === "" ? [] : data.people.find(participant);
      const isLeftOut = standing === "Left out" || (standing === "" && isTrial(row));
      return isLeftOut ? [] : [{ table, row, standing, copies, person }];
    });
    const counted = known.filter(({ standing }) => standing !== "Replaced");
    return [
      {
        survey,
        responses: known.length,
        matched: known.filter(({ person }) => person).length,
        duplicates: known.reduce(
          (sum, { standing, copies }) => sum + (standing === "Replaced" ? 1 : 0) + Math.max(0, copies - 1),
          0,
        ),
        who: counted.map(({ person }) => (person ? (participants.get(personKey(person)) ?? null) : null)),
        times: counted.map(({ row }) => row.timestamp),
        questions: columnsOf(snapshot, survey.id, tables).map(({ key, title, bank, places }) => {
          const answers = counted.map(({ table, row }) => lastFilled(row.cells, places.get(table) ?? []));
          return countedQuestion(key, title, bank, answers);
        }),
      },
    ];
  });
}

interface Standing {
  readonly participant: string;
  readonly standing: string;
  readonly copies: number;
}

const NOT_IMPORTED: Standing = { participant: "", standing: "", copies: 1 };

/** The match list, as the last import left it. */
function standingsIn(snapshot: Snapshot): ReadonlyMap<string, Standing> {
  const tab = snapshot.tabs.get(responses.key);
  const found = new Map<string, Standing>();
  tab?.rows.forEach((_, at) => {
    const cell = (column: string): string => textAt(tab, at, column);
    const copies = Number(cell("copies")) || 1;
    found.set(cell("key"), { participant: cell("participant"), standing: cell("standing"), copies });
  });
  return found;
}

/** A question, and the columns that it stands in: several where it was deleted and asked again, or came in a file too. */
interface QuestionPlaces {
  readonly key: string;
  readonly title: string;
  readonly bank: BankQuestion | null;
  readonly places: Map<Answers, number[]>;
}

function columnsOf(snapshot: Snapshot, survey: string, tables: readonly Answers[]): readonly QuestionPlaces[] {
  const uses = columnUses(snapshot, survey);
  const found = new Map<string, QuestionPlaces>();
  tables.forEach((table, source) => {
    const bank = questionsOfHeaders(snapshot, survey, table.headers, uses);
    for (const at of table.questions) {
      const header = table.headers[at] ?? "";
      const use = useOf(uses, header);
      const column = bank[at] ?? null;
      if (!column && use !== undefined && use !== COLUMN_USES.own && NO_QUESTION.includes(use)) continue;
      const { key, title } = column ? named(column) : unnamed(header, `${source} ${at}`);
      const question = found.get(key) ?? { key, title, bank: column?.question ?? null, places: new Map() };
      found.set(key, question);
      question.places.set(table, [...(question.places.get(table) ?? []), at]);
    }
  });
  return [...found.values()];
}

const NO_QUESTION: readonly string[] = Object.values(COLUMN_USES);

const named = ({ question: { key, title }, gridRow }: QuestionColumn) =>
  gridRow === undefined ? { key, title } : { key: `${key} ${fold(gridRow)}`, title: `${title} [${gridRow}]` };

const unnamed = (header: string, place: string) =>
  tidy(header) === ""
    ? { key: `column ${place}`, title: "" }
    : { key: `column ${fold(header) || tidy(header)}`, title: tidy(header) };

/** Of a question that was asked again the later answer. */
function lastFilled(cells: readonly string[], places: readonly number[]): string {
  for (let index = places.length - 1; index >= 0; index--) {
    const cell = cells[places[index] ?? -1] ?? "";
    if (cell.trim() !== "") return cell;
  }
  return "";
}

function countedQuestion(
  key: string,
  title: string,
  bank: BankQuestion | null,
  given: readonly string[],
): CountedQuestion {
  const answers = given.map(tidy);
  const reader = questionReader({ title, answers, ...(bank && kindOf(bank, answers)) });
  const isOffered = bank !== null && bank.options.length > 0;
  return { key, reader, isOffered, answers: reader.type === "text" ? given.map((answer) => answer.trim()) : answers };
}

/** How the bank's types are summed up; options that the bank does not know are found among the answers. */
function kindOf(
  { type, options }: BankQuestion,
  answers: readonly string[],
): Pick<AnsweredQuestion, "type" | "options"> {
  const known = options.length > 0 ? { options } : {};
  switch (type) {
    case "scale":
    case "checkboxes":
      return { type, ...known };
    case "choice":
    case "grid": {
      // "Strongly disagree" to "Strongly agree" is a scale, though a form asks it as a choice.
      const steps = likertStepsOf(options) ?? (type === "grid" && areNumbers(options) ? options : null);
      return steps ? { type: "scale", options: steps } : { type: "choice", ...known };
    }
    case "date":
      return { type: "choice", options: [...new Set(answers)].sort() };
    case "short-text":
    case "long-text":
      return { type: "text" };
  }
}

const areNumbers = (options: readonly string[]): boolean =>
  options.length > 1 && options.every((option) => /^\d+$/.test(option));
