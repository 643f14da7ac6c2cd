/**
 * Takes the pictures of README.md anew, docs/images/*.png, from the built site with its clock stopped: who changes
 * what is to be seen runs this and commits what comes of it.
 *
 * usage: npm run screenshots [-- NAME...]   all, or those named (the steps on the way there are taken all the same)
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "./browser/chromium.mjs";
import { setClock } from "./browser/clock.mjs";
import { chooseFromPlanner, frameOf, programOpen, showTab } from "./browser/drive.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const IMAGES = join(ROOT, "docs/images");
const CLOCK = "2026-10-05T15:00:00Z";

/**
 * In this order on one page: each step begins where the one before ended, and its picture is taken at its end.
 *
 * @type {readonly { name: string, go: (page: import("playwright-core").Page) => Promise<unknown> }[]}
 */
const STEPS = [
  { name: "start", go: (page) => sampleButton(page).waitFor() },
  {
    name: "roster",
    async go(page) {
      await sampleButton(page).click();
      await programOpen(page);
      await showTab(page, "Roster");
    },
  },
  {
    name: "planner",
    async go(page) {
      await chooseFromPlanner(page, "Open planner");
      await frameOf(page, "Micro-credential Planner").getByRole("button").first().waitFor();
    },
  },
  {
    name: "set-up",
    async go(page) {
      await chooseFromPlanner(page, "Set up workbook");
      await frameOf(page, "Set up workbook").getByRole("button").first().waitFor();
    },
  },
  {
    name: "results",
    async go(page) {
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Close sidebar" }).click();
      await page.getByRole("button", { name: "Close for good" }).click();
      await showTab(page, "Charts");
      await page.locator(".grid canvas").first().waitFor();
      await page.locator(".grid").evaluate((grid) => grid.scrollTo({ top: 280 }));
      await page.waitForFunction(areDrawn);
    },
  },
  {
    name: "report",
    async go(page) {
      await page.getByRole("link", { name: /^Documents/ }).click();
      await page
        .getByRole("listitem")
        .getByRole("link", { name: /report/ })
        .click();
      await page.getByRole("heading", { level: 1, name: /report/ }).waitFor();
    },
  },
];

/** In the page: every chart in sight has something in its middle line, and none moves any more. */
function areDrawn() {
  const pictures = [...document.querySelectorAll("canvas")].map((canvas) => {
    const { width, height } = canvas;
    const line = canvas.getContext("2d")?.getImageData(0, Math.floor(height / 2), Math.max(1, width), 1).data;
    return (line ?? []).join();
  });
  const drawn = pictures.join("|");
  const isSame = document.body.dataset.drawn === drawn;
  document.body.dataset.drawn = drawn;
  return isSame && pictures.every((picture) => /[1-9]/.test(picture));
}

/** @param {import("playwright-core").Page} page */
function sampleButton(page) {
  return page.getByRole("button", { name: "Look at the sample program" });
}

/** @param {readonly string[]} wanted */
async function main(wanted) {
  const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`There is no picture "${unknown[0]}"`);
  await mkdir(IMAGES, { recursive: true });
  const { address, stop } = await serve();
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({
      colorScheme: "light",
      locale: "en-US",
      reducedMotion: "reduce",
      timezoneId: "UTC",
      viewport: { width: 1280, height: 800 },
    });
    await setClock(context, CLOCK);
    const page = await context.newPage();
    await page.goto(`${address}?clock=${CLOCK}`);
    for (const { name, go } of STEPS) {
      await go(page).catch((problem) => {
        throw new Error(`On the way to ${name}.png: ${problem.message}`);
      });
      await page.evaluate(() => document.fonts.ready);
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await page.screenshot({ path: join(IMAGES, `${name}.png`), animations: "disabled", caret: "hide" });
      console.log(`docs/images/${name}.png`);
    }
  } finally {
    await browser.close();
    stop();
  }
}

/** The site as `npm start` serves it. */
async function serve() {
  const server = spawn(process.execPath, [join(ROOT, "build/local/serve.mjs"), "--no-open", "--port", "0"]);
  server.stdout.setEncoding("utf8");
  const [said] = await once(server.stdout, "data");
  const address = /http:\S+/.exec(said)?.[0];
  if (!address) throw new Error(`The server says: ${said}`);
  return { address, stop: () => server.kill() };
}

await main(process.argv.slice(2));
