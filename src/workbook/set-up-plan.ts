import { type Problem, problem } from "../content/problems";
import type { StoredWords } from "../content/stored-words";
import type { ProgramSetup } from "../program/program-setup";
import { cellText, isFormula } from "./cell";
import { type Change, insertRows, type Plan, plan } from "./plan";
import { keysSchema, readSettings, type Settings, setting, sheetSetting } from "./settings";
import { cellAt, type Snapshot, type TabSnapshot } from "./snapshot";
import type { RowCells, Tab } from "./tab";

/** The name that a new tab gets: ours, or another where a person's own tab has it. */
export interface Title {
  readonly title: string;
  /** A blank tab to take over. */
  readonly adopt: string | null;
  /** A person's own tab has our name and is left alone. */
  readonly foreign: boolean;
}

/** The program that set-up is for, and the words that it starts with. */
export interface WantedProgram {
  readonly program: ProgramSetup;
  readonly words: StoredWords;
}

/** Something that a person deleted: `roster`, `roster.email` or `checklist:plan-value`, and its words. */
export interface Deleted {
  readonly key: string;
  readonly label: string;
}

/**
 * What is missing in the workbook: tabs, columns, header notes, seeded rows, charts. What people deleted is not put back
 * unless `restore` names it (`roster`, `roster.email`, `checklist:plan-value`); nothing that is there is changed.
 *
 * @param unrecorded tabs that are elsewhere than Settings says
 */
export function planSetUp(
  tabs: readonly Tab[],
  snapshot: Snapshot,
  wanted: WantedProgram,
  restore: ReadonlySet<string>,
  titleOf: (tab: Tab) => Title,
  unrecorded: ReadonlySet<string> = new Set(),
): { readonly plan: Plan; readonly deleted: readonly Deleted[] } {
  const settings = readSettings(snapshot);
  const deleted: Deleted[] = [];
  const putBack: PutBack = (key, label) => {
    if (!restore.has(key)) deleted.push({ key, label });
    return restore.has(key);
  };
  const changes: Change[] = [];
  const problems: Problem[] = [];
  for (const tab of tabs) {
    if (tab.optional && !wanted.program.optionalTabs.includes(tab.key)) continue;
    const now = snapshot.tabs.get(tab.key);
    if (now) changes.push(...repair(tab, now, settings, wanted, putBack, unrecorded.has(tab.key)));
    else if (!settings.has(sheetSetting(tab.key)) || putBack(tab.key, `Tab ${tab.title}`)) {
      const { title, adopt, foreign } = titleOf(tab);
      if (foreign) problems.push(problem("tab-foreign", { tab: tab.title, other: title }));
      changes.push({ kind: "create-tab", tab: tab.key, title, adopt, rows: seedsOf(tab, wanted) });
      changes.push(insertCharts(tab, []));
    }
  }
  return { plan: plan(changes, problems), deleted };
}

/** Asks whether something that a person deleted is to be put back, and notes it where it is not. */
type PutBack = (key: string, label: string) => boolean;

function repair(
  tab: Tab,
  now: TabSnapshot,
  settings: Settings,
  wanted: WantedProgram,
  putBack: PutBack,
  isUnrecorded: boolean,
): readonly Change[] {
  const known = setting(settings, columnsSetting(tab), keysSchema, []);
  const columns = now.layout.missing.filter(
    (key) => !known.includes(key) || putBack(`${tab.key}.${key}`, `${tab.title}: column ${tab.columns[key]?.header}`),
  );
  // Without the record of its making, a tab was cut off on the way: lay everything over it again.
  const unfinished = isUnrecorded || !settings.has(sheetSetting(tab.key));
  return [
    { kind: "add-columns", tab: tab.key, columns },
    { kind: "mark-columns", tab: tab.key, columns: now.layout.unmarked },
    ...(unfinished ? [{ kind: "dress-tab", tab: tab.key } as const] : []),
    // Seeds come in one write: where it was cut off before that, there are none.
    insertRows(
      tab,
      unfinished && now.rows.length === 0 ? seedsOf(tab, wanted) : missingSeeds(tab, now, settings, wanted, putBack),
    ),
    // Behind the seeds, which would push them down.
    insertCharts(tab, unfinished ? [] : setting(settings, chartsSetting(tab), keysSchema, [])),
    ...lostFormulas(tab, now, wanted),
  ];
}

/** What was put in once and is gone was taken away by a person. */
function insertCharts(tab: Tab, known: readonly string[]): Change {
  const charts = chartKeys(tab).filter((key) => !known.includes(key));
  return { kind: "insert-charts", tab: tab.key, charts };
}

function missingSeeds(
  tab: Tab,
  now: TabSnapshot,
  settings: Settings,
  wanted: WantedProgram,
  putBack: PutBack,
): readonly RowCells[] {
  const key = tab.rowKey;
  if (!key || !tab.seeds) return [];
  const present = new Set(now.rows.map((_, at) => cellText(cellAt(now, at, key))));
  const placed = new Set(setting(settings, seedsSetting(tab), keysSchema, []));
  return seedsOf(tab, wanted).filter((row) => {
    const name = seedKey(tab, row);
    return (
      !present.has(name) && (!placed.has(name) || putBack(`${tab.key}:${name}`, `${tab.title}: ${longestText(row)}`))
    );
  });
}

/** What a person would know a row by. */
const longestText = (row: RowCells): string =>
  Object.values(row)
    .map(cellText)
    .reduce((longest, words) => (words.length > longest.length ? words : longest), "");

/** Puts live figures back that were deleted or that lost what they refer to. */
function lostFormulas(tab: Tab, now: TabSnapshot, wanted: WantedProgram): readonly Change[] {
  const key = tab.rowKey;
  if (!key || tab.filledBy !== "planner" || !tab.seeds) return [];
  const seeds = new Map(seedsOf(tab, wanted).map((row) => [seedKey(tab, row), row]));
  const cells = now.rows.flatMap((_, at) => {
    const row = seeds.get(cellText(cellAt(now, at, key)));
    return Object.entries(row ?? {})
      .filter(([, value]) => isFormula(value))
      .map(([column, value]) => ({ at, column, value, now: cellText(cellAt(now, at, column)) }));
  });
  const lost = cells.some((cell) => cell.now === "" || cell.now.startsWith("#"));
  return lost
    ? [{ kind: "update-cells", tab: tab.key, cells: cells.map(({ at, column, value }) => ({ at, column, value })) }]
    : [];
}

/**
 * What Settings remembers of tabs that were made to the end: where each is, and which columns, seeded rows and charts it
 * ever had. From then on one that is gone was taken away by a person.
 *
 * @param wanted whose seeds were put in; null for tabs without seeds
 */
export function recordTabs(
  tabs: readonly Tab[],
  snapshot: Snapshot,
  sheetIds: ReadonlyMap<string, number>,
  wanted: WantedProgram | null,
): Readonly<Record<string, unknown>> {
  const settings = readSettings(snapshot);
  const values: Record<string, unknown> = {};
  for (const tab of tabs) {
    const id = sheetIds.get(tab.key);
    if (id === undefined) continue;
    values[sheetSetting(tab.key)] = id;
    values[columnsSetting(tab)] = union(
      setting(settings, columnsSetting(tab), keysSchema, []),
      Object.keys(tab.columns),
    );
    if (tab.charts)
      values[chartsSetting(tab)] = union(setting(settings, chartsSetting(tab), keysSchema, []), chartKeys(tab));
    if (!tab.seeds || !wanted) continue;
    const seeds = seedsOf(tab, wanted).map((row) => seedKey(tab, row));
    values[seedsSetting(tab)] = union(setting(settings, seedsSetting(tab), keysSchema, []), seeds);
  }
  return values;
}

const seedsOf = (tab: Tab, { program, words }: WantedProgram): readonly RowCells[] => tab.seeds?.(program, words) ?? [];

const columnsSetting = (tab: Tab): string => `columns.${tab.key}`;
const chartsSetting = (tab: Tab): string => `charts.${tab.key}`;
const chartKeys = (tab: Tab): readonly string[] => (tab.charts ?? []).map(({ key }) => key);
const seedsSetting = (tab: Tab): string => `seeded.${tab.key}`;
const seedKey = (tab: Tab, row: RowCells): string => cellText(row[tab.rowKey ?? ""] ?? "");
const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];
