/** The sidebar's page by itself, with a server that answers what the test says. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { launchChromium } from "../../scripts/browser/chromium.mjs";
import type { PlannerFacts } from "../../src/commands/planner-facts";
import { axeProblems } from "./axe";

const refresh = { label: "Refresh results", call: "showRefreshResults" } as const;
const setUp = { label: "Set up workbook", call: "showSetUp" } as const;

const FACTS: PlannerFacts = {
  workbook: "ready",
  program: "River program",
  asOf: "2026-09-10",
  next: { why: "The results do not count every decision yet.", command: refresh },
  standing: {
    phases: [
      { id: "plan", label: "Ready to plan", done: 7, total: 7 },
      { id: "launch", label: "Ready to launch", done: 2, total: 8 },
      { id: "implement", label: "Ready to implement", done: 0, total: 0 },
    ],
    currentPhase: "launch",
    dates: [
      { what: "Recruitment", date: "2026-09-08", days: -2, stage: "late" },
      { what: "Support sessions", date: "2026-09-13", days: 3, stage: "ahead" },
    ],
    attention: [
      {
        code: "new-decisions",
        count: 3,
        message: "Submissions and Results differ by 3 decisions.",
        tab: { key: "results", name: "What came of it" },
        command: refresh,
      },
    ],
    missing: ["the tab Support log"],
    people: { enrolled: 12, outcomes: { submitted: 5, decided: 4, awarded: 3 } },
  },
  commands: [setUp, refresh],
};

const BEFORE_SET_UP: PlannerFacts = {
  ...FACTS,
  workbook: "not-set-up",
  program: "",
  next: { why: "This spreadsheet is not set up yet.", command: setUp },
  standing: null,
};

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

interface Sidebar {
  readonly page: Page;
  /** What the page called, in order, as `name input`. */
  calls(): Promise<readonly string[]>;
  /** What reading the facts gives from now on: facts, or a failure in Google's words. */
  answer(next: PlannerFacts | string): Promise<void>;
}

async function openSidebar(first: PlannerFacts | string, colorScheme: "light" | "dark" = "light", width = 300) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  onTestFinished(() => page.close());
  await page.clock.install();
  await page.addInitScript((given) => {
    const state: { answer: unknown; readonly calls: string[] } = { answer: given, calls: [] };
    const run = (resolve: (answer: unknown) => void, reject: (error: Error) => void): unknown =>
      new Proxy(
        {},
        {
          get: (_, name) => {
            if (name === "withSuccessHandler") return (handler: typeof resolve) => run(handler, reject);
            if (name === "withFailureHandler") return (handler: typeof reject) => run(resolve, handler);
            return (...sent: unknown[]) => {
              state.calls.push([String(name), ...sent.map((each) => JSON.stringify(each))].join(" "));
              const { answer } = state;
              if (name === "openTab") resolve({ ok: true, changes: [], problems: [], data: null });
              else if (name !== "readPlannerFacts") resolve(null);
              else if (typeof answer === "string") reject(new Error(answer));
              else resolve(answer);
            };
          },
        },
      );
    const nothing = (): void => {};
    Object.assign(globalThis, { state, google: { script: { run: run(nothing, nothing), host: { close: nothing } } } });
  }, first);
  await page.goto(pathToFileURL(join(inject("built").dist, "ui/planner.html")).href);
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  const sidebar: Sidebar = {
    page,
    calls: () => page.evaluate(() => Reflect.get(globalThis, "state").calls),
    answer: (next) =>
      page.evaluate((given) => {
        Reflect.get(globalThis, "state").answer = given;
      }, next),
  };
  return sidebar;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe("the sidebar's page", () => {
  it.each([
    ["as usual", FACTS],
    ["before set-up", BEFORE_SET_UP],
    ["where the workbook cannot be read", "PERMISSION_DENIED"],
  ] as const)("has nothing for axe to find and nothing to scroll sideways, %s", async (_, facts) => {
    for (const scheme of ["light", "dark"] as const) {
      const { page } = await openSidebar(facts, scheme);
      expect(await axeProblems(page)).toEqual([]);
    }
    // As wide as the sidebar is at 200 % zoom.
    const { page } = await openSidebar(facts, "light", 150);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(150);
  });

  it("says where the program stands", async () => {
    const { page } = await openSidebar(FACTS);
    const text = await page.getByRole("main").textContent();
    for (const said of [
      "2 of 8 done",
      "No items",
      "2 days late",
      "in 3 days",
      "5 of 12 enrolled",
      "3 of 4 with a decision",
    ])
      expect(text).toContain(said);
    expect(text).toContain("the tab Support log");
    expect(await page.getByRole("progressbar", { name: "Ready to launch" }).getAttribute("value")).toBe("2");
  });

  it("is one press away from each command, and from the tab that needs attention", async () => {
    const { page, calls } = await openSidebar(FACTS);
    await button(page, "Open What came of it").press("Enter");
    await button(page, "Set up workbook").press("Space");
    await button(page, "Refresh results").first().click();
    expect(await calls()).toEqual([
      "readPlannerFacts",
      'openTab {"sheet":"results"}',
      "showSetUp",
      "showRefreshResults",
    ]);
  });

  it("reads again when it gets the focus, every half minute, and when asked", async () => {
    const { page, calls, answer } = await openSidebar(BEFORE_SET_UP);
    await answer(FACTS);
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.getByText("3 decisions").waitFor();
    expect(await page.getByRole("status").textContent()).toBe(
      "Read again: something changed. 1 thing needs attention. Next step: Refresh results.",
    );
    await page.clock.runFor(30_000);
    expect(await calls()).toHaveLength(3);
    await button(page, "Refresh").click();
    await page.getByText("Nothing has changed.").waitFor();
    expect(await calls()).toHaveLength(4);
  });

  it("keeps what it read when reading fails, says so, and goes on when it works again", async () => {
    const { page, answer } = await openSidebar(FACTS);
    await answer("Exceeded maximum execution time");
    await button(page, "Refresh").click();
    expect(await page.getByRole("alert").textContent()).toContain("This took longer than Google allows");
    expect(await page.getByText("3 decisions").count()).toBe(1);
    await answer(FACTS);
    await button(page, "Try again").click();
    await page.getByRole("alert").waitFor({ state: "detached" });
  });
});
