/**
 * How fast the planner is and how much it asks of Google: every command at three sizes, each run in a process of its
 * own; surveys with many answers and messages; and how fast the page is, in headless Chromium. Prints the figures,
 * writes them into docs/performance.md, and exits with 1 where one is not as it should be.
 *
 * usage: npm run bench
 *        npm run bench -- surveys                                 surveys alone
 *        npm run bench -- browser                                 the page alone
 *        node build/local/bench.mjs RUN ROWS [FILE...]            one run, for a profiler; prints JSON. RUN is
 *                                  commands, planners, load, parse, import, collect or send
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { collectFromForm, type FilesParsed, importFiles, parseFiles, type TwiceRun } from "./answer-runs";
import { type BrowserFigures, browserFailures, browserReport } from "./browser-report";
import { bundleFigures, failures, type SizeFigures, sizeFigures } from "./figures";
import { benchFiles } from "./generate";
import {
  type BundleLoaded,
  type CommandsRun,
  loadBundle,
  runCommands,
  runPlanners,
  type StepPlanned,
} from "./run-steps";
import { type SendingRun, sendToAll } from "./sending-run";
import { importFigures, type SurveyFigures, surveyFailures, surveyReport } from "./survey-report";
import { machine, report } from "./tables";

const SIZES = [100, 1_000, 10_000];
const RUNS = 3;
const [FEW_ANSWERS, MANY_ANSWERS] = [100, 10_000];
const MESSAGES = 1_000;

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
  return Math.max(failed.length === 0 ? 0 : 1, await surveyPart(), await browserPart());
}

/** Survey answers that nobody here wrote; none of them are in this repository. */
const PUBLIC_FILES = join(ROOT, "../shared/data");

async function surveyPart(): Promise<number> {
  const machineLine = machine();
  const folder = await mkdtemp(join(tmpdir(), "planner-bench-"));
  try {
    const generated = join(folder, "answers.csv");
    const few = join(folder, "few.csv");
    await writeFile(generated, benchFiles(MANY_ANSWERS).answers);
    await writeFile(few, benchFiles(FEW_ANSWERS).answers);
    const isHere = existsSync(PUBLIC_FILES);
    const names = isHere ? await readdir(PUBLIC_FILES) : [];
    const published = names.filter((name) => /^gform_|instructor_training_post/.test(name));
    const files = [
      ["A generated file of 40 columns", [generated], MANY_ANSWERS],
      ["Public files, each a survey of its own", published.map((name) => join(PUBLIC_FILES, name)), FEW_ANSWERS],
    ] as const;
    const imports = [];
    for (const [what, paths, people] of files) {
      if (paths.length === 0) continue;
      console.error(`${what} …`);
      const parsed = await runs<FilesParsed>("parse", 0, paths);
      imports.push(importFigures(what, parsed, await runs<TwiceRun>("import", people, paths)));
    }
    console.error("collecting and sending …");
    const figures: SurveyFigures = {
      imports,
      fewAnswers: await run<TwiceRun>("import", FEW_ANSWERS, [few]),
      collecting: [await run<TwiceRun>("collect", FEW_ANSWERS), await run<TwiceRun>("collect", MANY_ANSWERS)],
      sending: await run<SendingRun>("send", MESSAGES),
      missing: isHere ? null : `Public files were not measured: ${PUBLIC_FILES} is not here.`,
    };
    const text = surveyReport(machineLine, figures);
    console.log(text);
    await putIntoDocument("surveys", text);
    return surveyFailures(figures).length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true });
  }
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
async function runs<T>(kind: string, rows: number, paths: readonly string[] = []): Promise<readonly T[]> {
  const found: T[] = [];
  for (let times = 0; times < RUNS; times++) found.push(await run<T>(kind, rows, paths));
  return found;
}

async function run<T>(kind: string, rows: number, paths: readonly string[] = []): Promise<T> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [fileURLToPath(import.meta.url), kind, String(rows), ...paths],
    { maxBuffer: 2 ** 24 },
  );
  return JSON.parse(stdout);
}

async function oneRun(kind: string, rows: number, paths: readonly string[]): Promise<unknown> {
  switch (kind) {
    case "commands":
      return runCommands(rows, DIST);
    case "planners":
      return runPlanners(rows, DIST);
    case "parse":
      return parseFiles(paths);
    case "import":
      return importFiles(rows, DIST, paths);
    case "collect":
      return collectFromForm(rows, DIST);
    case "send":
      return sendToAll(rows, DIST);
    default:
      return loadBundle(DIST);
  }
}

/** What people wrote around the figures stays. */
async function putIntoDocument(part: "bench" | "surveys" | "page", text: string): Promise<void> {
  const [begin, end] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
  const present = await readFile(DOCUMENT, "utf8");
  const [from, to] = [present.indexOf(begin), present.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${DOCUMENT} has no place for the figures: ${begin} … ${end}`);
  await writeFile(DOCUMENT, `${present.slice(0, from)}${begin}\n\n${text}\n\n${present.slice(to)}`);
}

const [kind, rows, ...paths] = process.argv.slice(2);
if (kind === "browser") process.exitCode = await browserPart();
else if (kind === "surveys") process.exitCode = await surveyPart();
else if (kind) console.log(JSON.stringify(await oneRun(kind, Number(rows), paths)));
else process.exitCode = await main();
