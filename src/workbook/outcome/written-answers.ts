import { shortHash } from "../../program/hash";
import { tidy } from "../../program/question-reader";
import { FEWEST } from "../../program/suppression";
import { cellText, isBlank } from "../cell";
import { foldName } from "../column";
import { type CellChange, type Change, insertRows, updateCells } from "../plan";
import { cellAt, type Snapshot, type TabSnapshot } from "../snapshot";
import { surveyRowKey } from "../surveys/survey-list";
import type { RowCells } from "../tab";
import { writtenAnswers as tab } from "../tabs/written-answers";
import type { CountedQuestion, CountedSurvey } from "./counted-answers";

/** A text that was given as an answer, or beside the options of one. */
export interface WrittenAnswer {
  readonly key: string;
  /** Ids. */
  readonly survey: string;
  readonly question: string;
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly times: number;
}

/** A tag that the team gave to texts, and how many of a question's answers have it. */
export interface Theme {
  /** Of its row in Survey results. */
  readonly key: string;
  readonly survey: string;
  readonly question: string;
  readonly label: string;
  readonly count: number;
}

/**
 * Every different text, survey by survey and question by question, in an order that is always the same and has nothing
 * to do with who answered when. Of an anonymous survey only questions with five answers or more.
 */
export function writtenAnswers(surveys: readonly CountedSurvey[]): readonly WrittenAnswer[] {
  return surveys.flatMap(({ survey, questions }) =>
    questions.flatMap((question) => {
      const given = question.answers.filter((answer) => answer !== "");
      if (survey.isAnonymous && given.length < FEWEST) return [];
      return textsOf(question, given)
        .map(({ text, times }) => ({
          key: surveyRowKey(survey.id, shortHash(JSON.stringify([question.key, tidy(text)]))),
          survey: survey.id,
          question: question.key,
          label: survey.label,
          title: question.reader.title,
          text,
          times,
        }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    }),
  );
}

function textsOf({ reader }: CountedQuestion, given: readonly string[]) {
  // What is off a scale is a misprint more often than a thought.
  if (reader.type === "scale") return [];
  const texts = new Map<string, { text: string; times: number }>();
  for (const answer of given) {
    const text = reader.type === "text" ? answer : reader.read(answer).words;
    if (text === "") continue;
    const known = texts.get(tidy(text));
    // Of two that differ in blanks alone always the same one is shown.
    texts.set(tidy(text), {
      text: known && known.text < text ? known.text : text,
      times: (known?.times ?? 0) + 1,
    });
  }
  return [...texts.values()];
}

/** Counts the tags that people wrote beside the texts. */
export function themesOf(snapshot: Snapshot, texts: readonly WrittenAnswer[]): readonly Theme[] {
  const now = snapshot.tabs.get(tab.key);
  const tags = new Map<string, string>();
  now?.rows.forEach((_, at) => {
    tags.set(cellText(cellAt(now, at, "key")), cellText(cellAt(now, at, "themes")));
  });
  const found = new Map<string, Theme>();
  for (const { key, survey, question, times } of texts) {
    const own = new Map(tagsIn(tags.get(key) ?? "").map((tag) => [foldName(tag) || tag, tag]));
    for (const [name, label] of own) {
      const theme = shortHash(JSON.stringify([survey, question, "theme", name]));
      const known = found.get(theme) ?? { key: theme, survey, question, label, count: 0 };
      found.set(theme, { ...known, count: known.count + times });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

const tagsIn = (cell: string): readonly string[] =>
  cell
    .split(/[,;\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");

/**
 * Brings the tab to these texts. A row beside which a person wrote something stays where it is, even when its text is
 * gone (then it was given 0 times). All others are put in order over the rest of the rows whenever there are new ones:
 * appended, the latest answers would stand at the end.
 */
export function planWrittenAnswers(now: TabSnapshot | undefined, texts: readonly WrittenAnswer[]): readonly Change[] {
  // Without it no row would be known again.
  if (!now || !("key" in now.layout.columns)) return [];
  const wanted = new Map(texts.map((each) => [each.key, rowOf(each)]));
  const planners = Object.keys(tab.columns).filter((key) => tab.columns[key as "key"].owner === "planner");
  const ours = new Set(planners.map((key) => now.layout.columns[key]));
  const cells: CellChange[] = [];
  const write = (at: number, row: RowCells): void => {
    for (const column of planners) cells.push({ at, column, value: row[column] ?? "" });
  };
  /** Rows that hold a text or nothing, and nobody's remarks. */
  const free: { readonly at: number; readonly key: string }[] = [];
  now.rows.forEach((row, at) => {
    const key = cellText(cellAt(now, at, "key"));
    const hasRemarks = row.some((cell, place) => !ours.has(place) && !isBlank(cell));
    const text = wanted.get(key);
    if (!hasRemarks && (key !== "" || row.every(isBlank))) free.push({ at, key });
    else if (text) write(at, text);
    else if (key !== "") cells.push({ at, column: "times", value: 0 });
    if (hasRemarks) wanted.delete(key);
  });
  const isSame =
    free.every(({ key }) => key === "" || wanted.has(key)) &&
    free.filter(({ key }) => key !== "").length === wanted.size;
  if (isSame) {
    for (const { at, key } of free) write(at, wanted.get(key) ?? {});
    return [updateCells(tab, now, cells)];
  }
  const rows = [...wanted.values()];
  free.forEach(({ at }, index) => {
    write(at, rows[index] ?? {});
  });
  return [updateCells(tab, now, cells), insertRows(tab, rows.slice(free.length))];
}

const rowOf = ({ key, label, title, text, times }: WrittenAnswer): RowCells => ({
  key,
  survey: label,
  question: title,
  answer: text,
  times,
});
