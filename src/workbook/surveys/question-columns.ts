import type { QuestionType } from "../../content/questions";
import { shortHash } from "../../program/hash";
import { fold } from "../column";
import { type Snapshot, typedRows } from "../snapshot";
import { questions } from "../tabs/questions";
import { COLUMN_USES, type ColumnUses, columnUses, useOf, usesToRemember } from "./column-uses";
import { CODE_ITEM } from "./form-design";
import { choicesReader, gridRowsOf } from "./question-choices";
import { surveyNamed, surveysIn } from "./survey-list";

/** A question of the tab Questions, as its answers are to be read. */
export interface BankQuestion {
  /** For good, also where its words change; of a row that no form was made with yet, by its words. */
  readonly key: string;
  readonly title: string;
  readonly type: QuestionType;
  /** Choices, or a grid's columns, in their order; of a scale its steps, "1" to "5"; none where people write. */
  readonly options: readonly string[];
  readonly gridRows: readonly string[];
}

/** The question that a column of answers belongs to, and which row of a grid. */
export interface QuestionColumn {
  readonly question: BankQuestion;
  readonly gridRow?: string;
}

/**
 * The questions of a survey, those that are switched off now too: they may have been answered before. Reads the tabs
 * Questions, Surveys, Micro-credentials and Roster.
 *
 * @param survey the survey's id
 */
export function bankQuestions(snapshot: Snapshot, survey: string): readonly BankQuestion[] {
  const all = surveysIn(snapshot);
  const choicesOf = choicesReader(snapshot);
  const found = new Map<string, BankQuestion>();
  for (const { values } of typedRows(snapshot, questions).rows) {
    const title = (values.question ?? "").replace(/\s+/g, " ").trim();
    if (title === "" || surveyNamed(all, values.survey ?? "")?.id !== survey) continue;
    const { type, options } = choicesOf(values);
    const key = values.key && !found.has(values.key) ? values.key : wordsKey(title);
    found.set(key, {
      key,
      title,
      type,
      options,
      gridRows: gridRowsOf(type, values.gridRows),
    });
  }
  return [...found.values()];
}

const wordsKey = (title: string): string => `words-${shortHash(fold(title))}`;

/**
 * Which question each header of an answer tab stands for: by what was remembered (a person chose it in an import, or a
 * form was made with these words), else by the same words; null for columns that are no question of the bank. A grid's
 * columns are called `Question [row]` by Google Forms, `Question - row` by Qualtrics. A header that stands there twice
 * means the same question twice.
 *
 * @param survey the survey's id
 * @example questionsOfHeaders(snapshot, "end", ["Timestamp", "Was it worth it?"]) // [null, { question }]
 */
export function questionsOfHeaders(
  snapshot: Snapshot,
  survey: string,
  headers: readonly string[],
  uses: ColumnUses = columnUses(snapshot, survey),
): readonly (QuestionColumn | null)[] {
  const bank = bankQuestions(snapshot, survey);
  const byKey = new Map<string, BankQuestion>();
  const byTitle = new Map<string, BankQuestion>();
  for (const question of bank) {
    byKey.set(question.key, question).set(wordsKey(question.title), question);
    if (!byTitle.has(fold(question.title))) byTitle.set(fold(question.title), question);
  }
  const named = (words: string): BankQuestion | undefined => {
    const use = useOf(uses, words);
    return isFixed(use) ? undefined : (byKey.get(use ?? "") ?? byTitle.get(fold(words)));
  };
  return headers.map((header) => {
    if (fold(header) === "") return null;
    const question = named(header);
    if (question) return column(question, header, ...gridReadings(header).map(({ row }) => row));
    // What a person decided about this very header stands.
    if (isFixed(useOf(uses, header))) return null;
    for (const { title, row } of gridReadings(header)) {
      const grid = named(title);
      if (grid?.type === "grid") return column(grid, row);
    }
    return null;
  });
}

const isFixed = (use: string | undefined): boolean => Object.values<string | undefined>(COLUMN_USES).includes(use);

/** The row that the bank has under one of these words; else the first of them. */
function column(question: BankQuestion, ...rows: readonly string[]): QuestionColumn {
  if (question.type !== "grid") return { question };
  const known = rows.flatMap((row) => question.gridRows.filter((each) => fold(each) === fold(row)));
  return { question, gridRow: known[0] ?? rows[0]?.trim() ?? "" };
}

const MOST_READINGS = 12;

/** Every way to part a header into a grid's title and one of its rows: either may have brackets and dashes in it. */
function gridReadings(header: string): readonly { readonly title: string; readonly row: string }[] {
  const whole = header.trim();
  const [brackets, dashes] = [
    { before: " [", after: "]" },
    { before: " - ", after: "" },
  ].map(({ before, after }) =>
    (whole.endsWith(after) ? whole.slice(0, whole.length - after.length) : "")
      .split(before)
      .map((_, at, pieces) => ({ title: pieces.slice(0, at).join(before), row: pieces.slice(at).join(before) }))
      .slice(1, MOST_READINGS),
  );
  return [...(brackets ?? []), ...(dashes ?? [])];
}

/**
 * What Settings is to remember once a form was made or updated: the words under which each question was asked, so that
 * answers under old words are still known when a question is reworded. For `remember(snapshot, …)` of settings.ts;
 * createSurvey writes it together with the form's record.
 *
 * @param survey the survey's id
 * @param items the form's items: `design.items`
 * @example remember(snapshot, { [formSetting(id)]: made, ...titlesToRemember(snapshot, id, design.items) })
 */
export const titlesToRemember = (
  snapshot: Snapshot,
  survey: string,
  items: readonly { readonly key: string; readonly kind: string; readonly title: string }[],
): Readonly<Record<string, unknown>> =>
  usesToRemember(
    snapshot,
    survey,
    items.flatMap(({ key, kind, title }) =>
      kind === "section" || key === CODE_ITEM ? [] : [{ header: title, column: key }],
    ),
  );
