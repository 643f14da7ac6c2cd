import { type CellValue, cellText, isBlank, isDate } from "./cell";

/** Who may change a cell after its row was made: people, or the planner alone. */
type Owner = "person" | "planner";

type ColumnType = "text" | "choice" | "date" | "checkbox" | "number" | "percent" | "money" | "link" | "figure";

/** What a dropdown offers: fixed labels, or whatever stands in another tab's column. */
export type Choices =
  | { readonly kind: "list"; readonly options: readonly Option[] }
  | {
      readonly kind: "column";
      readonly tab: string;
      readonly column: string;
      /** Words that are right besides those. */
      readonly also?: readonly Option[];
    };

/** One choice: its key in the code, its words in the cell, and other words by which files name it. */
export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly also?: readonly string[];
}

/** One column of a tab, from which come its cells' validation, format, reading and writing. `T` is what a cell reads as. */
export interface Column<T = unknown> {
  readonly header: string;
  readonly type: ColumnType;
  readonly owner: Owner;
  /** Other wordings by which files name this column. */
  readonly aliases: readonly string[];
  readonly choices: Choices | null;
  /** Texts that mean "not known yet": a later import may fill them in as if they were blank. */
  readonly unsettled: readonly string[];
  /** Pixels. */
  readonly width: number;
  readonly format: string | null;
  /** Long texts: shown whole, on as many lines as they need. */
  readonly wrap: boolean;
  /** Not shown when it is made; people may show it. */
  readonly hidden: boolean;
  /** Reads a cell: null where it is blank, undefined where it does not fit. */
  readonly read: (cell: CellValue) => T | null | undefined;
}

interface Wording {
  readonly owner?: Owner;
  readonly aliases?: readonly string[];
  readonly unsettled?: readonly string[];
  readonly width?: number;
  /** Sheets' number format. */
  readonly format?: string | null;
  readonly wrap?: boolean;
  readonly hidden?: boolean;
}

function column<T>(
  type: ColumnType,
  header: string,
  read: (cell: CellValue) => T | undefined,
  { owner = "person", aliases = [], unsettled = [], width = 140, format = null, wrap = false, hidden = false }: Wording,
  choices: Choices | null = null,
): Column<T> {
  const readFilled = (cell: CellValue): T | null | undefined =>
    type !== "checkbox" && isBlank(cell) ? null : read(cell);
  return { header, type, owner, aliases, choices, unsettled, width, format, wrap, hidden, read: readFilled };
}

const trimmed = (cell: CellValue): string => cellText(cell).trim();
const numeric = (cell: CellValue): number | undefined => (typeof cell === "number" ? cell : undefined);

/** Free text: whatever stands in the cell, as text. */
export const text = (header: string, wording: Wording = {}): Column<string> => column("text", header, trimmed, wording);

/** An address of a page. */
export const link = (header: string, wording: Wording = {}): Column<string> => column("link", header, trimmed, wording);

/** A day or a moment, read as `2026-09-01` or `2026-09-01T14:30:00`; a text is not one. */
export const date = (header: string, wording: Wording = {}): Column<string> =>
  column("date", header, (cell) => (isDate(cell) ? cell.date : undefined), {
    width: 105,
    format: "yyyy-mm-dd",
    ...wording,
  });

export const checkbox = (header: string, wording: Wording = {}): Column<boolean> =>
  column("checkbox", header, (cell) => (typeof cell === "boolean" ? cell : cell === "" ? false : undefined), {
    width: 80,
    ...wording,
  });

export const number = (header: string, wording: Wording = {}): Column<number> =>
  column("number", header, numeric, { width: 90, ...wording });

export const percent = (header: string, wording: Wording = {}): Column<number> =>
  column("percent", header, numeric, { width: 90, format: "0.0%", ...wording });

export const money = (header: string, wording: Wording = {}): Column<number> =>
  column("money", header, numeric, { width: 100, format: "#,##0.00", ...wording });

/** A figure that a live formula or a refresh puts there: number or text. */
export const figure = (header: string, wording: Wording = {}): Column<string | number> =>
  column("figure", header, (cell) => (typeof cell === "number" ? cell : trimmed(cell)), {
    owner: "planner",
    ...wording,
  });

/** One of a fixed set, read as its id; other words are a problem to report. */
export const choice = <Id extends string>(
  header: string,
  options: readonly Option<Id>[],
  wording: Wording = {},
): Column<Id> =>
  column("choice", header, (cell) => optionOf(options, trimmed(cell))?.id, wording, {
    kind: "list",
    options,
  });

/** A dropdown of suggestions, fixed or from another tab: people may write something else, so it reads as text. */
export const suggestion = (
  header: string,
  choices: Choices | readonly Option[],
  wording: Wording = {},
): Column<string> =>
  column("choice", header, trimmed, wording, "kind" in choices ? choices : { kind: "list", options: choices });

/** Where people write whatever else matters. */
export const teamNote = (width: number): Column<string> => text("Note", { width, wrap: true });

/** The column that names a planner-made row for good, whatever people do to its words: nothing for people to read. */
export const rowKey = (): Column<string> => text("Key", { owner: "planner", hidden: true });

/**
 * The option that a text means, by id or label, without regard to case and spaces.
 * @example optionOf([{ id: "not-yet", label: "Not yet" }], " not  YET ")?.id // "not-yet"
 */
export function optionOf<Id extends string>(options: readonly Option<Id>[], wanted: string): Option<Id> | undefined {
  const folded = fold(wanted);
  return options.find((option) => fold(option.label) === folded || fold(option.id) === folded);
}

/**
 * Like `fold`, for names of things: signs right behind a letter belong to the name.
 * @example foldName("C++") === foldName("C#") // false
 */
export function foldName(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+|(?<![\p{L}\p{N}+#])[+#]+/gu, " ")
    .trim();
}

/**
 * Like `fold`, for values that people typed: only case and spaces make no difference.
 * @example foldSpaces(" Group  A") === foldSpaces("group a") // true
 */
export const foldSpaces = (words: string): string => words.trim().replace(/\s+/g, " ").toLowerCase();

/** Lower case, with runs of spaces and punctuation made one space: how headers and labels are compared. */
export function fold(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
