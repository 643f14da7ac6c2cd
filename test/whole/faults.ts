import { expect } from "vitest";
import type { RectangleData, SheetData, WorkbookData } from "../../src/local/workbook-data";
import { stopRun, type WaitingWrites } from "../helpers/stop-run";
import type { Planner } from "./helpers";

/** A command as a coordinator runs it: by the same words before a cut and after. */
export type Run = (planner: Planner) => {
  readonly ok: boolean;
  readonly problems: readonly { readonly code: string }[];
};

/** What a call is to a cut, in the order in which an uncut run makes them; `flush`: waiting writes are about to land. */
export function callsOf(open: () => Planner, run: Run): readonly string[] {
  const planner = open();
  const kinds: string[] = [];
  const remove = planner.services.hooks.beforeCall((_, kind) => kinds.push(kind));
  expect(run(planner).ok).toBe(true);
  remove();
  return kinds;
}

/**
 * Where a cut can leave something that no other cut leaves: before a write, where those before it land; and where
 * writes were about to land, which are then lost. A call that changes nothing leaves what the next of these leaves.
 */
export function distinctCuts(kinds: readonly string[]): readonly Cut[] {
  return kinds.flatMap((kind, at): readonly Cut[] =>
    kind === "write" ? [{ at, waiting: "settle" }] : kind === "flush" ? [{ at, waiting: "drop" }] : [],
  );
}

/** Every call, one way or the other. */
export function allCuts(kinds: readonly string[]): readonly Cut[] {
  return kinds.map((_, at) => ({ at, waiting: at % 2 ? "settle" : "drop" }));
}

export interface Cut {
  /** Before which call the script is stopped. */
  readonly at: number;
  readonly waiting: WaitingWrites;
}

/** Runs a command, and stops it for good before that call, as Google does to a script that takes too long. */
export function runCut(planner: Planner, run: Run, { at, waiting }: Cut): void {
  let calls = 0;
  expect(
    stopRun(
      planner.services,
      () => run(planner),
      () => calls++ >= at,
      waiting,
    ),
  ).toBe(true);
}

/**
 * All that people see of a workbook, and all that the planner remembers, line by line, without what is random: sheet
 * ids are the tabs' names here, and survey codes only have to be there.
 */
export function picture(workbook: WorkbookData, dress = true): readonly string[] {
  const names = new Map(workbook.sheets.map(({ id, name }) => [id, name]));
  return workbook.sheets.flatMap((sheet) => {
    const rows = rowsOf(sheet, names);
    const lines = [
      `hidden: ${sheet.hidden}`,
      ...(sheet.name === "Settings" ? rows.toSorted() : rows),
      ...sheet.notes.map((note) => JSON.stringify(note)),
      ...(dress ? dressOf(sheet, workbook.sheets) : []),
    ];
    return lines.map((line) => `${sheet.name}: ${line}`);
  });
}

/** What only one of two pictures has: short enough to read where a test fails. */
export function differences(is: readonly string[], wanted: readonly string[]): readonly string[] {
  const [has, needs] = [new Set(is), new Set(wanted)];
  const found = [
    ...wanted.filter((line) => !has.has(line)).map((line) => `missing: ${line}`),
    ...is.filter((line) => !needs.has(line)).map((line) => `too much: ${line}`),
  ];
  const moved = is.length !== wanted.length || is.some((line, at) => line !== wanted[at]);
  return found.length === 0 && moved ? ["the same lines in another order or number"] : found;
}

/** Down to the last row, however many rows a tab has by now. */
function shownRange({ row, column, rows, columns }: RectangleData, { rowCount }: SheetData): string {
  return `${row}:${row + rows > rowCount ? "" : row + rows - 1} × ${column}:${column + columns - 1}`;
}

function dressOf(sheet: SheetData, sheets: readonly SheetData[]): readonly string[] {
  const { columnWidths, frozenRows, conditionalFormats, protection } = sheet;
  const formats = sheet.formats.map(({ range, format }) => ({
    range: shownRange(range, sheet),
    // What was set first is no matter.
    format: Object.fromEntries(Object.entries(format).toSorted(([one], [other]) => one.localeCompare(other))),
  }));
  const rules = conditionalFormats.map((rule) => ({
    ...rule,
    ranges: rule.ranges.map((range) => shownRange(range, sheet)),
  }));
  const validations = sheet.validations.map(({ range, rule }) => {
    const from = rule.kind === "range" ? sheets.find(({ id }) => id === rule.sheetId) : undefined;
    const shown =
      rule.kind === "range" && from ? { ...rule, sheetId: from.name, range: shownRange(rule.range, from) } : rule;
    return [shownRange(range, sheet), shown];
  });
  return [{ columnWidths, frozenRows, protection }, ...rules, ...validations, ...formats].map((each) =>
    JSON.stringify(each),
  );
}

/** Rows that are not blank, in their order: a cut may leave a blank row between them. */
function rowsOf(sheet: SheetData, names: ReadonlyMap<number, string>): readonly string[] {
  const code = sheet.cells.find(({ row, value }) => row === 1 && value === "Survey code")?.column;
  const rows: string[][] = [];
  for (const { row, column, value, formula } of sheet.cells) {
    const cells = rows[row] ?? [];
    rows[row] = cells;
    const shown = column === code && /^[a-z0-9]{8}$/.test(String(value)) ? "a code" : (formula ?? value);
    cells.push(`${column}: ${JSON.stringify(shown)}`);
  }
  return rows
    .filter((cells) => cells !== undefined)
    .map((cells) =>
      cells.join(", ").replace(/"sheet\.(.*) "(\d+)"$/, (_, key, id) => `"sheet.${key} ${names.get(Number(id))}`),
    );
}
