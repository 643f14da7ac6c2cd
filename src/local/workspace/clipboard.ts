import { rewriteForCopy } from "../appsscript/formula-rewriting";

/** What spreadsheets hand to each other: tab-separated text, and a table for programs that read HTML. */

/** Where copied cells stood, and what a person would type into each for the same content. */
interface CopySource {
  readonly column: number;
  readonly lines: readonly { readonly row: number; readonly inputs: readonly string[] }[];
}

/**
 * The cells of what is on the clipboard, as texts to be typed from the cell `at` on. Text is split as Excel and Sheets
 * write it: a cell with tabs or line breaks stands in quotation marks, those inside doubled. Nothing else is read into
 * it; `=` and apostrophes stay. Cells copied in this workspace come with formulas, which are moved along to `at`.
 *
 * @example cellsOfClipboard('Ann\t"two\nlines"\n') // [["Ann", "two\nlines"]]
 */
export function cellsOfClipboard(
  text: string,
  html = "",
  at: { row: number; column: number } | null = null,
): string[][] {
  const cells = splitText(text);
  const source = at && sourceOf(html);
  if (!source || !haveSameShape(source, cells)) return cells;
  return source.lines.map(({ row, inputs }, index) =>
    inputs.map((input) =>
      input.startsWith("=") ? rewriteForCopy(input, at.row + index - row, at.column - source.column) : input,
    ),
  );
}

/**
 * Cells as text for the clipboard.
 *
 * @example clipboardText([["Ann", "two\nlines"], ["", "b"]]) // 'Ann\t"two\nlines"\n\tb'
 */
export function clipboardText(cells: readonly (readonly string[])[]): string {
  const text = cells.map((line) => line.map(quotedWhereNeeded).join("\t")).join("\n");
  // Whoever reads it takes one line break at the end for the end of the last row.
  return text.endsWith("\n") ? `${text}\n` : text;
}

/** Cells as an HTML table; with its source, {@link cellsOfClipboard} gets back formulas and unrounded numbers. */
export function clipboardHtml(cells: readonly (readonly string[])[], source?: CopySource): string {
  const rows = cells.map((line) => `<tr>${line.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`);
  const attribute = source ? ` ${SOURCE}="${escaped(JSON.stringify(source))}"` : "";
  return `<table${attribute}>${rows.join("")}</table>`;
}

const SOURCE = "data-planner-cells";

const cellAndSeparator = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g;

function splitText(text: string): string[][] {
  const whole = text.replace(/\r\n?/g, "\n");
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = "", separator] of whole.matchAll(cellAndSeparator)) {
    row.push(quoted === undefined ? bare : unquoted(quoted));
    if (separator === "\t") continue;
    rows.push(row);
    row = [];
    if (separator === "") break;
  }
  // A line break at the end ends the last row; it begins no other.
  return rows.length > 1 && whole.endsWith("\n") ? rows.slice(0, -1) : rows;
}

/** Programs quote where they must: `"Ann"` in a cell that needs no quotes has quotation marks of its own. */
function unquoted(text: string): string {
  return /[\t\n]|""/.test(text) ? text.replaceAll('""', '"') : `"${text}"`;
}

function quotedWhereNeeded(cell: string): string {
  return /[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Whether text and table tell of the same cells, and not one of them of something else. */
function haveSameShape({ lines }: CopySource, cells: readonly (readonly string[])[]): boolean {
  return lines.length === cells.length && lines.every(({ inputs }, index) => inputs.length === cells[index]?.length);
}

function sourceOf(html: string): CopySource | null {
  const attribute = new RegExp(`<table[^>]*? ${SOURCE}="([^"]*)"`).exec(html)?.[1];
  if (attribute === undefined) return null;
  try {
    const source: unknown = JSON.parse(unescaped(attribute));
    return isSource(source) ? source : null;
  } catch {
    return null;
  }
}

function isSource(value: unknown): value is CopySource {
  if (typeof value !== "object" || value === null || !("column" in value && "lines" in value)) return false;
  return Number.isSafeInteger(value.column) && Array.isArray(value.lines) && value.lines.every(isLine);
}

function isLine(value: unknown): value is CopySource["lines"][number] {
  if (typeof value !== "object" || value === null || !("row" in value && "inputs" in value)) return false;
  const { row, inputs } = value;
  return Number.isSafeInteger(row) && Array.isArray(inputs) && inputs.every((input) => typeof input === "string");
}

const entities: readonly (readonly [character: string, entity: string])[] = [
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\n", "<br>"],
];

function escaped(text: string): string {
  return entities.reduce((safe, [character, entity]) => safe.replaceAll(character, entity), text);
}

function unescaped(text: string): string {
  return entities.reduceRight((plain, [character, entity]) => plain.replaceAll(entity, character), text);
}
