import { shortHash } from "../../program/hash";
import { isBlank } from "../cell";
import { foldSpaces } from "../column";
import { type CellChange, type Change, insertRows, updateCells } from "../plan";
import { cellAt, type Snapshot, typedRows } from "../snapshot";
import { FOCUS_GROUP, surveyNamed, surveysIn } from "../surveys/survey-list";
import type { RowCells } from "../tab";
import { focusGroup } from "../tabs/focus-group";
import { questions as bank } from "../tabs/questions";

/** A question that the focus group may be asked. */
export interface FocusQuestion {
  /** For good, however it is reworded. */
  readonly key: string;
  /** As the tab Focus group has it, else as the question bank has it. */
  readonly text: string;
  /** What the survey is called that asks it too; blank for a question of the team's own. */
  readonly survey: string;
  /** Of the question bank. */
  readonly group: string;
  /** Proposed: switched on for the focus group, or chosen the last time. */
  readonly isChosen: boolean;
  /** Its row in the tab Focus group; null where it has none yet. */
  readonly at: number | null;
}

/**
 * What there is to choose from, each question once: those that the question bank has for the focus group, then the
 * team's own, then those of the surveys.
 *
 * @param chosen the keys that were chosen the last time; null the first time
 */
export function questionsToAsk(snapshot: Snapshot, chosen: readonly string[] | null): readonly FocusQuestion[] {
  const all = surveysIn(snapshot);
  const rows = typedRows(snapshot, focusGroup).rows.filter(({ values }) => values.question);
  const known = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const key = row.values.key || ownKey(row.values.question ?? "");
    if (!known.has(key)) known.set(key, row);
  }
  const found: Found[] = [];
  for (const { values } of typedRows(snapshot, bank).rows) {
    const words = values.question ?? "";
    if (words === "") continue;
    const key = values.key || ownKey(words);
    const survey = surveyNamed(all, values.survey ?? "");
    const isForTalk = survey?.id === FOCUS_GROUP;
    const row = known.get(key);
    found.push({
      words,
      isForTalk,
      question: {
        key,
        text: row?.values.question ?? words,
        survey: survey?.label ?? values.survey ?? "",
        group: values.group ?? "",
        isChosen: chosen ? chosen.includes(key) : isForTalk && values.on === true,
        at: row?.at ?? null,
      },
    });
  }
  const banked = new Set(found.map(({ question }) => question.key));
  const own = [...known].flatMap(([key, { at, values }]): Found[] => {
    const words = values.question ?? "";
    // Who typed it into the tab wants it asked.
    const isChosen = chosen?.includes(key) || !values.key;
    const question = { key, text: words, survey: "", group: "", isChosen, at };
    return banked.has(key) ? [] : [{ words, isForTalk: true, question }];
  });
  const seen = new Set<string>();
  return [
    ...found.filter(({ isForTalk }) => isForTalk),
    ...own,
    ...found.filter(({ isForTalk }) => !isForTalk),
  ].flatMap(({ words, question }) => {
    const isKnown = seen.has(foldSpaces(question.text)) || (question.at === null && seen.has(foldSpaces(words)));
    seen.add(foldSpaces(words)).add(foldSpaces(question.text));
    return isKnown ? [] : [question];
  });
}

interface Found {
  /** As it was before people reworded it in the tab Focus group. */
  readonly words: string;
  readonly isForTalk: boolean;
  readonly question: FocusQuestion;
}

/** What is wanted: keys of what there is to choose from, and new questions in the team's own words. */
interface Wanted {
  readonly keys: readonly string[];
  readonly own: readonly string[];
}

/** The questions as they will be asked, and what that changes in the tab Focus group. */
export interface Agenda {
  readonly questions: readonly FocusQuestion[];
  readonly changes: readonly Change[];
  /** Have a row, and are not to be asked any more. */
  readonly dropped: readonly string[];
  /** Wanted, and nowhere to be found any more. */
  readonly unknown: readonly string[];
}

/** A row for each question that has none yet, numbered on; what people wrote stays as it is, and so does every row. */
export function planAgenda(snapshot: Snapshot, offered: readonly FocusQuestion[], { keys, own }: Wanted): Agenda {
  const wanted = new Set(keys);
  const texts = new Map(own.flatMap((text) => (text.trim() === "" ? [] : [[foldSpaces(text), text.trim()]])));
  const chosen = offered.filter(({ key, text }) => wanted.has(key) || texts.has(foldSpaces(text)));
  for (const { text } of chosen) texts.delete(foldSpaces(text));
  const added = [...texts.values()].map(
    (text): FocusQuestion => ({ key: ownKey(text), text, survey: "", group: "", isChosen: true, at: null }),
  );
  const now = snapshot.tabs.get(focusGroup.key);
  const present = new Map(typedRows(snapshot, focusGroup).rows.map(({ at, values }) => [at, values]));
  let last = Math.max(0, ...[...present.values()].map(({ order }) => order ?? 0));
  const cells: CellChange[] = [];
  const rows: RowCells[] = [];
  const numbered = [...chosen, ...added].map((question) => {
    const { at, key, text } = question;
    const isOpen = (column: string): boolean => at === null || !now || isBlank(cellAt(now, at, column));
    const order = isOpen("order") ? ++last : (present.get(at ?? -1)?.order ?? LAST_NUMBER);
    if (at === null) rows.push({ order, question: text, key });
    else
      for (const [column, value] of Object.entries({ order, key }))
        if (isOpen(column)) cells.push({ at, column, value });
    return { question, order };
  });
  return {
    questions: numbered.sort((a, b) => a.order - b.order).map(({ question }) => question),
    changes: [updateCells(focusGroup, now, cells), insertRows(focusGroup, rows)],
    dropped: offered.filter((question) => question.at !== null && !chosen.includes(question)).map(({ text }) => text),
    unknown: keys.filter((key) => !offered.some((question) => question.key === key)),
  };
}

/** For a row without a number. */
export const LAST_NUMBER = Number.MAX_SAFE_INTEGER;

/** @example ownKey("What now?") === ownKey("what  now?") // true */
const ownKey = (text: string): string => `own-${shortHash(foldSpaces(text))}`;
