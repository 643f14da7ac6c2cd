import { join } from "node:path";
import * as esbuild from "esbuild";

/**
 * The words that only set-up and the report need, as a data file beside the bundle: HTML, since that is all that
 * Apps Script takes besides code.
 *
 * @param {string} root the folder with src/
 * @returns {Promise<string>} the page
 */
export async function buildWords(root) {
  const { outputFiles } = await esbuild.build({
    bundle: true,
    charset: "utf8",
    entryPoints: [join(root, "src/content/stored-words.ts")],
    format: "esm",
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const { storedWords } = await import(`data:text/javascript;base64,${code}`);
  // Nothing in it may look like markup to whatever reads it as HTML.
  const json = JSON.stringify(storedWords).replace(/</g, "\\u003c");
  return `<!doctype html><script type="application/json">${json}</script>\n`;
}
