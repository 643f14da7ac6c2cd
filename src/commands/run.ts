import { type Problem, problem, problemSentence } from "../content/problems";
import { applyPlan } from "../google/apply";
import { PlannerError, problemOf } from "../google/failures";
import { underLock } from "../google/lock";
import { notReady, type OpenWorkbook, openWorkbook } from "../google/workbook";
import { describeChange } from "../workbook/describe";
import { type Change, type Plan, plan } from "../workbook/plan";
import type { Snapshot } from "../workbook/snapshot";
import type { Tab } from "../workbook/tab";
import { tabs as declaredTabs } from "../workbook/tabs/index";

/** What every command gives back to the sidebar, a dialog or the local workspace: plain JSON. */
export interface CommandResult<T = null> {
  /** False where nothing could be done; the problems say why. */
  readonly ok: boolean;
  /** What was done, or in a preview would be done, in words; empty where all was as it should be. */
  readonly changes: readonly string[];
  readonly problems: readonly ToldProblem[];
  readonly data: T | null;
}

/** A problem with its sentence. */
export type ToldProblem = Problem & { readonly message: string };

/** What a planner makes of the workbook. */
interface Planned<T> {
  readonly plan: Plan;
  readonly data: T;
  /**
   * What is done outside the workbook (a form, messages) once all is written, still under the lock; never in a preview.
   * What it did then stands for what was planned.
   */
  readonly outside?: () => Outside<T>;
}

/** What was done outside the workbook, or why nothing could be. */
export type Outside<T> =
  | { readonly changes: readonly string[]; readonly problems: readonly Problem[]; readonly data: T }
  | { readonly problems: readonly Problem[] };

export interface Command<T> {
  /** Tabs to read, two reads each. */
  readonly tabs: readonly Tab[];
  /** Those without which the command makes no sense; left out, not even Settings is needed. */
  readonly needed?: readonly Tab[];
  /** Show what would be done and do nothing. */
  readonly preview?: boolean;
  /** Tabs that are no part of the declared set, such as answer tabs. */
  readonly moreTabs?: (snapshot: Snapshot) => readonly Tab[];
  /** Look for tabs that Settings has no record of, too. */
  readonly search?: boolean;
  /** What Settings is to remember once all is written, with the sheet ids of the tabs that are there then. */
  readonly record?: (settings: Snapshot, sheetIds: ReadonlyMap<string, number>) => readonly Change[];
  readonly plan: (book: OpenWorkbook) => Planned<T> | { readonly problems: readonly Problem[] };
}

/** How often a command starts over because people moved things while it ran. */
const TRIES = 3;

/** Reads, plans, applies: every command goes through here, under the document lock. */
export function runCommand<T>(command: Command<T>): CommandResult<T> {
  try {
    const outcome = underLock(() => {
      for (let tries = 0; tries < TRIES; tries++) {
        const result = attempt(command);
        if (result) return result;
      }
      return failed<T>([problem("rows-moved")]);
    });
    return outcome?.result ?? failed<T>([problem("locked")]);
  } catch (error) {
    return failed<T>([problemOf(error)]);
  }
}

/** One round; null where people changed the tabs between reading and writing. */
function attempt<T>(command: Command<T>): CommandResult<T> | null {
  const book = openWorkbook(command.tabs, command.moreTabs, command.search);
  const unready = command.needed ? notReady(book, command.needed) : [];
  if (unready.length > 0) return failed([...unready, ...book.problems]);
  const planned = command.plan(book);
  if (!("plan" in planned)) return failed([...planned.problems, ...book.problems]);
  const { plan: wanted, data, outside } = planned;
  const tabOf = tabFinder([...declaredTabs, ...book.wanted]);
  const changes = wanted.changes.map((change) => describeChange(change, tabOf(change.tab)));
  const problems = [...wanted.problems, ...book.problems, ...missingColumns(book, command.needed ?? [])];
  if (command.preview) return { ok: true, changes, problems: problems.map(told), data };
  let sheets = book.sheets;
  if (wanted.changes.length > 0) {
    const applied = applyPlan(book, wanted, tabOf);
    if (applied.moved) return null;
    problems.push(...applied.problems);
    sheets = applied.sheets;
  }
  const { record } = command;
  if (record) {
    const ids = new Map([...sheets].map(([key, sheet]) => [key, sheet.getSheetId()]));
    // Written last: from then on what is gone was taken away by a person.
    writeDown([], ({ snapshot }) => record(snapshot, ids));
  }
  if (!outside) return { ok: true, changes, problems: problems.map(told), data };
  const done = outside();
  if (!("data" in done)) return failed([...done.problems, ...problems]);
  return { ...done, ok: true, problems: [...done.problems, ...problems].map(told) };
}

/** Columns that people deleted: what they held is not counted, and they should know. */
function missingColumns({ snapshot }: OpenWorkbook, needed: readonly Tab[]): readonly Problem[] {
  return needed.flatMap((tab) =>
    (snapshot.tabs.get(tab.key)?.layout.missing ?? []).map((key) =>
      problem("column-missing", { tab: tab.title, column: tab.columns[key]?.header ?? key }),
    ),
  );
}

/** Reads these tabs anew and writes what has become known since; only for what runs under the lock. */
export function writeDown(
  tabs: readonly Tab[],
  changes: (book: OpenWorkbook) => readonly Change[],
): readonly Problem[] {
  for (let tries = 0; tries < TRIES; tries++) {
    const book = openWorkbook(tabs);
    const wanted = plan(changes(book));
    if (wanted.changes.length === 0) return [];
    const applied = applyPlan(book, wanted, tabFinder(declaredTabs));
    if (!applied.moved) return applied.problems;
  }
  return [problem("rows-moved")];
}

function tabFinder(tabs: readonly Tab[]): (key: string) => Tab {
  return (key) => {
    const tab = tabs.find((each) => each.key === key);
    if (!tab) throw new PlannerError(`no tab is declared as ${key}`);
    return tab;
  };
}

export function failed<T>(problems: readonly Problem[]): CommandResult<T> {
  return { ok: false, changes: [], problems: problems.map(told), data: null };
}

const told = (found: Problem): ToldProblem => ({ ...found, message: problemSentence(found) });
