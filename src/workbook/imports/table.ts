import { type Problem, problem } from "../../content/problems";
import { type CellValue, cellText, isBlank } from "../cell";

/** A table as it came, from a file, pasted text or another tab. Row numbers are those that people see there. */
export interface Table {
  /** The file's or tab's name, for messages. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly problems: readonly Problem[];
  /** The words of the questions, where an export of Qualtrics has names for headers and the words in a line below. */
  readonly titles?: readonly string[];
}

interface TableRow {
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/** A cell of Google Sheets holds 50,000 characters, of which our apostrophe is one. */
export const LONGEST_CELL = 49_999;

/** A table from cells as they stand in a file or a tab, line by line; blank lines are left out. */
export function tableFromCells(name: string, cells: readonly (readonly CellValue[])[]): Table {
  const records = cells.map((row, at) => ({ row: at + 1, cells: row }));
  return table(
    name,
    records.filter((record) => !record.cells.every(isBlank)),
  );
}

function table(file: string, records: readonly TableRow[]): Table {
  const [first, ...rest] = records;
  const headers = (first?.cells ?? []).map(cellText);
  const problems: Problem[] = [];
  if (!first) problems.push(problem("file-empty", { file }));
  else if (rest.length === 0) problems.push(problem("nothing-to-import", { file }));
  if (isMicrosoftForms(headers)) problems.push(problem("microsoft-forms-export", { file }));
  // Qualtrics puts the question's words and an id under each header: neither is an answer.
  const described = rest
    .slice(0, 2)
    .findIndex(({ cells }) => cells.some((cell) => cellText(cell).includes('{"ImportId"')));
  if (described >= 0) problems.push(problem("qualtrics-export", { file }));
  const titles = rest[described - 1]?.cells.map(cellText);
  const answers = described >= 0 ? rest.slice(described + 1) : rest;
  const rows = answers.map((row) => fitted(file, headers.length, row, problems));
  return { name: file, headers, rows, problems, ...(titles && { titles }) };
}

const isMicrosoftForms = (headers: readonly string[]): boolean =>
  ["start time", "completion time"].every((name) => headers.some((header) => header.trim().toLowerCase() === name));

/** Every row gets a cell for every header; what is more or longer than fits is reported. */
function fitted(file: string, width: number, line: TableRow, problems: Problem[]): TableRow {
  const { row, cells } = line;
  if (cells.length === width && cells.every((cell) => cut(cell) === cell)) return line;
  const extra = cells.slice(width).filter((cell) => !isBlank(cell));
  if (extra.length > 0) {
    problems.push(
      problem("ragged-row", { file, row, value: `${cells.length} cells`, expected: `${width} cells`, count: 1 }),
    );
  }
  const kept: CellValue[] = [];
  for (let at = 0; at < Math.max(width, extra.length > 0 ? cells.length : 0); at++) {
    const cell = cells[at] ?? "";
    if (cut(cell) !== cell) problems.push(problem("cell-too-long", { file, row, expected: "50,000 characters" }));
    kept.push(cut(cell));
  }
  return { row, cells: kept };
}

const cut = (cell: CellValue): CellValue =>
  typeof cell === "string" && cell.length > LONGEST_CELL ? cell.slice(0, LONGEST_CELL) : cell;
