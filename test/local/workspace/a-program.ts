import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { startEngine } from "../../../src/local/appsscript/engine-model";
import { blankWorkbook } from "../../../src/local/appsscript/snapshot";
import { OpenProgram, type Surroundings } from "../../../src/local/workspace/open-program";
import type { ProgramData } from "../../../src/local/workspace/program-data";

startEngine(readFileSync(createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm")));

/** What a workspace in Los Angeles brings to a program on 5 October 2026. */
export function surroundings(code: string): Surroundings {
  return {
    code,
    htmlFiles: (name) => `<p>${name}</p>`,
    now: () => new Date("2026-10-05T15:00:00Z"),
    userLocale: "en",
  };
}

/** The built add-on, with its words. */
export function builtAddon(dist: string): Surroundings {
  const read = (file: string) => readFileSync(join(dist, file), "utf8");
  return { ...surroundings(read("Code.js")), htmlFiles: (name) => read(`${name}.html`) };
}

/** A bundle as the build makes it, with these functions. */
export function bundle(functions: string): string {
  return `"use strict";\nvar Addon = (() => ({ ${functions} }))();`;
}

/** A program with this bundle in it: a blank one, or what the data say. */
export function openProgram(code: string, data?: ProgramData): OpenProgram {
  const blank = blankWorkbook({ id: "file-1", name: "Blank", timeZone: "America/Los_Angeles", locale: "en_US" });
  const program = new OpenProgram(data?.workbook ?? blank, data?.outside, surroundings(code));
  onTestFinished(() => program.free());
  return program;
}
