/**
 * `site/`: the local workspace as static files that work from any web server under any path, offline after the first
 * load.
 *
 *     index.html          the page; names the folder of its build, so that two builds never mix
 *     service-worker.js   keeps the page and that folder for offline use
 *     licences.txt        of everything that is in it
 *     build-3f0c…/        page.js, worker.js and the chunks that they load, page.css, engine.wasm,
 *                         and addon/ with what clasp pushes: Code.js and the HTML files
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as esbuild from "esbuild";
import { BuildError } from "./build-error.mjs";
import { licencesOf } from "./licences.mjs";

const PAGE = "src/local/page/index.html";
const ENTRIES = { page: "src/local/page/main.tsx", worker: "src/local/workspace/worker.ts" };
const SERVICE_WORKER = "src/local/page/service-worker.ts";
const ENGINE = "node_modules/@ironcalc/wasm/wasm_bg.wasm";

/**
 * What the page may do. The add-on's dialogs are frames of their own HTML (`srcdoc`), which take over the page's
 * policy: it is for their scripts that inline ones are allowed.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * @param {object} where
 * @param {string} where.root the folder with src/ and node_modules/
 * @param {string} where.dist the built add-on
 * @param {string} where.outdir what is to be served; emptied first
 * @returns {Promise<Map<string, Uint8Array>>} what was written, by path inside outdir
 */
export async function buildSite({ root, dist, outdir }) {
  const [{ outputFiles, metafile }, template, engine, addon] = await Promise.all([
    bundle(root),
    readFile(join(root, PAGE), "utf8"),
    readFile(join(root, ENGINE)),
    addonFiles(dist),
  ]);
  const parts = new Map([
    ...outputFiles.map(
      ({ path, contents }) => /** @type {const} */ ([path.slice(path.lastIndexOf("site/") + 5), contents]),
    ),
    /** @type {const} */ (["engine.wasm", engine]),
    ...addon,
  ]);
  const lost = [...parts.keys()].filter((path) => path.endsWith(".css") && path !== "page.css");
  if (lost.length > 0)
    throw new BuildError([
      `${lost[0]}: nobody loads it; import styles from main.tsx or below it, not from what is loaded later`,
    ]);
  const build = `build-${fingerprint([template, POLICY, ...[...parts].flat()])}`;
  const index = pageOf(template, build, parts.has("page.css"));
  const kept = new Map([
    /** @type {const} */ (["./", new TextEncoder().encode(index)]),
    ...[...parts].map(([path, content]) => /** @type {const} */ ([`${build}/${path}`, content])),
  ]);
  const licences = await licencesOf(root, [...Object.keys(metafile.inputs), ...(await addonInputs(root)), ENGINE]);
  const files = new Map([
    ["index.html", new TextEncoder().encode(index)],
    ["service-worker.js", await serviceWorker(root, build, kept)],
    ["licences.txt", new TextEncoder().encode(licences)],
    ...[...kept].filter(([path]) => path !== "./"),
  ]);
  await rm(outdir, { recursive: true, force: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(outdir, path)), { recursive: true });
    await writeFile(join(outdir, path), content);
  }
  return files;
}

/** @param {string} root */
function bundle(root) {
  return esbuild.build({
    absWorkingDir: root,
    bundle: true,
    charset: "utf8",
    // Everything lies in one folder, so that an address relative to one script is right for all.
    chunkNames: "[name]-[hash]",
    define: { "process.env.NODE_ENV": '"production"' },
    entryNames: "[name]",
    entryPoints: ENTRIES,
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    loader: { ".svg": "dataurl", ".png": "dataurl" },
    logLevel: "silent",
    metafile: true,
    minify: true,
    outdir: "site",
    platform: "browser",
    splitting: true,
    target: "es2022",
    write: false,
  });
}

/**
 * Code.js and the HTML files of the built add-on.
 *
 * @param {string} dist
 */
async function addonFiles(dist) {
  const names = (await readdir(dist, { recursive: true })).map((name) => name.replaceAll("\\", "/")).sort();
  const wanted = names.filter((name) => name === "Code.js" || name.endsWith(".html"));
  if (!wanted.includes("Code.js")) throw new BuildError([`${dist}: there is no Code.js; build the add-on first`]);
  return Promise.all(
    wanted.map(
      async (name) => /** @type {const} */ ([`addon/${name}`, new Uint8Array(await readFile(join(dist, name)))]),
    ),
  );
}

/**
 * The files that the built add-on was made of.
 *
 * @param {string} root
 */
async function addonInputs(root) {
  const pages = (await readdir(join(root, "src/ui")).catch(() => /** @type {string[]} */ ([])))
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => `src/ui/${file}`);
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    entryPoints: ["src/addon.ts", ...pages],
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "silent",
    metafile: true,
    outdir: "unused",
    write: false,
  });
  return Object.keys(metafile.inputs);
}

/**
 * The page with its policy, style sheet and script put in.
 *
 * @param {string} template
 * @param {string} build
 * @param {boolean} hasStyle
 */
function pageOf(template, build, hasStyle) {
  for (const tag of ["<head>", "</head>"])
    if (template.split(tag).length !== 2) throw new BuildError([`${PAGE}: expected ${tag} exactly once`]);
  const own = /<script\b|<link\b[^>]*\bstylesheet\b/i.exec(template);
  if (own) throw new BuildError([`${PAGE}: ${own[0]} does not belong in it: main.tsx imports styles and code`]);
  return template
    .replace("<head>", () => `<head>\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">`)
    .replace(
      "</head>",
      () =>
        `${hasStyle ? `<link rel="stylesheet" href="${build}/page.css">\n` : ""}<script type="module" src="${build}/page.js"></script>\n</head>`,
    );
}

/**
 * The service worker, which knows the files of its build and what each must hold.
 *
 * @param {string} root
 * @param {string} build
 * @param {ReadonlyMap<string, Uint8Array>} kept
 */
async function serviceWorker(root, build, kept) {
  const files = Object.fromEntries(
    [...kept].map(([path, content]) => [path, `sha256-${createHash("sha256").update(content).digest("base64")}`]),
  );
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    charset: "utf8",
    define: { BUILD: JSON.stringify({ name: build, files }) },
    entryPoints: [SERVICE_WORKER],
    format: "iife",
    logLevel: "silent",
    minify: true,
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** @param {readonly (string | Uint8Array)[]} contents */
function fingerprint(contents) {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content).update("\0");
  return hash.digest("hex").slice(0, 12);
}
