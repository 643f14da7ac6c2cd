/**
 * `dist/Code.js`: everything under src/addon.ts in one immediately invoked function, followed by the real top-level
 * declarations by which Google calls it, one for each export of src/addon.ts and no others.
 */
import { readFile } from "node:fs/promises";
import * as esbuild from "esbuild";
import { BuildError } from "./build-error.mjs";

/** The one global besides the declared functions. */
export const GLOBAL_NAME = "Addon";

/**
 * Papa Parse also streams files and downloads in browsers and in Node, in code that text never reaches. In Apps
 * Script none of the names it needs for that exist, so there they are `undefined`, and are gone from the bundle. Only
 * Papa Parse is treated so: the same name anywhere else is a mistake that the build must report.
 */
const PAPAPARSE_DEFINE = {
  ...Object.fromEntries(
    `Blob File FileReader FileReaderSync URL Worker XMLHttpRequest define document global postMessage require self
    setTimeout window`
      .split(/\s+/)
      .map((name) => [name, "undefined"]),
  ),
  PAPA_BROWSER_CONTEXT: "true",
};

/** Packages are shortened down to their local names; our own names stay, since stack traces must read. @type {import("esbuild").Plugin} */
const shortPackages = {
  name: "short-packages",
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/].*\.m?js$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(await readFile(path, "utf8"), {
        define: /[\\/]papaparse\.js$/.test(path) ? PAPAPARSE_DEFINE : {},
        legalComments: "inline",
        minifyIdentifiers: true,
        minifySyntax: true,
      });
      return { contents: code, loader: "js" };
    });
  },
};

/**
 * Stack traces must read: identifiers keep their names, and lines stay short enough for a line number to help.
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
    lineLimit: 160,
    logLevel: "silent",
    mainFields: ["module", "main"],
    minifySyntax: true,
    minifyWhitespace: true,
    platform: "neutral",
    plugins: [shortPackages],
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
