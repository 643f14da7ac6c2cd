/**
 * How fast the planner is and how much it asks of Google: every command at three sizes, each run in a process of its
 * own. Prints the figures, writes them into docs/performance.md, and exits with 1 where one is not as it should be.
 *
 * usage: npm run bench
 *        node build/local/bench.mjs commands|planners|load ROWS   one run, for a profiler; prints JSON
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { bundleFigures, failures, type SizeFigures, sizeFigures } from "./figures";
import {
  type BundleLoaded,
  type CommandsRun,
  loadBundle,
  runCommands,
  runPlanners,
  type StepPlanned,
} from "./run-steps";
import { machine, report } from "./tables";

const SIZES = [100, 1_000, 10_000];
const RUNS = 3;

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DIST = join(ROOT, "dist");
const DOCUMENT = join(ROOT, "docs/performance.md");
const BEGIN = "<!-- bench: begin -->";
const END = "<!-- bench: end -->";

async function main(): Promise<number> {
  const machineLine = machine();
  const sizes: SizeFigures[] = [];
  for (const rows of SIZES) {
    console.error(`${rows} rows …`);
    const commands = await runs<CommandsRun>("commands", rows);
    sizes.push(sizeFigures(rows, commands, await runs<readonly StepPlanned[]>("planners", rows)));
  }
  const bundle = bundleFigures(await runs<BundleLoaded>("load", 0));
  const failed = failures(sizes);
  const text = report(machineLine, sizes, bundle, failed);
  console.log(text);
  await putIntoDocument(text);
  return failed.length === 0 ? 0 : 1;
}

/** One after the other, so that they do not slow each other down. */
async function runs<T>(kind: string, rows: number): Promise<readonly T[]> {
  const found: T[] = [];
  for (let run = 0; run < RUNS; run++) {
    const options = { maxBuffer: 2 ** 24 };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [fileURLToPath(import.meta.url), kind, String(rows)],
      options,
    );
    found.push(JSON.parse(stdout));
  }
  return found;
}

async function oneRun(kind: string, rows: number): Promise<unknown> {
  if (kind === "commands") return runCommands(rows, DIST);
  return kind === "planners" ? runPlanners(rows, DIST) : loadBundle(DIST);
}

/** What people wrote around the figures stays. */
async function putIntoDocument(text: string): Promise<void> {
  const present = await readFile(DOCUMENT, "utf8");
  const [from, to] = [present.indexOf(BEGIN), present.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${DOCUMENT} has no place for the figures: ${BEGIN} … ${END}`);
  await writeFile(DOCUMENT, `${present.slice(0, from)}${BEGIN}\n\n${text}\n\n${present.slice(to)}`);
}

const [kind, rows] = process.argv.slice(2);
if (kind) console.log(JSON.stringify(await oneRun(kind, Number(rows))));
else process.exitCode = await main();
