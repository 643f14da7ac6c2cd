import type { ConditionalFormatData } from "../workbook-data";
import { type Corner, type FormulaPart, parseFormula, type ReferencePart } from "./formula-text";
import type { FormulaTranslation } from "./formula-translation";
import type { Tab } from "./tab";

/** The formula of a conditional format, ready to be asked of any of its cells. */
export interface RelativeFormula {
  readonly parts: readonly ConditionPart[];
  /** The cell for which the formula stands as it was written. */
  readonly origin: { readonly row: number; readonly column: number };
  /** It reads single cells only, and nothing of them but their values. */
  readonly isOverValues: boolean;
}

/** `own`: the row or column of the cell that is asked about. */
type ConditionPart = FormulaPart | { readonly kind: "own"; readonly axis: "row" | "column" };

/** As the engine is given it, except that `ROW()` and `COLUMN()` are held open: they mean the cell asked about. */
export function relativeFormula(
  rule: ConditionalFormatData,
  tab: Tab,
  translation: FormulaTranslation,
): RelativeFormula {
  const origin = { row: rule.ranges[0]?.row ?? 1, column: rule.ranges[0]?.column ?? 1 };
  const parts = parseFormula(translation.translate(withMarks(rule.formula), tab)).map(openMark);
  const isOverValues = parts.every((part) => {
    if (part.kind === "reference") return part.to === null;
    return part.kind !== "name" || !asksForMore.test(part.text);
  });
  return { parts, origin, isOverValues };
}

/** Whether a rule's formula means the same for all cells of a row. */
export function isSameAcrossRow({ formula }: ConditionalFormatData): boolean {
  return parseFormula(withMarks(formula)).every((part) => {
    if (part.kind !== "reference") return part.text !== columnMark;
    return [part.from, part.to ?? part.from].every((corner) => corner.column === null || corner.columnFixed);
  });
}

/** A reference as it is so many rows and columns further; null where that leaves the grid. */
export function shiftedReference(reference: ReferencePart, rows: number, columns: number): ReferencePart | null {
  const shifted = (corner: Corner): Corner => ({
    ...corner,
    row: corner.row === null || corner.rowFixed ? corner.row : corner.row + rows,
    column: corner.column === null || corner.columnFixed ? corner.column : corner.column + columns,
  });
  const from = shifted(reference.from);
  const to = reference.to && shifted(reference.to);
  const isInside = [from, to ?? from].every(({ row, column }) => (row ?? 1) >= 1 && (column ?? 1) >= 1);
  return isInside ? { ...reference, from, to } : null;
}

/** Functions that read where a cell is or what is around it, or that answer differently each time. */
const asksForMore =
  /^(?:ROWS?|COLUMNS?|OFFSET|INDIRECT|CELL|SHEETS?|ISFORMULA|FORMULATEXT|RAND|RANDBETWEEN|RANDARRAY)$/i;

/** Control characters stand in for `ROW()` and `COLUMN()`: no formula has them, and they pass through translation. */
const rowMark = "\u0001";
const columnMark = "\u0002";
const ownPlaceOrQuoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\b(ROW|COLUMN)\(\s*\)/gi;

function withMarks(formula: string): string {
  return formula.replace(ownPlaceOrQuoted, (found, name?: string) => {
    if (name === undefined) return found;
    return name.toUpperCase() === "ROW" ? rowMark : columnMark;
  });
}

function openMark(part: FormulaPart): ConditionPart {
  if (part.kind === "reference" || (part.text !== rowMark && part.text !== columnMark)) return part;
  return { kind: "own", axis: part.text === rowMark ? "row" : "column" };
}
