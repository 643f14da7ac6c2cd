/** `build/local/*.mjs`: what runs in Node on this machine, with its dependencies left in node_modules/. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";

const ENTRIES = {
  cli: "src/local/cli.ts",
  serve: "src/local/serve.ts",
  bench: "test/bench/bench.ts",
  "bench-browser": "test/bench/browser.ts",
};

/**
 * @param {string} root
 * @param {string} outdir
 */
export async function buildLocal(root, outdir) {
  const entryPoints = Object.fromEntries(Object.entries(ENTRIES).filter(([, file]) => existsSync(join(root, file))));
  if (Object.keys(entryPoints).length === 0) return;
  await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    charset: "utf8",
    entryPoints,
    format: "esm",
    logLevel: "silent",
    outdir,
    outExtension: { ".js": ".mjs" },
    packages: "external",
    platform: "node",
    sourcemap: true,
    target: "node20",
  });
}
