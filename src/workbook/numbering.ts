import * as z from "zod/mini";
import { surveyCodes } from "../program/survey-codes";
import { cellText, isBlank } from "./cell";
import type { CellChange } from "./plan";
import { readSettings, setting } from "./settings";
import { cellAt, type Snapshot, type TabSnapshot } from "./snapshot";
import type { RowCells, Tab } from "./tab";

/** Hands out ids that were never used, `P-0001` after `P-0000`, however many rows were deleted since. */
export interface Numbering {
  next(): string;
  /** An id that a row brings along: what is given next goes on after it. */
  meet(id: string): void;
  /** The highest number so far. */
  highest(): number;
  /**
   * The setting with the highest number so far, where Settings lags behind it: also after a run that was cut off, and
   * after people numbered rows themselves.
   */
  toRemember(): Readonly<Record<string, number>>;
}

/** The setting under which a tab's highest number stands. */
export const numberSetting = (tab: Tab): string => `highest.${tab.key}`;

export function numbering(tab: Tab, snapshot: Snapshot): Numbering {
  const { column, prefix } = tab.numbering ?? { column: "", prefix: "" };
  const now = snapshot.tabs.get(tab.key);
  const name = numberSetting(tab);
  const remembered = setting(readSettings(snapshot), name, z.number(), 0);
  let highest = remembered;
  const meet = (id: string): void => {
    const match = new RegExp(`^${prefix}-(\\d{1,9})$`).exec(id);
    if (match) highest = Math.max(highest, Number(match[1]));
  };
  now?.rows.forEach((_, at) => {
    meet(cellText(cellAt(now, at, column)));
  });
  return {
    next: () => {
      highest += 1;
      return `${prefix}-${String(highest).padStart(4, "0")}`;
    },
    meet,
    highest: () => highest,
    toRemember: () => (highest > remembered ? { [name]: highest } : {}),
  };
}

/** Numbers the rows that people typed: those with something in a column of ours (or one of those it needs) and no id yet. */
export function numberTypedRows(tab: Tab, now: TabSnapshot | undefined, ids: Numbering): readonly CellChange[] {
  if (!now || !tab.numbering || !(tab.numbering.column in now.layout.columns)) return [];
  const { column } = tab.numbering;
  const { needs = Object.keys(tab.columns).filter((key) => tab.columns[key]?.owner === "person") } = tab.numbering;
  return now.rows.flatMap((_, at) => {
    const typed = needs.some((key) => !isBlank(cellAt(now, at, key)));
    return typed && isBlank(cellAt(now, at, column)) ? [{ at, column, value: ids.next() }] : [];
  });
}

/** Survey codes for typed roster rows that have none, and for rows about to be inserted. */
export function withSurveyCodes(
  now: TabSnapshot | undefined,
  numbered: readonly CellChange[],
  rows: readonly RowCells[],
  seed: string,
): { readonly cells: readonly CellChange[]; readonly rows: readonly RowCells[] } {
  const taken = new Set<string>();
  now?.rows.forEach((_, at) => {
    taken.add(cellText(cellAt(now, at, "code")));
  });
  const codes = surveyCodes(seed, numbered.length + rows.length, taken);
  return {
    cells: [...numbered, ...numbered.map(({ at }, index) => ({ at, column: "code", value: codes[index] ?? "" }))],
    rows: rows.map((row, index) => ({ ...row, code: codes[numbered.length + index] ?? "" })),
  };
}
