import type { Problem } from "../content/problems";
import type { StoredWords } from "../content/stored-words";
import type { ProgramSetup } from "../program/program-setup";
import { type CellInput, type CellValue, cellText } from "./cell";
import type { Column } from "./column";

/** Cells of one row by column key; a column left out is left blank. */
export type RowCells = Readonly<Record<string, CellInput>>;

/** A rule that colours rows: `{timeline.end}` in its formula stands for that column's cell in the row at hand. */
interface RowStyle {
  readonly when: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly strikethrough?: boolean;
}

/** One tab of the workbook, declared once. Everything the planner knows about it is here. */
export interface Tab<C extends Columns = Columns> {
  readonly key: string;
  readonly title: string;
  /** `planner`: filled by the planner alone, so protected by a warning. */
  readonly filledBy: "people" | "planner";
  readonly columns: C;
  /** Made only when switched on in the set-up form. */
  readonly optional?: boolean;
  readonly hidden?: boolean;
  /** The planner-owned column that names a row for good, where the planner makes rows. */
  readonly rowKey?: string;
  /** The rows that set-up puts in once. One that people delete is not put back. */
  readonly seeds?: (program: ProgramSetup, words: StoredWords) => readonly RowCells[];
  /**
   * The column that numbers rows, with the letter before the number: `P-0001`; and the columns of which one has to be
   * filled in a row that people typed, where not just any will do.
   */
  readonly numbering?: { readonly column: string; readonly prefix: string; readonly needs?: readonly string[] };
  readonly styles?: readonly RowStyle[];
  /** Put in once: what people then move, change or delete stays so. */
  readonly charts?: readonly Chart[];
}

/** A chart over columns of its tab: the header, which names its series, and `rows` rows below. */
export interface Chart {
  readonly key: string;
  readonly kind: "bar" | "column";
  readonly title: string;
  /** What its figures are a share or a count of. */
  readonly subtitle: string;
  /** The column that names the bars, and those that give their lengths. */
  readonly labels: string;
  readonly series: readonly string[];
  readonly rows: number;
  /** Each bar's parts end to end: those below zero to one side of it, the others to the other. */
  readonly stacked?: true;
  /** Where the axis of the figures begins and ends, and its number format; else it begins at zero and follows them. */
  readonly axis?: { readonly from: number; readonly to: number; readonly format: string };
  /** Series that the legend leaves out because another stands for them. */
  readonly unlisted?: readonly string[];
  readonly colors: readonly string[];
  /** The cell at its top left corner (1-based), and its size in pixels. */
  readonly place: { readonly row: number; readonly column: number; readonly width: number; readonly height: number };
}

export type Columns = Readonly<Record<string, Column>>;

/** A typed row: what each column's cell reads as, null where it is blank or does not fit. */
export type Row<T extends Tab> = {
  readonly [K in keyof T["columns"]]: T["columns"][K] extends Column<infer V> ? V | null : never;
};

/** Declares a tab, keeping the type of every column and holding the keys that it names to its own. */
export function tab<const C extends Columns>(
  declaration: Tab<C> & { readonly rowKey?: keyof C; readonly numbering?: { readonly column: keyof C } },
): Tab<C> {
  return declaration;
}

/** The same columns, owned by the planner. */
export function plannerOwned<const C extends Columns>(columns: C): C {
  const owned = Object.entries(columns).map(([key, column]) => [key, { ...column, owner: "planner" }] as const);
  return Object.fromEntries(owned) as Columns as C;
}

/** What a header's note says: help for people, and at its end the key by which the column is found again. */
export function headerNote(tab: Tab, columnKey: string, help = ""): string {
  return `${help}${help ? " " : ""}· ${tab.key}.${columnKey}`;
}

/**
 * The key at the end of a header's note.
 * @example keyInNote("Where we write to. · roster.email") // { tab: "roster", column: "email" }
 */
export function keyInNote(note: string): { tab: string; column: string } | null {
  const match = /· ([\w-]+)\.([\w-]+)\s*$/.exec(note);
  return match?.[1] && match[2] ? { tab: match[1], column: match[2] } : null;
}

/** Reads one row of a tab; every cell that does not fit its column is a problem with its row and column. */
export function readRow<T extends Tab>(
  tab: T,
  cellAt: (columnKey: string) => CellValue,
  sheetRow: number,
): { readonly values: Row<T>; readonly problems: readonly Problem[] } {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const key of Object.keys(tab.columns)) {
    const column = tab.columns[key] as Column;
    const cell = cellAt(key);
    const value = column.read(cell);
    values[key] = value ?? null;
    if (value === undefined) problems.push(misfit(tab, column, cell, sheetRow));
  }
  return { values: values as Row<T>, problems };
}

function misfit(tab: Tab, column: Column, cell: CellValue, row: number): Problem {
  const code = column.type === "date" ? "not-a-date" : column.type === "choice" ? "unknown-choice" : "not-a-number";
  return { code, severity: "warning", tab: tab.title, column: column.header, row, value: cellText(cell) };
}
