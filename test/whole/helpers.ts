import { expect, inject, onTestFinished } from "vitest";
import { readDelimited } from "../../src/files/delimited-text";
import { blankWorkbook } from "../../src/local/appsscript/snapshot";
import { type Host, type HostOptions, startHost } from "../../src/local/host";
import type { SheetData, WorkbookData } from "../../src/local/workbook-data";

/** What clasp pushes, built once for all tests. */
export const dist = inject("dist");

/** Where people are, while the script runs in Etc/UTC: the normal case. */
const ZONE = "America/Los_Angeles";

/** Five in the morning there. */
const NOW = "2026-09-02T12:00:00Z";

export const PROGRAM = {
  program: "River program",
  affiliate: "River Education Association",
  cohort: "2026",
  launch: "2026-09-01",
  weeks: 8,
  groups: [
    { name: "On their own", model: "independent" },
    { name: "Learning lab", model: "plc" },
  ],
  location: "rural",
  currency: ["state-pd"],
  goals: "More teaching that works.",
  optionalTabs: [] as string[],
};

/** What a row shows, by header; blank cells left out. A real date is `date 2026-09-01`, so that no text looks like one. */
export type ShownRow = Readonly<Record<string, string | number | boolean>>;

/** A spreadsheet with the planner in it, as a coordinator, and a test, sees it. */
export interface Planner {
  readonly call: Host["call"];
  /** Answers a form as a person does; with that, the add-on's triggers run. */
  readonly answerForm: Host["answerForm"];
  readonly services: Host["services"];
  readonly editor: Host["services"]["editor"];
  /** What the last command cost. */
  cost(): { readonly reads: number; readonly writes: number };
  /** The rows of a tab that are not blank. */
  rows(tab: string): readonly ShownRow[];
  /** What stands under one header, in those rows; "" where it is blank. */
  column(tab: string, header: string): readonly (string | number | boolean)[];
  /** What a live figure on Start shows. */
  figure(what: string): unknown;
  headers(tab: string): readonly string[];
  sheet(tab: string): SheetData;
  /** "C4": the cell of that header in that row. */
  at(tab: string, header: string, row: number): string;
  /** Types a row in, cell by cell, into the first row that is blank, or into the one given. */
  typeRow(tab: string, cells: Readonly<Record<string, string>>, row?: number): void;
  type(tab: string, header: string, row: number, text: string): void;
  /** Types a whole table, cell by cell. */
  typeTable(tab: string, rows: readonly (readonly string[])[], from?: number): void;
}

interface Opening {
  readonly workbook?: WorkbookData;
  readonly world?: HostOptions["world"];
  /** What time it is, or a clock. */
  readonly now?: string | (() => string);
  /** Where the next random id starts: one that was used in the file before would make the same codes again. */
  readonly ids?: string;
}

/** An empty spreadsheet, or this one, with the built bundle running in it. */
export function openPlanner({ workbook = blank(), now = NOW, ids = "id", world = {} }: Opening = {}): Planner {
  let made = 0;
  const clock = typeof now === "string" ? () => now : now;
  const host = startHost({ workbook, dist, now: () => new Date(clock()), randomId: () => `${ids}-${++made}`, world });
  const { services } = host;
  const { editor } = services;
  onTestFinished(() => services.free());
  const sheet = (name: string): SheetData => {
    const found = services.tab(name);
    if (!found) throw new Error(`There is no tab "${name}"; there are: ${editor.tabNames().join(", ")}`);
    return found;
  };
  const headers = (tab: string): readonly string[] => headersOf(sheet(tab));
  const at = (tab: string, header: string, row: number): string => {
    const place = headers(tab).indexOf(header);
    if (place < 0) throw new Error(`${tab} has no column "${header}"; it has: ${headers(tab).join(", ")}`);
    return `${letter(place)}${row}`;
  };
  const table = (tab: string): readonly Map<string, string | number | boolean>[] => {
    const found = sheet(tab);
    const names = headersOf(found);
    const rows: Map<string, string | number | boolean>[] = [];
    for (const { row, column, value } of found.cells) {
      if (row === 1 || value === "" || value === false) continue;
      const cells = rows[row] ?? new Map();
      rows[row] = cells;
      cells.set(names[column - 1] ?? "", shown(editor.read(tab, `${letter(column - 1)}${row}`)));
    }
    return rows.filter((row) => row !== undefined);
  };
  const typeRow: Planner["typeRow"] = (tab, cells, row = firstBlankRow(sheet(tab))) => {
    for (const [header, text] of Object.entries(cells)) editor.type(tab, at(tab, header, row), text);
  };
  return {
    services,
    editor,
    call: host.call,
    answerForm: host.answerForm,
    cost: () => services.calls.totals(),
    rows: (tab) => table(tab).map((row) => Object.fromEntries(row)),
    column: (tab, header) => {
      at(tab, header, 1);
      return table(tab).map((row) => row.get(header) ?? "");
    },
    figure: (what) =>
      table("Start")
        .find((row) => row.get("What") === what)
        ?.get("Now"),
    headers,
    sheet,
    at,
    typeRow,
    type: (tab, header, row, text) => editor.type(tab, at(tab, header, row), text),
    typeTable: (tab, rows, from = 1) => {
      for (const [down, row] of rows.entries())
        for (const [across, text] of row.entries()) editor.type(tab, `${letter(across)}${down + from}`, text);
    },
  };
}

function blank(): WorkbookData {
  return blankWorkbook({ id: "file-1", name: "River", timeZone: ZONE, locale: "en_US" });
}

let afterSetUp: WorkbookData | null = null;

/** A workbook that was set up for PROGRAM; set-up itself runs once for all files that share this module. */
export function openSetUp(options: Omit<Opening, "workbook"> = {}): Planner {
  if (!afterSetUp) {
    const planner = openPlanner({ ids: "set-up" });
    expect(planner.call("setUpWorkbook", { program: PROGRAM })).toMatchObject({ ok: true, problems: [] });
    afterSetUp = planner.services.workbook();
  }
  return openPlanner({ workbook: afterSetUp, ...options });
}

/** The same spreadsheet opened again: only what stands in files is left. */
export function reopen(planner: Planner, options: Omit<Opening, "workbook"> & { readonly id?: string } = {}): Planner {
  const { id, ...rest } = options;
  const workbook = planner.services.workbook();
  const world = { outside: planner.services.outside(), ...rest.world };
  return openPlanner({ workbook: { ...workbook, ...(id && { id }) }, ids: "later", ...rest, world });
}

/** A file's text as the dialog hands it over. */
export function file(name: string, text: string): { source: { name: string; cells: readonly (readonly string[])[] } } {
  return { source: { name, cells: readDelimited(text) } };
}

/** A table as a file: each row's cells exactly so. */
export function table(name: string, cells: readonly (readonly string[])[]) {
  return { source: { name, cells } };
}

/** The codes of what a command reported, each once. */
export function codesOf({ problems }: { readonly problems: readonly { readonly code: string }[] }): readonly string[] {
  return [...new Set(problems.map(({ code }) => code))];
}

function headersOf({ cells }: SheetData): readonly string[] {
  const found: string[] = [];
  for (const { row, column, value } of cells) if (row === 1) found[column - 1] = String(value);
  return Array.from(found, (header) => header ?? "");
}

function shown(value: unknown): string | number | boolean {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  const moment = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "medium" });
  return `date ${moment.format(value as Date).replace(" 00:00:00", "")}`;
}

function firstBlankRow({ cells }: SheetData): number {
  const filled = new Set(cells.filter(({ value }) => value !== "" && value !== false).map(({ row }) => row));
  let row = 2;
  while (filled.has(row)) row++;
  return row;
}

function letter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letter(Math.floor(place / 26) - 1) + last;
}
