/**
 * How the built page feels: measured in headless Chromium, the site served as `npm start` serves it. A process of its
 * own, which prints JSON, so that the browser's packages are not in the memory of the other measurements.
 *
 * usage: node build/local/bench-browser.mjs
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../scripts/browser/chromium.mjs";
import { chooseFromPlanner, frameOf, programOpen, showTab } from "../../scripts/browser/drive.mjs";
import { type StaticServer, startStaticServer } from "../../src/local/static-server";
import { heaviestFirst, siteWeights, sum, weightsOf } from "../helpers/site-weight";
import { bigProgram } from "./big-program";
import { type BrowserFigures, ROWS } from "./browser-report";
import { CLOCK } from "./steps";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RUNS = 3;
const KEYS = "Keystrokes to measure";

async function measureBrowser(site: string, dist: string): Promise<BrowserFigures> {
  const program = await bigProgram(ROWS, dist);
  const browser = await launchChromium();
  const server = await startStaticServer({ folder: site, port: 0 });
  try {
    const weights = await siteWeights(site);
    const visits = [];
    for (let run = 0; run < RUNS; run++) visits.push(await firstVisit(browser, server));
    return {
      coldLoad: median(visits.map(({ coldLoad }) => coldLoad)),
      secondLoad: median(visits.map(({ secondLoad }) => secondLoad)),
      firstLoad: heaviestFirst(weightsOf(visits[0]?.requested ?? [], weights)).map(([path, bytes]) => ({
        name: path.replace(/^build-[0-9a-f]+\//, ""),
        bytes,
      })),
      allFiles: sum(weights),
      ...(await work(browser, server, program)),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A newcomer: nothing in the browser's cache or store. */
async function firstVisit(browser: Browser, server: StaticServer) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const address = `${server.address}?clock=${CLOCK.toISOString()}`;
  const begun = performance.now();
  await page.goto(address);
  await page.getByRole("button", { name: "Look at the sample program" }).click();
  await programOpen(page);
  const coldLoad = performance.now() - begun;
  const requested = [...asked];
  await page.waitForTimeout(1_000);
  const again = performance.now();
  await page.reload();
  await programOpen(page);
  const secondLoad = performance.now() - again;
  await context.close();
  return { coldLoad, secondLoad, requested };
}

/** Typing into the roster, and then a command. */
async function work(browser: Browser, server: StaticServer, program: Buffer) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.address}?clock=${CLOCK.toISOString()}`);
  const file = { name: "bench.planner", mimeType: "application/gzip", buffer: program };
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open it" }).click(),
  ]);
  await chooser.setFiles(file);
  await programOpen(page);
  await showTab(page, "Roster");
  const column = await page.getByRole("columnheader", { name: "Facilitator" }).getAttribute("data-column");
  const cell = page.locator(`[data-row="8"][data-column="${column}"]`);
  await cell.click();
  await page.evaluate(watchKeys);
  await page.keyboard.type(KEYS, { delay: 80 });
  const shown = page.evaluate(timeUntilShown, { selector: `[data-row="8"][data-column="${column}"]`, text: KEYS });
  await page.keyboard.press("Enter");
  const cellShown = await shown;
  const slowestKey = await page.evaluate(() => window.slowestKey);
  const { command, longestFreeze } = await refreshResults(page);
  await context.close();
  return { slowestKey, cellShown, command, longestFreeze };
}

async function refreshResults(page: Page) {
  await chooseFromPlanner(page, "Refresh results");
  const dialog = frameOf(page, "Refresh results");
  const button = dialog.getByRole("button", { name: "Refresh results" });
  await button.waitFor();
  await page.evaluate(watchFreezes);
  const begun = performance.now();
  await button.click();
  await dialog.getByText("Results as of").first().waitFor({ timeout: 120_000 });
  const command = performance.now() - begun;
  return { command, longestFreeze: await page.evaluate(() => window.longestFreeze) };
}

declare global {
  interface Window {
    slowestKey: number;
    longestFreeze: number;
  }
}

/** In the page. From a key's own time to the next picture; what takes less than 16 ms is not told. */
function watchKeys(): void {
  window.slowestKey = 0;
  // TypeScript's library does not know the threshold.
  const options = { type: "event", durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (/^key|input$/.test(name)) window.slowestKey = Math.max(window.slowestKey, duration);
  }).observe(options);
}

/** In the page, to be called before Enter. */
function timeUntilShown({ selector, text }: { selector: string; text: string }): Promise<number> {
  return new Promise((resolve) => {
    window.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        const look = () => {
          const cell = document.querySelector(selector);
          if (cell?.textContent === text && !cell.querySelector("textarea, input")) {
            // The picture that shows it is made after this.
            requestAnimationFrame(() => resolve(performance.now() - timeStamp));
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  });
}

/** In the page. Tasks under 50 ms are not told. */
function watchFreezes(): void {
  window.longestFreeze = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestFreeze = Math.max(window.longestFreeze, duration);
  }).observe({ type: "longtask" });
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

console.log(JSON.stringify(await measureBrowser(join(ROOT, "site"), join(ROOT, "dist"))));
