import type { Problem } from "../content/problems";
import { problem } from "../content/problems";
import { fold } from "./column";
import { keyInNote, type Tab } from "./tab";

/** Where a tab's columns stand now (0-based), however people renamed, moved or hid them. */
export interface Layout {
  readonly columns: Readonly<Record<string, number>>;
  /** Declared columns that are not there. */
  readonly missing: readonly string[];
  /** Columns found by their header, whose note has to be given back. */
  readonly unmarked: readonly string[];
  /** Columns that people added to a tab of ours. */
  readonly foreign?: readonly number[];
  /** How many columns have a header or a note. */
  readonly width: number;
  readonly problems: readonly Problem[];
}

/**
 * Finds a tab's columns: first by the key in the header's note, then by the header's words. Of two columns with one
 * key the leftmost is ours; the other is reported and left alone.
 */
export function findColumns(tab: Tab, headers: readonly string[], notes: readonly string[]): Layout {
  const columns: Record<string, number> = {};
  const problems: Problem[] = [];
  // People can write any key into a note, such as `constructor`.
  const declared = new Set(Object.keys(tab.columns));
  const keyAt = notes.map((note) => {
    const key = keyInNote(note);
    return key?.tab === tab.key && declared.has(key.column) ? key.column : null;
  });
  keyAt.forEach((key, at) => {
    if (key === null) return;
    if (key in columns) {
      problems.push(problem("column-duplicate", { tab: tab.title, column: headers[at] ?? "" }));
    } else columns[key] = at;
  });
  const unmarked: string[] = [];
  for (const [key, column] of Object.entries(tab.columns)) {
    if (key in columns) continue;
    const names = new Set([column.header, ...column.aliases].map(fold));
    names.delete("");
    const at = headers.findIndex((header, index) => !keyAt[index] && names.has(fold(header)));
    if (at < 0 || Object.values(columns).includes(at)) continue;
    columns[key] = at;
    unmarked.push(key);
  }
  return {
    columns,
    missing: Object.keys(tab.columns).filter((key) => !(key in columns)),
    unmarked,
    foreign: foreignColumns(tab, headers, notes, Object.values(columns)),
    width: Math.max(lastFilled(headers), lastFilled(notes)),
    problems,
  };
}

function foreignColumns(tab: Tab, headers: readonly string[], notes: readonly string[], found: readonly number[]) {
  const ours = new Set(found);
  notes.forEach((note, at) => {
    if (keyInNote(note)?.tab === tab.key) ours.add(at);
  });
  // Without a single note it is no tab of ours, such as a form's.
  return ours.size === 0 ? [] : headers.map((_, at) => at).filter((at) => !ours.has(at));
}

function lastFilled(texts: readonly string[]): number {
  for (let at = texts.length; at > 0; at--) if (texts[at - 1]?.trim()) return at;
  return 0;
}
