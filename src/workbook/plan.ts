import type { Problem } from "../content/problems";
import { type CellInput, type CellValue, isFormula, sameCell } from "./cell";
import { cellAt, type Snapshot, type TabSnapshot, withoutBlankTail } from "./snapshot";
import type { RowCells, Tab } from "./tab";

/** A cell to change: by its row's place in the snapshot (0-based) and its column's key. */
export interface CellChange {
  readonly at: number;
  readonly column: string;
  readonly value: CellInput;
}

/** One thing to do to the workbook. Plain data, so that a plan can be shown, stored and tested. */
export type Change =
  /** A tab that is not there yet, with its first rows; `adopt` names a blank tab to take over. */
  | {
      readonly kind: "create-tab";
      readonly tab: string;
      readonly title: string;
      readonly adopt: string | null;
      readonly rows: readonly RowCells[];
    }
  /** Declared columns to add at the right end. */
  | { readonly kind: "add-columns"; readonly tab: string; readonly columns: readonly string[] }
  /** Header notes to give back. */
  | { readonly kind: "mark-columns"; readonly tab: string; readonly columns: readonly string[] }
  /** Formats, dropdowns, colours and protection to lay over a new tab, or one whose making was cut off. */
  | { readonly kind: "dress-tab"; readonly tab: string }
  /** Declared charts that were never put in. */
  | { readonly kind: "insert-charts"; readonly tab: string; readonly charts: readonly string[] }
  /** Every row below the header, people's own columns included: only where a person asked for it and saw it first. */
  | { readonly kind: "clear-rows"; readonly tab: string }
  | { readonly kind: "insert-rows"; readonly tab: string; readonly rows: readonly RowCells[] }
  | { readonly kind: "update-cells"; readonly tab: string; readonly cells: readonly CellChange[] };

/** What a command found and wants done. Empty changes: the workbook is as it should be. */
export interface Plan {
  readonly version: 1;
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
}

/** A plan from changes that may be empty: those are left out, so that doing nothing costs nothing. */
export function plan(changes: readonly Change[], problems: readonly Problem[] = []): Plan {
  return { version: 1, changes: changes.filter((change) => !isEmpty(change)), problems };
}

/** Several plans as one. Cells of one tab are changed together: each block is written with what was read around it. */
export function joinPlans(...plans: readonly Plan[]): Plan {
  return plan(
    joinUpdates(plans.flatMap((each) => each.changes)),
    plans.flatMap((each) => each.problems),
  );
}

/** Where the last of them stood, when all columns are there. */
function joinUpdates(changes: readonly Change[]): readonly Change[] {
  const cells = new Map<string, readonly CellChange[]>();
  const last = new Map<string, Change>();
  for (const change of changes) {
    if (change.kind !== "update-cells") continue;
    cells.set(change.tab, [...(cells.get(change.tab) ?? []), ...change.cells]);
    last.set(change.tab, change);
  }
  return changes.flatMap((change) => {
    if (change.kind !== "update-cells") return change;
    return last.get(change.tab) === change ? { ...change, cells: cells.get(change.tab) ?? [] } : [];
  });
}

function isEmpty(change: Change): boolean {
  if (change.kind === "insert-rows") return change.rows.length === 0;
  if (change.kind === "update-cells") return change.cells.length === 0;
  if (change.kind === "insert-charts") return change.charts.length === 0;
  return (change.kind === "add-columns" || change.kind === "mark-columns") && change.columns.length === 0;
}

/** Inserts rows at the end of a tab. */
export const insertRows = (tab: Tab, rows: readonly RowCells[]): Change => ({
  kind: "insert-rows",
  tab: tab.key,
  rows,
});

/** Changes cells, leaving out those that already hold the value, or whose column people deleted: running again then plans nothing. */
export function updateCells(tab: Tab, now: TabSnapshot | undefined, cells: readonly CellChange[]): Change {
  const changed = cells.filter(
    ({ at, column, value }) => now && column in now.layout.columns && !sameCell(cellAt(now, at, column), value),
  );
  return { kind: "update-cells", tab: tab.key, cells: changed };
}

/**
 * Brings a table that the planner fills to the wanted rows, each known by its row key: known rows are updated in
 * place (so that people's own columns beside them stay right), new ones are added, and figures of rows that are no
 * longer wanted are blanked.
 *
 * @param concerns which of the present rows the wanted ones stand for; the others are left alone
 */
export function upsertRows(
  tab: Tab,
  now: TabSnapshot | undefined,
  wanted: readonly RowCells[],
  concerns: (at: number) => boolean = () => true,
): readonly Change[] {
  const key = tab.rowKey;
  if (!key) throw new Error(`${tab.key} has no row key`);
  const places = new Map<string, number>();
  now?.rows.forEach((_, at) => {
    const name = String(cellAt(now, at, key));
    if (name && concerns(at) && !places.has(name)) places.set(name, at);
  });
  const cells: CellChange[] = [];
  const rows: RowCells[] = [];
  for (const row of wanted) {
    const at = places.get(String(row[key]));
    if (at === undefined) rows.push(row);
    else for (const column of plannerColumns(tab)) cells.push({ at, column, value: row[column] ?? "" });
    places.delete(String(row[key]));
  }
  for (const at of places.values()) {
    for (const column of plannerColumns(tab)) {
      if (["number", "percent", "money", "figure"].includes(tab.columns[column]?.type ?? ""))
        cells.push({ at, column, value: "" });
    }
  }
  return [updateCells(tab, now, cells), insertRows(tab, rows)];
}

const plannerColumns = (tab: Tab): readonly string[] =>
  Object.keys(tab.columns).filter((key) => tab.columns[key]?.owner === "planner");

/**
 * The workbook as the plan would leave it: what Sheets does when it is applied, in memory. Formulas stay as blanks.
 * Planning again on the result must plan nothing.
 */
export function applyInMemory(snapshot: Snapshot, wanted: Plan, tabOf: (key: string) => Tab): Snapshot {
  const tabs = new Map(snapshot.tabs);
  for (const change of wanted.changes) {
    const tab = tabOf(change.tab);
    tabs.set(change.tab, changed(tabs.get(change.tab) ?? blankTab(tab), change, tab));
  }
  return { tabs };
}

function changed(now: TabSnapshot, change: Change, tab: Tab): TabSnapshot {
  switch (change.kind) {
    case "create-tab":
    case "insert-rows":
      return { ...now, rows: withoutBlankTail([...now.rows, ...change.rows.map((row) => placed(row, now))]) };
    case "update-cells": {
      const rows = now.rows.map((cells) => [...cells]);
      for (const { at, column, value } of change.cells) {
        const place = now.layout.columns[column];
        const row = rows[at];
        if (row && place !== undefined) row[place] = stored(value);
      }
      return { ...now, rows };
    }
    case "add-columns": {
      const headers = [...now.headers];
      const columns = { ...now.layout.columns };
      for (const key of change.columns) {
        columns[key] = headers.length;
        headers.push(tab.columns[key]?.header ?? "");
      }
      const missing = now.layout.missing.filter((key) => !change.columns.includes(key));
      return { ...now, headers, layout: { ...now.layout, columns, missing, width: headers.length } };
    }
    case "mark-columns":
      return { ...now, layout: { ...now.layout, unmarked: [] } };
    case "clear-rows":
      return { ...now, rows: [] };
    case "dress-tab":
    case "insert-charts":
      return now;
  }
}

function blankTab(tab: Tab): TabSnapshot {
  const keys = Object.keys(tab.columns);
  const columns = Object.fromEntries(keys.map((key, at) => [key, at]));
  const headers = keys.map((key) => tab.columns[key]?.header ?? "");
  return { headers, rows: [], layout: { columns, missing: [], unmarked: [], width: keys.length, problems: [] } };
}

function placed(row: RowCells, now: TabSnapshot): CellValue[] {
  const cells: CellValue[] = now.headers.map(() => "");
  for (const [key, value] of Object.entries(row)) {
    const place = now.layout.columns[key];
    if (place !== undefined) cells[place] = stored(value);
  }
  return cells;
}

const stored = (value: CellInput): CellValue => (isFormula(value) ? "" : value);
