import { parseRange, reference, splitReference } from "./address";

/** Excel's own limits. */
export const MAX_CELL_TEXT = 32_767;
export const MAX_PROMPT = 255;

/** First cell of the helper tab, by which it is known again. */
const HELPER_MARK = "Kept by the Micro-credential Planner: please leave this tab as it is.";
const FIRST_COLUMN = 2;

/** The helper tab as it is filled while a file is written: a column for each list and each long text. */
export class HelperWriter {
  readonly #columns: { readonly head: string; readonly values: readonly string[] }[] = [];
  readonly #byKey = new Map<string, number>();

  /** @param tabName the helper tab's name in the file */
  constructor(readonly tabName: string) {}

  /** A reference to cells that hold these choices. */
  list(values: readonly string[]): string {
    return reference(this.tabName, { row: 2, column: this.#column("list", values), rows: values.length, columns: 1 });
  }

  /** The text itself, or where it is too long for Excel its beginning with a mark; the rest goes into the helper tab. */
  shorten(text: string, limit: number): string {
    if (text.length <= limit) return text;
    const column = this.#column("text", pieces(text, MAX_CELL_TEXT));
    const mark = ` … [cut here: text ${column}]`;
    const end = limit - mark.length;
    return text.slice(0, isHighSurrogate(text, end - 1) ? end - 1 : end) + mark;
  }

  /** The cells of the helper tab; none where nothing had to be kept. */
  cells(): { readonly row: number; readonly column: number; readonly value: string }[] {
    if (this.#columns.length === 0) return [];
    const cells = [{ row: 1, column: 1, value: HELPER_MARK }];
    this.#columns.forEach(({ head, values }, index) => {
      const column = index + FIRST_COLUMN;
      cells.push({ row: 1, column, value: head });
      values.forEach((value, at) => {
        cells.push({ row: at + 2, column, value });
      });
    });
    return cells;
  }

  #column(head: string, values: readonly string[]): number {
    const key = JSON.stringify([head, values]);
    const known = this.#byKey.get(key);
    if (known) return known;
    this.#columns.push({ head, values });
    const column = this.#columns.length - 1 + FIRST_COLUMN;
    this.#byKey.set(key, column);
    return column;
  }
}

/** The helper tab of a file that is read. */
export class HelperReader {
  readonly #columns = new Map<number, string[]>();

  constructor(
    readonly tabName: string | null,
    cells: readonly { readonly row: number; readonly column: number; readonly value: string | number | boolean }[],
  ) {
    for (const { row, column, value } of cells) {
      const values = this.#columns.get(column) ?? [];
      values[row - 1] = String(value);
      this.#columns.set(column, values);
    }
  }

  /** Whether a tab is a helper tab, by the value of its first cell. */
  static isHelper(firstCell: unknown): boolean {
    return firstCell === HELPER_MARK;
  }

  /** The choices that a reference names; null where it does not point into the helper tab. */
  list(formula: string): string[] | null {
    const parts = splitReference(formula);
    if (!parts || parts.sheet !== this.tabName) return null;
    const range = parseRange(parts.address);
    const values = range && this.#columns.get(range.column);
    return values ? Array.from({ length: range.rows }, (_, at) => values[range.row - 1 + at] ?? "") : null;
  }

  /** The whole of a text that {@link HelperWriter.shorten} cut; any other text as it is. */
  restore(text: string): string {
    const mark = / … \[cut here: text (\d+)\]$/.exec(text);
    const values = mark && this.#columns.get(Number(mark[1]));
    if (!mark || values?.[0] !== "text") return text;
    const whole = values.slice(1).join("");
    return whole.startsWith(text.slice(0, mark.index)) ? whole : text;
  }
}

function pieces(text: string, length: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = isHighSurrogate(text, at + length - 1) ? at + length - 1 : at + length;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

function isHighSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}
