import { columnLetters, columnNumber } from "./a1";

/**
 * A formula's text taken apart just far enough to find its references, and put together again. It knows strings,
 * quoted tab names, `A1`, `A1:B2`, `A:A`, `1:1` and Google's open `A2:A`; everything else passes through as it stands.
 */
export type FormulaPart = TextPart | NamePart | ReferencePart;

interface TextPart {
  readonly kind: "text";
  readonly text: string;
}

/** A function's or a named range's name. */
interface NamePart {
  readonly kind: "name";
  readonly text: string;
}

export interface ReferencePart {
  readonly kind: "reference";
  /** Null means the formula's own tab. */
  readonly tab: string | null;
  readonly from: Corner;
  /** Null for a single cell. */
  readonly to: Corner | null;
}

/** One end of a reference; a whole column has no row, a whole row no column. */
export interface Corner {
  readonly column: number | null;
  readonly row: number | null;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

const word = "[A-Za-z_\\u0080-\\uffff][\\w.\\u0080-\\uffff]*";
const cell = "\\$?[A-Za-z]{1,3}\\$?[1-9]\\d*";
const wholeColumn = "\\$?[A-Za-z]{1,3}";
const wholeRow = "\\$?[1-9]\\d*";
const notGoingOn = "(?![\\w.(!\\u0080-\\uffff])";
const tokens = new RegExp(
  [
    `(?<string>"(?:[^"]|"")*")`,
    `(?:(?<tab>'(?:[^']|'')+'|${word})!)?(?<reference>(?:${cell}:${cell}|${cell}:${wholeColumn}|${wholeColumn}:${wholeColumn}|${wholeRow}:${wholeRow}|${cell})${notGoingOn})`,
    `(?<name>${word})`,
    "(?<other>\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|[\\s\\S])",
  ].join("|"),
  "gy",
);

export function parseFormula(formula: string): readonly FormulaPart[] {
  const parts: FormulaPart[] = [];
  for (const match of formula.matchAll(tokens)) {
    const { tab, reference, name } = match.groups ?? {};
    if (name !== undefined) parts.push({ kind: "name", text: name });
    else if (reference === undefined) parts.push({ kind: "text", text: match[0] });
    else {
      const [from, to] = reference.split(":");
      parts.push({
        kind: "reference",
        tab: tab === undefined ? null : unquoted(tab),
        from: parseCorner(from ?? ""),
        to: to === undefined ? null : parseCorner(to),
      });
    }
  }
  return parts;
}

export function printFormula(parts: readonly FormulaPart[]): string {
  return parts.map((part) => (part.kind === "reference" ? printReference(part) : part.text)).join("");
}

function printReference({ tab, from, to }: ReferencePart): string {
  const prefix = tab === null ? "" : `${quotedTab(tab)}!`;
  return prefix + printCorner(from) + (to ? `:${printCorner(to)}` : "");
}

/** Tab names need quotes unless they are plain words that cannot be taken for a cell. */
function quotedTab(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

function unquoted(tab: string): string {
  return tab.startsWith("'") ? tab.slice(1, -1).replaceAll("''", "'") : tab;
}

function parseCorner(text: string): Corner {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  const [, mark = "", letters = "", secondMark = "", digits = ""] = match ?? [];
  return {
    column: letters ? columnNumber(letters) : null,
    row: digits ? Number(digits) : null,
    columnFixed: letters !== "" && mark === "$",
    rowFixed: letters === "" ? mark === "$" : secondMark === "$",
  };
}

function printCorner({ column, row, columnFixed, rowFixed }: Corner): string {
  const letters = column === null ? "" : `${columnFixed ? "$" : ""}${columnLetters(column)}`;
  return letters + (row === null ? "" : `${rowFixed ? "$" : ""}${row}`);
}
