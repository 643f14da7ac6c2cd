import { type Problem, type ProblemCode, problemSentence } from "../../content/problems";
import { shortHash } from "../../program/hash";
import { cellText } from "../cell";
import { optionOf } from "../column";
import { type Change, insertRows } from "../plan";
import { cellAt, type Snapshot } from "../snapshot";
import type { RowCells, Tab } from "../tab";
import { decisions, review } from "../tabs/review";
import { LONGEST_CELL } from "./table";

/** A question for a person, known by its key, so that it is asked once. */
export interface ReviewItem {
  readonly key: string;
  readonly problem: Problem;
  /** What the file says, whole. */
  readonly inFile: string;
  readonly inSheet?: string;
}

export type Decision = (typeof decisions)[number]["id"];

/** What people decided in the review list, by the question's key. */
export function decisionsIn(snapshot: Snapshot): ReadonlyMap<string, Decision> {
  const tab = snapshot.tabs.get(review.key);
  const found = new Map<string, Decision>();
  tab?.rows.forEach((_, at) => {
    const decision = optionOf(decisions, cellText(cellAt(tab, at, "decision")));
    if (decision) found.set(cellText(cellAt(tab, at, "key")), decision.id);
  });
  return found;
}

/** Adds the questions that are not in the list yet. */
export function addToReview(snapshot: Snapshot, items: readonly ReviewItem[]): Change {
  const tab = snapshot.tabs.get(review.key);
  const known = new Set(tab?.rows.map((_, at) => cellText(cellAt(tab, at, "key"))));
  const rows: RowCells[] = [];
  for (const { key, problem, inFile, inSheet = "" } of items) {
    if (known.has(key)) continue;
    known.add(key);
    rows.push({
      key,
      source: problem.file ?? problem.tab ?? "",
      row: problem.row ?? "",
      column: problem.column ?? "",
      what: problemSentence(problem),
      inFile: inFile.slice(0, LONGEST_CELL),
      inSheet,
      count: problem.count ?? 1,
    });
  }
  return insertRows(review, rows);
}

export const reviewKey = (...parts: readonly string[]): string => shortHash(JSON.stringify(parts));

/** Problems with the same code, column and value made one, with their count and first row. */
export function groupProblems(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, Problem>();
  for (const each of problems) {
    const key = JSON.stringify([each.code, each.file, each.tab, each.column, each.value, each.other, each.expected]);
    const first = groups.get(key);
    groups.set(key, first ? { ...first, count: (first.count ?? 1) + (each.count ?? 1) } : { count: 1, ...each });
  }
  return [...groups.values()];
}

/** Cells that were kept as text because they do not fit their column. */
const KEPT_AS_TEXT: readonly ProblemCode[] = [
  "ambiguous-date",
  "impossible-date",
  "not-a-date",
  "not-a-number",
  "unknown-choice",
  "ragged-row",
  "cell-too-long",
];

/** One question for each value that does not fit its column. */
export function reviewCells(tab: Tab, grouped: readonly Problem[]): readonly ReviewItem[] {
  return grouped
    .filter(({ code }) => KEPT_AS_TEXT.includes(code))
    .map((each) => ({
      key: reviewKey(tab.key, each.code, each.column ?? "", each.value ?? "", each.column ? "" : String(each.row)),
      problem: each,
      inFile: each.value ?? "",
    }));
}
