/**
 * `dist/Code.js`: everything under src/addon.ts in one immediately invoked function, followed by the real top-level
 * declarations by which Google calls it, one for each export of src/addon.ts and no others.
 */
import * as esbuild from "esbuild";
import { BuildError } from "./build-error.mjs";

/** The one global besides the declared functions. */
export const GLOBAL_NAME = "Addon";

/**
 * Apps Script parses all of it at every call, so it is as short as can be. Exceptions are told to people as sentences
 * with a code and logged nowhere (appsscript.json): nobody reads this bundle's stack traces.
 *
 * @param {string} root
 * @returns {import("esbuild").BuildOptions & { write: false }}
 */
function options(root) {
  return {
    absWorkingDir: root,
    bundle: true,
    charset: "utf8",
    entryPoints: ["src/addon.ts"],
    logLevel: "silent",
    mainFields: ["module", "main"],
    minify: true,
    platform: "neutral",
    target: "es2019",
    write: false,
  };
}

/**
 * @param {string} root the folder with src/ and node_modules/
 * @returns {Promise<{ code: string, exported: string[], parts: { path: string, bytes: number }[] }>} `parts`: what each source file adds, the biggest first
 */
export async function buildServer(root) {
  const [script, module] = await Promise.all([
    esbuild.build({ ...options(root), format: "iife", globalName: GLOBAL_NAME }),
    esbuild.build({ ...options(root), format: "esm", metafile: true, outfile: "Code.js" }),
  ]);
  const outputs = Object.values(module.metafile.outputs);
  const exported = outputs.flatMap((output) => output.exports).sort();
  const parts = outputs
    .flatMap(({ inputs }) =>
      Object.entries(inputs).map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput })),
    )
    .sort((a, b) => b.bytes - a.bytes);
  const problems = exported.flatMap((name) => {
    if (name === "default") return ["src/addon.ts: a default export has no name by which Google could call it"];
    if (name === GLOBAL_NAME) return [`src/addon.ts: "${name}" is the name of the bundle itself`];
    if (name.endsWith("_")) return [`src/addon.ts: google.script.run cannot call "${name}": the name ends in "_"`];
    return [];
  });
  if (exported.length === 0) problems.push("src/addon.ts: exports nothing, so Google could call nothing");
  if (problems.length > 0) throw new BuildError(problems);
  return { code: `${script.outputFiles[0]?.text}${exported.map(declaration).join("")}`, exported, parts };
}

/** @param {string} name */
function declaration(name) {
  return `function ${name}(...args) {\n  return ${GLOBAL_NAME}.${name}(...args);\n}\n`;
}
