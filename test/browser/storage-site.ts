import { createServer } from "node:http";
import { basename } from "node:path";
import { build } from "esbuild";
import type { Browser, BrowserContext, Page, Worker } from "playwright-core";
import { launchChromium } from "../../scripts/browser/chromium.mjs";
import type { StorageParts } from "./storage-worker";

declare global {
  /** In the Worker. */
  var parts: StorageParts;
}

/** A site with nothing but a Worker that has the storage parts, under whatever path is asked for. */
export interface StorageSite {
  readonly browser: Browser;
  readonly origin: string;
  close(): Promise<void>;
}

export async function openStorageSite(): Promise<StorageSite> {
  const { outputFiles } = await build({
    entryPoints: ["test/browser/storage-worker.ts"],
    bundle: true,
    splitting: true,
    write: false,
    outdir: "storage-site",
    platform: "browser",
    format: "esm",
    target: "es2022",
  });
  const scripts = new Map(outputFiles.map((file) => [basename(file.path), file.text]));
  const server = createServer((request, response) => {
    const script = scripts.get(basename(request.url ?? ""));
    response.setHeader("content-type", script === undefined ? "text/html" : "text/javascript");
    response.end(
      script ??
        '<!doctype html><title>Test</title><script>new Worker("storage-worker.js", { type: "module" })</script>',
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const browser = await launchChromium();
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    browser,
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** A browser tab of the site, and its Worker when it is ready. */
export async function openTab(
  context: BrowserContext,
  address: string,
): Promise<{ readonly page: Page; readonly worker: Worker }> {
  const page = await context.newPage();
  return { page, worker: await ready(page, () => page.goto(address)) };
}

/** The Worker of a page that is loaded, or loaded again. */
export async function ready(page: Page, load: () => Promise<unknown>): Promise<Worker> {
  const [worker] = await Promise.all([page.waitForEvent("worker"), load()]);
  await worker.evaluate(async () => {
    while (globalThis.parts === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
  });
  return worker;
}
