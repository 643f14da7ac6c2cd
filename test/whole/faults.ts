import { expect } from "vitest";
import type { SheetData, WorkbookData } from "../../src/local/workbook-data";
import type { Planner } from "./helpers";

/** A command as a coordinator runs it: by the same words before a cut and after. */
export type Run = (planner: Planner) => { readonly ok: boolean; readonly problems: readonly { readonly code: string }[] };

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

/** Every call, both ways. */
export function allCuts(kinds: readonly string[]): readonly Cut[] {
  return kinds.flatMap((_, at): readonly Cut[] => [
    { at, waiting: "settle" },
    { at, waiting: "drop" },
  ]);
}

export interface Cut {
  /** Before which call the script is stopped. */
  readonly at: number;
  /** What becomes of the writes that wait. */
  readonly waiting: "settle" | "drop";
}

/** Runs a command, and stops it for good before that call, as Google does to a script that takes too long. */
export function runCut(planner: Planner, run: Run, { at, waiting }: Cut): void {
  const { services } = planner;
  let calls = 0;
  let dead = false;
  const remove = services.hooks.beforeCall((member) => {
    if (member === "end of execution") return;
    if (!dead && calls++ < at) return;
    if (!dead && waiting === "drop") services.endExecution("drop");
    dead = true;
    throw new Error("Exceeded maximum execution time");
  });
  try {
    run(planner);
  } catch {
    // Stopped: what comes next is what the file looks like.
  }
  remove();
  services.endExecution(waiting);
  expect(dead).toBe(true);
}

/**
 * All that people see of a workbook, and all that the planner remembers, without what is random: sheet ids are the
 * tabs' names here, and survey codes only have to be there and differ.
 */
export function picture(workbook: WorkbookData, dress = true): unknown {
  const names = new Map(workbook.sheets.map(({ id, name }) => [id, name]));
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.name === "Settings" ? rowsOf(sheet, names).toSorted() : rowsOf(sheet, names),
    notes: sheet.notes,
    ...(dress && dressOf(sheet, names)),
  }));
}

function dressOf(sheet: SheetData, names: ReadonlyMap<number, string>) {
  const { columnWidths, frozenRows, conditionalFormats, protection } = sheet;
  const validations = sheet.validations.map(({ range, rule }) => [
    range,
    rule.kind === "range" ? { ...rule, sheetId: names.get(rule.sheetId) } : rule,
  ]);
  return { columnWidths, frozenRows, conditionalFormats, protection, validations, formats: sheet.formats };
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
    .map((cells) => cells.join(", ").replace(/"sheet\.(.*) "(\d+)"$/, (_, key, id) => `"sheet.${key} ${names.get(Number(id))}`));
}
