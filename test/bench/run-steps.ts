import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { gzipSync } from "node:zlib";
import type { CommandResult } from "../../src/commands/run";
import { readDelimited } from "../../src/files/delimited-text";
import { readStoredWords } from "../../src/google/words";
import { openWorkbook } from "../../src/google/workbook";
import { createServices, type ServiceOptions } from "../../src/local/appsscript/create-services";
import { blankWorkbook } from "../../src/local/appsscript/snapshot";
import { type HostOptions, startHost } from "../../src/local/host";
import type { WorkbookData } from "../../src/local/workbook-data";
import { writeXlsx } from "../../src/local/xlsx";
import { type Budget, budgetOf } from "./budget";
import { benchFiles } from "./generate";
import { CLOCK, type Step, stepsOver } from "./steps";

/** What one command took in one run. */
export interface StepRun {
  readonly name: string;
  readonly ok: boolean;
  /** Calls on the spreadsheet. */
  readonly reads: number;
  readonly writes: number;
  /** Those of the writes that fill in people's cells: one for each distinct value. */
  readonly singleCells: number;
  /** Calls on a document: they grow with its parts. */
  readonly documentCalls: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly milliseconds: number;
  /** The most memory that the process has held so far. */
  readonly peakBytes: number;
}

export interface CommandsRun {
  readonly steps: readonly StepRun[];
  /** Splitting the files into cells. */
  readonly splitting: number;
  readonly xlsx: { readonly milliseconds: number; readonly bytes: number; readonly peakBytes: number };
}

/** What planning one command took in one run, and what its plan may cost. */
export interface StepPlanned {
  readonly milliseconds: number;
  readonly budget: Budget | null;
}

export interface BundleLoaded {
  readonly bytes: number;
  readonly gzipped: number;
  readonly milliseconds: number;
}

/** Every command once, in the built bundle over local services, in this fresh process. */
export async function runCommands(rows: number, dist: string): Promise<CommandsRun> {
  const files = benchFiles(rows);
  const steps = stepsOver(files);
  const [, splitting] = timed(() => Object.values(files).map(readDelimited));
  const host = openHost(dist);
  const done = steps.map(({ name, call, input }): StepRun => {
    const [result, milliseconds] = timed((): CommandResult<unknown> => host.call(call, input));
    const { calls } = host.services;
    const { read, write } = calls.byMember();
    const reads = counted(read);
    const writes = counted(write);
    return {
      name,
      ok: result.ok,
      reads: reads.spreadsheet,
      writes: writes.spreadsheet,
      singleCells: write["RangeList.setValue"] ?? 0,
      documentCalls: reads.document + writes.document,
      cellsRead: calls.cells.read,
      cellsWritten: calls.cells.written,
      milliseconds,
      peakBytes: peakBytes(),
    };
  });
  const begun = performance.now();
  const { length: bytes } = await writeXlsx(host.services.workbook());
  const xlsx = { milliseconds: performance.now() - begun, bytes, peakBytes: peakBytes() };
  return { steps: done, splitting, xlsx };
}

/** Members of DocumentApp and what it gives out. */
const DOCUMENT = /^(DocumentApp|Document|Body|Paragraph|ListItem|Table|TableRow|Text)\./;

function counted(members: Readonly<Record<string, number>>): {
  readonly spreadsheet: number;
  readonly document: number;
} {
  let spreadsheet = 0;
  let document = 0;
  for (const [member, count] of Object.entries(members)) {
    if (DOCUMENT.test(member)) document += count;
    else spreadsheet += count;
  }
  return { spreadsheet, document };
}

/**
 * The planner of every command alone, on the workbook as the command would find it. It is read by the very code that
 * the bundle reads with, over a second set of local services, so that the clock runs for nothing but planning.
 */
export function runPlanners(rows: number, dist: string): readonly StepPlanned[] {
  const host = openHost(dist);
  return stepsOver(benchFiles(rows)).map((step) => {
    const planned = planAlone(step, host.services.workbook(), dist);
    host.call(step.call, step.input);
    return planned;
  });
}

function planAlone({ tabs, moreTabs, search, plan }: Step, workbook: WorkbookData, dist: string): StepPlanned {
  const htmlFiles = (name: string): string => readFileSync(join(dist, `${name}.html`), "utf8");
  const services = createServices({ workbook, scriptTimeZone: "Etc/UTC", htmlFiles, ...fixed() });
  Object.assign(globalThis, services.globals);
  const words = readStoredWords();
  const book = openWorkbook(tabs, moreTabs, search);
  const [wanted, milliseconds] = timed(() => plan(book, words));
  services.free();
  return { milliseconds, budget: budgetOf(wanted, book.snapshot, book.wanted, search) };
}

/** How long the bundle takes to parse and load, in this fresh process. */
export function loadBundle(dist: string): BundleLoaded {
  const code = readFileSync(join(dist, "Code.js"));
  const text = code.toString("utf8");
  const context = createContext({});
  const [, milliseconds] = timed(() => new Script(text, { filename: "Code.js" }).runInContext(context));
  return { bytes: code.length, gzipped: gzipSync(code).length, milliseconds };
}

export const openHost = (dist: string, world: HostOptions["world"] = {}) =>
  startHost({ workbook: newSpreadsheet(), dist, world, ...fixed() });

const newSpreadsheet = (): WorkbookData =>
  blankWorkbook({ id: "bench", name: "bench", timeZone: "America/New_York", locale: "en_US" });

/** Clock and ids that are the same in every run. */
function fixed(): Pick<ServiceOptions, "now" | "randomId"> {
  let ids = 0;
  return { now: () => CLOCK, randomId: () => `00000000-0000-4000-8000-${String(ids++).padStart(12, "0")}` };
}

export function timed<T>(work: () => T): readonly [T, number] {
  const begun = performance.now();
  const made = work();
  return [made, performance.now() - begun];
}

export const peakBytes = (): number => process.resourceUsage().maxRSS * 1024;
