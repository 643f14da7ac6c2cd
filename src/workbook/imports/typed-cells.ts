import { type Problem, problem } from "../../content/problems";
import { type DateOrder, readDateColumn } from "../../program/date-columns";
import { type CellInput, type CellValue, cellText, isBlank, isDate } from "../cell";
import { type Column, foldName, type Option } from "../column";
import { cellAt, type Snapshot } from "../snapshot";

/** The cells of one column of a file as they will stand in the sheet. What does not fit is kept as text and reported. */
export interface TypedColumn {
  readonly cells: readonly CellInput[];
  readonly problems: readonly Problem[];
}

interface Source {
  readonly file: string;
  /** The header in the file. */
  readonly header: string;
  /** Row number of each cell there. */
  readonly rows: readonly number[];
}

export function typedColumn(
  column: Column,
  values: readonly CellValue[],
  source: Source,
  snapshot: Snapshot,
  order?: DateOrder,
): TypedColumn {
  if (column.type === "date") return dates(values, source, order);
  const problems: Problem[] = [];
  const read = reader(column, snapshot);
  const cells = values.map((value, index): CellInput => {
    if (isBlank(value)) return column.type === "checkbox" ? false : "";
    const cell = read(value);
    if (cell !== null) return cell;
    const code = column.choices ? "unknown-choice" : "not-a-number";
    problems.push(problem(code, { ...place(source, index), value: cellText(value) }));
    return cellText(value);
  });
  return { cells, problems };
}

/** How a column takes a value from a file: null where it does not fit. */
function reader(column: Column, snapshot: Snapshot): (value: CellValue) => CellInput | null {
  if (column.choices) {
    const labels = choiceLabels(column, snapshot);
    return (value) => labels.get(foldName(cellText(value))) ?? null;
  }
  if (column.type === "checkbox") return ticked;
  if (["number", "percent", "money"].includes(column.type)) return numeric;
  return cellText;
}

/** Every wording of a choice, to the words that the sheet uses. */
function choiceLabels(column: Column, snapshot: Snapshot): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const { choices } = column;
  const learn = ({ id, label, also = [] }: Option): void => {
    for (const words of [...also, id, label]) labels.set(foldName(words), label);
  };
  if (choices?.kind === "list") {
    for (const option of choices.options) learn(option);
  } else if (choices) {
    for (const option of choices.also ?? []) learn(option);
    const tab = snapshot.tabs.get(choices.tab);
    tab?.rows.forEach((_, at) => {
      const name = cellText(cellAt(tab, at, choices.column));
      if (name !== "") labels.set(foldName(name), name);
    });
  }
  return labels;
}

const TICKED = [true, "true", "yes", "y", "x", "1", "✓", "✔"];
const UNTICKED = [false, "false", "no", "n", "0"];

function ticked(value: CellValue): boolean | null {
  const word = typeof value === "boolean" ? value : cellText(value).trim().toLowerCase();
  return TICKED.includes(word) ? true : UNTICKED.includes(word) ? false : null;
}

function numeric(value: CellValue): number | null {
  if (typeof value === "number") return value;
  const words = cellText(value).trim();
  return /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(words) ? Number(words.replace(/,/g, "")) : null;
}

function dates(values: readonly CellValue[], source: Source, order?: DateOrder): TypedColumn {
  const read = readDateColumn(
    values.map((value) => (isDate(value) ? value.date : cellText(value))),
    order,
  );
  const problems: Problem[] = [];
  const cells = values.map((value, index): CellInput => {
    if (isDate(value)) return value;
    const found = read.values[index];
    if (!found) return "";
    if ("iso" in found) return { date: found.iso };
    const code = { "not-a-date": "not-a-date", ambiguous: "ambiguous-date", impossible: "impossible-date" } as const;
    problems.push(problem(code[found.problem], { ...place(source, index), value: cellText(value) }));
    return cellText(value);
  });
  return { cells, problems };
}

function place({ file, header, rows }: Source, index: number): { file: string; column: string; row: number } {
  return { file, column: header, row: rows[index] ?? 0 };
}
