import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { startEngine } from "../../src/local/appsscript/engine-model";
import { blankWorkbook } from "../../src/local/appsscript/snapshot";
import { OpenProgram } from "../../src/local/workspace/open-program";
import { writeProgramFile } from "../../src/local/workspace/program-file";
import { benchFiles } from "./generate";
import { CLOCK, stepsOver } from "./steps";

/** What a program needs before its results are counted. */
const STEPS = ["Set up workbook", "Import roster", "Import submissions", "Import survey answers"];

/** A program file with so many people, their submissions and answers; its results are not counted yet. */
export async function bigProgram(rows: number, dist: string): Promise<Buffer> {
  startEngine(readFileSync(createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm")));
  const blank = blankWorkbook({ id: "bench", name: "Bench program", timeZone: "Etc/UTC", locale: "en_US" });
  const program = new OpenProgram(blank, undefined, {
    code: readFileSync(join(dist, "Code.js"), "utf8"),
    htmlFiles: (name) => readFileSync(join(dist, `${name}.html`), "utf8"),
    now: () => CLOCK,
    userLocale: "en_US",
  });
  try {
    for (const { name, call, input } of stepsOver(benchFiles(rows)).filter((step) => STEPS.includes(step.name))) {
      const { outcome } = program.run(call, [input]);
      if (!outcome.ok) throw new Error(`${name}: ${outcome.message}`);
    }
    const file = await writeProgramFile(program.data());
    return Buffer.from(await file.arrayBuffer());
  } finally {
    program.free();
  }
}
