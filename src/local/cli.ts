import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readOptions, USAGE } from "./cli-options";
import { runProgram } from "./run-program";
import { sampleProgram } from "./sample-program";
import { summaryOf } from "./summary";

/** The main job without Google: reads files, runs the built bundle over them, and writes workbook, report and results. */
async function main(words: readonly string[]): Promise<number> {
  const read = readOptions(words, new Date());
  if (words.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  if ("problem" in read) {
    console.error(`${read.problem}\n\n${USAGE}`);
    return 1;
  }
  // A folder with somebody's own program in it never gets the sample's people.
  const { out } = read.options;
  const sample = read.options.sample && (existsSync(sampleFolder(out)) || !existsSync(join(out, "planner.xlsx")));
  const options = { ...read.options, sample };
  const inputs = sample ? await writeSample(out, options.launch) : options.inputs;
  const dist = join(dirname(fileURLToPath(import.meta.url)), "../../dist");
  const done = await runProgram({ ...options, inputs }, dist);
  if ("problem" in done) {
    console.error(done.problem);
    return 1;
  }
  for (const [name, bytes] of done.files) await replaceFile(join(options.out, name), bytes);
  console.log(
    summaryOf(
      done.results,
      [...done.files.keys()].map((name) => join(options.out, name)),
    ),
  );
  return done.usable ? 0 : 1;
}

const sampleFolder = (out: string): string => join(out, "sample");

/** The sample's files, where a newcomer can look at them and change them. */
async function writeSample(out: string, launch: string) {
  const { roster, submissions, baseline, end } = sampleProgram(launch);
  const folder = sampleFolder(out);
  await mkdir(folder, { recursive: true });
  const files = { "roster.csv": roster, "submissions.csv": submissions, "baseline.csv": baseline, "end.csv": end };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return [
    { kind: "roster", path: join(folder, "roster.csv") },
    { kind: "submissions", path: join(folder, "submissions.csv") },
    { kind: "responses", survey: "baseline", path: join(folder, "baseline.csv") },
    { kind: "responses", survey: "end", path: join(folder, "end.csv") },
  ] as const;
}

/** A run that is cut off leaves the old file or the new one, never half of one. */
async function replaceFile(path: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const waiting = join(dirname(path), `.${basename(path)}.new`);
  await writeFile(waiting, bytes);
  await rename(waiting, path);
}

process.exitCode = await main(process.argv.slice(2)).catch((error: NodeJS.ErrnoException) => {
  // What the file system refuses is the person's to mend; anything else is ours and should be seen whole.
  if (!error.path) throw error;
  console.error(`${error.path} cannot be written (${error.code}). Choose another folder with --out.`);
  return 1;
});
