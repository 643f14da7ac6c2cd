/**
 * How fast the planner is and how much it asks of Google: every command at three sizes, each run in a process of its
 * own; and how fast the page is, in headless Chromium. Prints the figures, writes them into docs/performance.md, and
 * exits with 1 where one is not as it should be.
 *
 * usage: npm run bench
 *        npm run bench -- browser                                 the page alone
 *        node build/local/bench.mjs commands|planners|load ROWS   one run, for a profiler; prints JSON
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type BrowserFigures, browserFailures, browserReport } from "./browser-report";
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
  await putIntoDocument("bench", text);
  return Math.max(failed.length === 0 ? 0 : 1, await browserPart());
}

async function browserPart(): Promise<number> {
  const machineLine = machine();
  console.error("the page …");
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, "build/local/bench-browser.mjs")]);
  const figures: BrowserFigures = JSON.parse(stdout);
  const text = browserReport(machineLine, figures);
  console.log(text);
  await putIntoDocument("page", text);
  return browserFailures(figures).length === 0 ? 0 : 1;
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
async function putIntoDocument(part: "bench" | "page", text: string): Promise<void> {
  const [begin, end] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
  const present = await readFile(DOCUMENT, "utf8");
  const [from, to] = [present.indexOf(begin), present.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${DOCUMENT} has no place for the figures: ${begin} … ${end}`);
  await writeFile(DOCUMENT, `${present.slice(0, from)}${begin}\n\n${text}\n\n${present.slice(to)}`);
}

const [kind, rows] = process.argv.slice(2);
if (kind === "browser") process.exitCode = await browserPart();
else if (kind) console.log(JSON.stringify(await oneRun(kind, Number(rows))));
else process.exitCode = await main();
