import type { Plan } from "../../src/workbook/plan";
import type { Snapshot } from "../../src/workbook/snapshot";
import type { Tab } from "../../src/workbook/tab";
import { tabs as declaredTabs } from "../../src/workbook/tabs/index";
import { settings } from "../../src/workbook/tabs/settings";

/** How many calls on the spreadsheet a command may make, by issue 2, whatever the number of rows. */
export interface Budget {
  /** Two reads for each tab used. */
  readonly reading: number;
  /** For each tab written: one for new rows, one for each run of adjacent planner-owned columns. */
  readonly writing: number;
  /** For each new tab: 12, and 3 for each of its columns. */
  readonly newTabs: number;
  /** For all the rest; set-up has none. */
  readonly more: number;
}

/**
 * What a plan may cost, made for what was read of the tabs. Null for set-up where nothing is missing: it looks through
 * all tabs for what an earlier run left behind, and may write nothing.
 */
export function budgetOf(plan: Plan, snapshot: Snapshot, tabs: readonly Tab[], isSetUp: boolean): Budget | null {
  const known = [...tabs, ...declaredTabs];
  const tabOf = (key: string): Tab => known.find((tab) => tab.key === key) ?? settings;
  const created = new Set(plan.changes.filter(({ kind }) => kind === "create-tab").map(({ tab }) => tab));
  const newTabs = sum([...created].map((key) => 12 + 3 * Object.keys(tabOf(key).columns).length));
  if (isSetUp) return created.size > 0 ? { reading: 0, writing: 0, newTabs, more: 0 } : null;
  const written = new Set(plan.changes.map(({ tab }) => tab).filter((tab) => !created.has(tab)));
  // Of every tab that it made, Settings remembers where it is.
  if (created.size > 0) written.add(settings.key);
  const writing = sum([...written].map((key) => 1 + plannerRuns(tabOf(key), snapshot)));
  return { reading: 2 * snapshot.tabs.size, writing, newTabs, more: 10 };
}

export const budgetTotal = ({ reading, writing, newTabs, more }: Budget): number => reading + writing + newTabs + more;

/** Runs of adjacent planner-owned columns, where they stand in the tab now. */
function plannerRuns(tab: Tab, snapshot: Snapshot): number {
  const layout = snapshot.tabs.get(tab.key)?.layout.columns ?? {};
  const places = new Set(
    Object.entries(layout)
      .filter(([key]) => tab.columns[key]?.owner === "planner")
      .map(([, place]) => place),
  );
  return [...places].filter((place) => !places.has(place - 1)).length;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
