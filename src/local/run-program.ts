import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type * as addon from "../addon";
import type { CommandResult, ToldProblem } from "../commands/run";
import { readTable } from "../files/read-table";
import type { Results } from "../workbook/outcome/results";
import { blankWorkbook } from "./appsscript/snapshot";
import type { CliOptions, InputFile } from "./cli-options";
import { writeDocx } from "./docx";
import { type Host, type ServerFunction, startHost } from "./host";
import { newProgram } from "./new-program";
import { actAsTeam } from "./sample-people";
import type { WorkbookData } from "./workbook-data";
import { readXlsx, writeXlsx } from "./xlsx";

type Addon = typeof addon;

/** What results.json holds. The team's own: nothing in it is suppressed. */
export interface ResultsFile
  extends Pick<Results, "asOf" | "readiness" | "funnel" | "reference" | "supportModels" | "surveys"> {
  readonly problems: readonly {
    readonly code: string;
    readonly file: string | null;
    readonly row: number | null;
    readonly column: string | null;
    readonly message: string;
    readonly count: number;
  }[];
  readonly serviceCalls: Readonly<Record<string, { readonly reads: number; readonly writes: number }>>;
}

export interface ProgramRun {
  readonly results: ResultsFile;
  /** Files to write into the folder, by name. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  /** Whether anything that was given could be used. */
  readonly usable: boolean;
}

/** Runs the whole job over one folder: set up where there is nothing yet, import, refresh, report. */
export async function runProgram(
  options: CliOptions,
  dist: string,
): Promise<ProgramRun | { readonly problem: string }> {
  const workbook = await openFolder(options.out);
  if ("problem" in workbook) return workbook;
  const host = startHost({ workbook, dist });
  const run = new Recorder(host);
  try {
    const facts = host.call("readDialogFacts");
    if (!facts.isSetUp) {
      const made = run.command("set-up", "setUpWorkbook", { program: newProgram(options, facts) });
      if (!made.ok) return { problem: made.problems.map(({ message }) => message).join("\n") };
      if (options.sample) actAsTeam(host.services.editor);
    }
    const used: boolean[] = [];
    for (const input of options.inputs) used.push(await importFile(run, input, options.dates));
    const choices = {
      ...(options.asOf && { asOf: options.asOf }),
      ...(options.reference && { reference: options.reference }),
    };
    const refreshed = run.command("refresh-results", "refreshResults", choices);
    const report = run.command("create-report", "createReport", { ...choices, again: true });
    if (!refreshed.data) return { problem: refreshed.problems.map(({ message }) => message).join("\n") };
    const document = host.services.documents().find(({ id }) => id === report.data?.id);
    const results = run.resultsFile(refreshed.data);
    const files = new Map<string, Uint8Array | string>();
    files.set("planner.xlsx", await writeXlsx(host.services.workbook()));
    if (document) files.set("report.docx", await writeDocx(document));
    files.set("results.json", `${JSON.stringify(results, null, 2)}\n`);
    return { results, files, usable: used.length === 0 || used.includes(true) };
  } finally {
    host.services.free();
  }
}

/** The program in a folder, as people left it in planner.xlsx, or a new spreadsheet. */
async function openFolder(folder: string): Promise<WorkbookData | { readonly problem: string }> {
  const path = join(folder, "planner.xlsx");
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    // A program that is there but cannot be opened just now must never be taken for none.
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    return null;
  });
  if (!bytes) {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return blankWorkbook({ id: crypto.randomUUID(), name: "planner", timeZone, locale: "en_US" });
  }
  const read = await readXlsx(bytes);
  if (read.ok) return read.workbook;
  return {
    problem: `${path} is there but cannot be read as a workbook. Move it away or choose another folder: it was not touched.`,
  };
}

/** Imports one file; whether anything in it could be used. */
async function importFile(run: Recorder, input: InputFile, dates: string | null): Promise<boolean> {
  const given = { source: await readSource(input.path), ...(dates && { dates }) };
  const result = importedBy(run, input, given);
  // A problem of the file as a whole names no row.
  return result.ok && !result.problems.some(({ severity, row }) => severity === "error" && row === undefined);
}

function importedBy(run: Recorder, input: InputFile, given: object): CommandResult<unknown> {
  switch (input.kind) {
    case "roster":
      return run.command("import-roster", "importRoster", given);
    case "submissions":
      return run.command("import-submissions", "importSubmissions", given);
    case "responses": {
      const { survey } = input;
      return run.command(`import-responses:${survey}`, "importResponses", { ...given, survey });
    }
  }
}

/** A file's cells, or what was amiss with it: the words for that are the bundle's. */
async function readSource(path: string) {
  const name = basename(path);
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return { name: path, found: [{ code: "file-missing" }] };
  const table = await readTable(bytes);
  if ("problem" in table) return { name, found: [{ code: table.problem }] };
  return { name, cells: table.cells, found: table.notes };
}

type CommandName = {
  [Name in ServerFunction]: ReturnType<Addon[Name]> extends CommandResult<unknown> ? Name : never;
}[ServerFunction];

/** Calls the bundle's functions and keeps what they cost and what they found. */
class Recorder {
  private readonly serviceCalls: Record<string, { reads: number; writes: number }> = {};
  private readonly problems = new Map<string, ToldProblem>();

  constructor(private readonly host: Host) {}

  command<Name extends CommandName>(label: string, name: Name, input: unknown): ReturnType<Addon[Name]> {
    const result = this.host.call(name, input);
    this.serviceCalls[label] = this.host.services.calls.totals();
    const { problems }: CommandResult<unknown> = result;
    // Refresh and report look at the same rows and find the same.
    for (const found of problems) this.problems.set(JSON.stringify(found), found);
    return result;
  }

  resultsFile({ asOf, readiness, funnel, reference, supportModels, surveys }: Results): ResultsFile {
    const problems = [...this.problems.values()].map(({ code, file, tab, row, column, message, count }) => ({
      code,
      file: file ?? tab ?? null,
      row: row ?? null,
      column: column ?? null,
      message,
      count: count ?? 1,
    }));
    const { serviceCalls } = this;
    return { asOf, readiness, funnel, reference, supportModels, surveys, problems, serviceCalls };
  }
}
