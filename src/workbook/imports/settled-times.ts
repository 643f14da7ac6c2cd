import { type Problem, problem } from "../../content/problems";
import { type CellValue, cellText, isDate } from "../cell";
import { type DateChoice, timesIn } from "../surveys/answer-times";
import type { Table } from "./table";

/** The wall clock of the spreadsheet at an instant: `2026-09-01T14:30:00`. */
export type WallClock = (instant: Date) => string;

/**
 * A table whose moments are written in one way, `2026-09-01 14:30:00`, so that they can be put beside those of other
 * files whose months and days stand in another order. A moment whose zone is written is put on the spreadsheet's clock;
 * one of an unknown zone, or of none, stays on the clock by which it was written. What can be read two ways, or not at
 * all, stays as it is and is reported.
 *
 * @param time place of the moments
 */
export function withSettledTimes(
  table: Table,
  time: number,
  dates: DateChoice,
  wallClock: WallClock,
): { readonly table: Table; readonly problems: readonly Problem[] } {
  if (time < 0) return { table, problems: [] };
  const read = timesIn(
    table.rows.map(({ cells }) => cells[time] ?? ""),
    dates,
  );
  const problems: Problem[] = [];
  const rows = table.rows.map((line, index) => {
    const value = read[index];
    const cell = line.cells[time] ?? "";
    if (!value) return line;
    if ("iso" in value) {
      const settled = isDate(cell) ? cell.date : onTheClock(value, wallClock);
      return { ...line, cells: replaced(line.cells, time, settled.replace("T", " ")) };
    }
    const code = { "not-a-date": "not-a-date", ambiguous: "ambiguous-date", impossible: "impossible-date" } as const;
    problems.push(
      problem(code[value.problem], {
        file: table.name,
        column: table.headers[time] ?? "",
        row: line.row,
        value: cellText(cell),
      }),
    );
    return line;
  });
  return { table: { ...table, rows }, problems: firstOfEach(problems) };
}

function onTheClock({ iso, offset }: { readonly iso: string; readonly offset?: number }, wallClock: WallClock): string {
  return offset === undefined ? iso : wallClock(new Date(Date.parse(`${iso}Z`) - offset * 60_000));
}

function replaced(cells: readonly CellValue[], at: number, cell: CellValue): readonly CellValue[] {
  const others = [...cells];
  others[at] = cell;
  return others;
}

/** Of a thousand moments that can be read two ways one is shown, with their number. */
function firstOfEach(problems: readonly Problem[]): readonly Problem[] {
  const codes = [...new Set(problems.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const alike = problems.filter((each) => each.code === code);
    return alike.slice(0, 1).map((first) => ({ ...first, count: alike.length }));
  });
}
