import * as z from "zod/mini";
import { type CellChange, type Change, insertRows, updateCells } from "./plan";
import { cellAt, type Snapshot } from "./snapshot";
import type { RowCells } from "./tab";
import { settings as settingsTab } from "./tabs/settings";

/** What the planner remembers, as it stands in the hidden tab Settings: one row a name, its value as JSON. */
export type Settings = ReadonlyMap<string, { readonly at: number; readonly json: string }>;

export function readSettings(snapshot: Snapshot): Settings {
  const tab = snapshot.tabs.get(settingsTab.key);
  const found = new Map<string, { at: number; json: string }>();
  tab?.rows.forEach((_, at) => {
    const name = String(cellAt(tab, at, "name"));
    if (name && !found.has(name)) found.set(name, { at, json: String(cellAt(tab, at, "value")) });
  });
  return found;
}

/**
 * A remembered value, or the fallback where there is none or where somebody's editing left something unreadable:
 * people can see and change Settings, so nothing in it is trusted.
 */
export function setting<T>(settings: Settings, name: string, schema: z.ZodMiniType<T>, fallback: T): T {
  const json = settings.get(name)?.json;
  if (json === undefined) return fallback;
  try {
    const read = schema.safeParse(JSON.parse(json));
    return read.success ? read.data : fallback;
  } catch {
    return fallback;
  }
}

/** The changes to Settings that make it remember these values; nothing where it already does. */
export function remember(snapshot: Snapshot, values: Readonly<Record<string, unknown>>): readonly Change[] {
  const settings = readSettings(snapshot);
  const cells: CellChange[] = [];
  const rows: RowCells[] = [];
  for (const [name, value] of Object.entries(values)) {
    const at = settings.get(name)?.at;
    const json = JSON.stringify(value);
    if (at === undefined) rows.push({ name, value: json });
    else cells.push({ at, column: "value", value: json });
  }
  return [updateCells(settingsTab, snapshot.tabs.get(settingsTab.key), cells), insertRows(settingsTab, rows)];
}

/** A list of keys, such as those of the rows that were ever seeded into a tab. */
export const keysSchema = z.array(z.string());

/** The setting under which a tab's sheet id stands: its record that the tab was made to the end. */
export const sheetSetting = (tabKey: string): string => `sheet.${tabKey}`;
