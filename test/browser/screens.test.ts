/** Every screen as axe sees it: in light, in dark, and as narrow as a usual window is at 200 % zoom. */
import type { FrameLocator, Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { choose, chooseFromPlanner, frameOf, programOpen, showTab } from "../../scripts/browser/drive.mjs";
import { type MenuItem, menu } from "../../src/content/menu";
import { axeProblems } from "./axe";
import { openWorkspace } from "./harness";
import { chooseForCells, go } from "./sheet-driver";

interface Screen {
  readonly name: string;
  readonly go: (page: Page) => Promise<unknown>;
  /** What of it was not looked at before; all of it where this is left out. */
  readonly part?: string;
  /** Leads back to the sheet. */
  readonly leave?: (page: Page) => Promise<unknown>;
}

const pressEscape = (page: Page) => page.keyboard.press("Escape");
const closeDialog = async (page: Page) => {
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
};
const back = (page: Page) => page.getByRole("link", { name: "Back to the sheet" }).click();
const heading = (where: Page | FrameLocator, name: string | RegExp) => where.getByRole("heading", { name });

const ROSTER = "E-mail\tName\tSupport group\nnew@river.example\tNew Person\tIndependent\nnot an address\tNobody\t";

const ANSWERS = "Timestamp\tEmail Address\tHow is it going?\n2026-09-14 10:00:00\tomar.patl@riverside.example\tWell";

/** What is behind the first button of some dialogs. */
const previews: Readonly<Record<string, (dialog: FrameLocator) => Promise<unknown>>> = {
  "Set up workbook": async (dialog) => {
    await dialog.getByRole("button", { name: "Preview" }).click();
    await heading(dialog, "What will be done").waitFor();
  },
  "Import roster": async (dialog) => {
    await dialog.getByLabel("Pasted text").check();
    await dialog.getByLabel("Table", { exact: true }).fill(ROSTER);
    await dialog.getByRole("button", { name: "Preview" }).click();
    await heading(dialog, /What will be imported/).waitFor();
  },
  "Import survey answers": async (dialog) => {
    await dialog.getByLabel("Survey", { exact: true }).selectOption({ label: "Check-in" });
    await dialog.getByLabel("Pasted text").check();
    await dialog.getByLabel("Table", { exact: true }).fill(ANSWERS);
    await dialog.getByRole("button", { name: "Preview" }).click();
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await heading(dialog, "Imported").waitFor();
  },
  "Match survey answers": async (dialog) => {
    await dialog.getByRole("radio", { name: "Somebody else" }).check();
    await dialog.getByRole("button", { name: "Save choices" }).click();
    await dialog.getByText("Choose somebody from the list.").waitFor();
  },
  "Create survey": async (dialog) => {
    await dialog.getByRole("button", { name: "Preview" }).click();
    await dialog.getByRole("button", { name: "Create form" }).click();
    await heading(dialog, "The form is ready").waitFor();
  },
  "Send survey": async (dialog) => {
    await dialog.getByRole("button", { name: "Preview" }).click();
    await dialog.getByRole("button", { name: /^Send to/ }).click();
    await heading(dialog, /sent$/).waitFor();
  },
  "Prepare focus group": async (dialog) => {
    await dialog.getByRole("button", { name: "Next: when and where" }).click();
    await dialog.getByRole("button", { name: "Preview" }).click();
    await heading(dialog, "What will be made").waitFor();
  },
  "Refresh results": async (dialog) => {
    await dialog.getByRole("button", { name: "Refresh results" }).click();
    await heading(dialog, /Results as of/).waitFor();
  },
};

/** By what a dialog is known to have read the workbook, where that is not its second button. */
const ready: Readonly<Record<string, (dialog: FrameLocator) => Locator>> = {
  "Match survey answers": (dialog) => dialog.getByRole("radio", { name: "Omar Patel (P-0001)" }),
};

const dialogs: readonly Screen[] = menu
  .flatMap(({ items }): readonly MenuItem[] => items)
  .flatMap(({ label, call }) => {
    if (call === "showPlanner") return [];
    const open = async (page: Page) => {
      await chooseFromPlanner(page, label);
      const dialog = frameOf(page, label);
      await (ready[label]?.(dialog) ?? dialog.getByRole("button").nth(1)).waitFor();
    };
    const preview = previews[label];
    const part = "dialog";
    if (!preview) return [{ name: label, go: open, part, leave: closeDialog }];
    return [
      { name: label, go: open, part },
      { name: `${label}, next`, go: (page: Page) => preview(frameOf(page, label)), part, leave: closeDialog },
    ];
  });

const screens: readonly Screen[] = [
  ...["Start", "Roster", "Checklist", "Timeline", "Charts"].map((tab) => ({
    name: tab,
    go: (page: Page) => showTab(page, tab),
  })),
  {
    name: "menu with its submenu",
    part: ".top",
    go: (page) => choose(page, "Extensions", "Micro-credential Planner"),
    leave: async (page) => {
      await pressEscape(page);
      await pressEscape(page);
    },
  },
  {
    name: "menu of cells",
    part: "[role=menu]",
    async go(page) {
      await showTab(page, "Roster");
      await go(page, "D3");
      await page.keyboard.press("Shift+F10");
      await page.getByRole("menu").waitFor();
    },
    leave: pressEscape,
  },
  {
    name: "editing a cell with choices",
    part: ".editor",
    async go(page) {
      await page.locator('[data-row="3"]:has(.cell-arrow)').first().dblclick();
      await page.getByRole("listbox").waitFor();
    },
    leave: pressEscape,
  },
  {
    name: "note",
    part: "dialog",
    async go(page) {
      await go(page, "B3");
      await chooseForCells(page, "Edit note");
      await heading(page, "Note").waitFor();
    },
    leave: pressEscape,
  },
  {
    name: "filter",
    part: "dialog",
    async go(page) {
      await go(page, "D3");
      await chooseForCells(page, "Filter by this column");
      await heading(page, "Filter by this column").waitFor();
    },
    leave: pressEscape,
  },
  ...dialogs,
  {
    name: "sidebar",
    part: ".sidebar",
    async go(page) {
      await chooseFromPlanner(page, "Open planner");
      await frameOf(page, "Micro-credential Planner").getByRole("button").first().waitFor();
    },
    leave: (page) => page.getByRole("button", { name: "Close sidebar" }).click(),
  },
  {
    name: "outbox",
    async go(page) {
      await page.getByRole("link", { name: /^Outbox/ }).click();
      await page.getByRole("article").first().waitFor();
    },
  },
  {
    name: "documents",
    async go(page) {
      await page.getByRole("link", { name: /^Documents/ }).click();
      await heading(page, "Documents").waitFor();
    },
  },
  {
    name: "document",
    async go(page) {
      await page.getByRole("main").getByRole("listitem").first().getByRole("link").click();
      await page.getByRole("article").waitFor();
    },
  },
  {
    name: "forms",
    async go(page) {
      await page.getByRole("link", { name: /^Forms/ }).click();
      await heading(page, "Forms").waitFor();
    },
  },
  {
    name: "form",
    async go(page) {
      await page.getByRole("main").getByRole("listitem").first().getByRole("link").click();
      await page.getByRole("button", { name: "Send" }).waitFor();
    },
    leave: back,
  },
  {
    name: "shortcuts",
    part: "dialog",
    async go(page) {
      await choose(page, "View", "Keyboard shortcuts");
      await page.getByRole("dialog").waitFor();
    },
    leave: pressEscape,
  },
  {
    name: "delete everything",
    part: "dialog",
    async go(page) {
      await choose(page, "File", "Delete everything");
      await heading(page, "Delete everything?").waitFor();
    },
    leave: pressEscape,
  },
];

const looks = [
  ["light", 1280, 720],
  ["dark", 1280, 720],
  ["light", 640, 360],
] as const;

it("has nothing for axe to find on any screen", async () => {
  const { page } = await openWorkspace();
  page.setDefaultTimeout(15_000);
  const look = async (name: string, part?: string) => {
    for (const [colorScheme, width, height] of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      const problems = [...(await axeProblems(page, part))];
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (excess > 0) problems.push(`${excess} pixels too wide`);
      expect.soft(problems, `${name}, ${colorScheme}, ${width} pixels wide`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
  };
  await look("first visit");
  await page.getByRole("button", { name: "Look at the sample program" }).click();
  await programOpen(page);
  for (const { name, go, part, leave } of screens) {
    await go(page);
    await look(name, part);
    await leave?.(page);
  }
});
