/** The built site as static files: what it loads, what it keeps, and what it weighs. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { programOpen } from "../../scripts/browser/drive.mjs";
import { buildSite } from "../../scripts/bundle/site.mjs";
import { ROOT } from "../helpers/project";
import { heaviestFirst, siteWeights, sum, type Weights, weightsOf } from "../helpers/site-weight";
import { axeProblems } from "./axe";
import { keptOffline, openWorkspace } from "./harness";

const MOST_AT_FIRST = 1_500_000;
const MOST_IN_ALL = 2_500_000;

/** For the message of a test that fails. */
function listed(weights: Weights): string {
  const lines = heaviestFirst(weights).map(([path, bytes]) => `${bytes.toLocaleString("en").padStart(10)} ${path}`);
  return lines.join("\n");
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "planner-site-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The add-on with other words in it, built into a site in this folder as a later version would be. */
async function buildNext(site: string): Promise<void> {
  const dist = join(temporaryFolder(), "dist");
  cpSync(inject("built").dist, dist, { recursive: true });
  const code = join(dist, "Code.js");
  writeFileSync(code, `${readFileSync(code, "utf8")}\n// the next version\n`);
  await buildSite({ root: ROOT, dist, outdir: site });
}

/** In the page: no newer service worker is on its way. */
async function isSettled(): Promise<boolean> {
  const { installing, waiting, active } = await navigator.serviceWorker.ready;
  return installing === null && waiting === null && active?.state === "activated";
}

const buildIn = (site: string): string =>
  readdirSync(site).find((name) => name.startsWith("build-")) ?? "there is no build";

describe("the site", () => {
  it("is usable after the first visit's choice", async () => {
    const { page } = await openWorkspace({ program: "sample" });
    expect(await page.title()).not.toBe("");
    expect(await axeProblems(page)).toEqual([]);
  });

  it("is looked at by axe down into sandboxed frames", async () => {
    const { page } = await openWorkspace();
    await page.evaluate(async () => {
      const frame = document.createElement("iframe");
      Object.assign(frame, {
        id: "planted",
        title: "Planted",
        srcdoc: `<!doctype html><html lang="en"><img src="data:,">`,
      });
      frame.setAttribute("sandbox", "allow-scripts");
      await new Promise((resolve) => {
        frame.addEventListener("load", resolve);
        document.body.append(frame);
      });
    });
    expect(await axeProblems(page)).toContainEqual(expect.stringMatching(/^image-alt: #planted › img — /));
  });

  it("works under any path", async () => {
    const { page } = await openWorkspace({ program: "sample", path: "/some/where%20else/" });
    await keptOffline(page);
  });

  it("transfers less than 1.5 MB until the sample can be used", async () => {
    const { page } = await openWorkspace();
    const asked = [page.url()];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    await page.getByRole("button", { name: "Look at the sample program" }).click();
    await programOpen(page);
    const parts = weightsOf(asked, await siteWeights(inject("built").site));
    expect([...parts.keys()], listed(parts)).toEqual(
      expect.arrayContaining([
        "index.html",
        expect.stringMatching(/engine\.wasm$/),
        expect.stringMatching(/worker\.js$/),
      ]),
    );
    expect(sum(parts), listed(parts)).toBeLessThan(MOST_AT_FIRST);
  });

  it("weighs less than 2.5 MB in all", async () => {
    const parts = await siteWeights(inject("built").site);
    expect(sum(parts), listed(parts)).toBeLessThan(MOST_IN_ALL);
  });

  it("names the licences of what is bundled", () => {
    const licences = readFileSync(join(inject("built").site, "licences.txt"), "utf8");
    for (const name of ["preact", "@ironcalc/wasm", "papaparse", "zod"]) expect(licences).toContain(`\n${name} `);
  });
});

describe("without a network", () => {
  it("opens again, program and all, after one visit", async () => {
    const { page, goOffline } = await openWorkspace({ program: "sample" });
    await keptOffline(page);
    await goOffline();
    await page.reload();
    await programOpen(page);
  });

  it("opens under another path, and by the name of its file", async () => {
    const { page, goOffline } = await openWorkspace({ program: "sample", path: "/planner/" });
    await keptOffline(page);
    await goOffline();
    await page.goto(new URL("index.html?clock=2026-10-05T15:00:00Z", page.url()).href);
    await programOpen(page);
  });
});

describe("a new build", () => {
  it("replaces the old one as a whole at the load after it was found", async () => {
    const site = join(temporaryFolder(), "site");
    cpSync(inject("built").site, site, { recursive: true });
    const first = buildIn(site);
    const { page } = await openWorkspace({ program: "sample", site });
    await keptOffline(page);
    await buildNext(site);
    const next = buildIn(site);
    expect(next).not.toBe(first);

    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    const buildsLoaded = () => new Set(requested.splice(0).flatMap((path) => /build-[0-9a-f]+/.exec(path) ?? []));
    await page.reload();
    await programOpen(page);
    expect(buildsLoaded()).toEqual(new Set([first]));

    await expect
      .poll(() => page.evaluate(() => caches.keys()), { timeout: 20_000 })
      .toEqual([expect.stringContaining(first), expect.stringContaining(next)]);
    await expect.poll(() => page.evaluate(isSettled), { timeout: 20_000 }).toBe(true);
    await page.reload();
    await programOpen(page);
    expect(buildsLoaded()).toEqual(new Set([next]));
  });

  it("that comes in broken is not taken", async () => {
    const site = join(temporaryFolder(), "site");
    cpSync(inject("built").site, site, { recursive: true });
    const first = buildIn(site);
    const { page } = await openWorkspace({ program: "sample", site });
    await keptOffline(page);
    await buildNext(site);
    writeFileSync(join(site, buildIn(site), "worker.js"), "// cut off");
    const failed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const { installing } = await registration.update();
      return new Promise((resolve) => {
        installing?.addEventListener("statechange", () => resolve(installing.state));
      });
    });
    expect(failed).toBe("redundant");
    expect(await page.evaluate(() => caches.keys())).toEqual([expect.stringContaining(first)]);
    await page.reload();
    await programOpen(page);
  });
});
