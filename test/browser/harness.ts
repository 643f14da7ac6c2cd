/** The built site in a real headless browser, served as `npm start` serves it. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, expect, inject, onTestFinished } from "vitest";
import { launchChromium } from "../../scripts/browser/chromium.mjs";
import { setClock } from "../../scripts/browser/clock.mjs";
import { programOpen } from "../../scripts/browser/drive.mjs";
import { startStaticServer } from "../../src/local/static-server";

/** What every test shows unless it says otherwise. */
const CLOCK = "2026-10-05T15:00:00Z";

export interface OpenOptions {
  /** The path under which the site lies, with slashes around it. */
  readonly path?: string;
  /** What workspace, page and dialogs take for now; null for the real time. */
  readonly clock?: string | null;
  /** What to do at the first visit; `none` leaves the choice open. */
  readonly program?: "sample" | "empty" | "none";
  /** Another folder than the site that all tests share. */
  readonly site?: string;
  readonly browser?: Pick<BrowserContextOptions, "colorScheme" | "reducedMotion" | "viewport">;
}

export interface Workspace {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Where the page is, clock and all. */
  readonly address: string;
  /** Another browser tab on the same program. */
  secondTab(): Promise<Page>;
  /** From now on nothing answers: the server is gone, and the browser says that it is offline. */
  goOffline(): Promise<void>;
  /** Lets the test pass although this happens. */
  forgive(problem: RegExp): void;
}

/**
 * Serves the site at an address of its own, so that nothing is stored there yet, and opens it. At the end of the test
 * everything is closed, and the test fails for any error in the console or the page and for any request elsewhere.
 */
export async function openWorkspace(options: OpenOptions = {}): Promise<Workspace> {
  const { path = "/", clock = CLOCK, program = "none", site = inject("built").site } = options;
  const server = await startStaticServer({ folder: site, port: 0, under: path });
  const context = await (await browser()).newContext({ acceptDownloads: true, ...options.browser });
  const watch = new Watch(server.address);
  watch.follow(context);
  onTestFinished(async () => {
    await context.close();
    await server.close();
    expect(watch.problems(), "what must not happen in the browser").toEqual([]);
  });
  const address = clock === null ? server.address : `${server.address}?clock=${clock}`;
  if (clock !== null) await setClock(context, clock);
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  if (program !== "none") await begin(page, program);
  return {
    page,
    context,
    address,
    async secondTab() {
      const second = await context.newPage();
      await second.goto(address);
      await ready(second);
      return second;
    },
    async goOffline() {
      watch.forgive(/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/);
      await context.setOffline(true);
      await server.close();
    },
    forgive: (problem) => watch.forgive(problem),
  };
}

/** The first visit's choice, and what comes of it: a program that can be worked on. */
async function begin(page: Page, program: "sample" | "empty"): Promise<void> {
  const name = program === "sample" ? "Look at the sample program" : "Start an empty program";
  await page.getByRole("button", { name }).click();
  await programOpen(page);
}

/** Waits until what was asked for is on the page: the first visit's choice, or a program. */
async function ready(page: Page): Promise<void> {
  await page.locator("body[data-ready]").waitFor();
}

/** Waits until the browser has the whole site. */
export async function keptOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((resolve) => active?.addEventListener("statechange", resolve, { once: true }));
  });
}

/** What must not happen while a page is open, as far as it was not forgiven. */
class Watch {
  private readonly seen: string[] = [];
  private readonly forgiven: RegExp[] = [];

  constructor(private readonly address: string) {}

  follow(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        this.seen.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.seen.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      const isLocal = ["blob:", "data:", "about:"].includes(protocol) || origin === new URL(this.address).origin;
      if (!isLocal) this.seen.push(`request to elsewhere: ${request.url()}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) this.seen.push(`not answered: ${response.url()} (${response.status()})`);
    });
    context.on("page", (page) => page.on("crash", () => this.seen.push("the page crashed")));
  }

  forgive(problem: RegExp): void {
    this.forgiven.push(problem);
  }

  problems(): readonly string[] {
    return this.seen.filter((problem) => !this.forgiven.some((pattern) => pattern.test(problem)));
  }
}

let launched: Promise<Browser> | null = null;

/** One for each file of tests. */
function browser(): Promise<Browser> {
  launched ??= launchChromium();
  return launched;
}

afterAll(async () => {
  await (await launched)?.close();
});
