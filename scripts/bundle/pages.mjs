/**
 * `dist/ui/<name>.html` from the template `src/ui/<name>.html` and the entry `src/ui/<name>.tsx`: one file that loads
 * nothing from anywhere. The entry imports its style sheets; they go in before `</head>`, the script before `</body>`.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { BuildError } from "./build-error.mjs";

/**
 * @param {string} root
 * @returns {Promise<Map<string, string>>} by file name
 */
export async function buildPages(root) {
  const folder = join(root, "src/ui");
  const files = await readdir(folder).catch(() => /** @type {string[]} */ ([]));
  const names = files.flatMap((file) => (file.endsWith(".html") ? [file.slice(0, -".html".length)] : [])).sort();
  const lone = names.filter((name) => !files.includes(`${name}.tsx`));
  if (lone.length > 0)
    throw new BuildError(lone.map((name) => `src/ui/${name}.html: there is no ${name}.tsx beside it`));
  return new Map(
    await Promise.all(
      names.map(async (name) => {
        const template = await readFile(join(folder, `${name}.html`), "utf8");
        const { script, style } = await bundle(root, `src/ui/${name}.tsx`);
        return /** @type {const} */ ([`${name}.html`, inline(`src/ui/${name}.html`, template, script, style)]);
      }),
    ),
  );
}

/**
 * @param {string} root
 * @param {string} entry
 */
async function bundle(root, entry) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    charset: "utf8",
    define: { "process.env.NODE_ENV": '"production"' },
    entryPoints: [entry],
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "inline",
    loader: { ".svg": "dataurl", ".png": "dataurl" },
    logLevel: "silent",
    minify: true,
    outdir: "ui",
    // HtmlService drops what looks like a comment inside a template literal, as in `https://…` (enuchi/React-Google-Apps-Script#157).
    supported: { "template-literal": false },
    target: "es2020",
    write: false,
  });
  /** @param {string} extension */
  const text = (extension) => outputFiles.find(({ path }) => path.endsWith(extension))?.text.trim() ?? "";
  return { script: text(".js"), style: text(".css") };
}

/**
 * @param {string} file
 * @param {string} template
 * @param {string} script
 * @param {string} style
 */
export function inline(file, template, script, style) {
  const outside =
    /<link\b[^>]*>|<script\b[^>]*>|<style\b[^>]*>|<(?:img|iframe)\b[^>]*\bsrc\s*=\s*["']?(?!data:)[^>]*>/i.exec(
      template,
    );
  if (outside)
    throw new BuildError([
      `${file}: ${outside[0]} does not belong in a template: the entry of the same name imports styles and code, and the build puts them in`,
    ]);
  const missing = ["</head>", "</body>"].filter((tag) => template.split(tag).length !== 2);
  if (missing.length > 0) throw new BuildError(missing.map((tag) => `${file}: expected ${tag} exactly once`));
  const safeStyle = style.replace(/<\/(style)/gi, "<\\/$1");
  const safeScript = script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
  return template
    .replace("</head>", () => `${safeStyle === "" ? "" : `<style>${safeStyle}</style>\n`}</head>`)
    .replace("</body>", () => `<script>${safeScript}</script>\n</body>`);
}
