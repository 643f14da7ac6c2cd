/**
 * What a cell holds, as plain data. A date is told apart from a text that looks like one, and is a wall-clock reading
 * in the spreadsheet's time zone, never an instant: which zone a script runs in can then not matter.
 */
export type CellValue = string | number | boolean | CellDate;

/** `2026-09-01`, or with a time `2026-09-01T14:30:00`. */
export interface CellDate {
  readonly date: string;
}

/** A formula of ours. `{roster.email}` stands for that whole column, wherever it is by now. */
export interface CellFormula {
  readonly formula: string;
}

/** What may be written into a cell. Text always lands as text. */
export type CellInput = CellValue | CellFormula;

export function isDate(cell: CellInput): cell is CellDate {
  return typeof cell === "object" && "date" in cell;
}

export function isFormula(cell: CellInput): cell is CellFormula {
  return typeof cell === "object" && "formula" in cell;
}

/** Unticked boxes count as blank: Sheets fills whole columns with them. */
export function isBlank(cell: CellInput | undefined): boolean {
  return cell === undefined || cell === false || (typeof cell === "string" && cell.trim() === "");
}

/**
 * The text of a cell as the planner compares and shows it.
 * @example cellText({ date: "2026-09-01" }) // "2026-09-01"
 */
export function cellText(cell: CellInput): string {
  if (typeof cell === "string") return cell;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") return String(cell);
  return isDate(cell) ? cell.date : cell.formula;
}

/**
 * What a cell shows of a share. A blank where there is nothing to share: zero of zero is not zero.
 * @example share(1, 4) // 0.25
 */
export const share = (part: number, whole: number): number | "" => (whole === 0 ? "" : part / whole);

/** Whether writing `b` over `a` would change nothing. */
export function sameCell(a: CellInput, b: CellInput): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  return isDate(a) === isDate(b) && cellText(a) === cellText(b);
}
