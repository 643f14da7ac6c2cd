/** What must not cost anybody their work: closed pages, second tabs, bad files, no storage, scripts that go wrong. */
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { choose, chooseFromPlanner, programOpen } from "../../scripts/browser/drive.mjs";
import { buildSite } from "../../scripts/bundle/site.mjs";
import { ROOT } from "../helpers/project";
import { keptOffline, openWorkspace } from "./harness";
import { cell, go, put, readNotice, shows } from "./sheet-driver";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "planner-safety-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const status = (page: Page) => page.locator(".status [role=status]");
const statusIs = (page: Page, words: RegExp) =>
  expect.poll(() => status(page).textContent(), { timeout: 5000 }).toMatch(words);

/** Opens what this browser has stored, in place of a page that was closed. */
async function openAgain({ context, address }: Awaited<ReturnType<typeof openWorkspace>>): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await programOpen(page);
  return page;
}

describe("work", () => {
  it("is there after a reload, and after the page was closed all but the keystroke under way", async () => {
    const workspace = await openWorkspace({ program: "empty" });
    const { page } = workspace;
    await put(page, "A1", "one");
    await put(page, "A2", "two");
    await page.reload();
    await programOpen(page);
    await shows(page, { A1: "one", A2: "two" });
    await put(page, "A3", "three");
    await put(page, "A4", "four");
    await page.close();
    const again = await openAgain(workspace);
    await shows(again, { A1: "one", A2: "two", A3: "three" });
    expect(["four", ""]).toContain(await cell(again, "A4").textContent());
  });

  it("goes on without a network", async () => {
    const { page, goOffline } = await openWorkspace({ program: "empty" });
    await keptOffline(page);
    await goOffline();
    await put(page, "A1", "on the train");
    await statusIs(page, /^Saved/);
    await page.reload();
    await programOpen(page);
    await shows(page, { A1: "on the train" });
  });

  it("is done in one browser tab at a time", async () => {
    const workspace = await openWorkspace({ program: "empty" });
    const { page } = workspace;
    await put(page, "A1", "first");
    await statusIs(page, /^Saved/);
    const second = await workspace.secondTab();
    await statusIs(second, /Another browser tab has this program open/);
    await shows(second, { A1: "first" });
    await go(second, "A1");
    await second.keyboard.type("mine");
    await second.keyboard.press("Enter");
    await second.keyboard.press("Delete");
    await second.getByRole("button", { name: "Edit here" }).click();
    // It waits a moment for the other one.
    await second.waitForTimeout(1000);
    await statusIs(second, /Another browser tab/);
    await shows(second, { A1: "first" });
    await put(page, "A2", "last");
    await statusIs(page, /^Saved/);
    await page.close();
    await second.getByRole("button", { name: "Edit here" }).click();
    await statusIs(second, /^Saved/);
    await shows(second, { A1: "first", A2: "last" });
    await put(second, "A3", "mine");
    await shows(second, { A3: "mine" });
    await statusIs(second, /^Saved/);
    await second.reload();
    await programOpen(second);
    await shows(second, { A3: "mine" });
  });

  it("goes away when everything is deleted, and not before", async () => {
    const { page } = await openWorkspace({ program: "empty" });
    await put(page, "A1", "private");
    await choose(page, "File", "Delete everything");
    await page.getByRole("button", { name: "Cancel" }).click();
    await shows(page, { A1: "private" });
    await choose(page, "File", "Delete everything");
    await page.getByRole("button", { name: "Delete everything" }).click();
    await page.getByRole("button", { name: "Start an empty program" }).waitFor();
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
    await page.reload();
    await page.locator("body[data-ready]").waitFor();
    await page.getByRole("button", { name: "Start an empty program" }).click();
    await programOpen(page);
    await shows(page, { A1: "" });
  });
});

const OURS = { format: "micro-credential-planner", version: 1, workbook: {}, outside: {} };

const badFiles: readonly (readonly [what: string, bytes: Buffer | number, words: RegExp])[] = [
  ["is none", Buffer.from("name,email\nAnn,ann@example.org\n"), /is no program file/],
  ["is of a newer planner", gzipSync(JSON.stringify({ ...OURS, version: 7 })), /newer planner \(format 7/],
  ["is damaged", Buffer.from(JSON.stringify(OURS)), /is damaged \(at workbook/],
  ["is cut off", gzipSync(JSON.stringify(OURS)).subarray(0, 70), /is damaged|is no program file/],
  ["is too large", 101 * 1024 * 1024, /has 101 MB; a program file may have up to 100 MB/],
];

describe("a program file", () => {
  it("that cannot be opened leaves the open program as it is", async () => {
    const { page } = await openWorkspace({ program: "empty" });
    await put(page, "A1", "mine");
    for (const [what, bytes, words] of badFiles) {
      const path = join(folder, `${what}.planner`);
      writeFileSync(path, typeof bytes === "number" ? "" : bytes);
      if (typeof bytes === "number") truncateSync(path, bytes);
      await page.locator("input[type=file]").setInputFiles(path);
      await page.getByRole("button", { name: "Replace it" }).click();
      await readNotice(page, words);
    }
    await shows(page, { A1: "mine" });
    await put(page, "A2", "goes on");
    await statusIs(page, /^Saved/);
    await page.reload();
    await programOpen(page);
    await shows(page, { A1: "mine", A2: "goes on" });
  });

  it("is taken where it is dropped, and says there why not", async () => {
    const { page } = await openWorkspace({ program: "empty" });
    await put(page, "A1", "saved");
    const [download] = await Promise.all([page.waitForEvent("download"), choose(page, "File", "Save program file")]);
    expect(download.suggestedFilename()).toMatch(/\.planner$/);
    const saved = readFileSync(await download.path());
    await put(page, "A1", "later");
    await drop(page, "roster.csv", Buffer.from("name\nAnn\n"));
    await page.getByRole("button", { name: "Replace it" }).click();
    await readNotice(page, /is no program file/);
    await shows(page, { A1: "later" });
    await drop(page, "mine.planner", saved);
    await page.getByRole("button", { name: "Replace it" }).click();
    await shows(page, { A1: "saved" });
  });

  it("is taken at the first visit, and says there why not", async () => {
    const { page } = await openWorkspace();
    await drop(page, "roster.csv", Buffer.from("name\nAnn\n"));
    await expect
      .poll(() => page.getByRole("alert").allTextContents())
      .toContainEqual(expect.stringMatching(/is no program file/));
    await page.getByRole("button", { name: "Start an empty program" }).click();
    await programOpen(page);
    await statusIs(page, /^Sav/);
  });
});

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    ([fileName, content]) => {
      const data = new DataTransfer();
      const decoded = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
      data.items.add(new File([decoded], fileName));
      const target = document.querySelector(".grid") ?? document.body;
      for (const kind of ["dragover", "drop"]) {
        target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
      }
    },
    [name, bytes.toString("base64")] as const,
  );
}

async function programFileSaves(page: Page): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent("download"), choose(page, "File", "Save program file")]);
  expect(readFileSync(await download.path()).length).toBeGreaterThan(200);
}

describe("where the browser does not store", () => {
  it("says so when it denies it, and goes on", async () => {
    const site = join(folder, "denied");
    cpSync(inject("built").site, site, { recursive: true });
    const build = readdirSync(site).find((name) => name.startsWith("build-")) ?? "";
    const script = join(site, build, "worker.js");
    const denied = `Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("denied", "SecurityError"); } });\n`;
    writeFileSync(script, denied + readFileSync(script, "utf8"));
    const { page } = await openWorkspace({ site, program: "empty" });
    await put(page, "A1", "kept in the page");
    await shows(page, { A1: "kept in the page" });
    await statusIs(page, /stores nothing for this page/);
    await programFileSaves(page);
  });

  it("says so when it is full, goes on, and stores all once there is room", async () => {
    const { page, context, address } = await openWorkspace();
    const control = await context.newCDPSession(page);
    const { origin } = new URL(address);
    // Before anything is stored: the browser remembers for a while how much room it found.
    await control.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
    await page.getByRole("button", { name: "Start an empty program" }).click();
    await programOpen(page);
    await put(page, "A1", "too much");
    await statusIs(page, /storage is full/);
    await shows(page, { A1: "too much" });
    await programFileSaves(page);
    await control.send("Storage.overrideQuotaForOrigin", { origin });
    await put(page, "A2", "room again");
    await statusIs(page, /^Saved/);
    await page.reload();
    await programOpen(page);
    await shows(page, { A1: "too much", A2: "room again" });
  });
});

describe("an add-on that goes wrong", () => {
  const wrong = `
    ;(() => {
      Addon = Object.assign({}, Addon, {
        showSetUp: () => { throw new Error("The tab Roster has no column Name."); },
        showRefreshResults: () => { for (;;); },
      });
    })();`;
  let site: string;
  beforeAll(async () => {
    const dist = join(folder, "dist");
    cpSync(inject("built").dist, dist, { recursive: true });
    appendFileSync(join(dist, "Code.js"), wrong);
    const page = (body: string) => `<!doctype html><html lang="en"><title>x</title><body><div id="page"></div>${body}`;
    writeFileSync(join(dist, "ui/import-roster.html"), page(""));
    writeFileSync(join(dist, "ui/import-submissions.html"), page("<script>throw new Error('gone wrong')</script>"));
    site = join(folder, "wrong");
    await buildSite({ root: ROOT, dist, outdir: site });
  });

  it("shows what the error says and no more", async () => {
    const { page } = await openWorkspace({ site, program: "empty" });
    await chooseFromPlanner(page, "Set up workbook");
    const text = await readNotice(page, /no column Name/);
    expect(text).toBe("Micro-credential PlannerThe tab Roster has no column Name.×");
  });

  it("says that a dialog does not answer, and lets it be closed", async () => {
    const { page, forgive } = await openWorkspace({ site, program: "empty" });
    forgive(/gone wrong/);
    await page.evaluate(() => {
      const real = window.setTimeout.bind(window);
      // Ten seconds of patience pass at once.
      Object.assign(window, {
        setTimeout: (act: () => void, delay = 0, ...args: unknown[]) =>
          real(act, delay === 10_000 ? 200 : delay, ...args),
      });
    });
    await put(page, "A1", "mine");
    for (const item of ["Import roster", "Import submissions"]) {
      await chooseFromPlanner(page, item);
      await page.getByRole("alert").filter({ hasText: "This page is not answering" }).waitFor({ timeout: 5000 });
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await shows(page, { A1: "mine" });
    await chooseFromPlanner(page, "Open planner");
    await page.getByRole("complementary").waitFor();
    await page.waitForTimeout(600);
    expect(await page.getByText("This page is not answering").count()).toBe(0);
  });

  it("can be stopped when it never ends, and costs nothing that was done before", async () => {
    const { page } = await openWorkspace({ site, program: "empty" });
    await put(page, "A1", "before");
    await put(page, "A2", "just before");
    await chooseFromPlanner(page, "Refresh results");
    await page.evaluate(() => {
      const Given = Date;
      const later = {
        get: (target: typeof Date, key: keyof typeof Date) =>
          key === "now" ? () => Given.now() + 15_000 : Reflect.get(target, key),
      };
      globalThis.Date = new Proxy(Given, later as ProxyHandler<typeof Date>);
    });
    await page.getByRole("button", { name: "Stop" }).click();
    await readNotice(page, /The run was stopped/);
    await shows(page, { A1: "before", A2: "just before" });
    await put(page, "A3", "after");
    await shows(page, { A3: "after" });
    await statusIs(page, /^Saved/);
  });
});
