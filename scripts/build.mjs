/**
 * Builds what clasp pushes (dist/), what runs here without Google (build/local/) and the page that shows it (site/), and
 * refuses a bundle that would not work in Apps Script.
 *
 * usage: node scripts/build.mjs [--quiet] [--parts]
 */
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { absentGlobals } from "./bundle/apps-script.mjs";
import { BuildError, problemsOf } from "./bundle/build-error.mjs";
import { loadBundle, menuItems } from "./bundle/load.mjs";
import { buildLocal } from "./bundle/local.mjs";
import { namesCalledByPages, namesWrittenIn, pagesOpenedBy } from "./bundle/names.mjs";
import { buildPages } from "./bundle/pages.mjs";
import { parseScript } from "./bundle/references.mjs";
import { buildServer, GLOBAL_NAME } from "./bundle/server.mjs";
import { buildSite } from "./bundle/site.mjs";
import { buildWords } from "./bundle/words.mjs";
import { isMain } from "./is-main.mjs";

/** Apps Script parses the whole bundle at every call, so it stays small. */
export const MAX_BUNDLE_BYTES = 288 * 1024;

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @param {object} where
 * @param {string} [where.root] the folder with src/ and node_modules/
 * @param {string} [where.dist] what clasp pushes
 * @returns {Promise<{ files: Map<string, string>, exported: string[] }>} what was written, by path inside dist
 */
export async function buildAddon({ root = ROOT, dist = join(root, "dist") } = {}) {
  await rm(dist, { recursive: true, force: true });
  const [{ code, exported }, pages, words, called] = await Promise.all([
    buildServer(root),
    buildPages(root),
    buildWords(root),
    namesCalledByPages(root),
  ]);
  const problems = bundleProblems(code, exported, called, [...pages.keys()]);
  if (problems.length > 0) throw new BuildError(problems);
  const files = new Map([
    ["Code.js", code],
    ["words.html", words],
    ...[...pages].map(([name, html]) => /** @type {const} */ ([`ui/${name}`, html])),
  ]);
  for (const [path, text] of files) {
    await mkdir(dirname(join(dist, path)), { recursive: true });
    await writeFile(join(dist, path), text);
  }
  await copyFile(join(root, "appsscript.json"), join(dist, "appsscript.json"));
  return { files, exported };
}

/**
 * Everything that would keep a bundle from working once pushed.
 *
 * @param {string} code
 * @param {readonly string[]} exported
 * @param {readonly import("./bundle/names.mjs").CalledName[]} calledByPages
 * @param {readonly string[]} pages the files in ui/
 * @returns {string[]}
 */
export function bundleProblems(code, exported, calledByPages, pages) {
  const program = parseScript(code);
  const problems = absentGlobals(program).map(({ name, line }) => `Code.js:${line}: Apps Script has no "${name}"`);
  if (problems.length > 0) return problems;
  for (const page of pagesOpenedBy(program))
    if (page !== "words" && !pages.includes(`${page.replace(/^ui\//, "")}.html`))
      problems.push(`Code.js opens "${page}", and there is no src/${page}.html`);
  try {
    const bundle = loadBundle(code)[GLOBAL_NAME];
    for (const name of exported)
      if (typeof Reflect.get(Object(bundle), name) !== "function")
        problems.push(`src/addon.ts: "${name}" is not a function`);
    const menu = menuItems(code).map(({ name, caption }) => ({ name, from: `menu item "${caption}"` }));
    for (const { name, from } of [...menu, ...namesWrittenIn(program), ...calledByPages])
      if (!exported.includes(name)) problems.push(`${from}: src/addon.ts exports no "${name}"`);
  } catch (error) {
    problems.push(`Code.js: does not load or open its menu without touching other services: ${String(error)}`);
  }
  return problems;
}

/**
 * A bundle that is too big works, so it is built all the same, and then refused.
 *
 * @param {string} code
 * @returns {string[]}
 */
export function sizeProblems(code) {
  const size = Buffer.byteLength(code);
  return size <= MAX_BUNDLE_BYTES
    ? []
    : [
        `Code.js: ${size} bytes, over the limit of ${MAX_BUNDLE_BYTES}: Apps Script parses it at every call (--parts shows what fills it)`,
      ];
}

/** @param {ReadonlyMap<string, string | Uint8Array>} files */
function sizes(files) {
  return [...files].map(([path, text]) => {
    const [bytes, zipped] = [Buffer.byteLength(text), gzipSync(text).length].map((n) =>
      n.toLocaleString("en").padStart(8),
    );
    return `${path.padEnd(40)} ${bytes} bytes ${zipped} gzipped`;
  });
}

/** @param {readonly string[]} options */
async function main(options) {
  const local = join(ROOT, "build/local");
  await rm(local, { recursive: true, force: true });
  if (options.includes("--parts")) {
    const { parts } = await buildServer(ROOT);
    for (const { path, bytes } of parts) console.log(`${bytes.toLocaleString("en").padStart(8)} ${path}`);
  }
  const [{ files }] = await Promise.all([buildAddon(), buildLocal(ROOT, local)]);
  const site = await buildSite({ root: ROOT, dist: join(ROOT, "dist"), outdir: join(ROOT, "site") });
  // The page's copies of the add-on's files need no line of their own.
  const page = new Map([...site].filter(([path]) => !path.includes("/addon/")));
  if (!options.includes("--quiet")) console.log([...sizes(files), "", ...sizes(page)].join("\n"));
  const problems = sizeProblems(files.get("Code.js") ?? "");
  if (problems.length > 0) throw new BuildError(problems);
}

if (isMain(import.meta.url)) {
  await main(process.argv.slice(2)).catch((error) => {
    const problems = problemsOf(error);
    if (!problems) throw error;
    for (const problem of problems) console.error(`build: ${problem}`);
    process.exitCode = 1;
  });
}
