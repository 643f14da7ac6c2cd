import { type Problem, problem } from "../../content/problems";
import type { DateOrder } from "../../program/date-columns";
import { type CellInput, type CellValue, cellText } from "../cell";
import { fold } from "../column";
import { readSettings, setting } from "../settings";
import type { Snapshot } from "../snapshot";
import type { RowCells, Tab } from "../tab";
import { type ChosenColumns, type ColumnMapping, chosenSchema, mapColumns } from "./column-mapping";
import type { Table } from "./table";
import { typedColumn } from "./typed-cells";

/** How the person wants this file read. */
export interface ReadingChoices {
  /** Remembered for the next file. */
  readonly columns?: ChosenColumns;
  readonly dates?: DateOrder;
}

/** A table whose columns are known and whose cells are as they will stand in the sheet. */
export interface MappedTable {
  readonly mapping: ColumnMapping;
  readonly rows: readonly MappedRow[];
  readonly problems: readonly Problem[];
  /** Settings to remember: only what a person chose, since what is found by its name will be found again. */
  readonly remembered: Readonly<Record<string, unknown>>;
}

export interface MappedRow {
  /** Row number in the file. */
  readonly row: number;
  readonly cells: RowCells;
  /** The same cells as the file has them. */
  readonly texts: Readonly<Record<string, string>>;
  /** The whole row as it came, for the review list. */
  readonly raw: string;
}

/** Maps a table's columns to those of a tab and reads every cell by its column's type. */
export function mapTable(
  tab: Tab,
  offered: readonly string[],
  table: Table,
  snapshot: Snapshot,
  choices: ReadingChoices,
): MappedTable {
  const remembered = setting(readSettings(snapshot), mappingSetting(tab), chosenSchema, []);
  const chosen = choices.columns ?? [];
  const settled = [
    ...remembered.filter((known) => !chosen.some(({ header }) => fold(header) === fold(known.header))),
    ...chosen,
  ];
  const mapping = mapColumns(tab, offered, table.headers, settled);
  const problems: Problem[] = [...table.problems];
  const columns = new Map<string, readonly CellInput[]>();
  const rows = table.rows.map(({ row }) => row);
  mapping.forEach((key, at) => {
    const header = table.headers[at] ?? "";
    const column = key === null ? undefined : tab.columns[key];
    if (!column || key === null) {
      if (header.trim() !== "") problems.push(problem("column-not-imported", { file: table.name, value: header }));
      return;
    }
    const values = table.rows.map(({ cells }) => cells[at] ?? "");
    const typed = typedColumn(column, values, { file: table.name, header, rows }, snapshot, choices.dates);
    columns.set(key, typed.cells);
    problems.push(...typed.problems);
  });
  return {
    mapping,
    problems,
    rows: table.rows.map(({ row, cells }, index) => ({
      row,
      cells: Object.fromEntries([...columns].map(([key, values]) => [key, values[index] ?? ""])),
      texts: Object.fromEntries([...columns.keys()].map((key) => [key, cellText(cells[mapping.indexOf(key)] ?? "")])),
      raw: rawText(cells),
    })),
    remembered: chosen.length > 0 ? { [mappingSetting(tab)]: settled } : {},
  };
}

const mappingSetting = (tab: Tab): string => `mapping.${tab.key}`;

const rawText = (cells: readonly CellValue[]): string => cells.map(cellText).join(" | ");
