/** Editing in the grid, with mouse and keyboard. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chooseFromPlanner, frameOf, showTab } from "../../scripts/browser/drive.mjs";
import { writeProgramFile } from "../../src/local/workspace/program-file";
import { programWith } from "../local/workspace/programs";
import { openWorkspace } from "./harness";
import {
  activeIs,
  cell,
  chooseForCells,
  formulaBar,
  go,
  inputIs,
  put,
  readNotice,
  setClipboard,
  shows,
} from "./sheet-driver";

async function openEmpty(): Promise<Page> {
  const { page, context } = await openWorkspace({ program: "empty" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return page;
}

async function openSample(tab: string): Promise<Page> {
  const { page, context } = await openWorkspace({ program: "sample" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await showTab(page, tab);
  return page;
}

describe("typing", () => {
  it("goes down, right, back and nowhere, and loses no key", async () => {
    const page = await openEmpty();
    await go(page, "B2");
    await page.keyboard.type("first");
    await page.keyboard.press("Tab");
    await page.keyboard.type("second");
    await page.keyboard.press("Enter");
    await activeIs(page, "C3");
    await page.keyboard.type("third");
    await page.keyboard.press("Shift+Tab");
    await activeIs(page, "B3");
    await page.keyboard.type("thrown away");
    await page.keyboard.press("Escape");
    await activeIs(page, "B3");
    await page.keyboard.type("two");
    await page.keyboard.press("Alt+Enter");
    await page.keyboard.type("lines");
    await page.keyboard.press("Shift+Enter");
    await activeIs(page, "B2");
    await shows(page, { B2: "first", C2: "second", C3: "third" });
    await go(page, "B3");
    await expect.poll(() => cell(page, "B3").textContent()).toBe("two\nlines");
    await page.keyboard.press("F2");
    await page.keyboard.type("!");
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(page, "B3").textContent()).toBe("two\nlines!");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Delete");
    await shows(page, { B3: "" });
  });

  it("takes formulas, which follow their cells", async () => {
    const page = await openEmpty();
    await put(page, "A1", "2");
    await put(page, "A2", "3");
    await put(page, "B1", "=A1*A2");
    await shows(page, { B1: "6" });
    await put(page, "A1", "5");
    await shows(page, { B1: "15" });
    await go(page, "B1");
    await inputIs(page, "=A1*A2");
  });

  it("works in the formula bar, for the cell where it began", async () => {
    const page = await openEmpty();
    await put(page, "A1", "7");
    await go(page, "B2");
    await formulaBar(page).fill("=A1+1");
    await page.keyboard.press("Enter");
    await shows(page, { B2: "8" });
    await activeIs(page, "B2");
    await page.keyboard.press("Control+z");
    await shows(page, { A1: "7", B2: "" });
    await formulaBar(page).fill("thrown away");
    await page.keyboard.press("Escape");
    await activeIs(page, "B2");
    await shows(page, { B2: "" });
    await formulaBar(page).fill("stays in B2");
    await cell(page, "D4").click();
    await shows(page, { B2: "stays in B2", D4: "" });
    await inputIs(page, "");
    await go(page, "B2");
    await inputIs(page, "stays in B2");
    const box = page.getByRole("textbox", { name: "Go to cell" });
    await box.fill("nowhere");
    await box.press("Enter");
    await expect.poll(() => box.inputValue()).toBe("B2");
  });

  it("changes nothing where nothing was changed", async () => {
    const page = await openEmpty();
    await put(page, "A1", "'007");
    await go(page, "A1");
    await page.keyboard.press("F2");
    await cell(page, "C3").click();
    await page.keyboard.press("Control+z");
    await shows(page, { A1: "" });
  });
});

describe("content that is held to rules", () => {
  it("is marked where it does not fit, and offers its choices to keys and mouse", async () => {
    const page = await openSample("Roster");
    await put(page, "G4", "Perhaps");
    await shows(page, { G4: "Perhaps" });
    await expect.poll(() => cell(page, "G4").getAttribute("aria-invalid")).toBe("true");
    await put(page, "G4", "Started");
    await expect.poll(() => cell(page, "G4").getAttribute("aria-invalid")).toBe(null);

    await go(page, "G2");
    await page.keyboard.press("Enter");
    const choices = page.getByRole("option");
    await expect.poll(() => choices.allInnerTexts()).toEqual(["Enrolled", "Started", "Withdrawn"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await shows(page, { G2: "Started" });
    await activeIs(page, "G3");
    await page.keyboard.type("with");
    await expect.poll(() => choices.allInnerTexts()).toEqual(["Withdrawn"]);
    await choices.click();
    await shows(page, { G3: "Withdrawn" });
    await activeIs(page, "G3");
  });

  it("is a checkbox to click, and to tick by Space", async () => {
    const page = await openSample("Checklist");
    const box = (name: string) => cell(page, name).getByRole("checkbox");
    const before = await box("C2").isChecked();
    await box("C2").click();
    await expect.poll(() => box("C2").isChecked()).toBe(!before);
    await page.keyboard.press("Space");
    await expect.poll(() => box("C2").isChecked()).toBe(before);
    await go(page, "C2:C4");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Space");
    await expect
      .poll(() => Promise.all(["C2", "C3", "C4"].map((name) => box(name).isChecked())))
      .toEqual([true, true, true]);
  });

  it("is refused in Google's words where it must fit, and what was there comes back", async () => {
    const { page } = await openWorkspace();
    const rule = { kind: "list", values: ["Yes", "No"], allowInvalid: false, helpText: "One of the two." } as const;
    const range = { row: 1, column: 1, rows: 9, columns: 1 };
    const file = await writeProgramFile(
      programWith({ validations: [{ range, rule }], cells: [{ row: 1, column: 1, value: "No" }], notes: [] }),
    );
    const buffer = Buffer.from(await file.arrayBuffer());
    await page.locator("input[type=file]").setInputFiles({ name: "rules.planner", mimeType: "", buffer });
    await put(page, "A1", "Perhaps");
    expect(await readNotice(page, /violates the data validation rules/)).toContain("A1");
    await shows(page, { A1: "No" });
    await go(page, "A1");
    await formulaBar(page).fill("Perhaps");
    await page.keyboard.press("Enter");
    await readNotice(page, /violates the data validation rules/);
    await inputIs(page, "No");
    await put(page, "A1", "Yes");
    await shows(page, { A1: "Yes" });
  });

  it("asks before it changes what the planner fills", async () => {
    const page = await openSample("Results");
    await expect.poll(() => cell(page, "A3").textContent()).not.toBe("");
    const before = (await cell(page, "A3").textContent()) ?? "";
    await put(page, "A3", "mine");
    const question = page.getByRole("dialog", { name: "Heads up!" });
    await question.getByRole("button", { name: "Cancel" }).click();
    await shows(page, { A3: before });
    await activeIs(page, "A4");
    await put(page, "A3", "mine");
    await question.getByRole("button", { name: "Edit anyway" }).click();
    await shows(page, { A3: "mine" });
  });
});

describe("notes and links", () => {
  it("shows the note of a cell, and lets it be edited", async () => {
    const page = await openEmpty();
    await put(page, "B2", "noted");
    await go(page, "B2");
    await chooseForCells(page, "Edit note");
    await page.getByLabel("Note of this cell").fill("<b>look</b>\nagain");
    await page.getByRole("button", { name: "Save" }).click();
    const note = page.getByRole("note");
    await expect.poll(() => note.textContent()).toBe("<b>look</b>\nagain");
    expect(await cell(page, "B2").getAttribute("aria-describedby")).toBe(await note.getAttribute("id"));
    await go(page, "B3");
    await expect.poll(() => note.count()).toBe(0);
  });

  it("links addresses of the web, and nothing else", async () => {
    const page = await openEmpty();
    await put(page, "A1", "https://example.org/a");
    await put(page, "A2", "javascript:alert(1)");
    await put(page, "A3", "<a href='https://example.org'>x</a>");
    await put(page, "A4", "mailto:ann@example.org");
    await shows(page, { A4: "mailto:ann@example.org" });
    const links = () => page.locator(".grid a").evaluateAll((found) => found.map((link) => link.getAttribute("href")));
    await expect.poll(links).toEqual(["https://example.org/a", "mailto:ann@example.org"]);
  });
});

describe("undo", () => {
  it("takes back a whole run of the add-on", async () => {
    const page = await openEmpty();
    const tabs = () => page.getByRole("tab").allInnerTexts();
    const before = await tabs();
    await put(page, "A1", "mine");
    await chooseFromPlanner(page, "Set up workbook");
    const dialog = frameOf(page, "Set up workbook");
    await dialog.getByLabel("Program name").fill("Mine");
    await dialog.getByLabel("Launch date").fill("2026-09-01");
    await dialog.getByLabel("Name", { exact: true }).fill("Independent");
    await dialog.getByRole("button", { name: "Preview" }).click();
    await dialog.getByRole("button", { name: "Set up workbook", exact: true }).click();
    await dialog.getByRole("heading", { name: "The workbook is set up" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect((await tabs()).length).toBeGreaterThan(8);
    await page.keyboard.press("Control+z");
    await expect.poll(tabs).toEqual(before);
    await shows(page, { A1: "mine" });
    await page.keyboard.press("Control+y");
    await expect.poll(async () => (await tabs()).length).toBeGreaterThan(8);
  });
});

describe("getting around", () => {
  it("keeps the frozen header in sight, and the keyboard in the grid, over 2,000 rows", async () => {
    const page = await openEmpty();
    const lines = Array.from({ length: 2000 }, (_, index) => `person ${index + 1}\t${index}`);
    await setClipboard(page, ["Name\tNumber", ...lines].join("\n"));
    await go(page, "A1");
    await page.keyboard.press("Control+v");
    await expect.poll(() => page.getByRole("grid").getAttribute("aria-rowcount")).toBe("2001");
    await go(page, "A1");
    await shows(page, { A1: "Name", A2: "person 1" });
    await chooseForCells(page, "Freeze up to row 1");
    await go(page, "A2");
    await page.keyboard.press("Control+End");
    await activeIs(page, "B2001");
    await shows(page, { A1: "Name", A2001: "person 2000" });
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("PageUp");
    await page.keyboard.press("Control+ArrowLeft");
    const focusedRow = () => page.evaluate(() => Number((document.activeElement as HTMLElement).dataset.row));
    // Until the rows that it scrolled to are there, the grid as a whole has the keyboard.
    await expect.poll(focusedRow).toBeGreaterThan(1500);
    const row = await focusedRow();
    expect(row).toBeLessThan(1999);
    await page.keyboard.type("here");
    await page.keyboard.press("Enter");
    await shows(page, { A1: "Name", [`A${row}`]: "here" });
    await page.locator(".grid").evaluate((grid) => grid.scrollTo({ top: 20_000 }));
    await expect.poll(() => cell(page, "A810").count()).toBe(1);
    await expect(cell(page, "A1").isVisible()).resolves.toBe(true);
    const edges = await Promise.all([cell(page, "A1").boundingBox(), page.locator(".grid").boundingBox()]);
    expect((edges[0]?.y ?? 0) - (edges[1]?.y ?? 0)).toBeLessThan(60);
  });

  it("lets the keyboard out, and back to the same cell", async () => {
    const page = await openEmpty();
    await go(page, "C7");
    await page.keyboard.press("Tab");
    const isInGrid = () => page.evaluate(() => document.activeElement?.closest(".grid") !== null);
    await expect.poll(isInGrid).toBe(false);
    await page.keyboard.press("Shift+Tab");
    await activeIs(page, "C7");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(isInGrid).toBe(false);
    await page.keyboard.press("Tab");
    await activeIs(page, "C7");
    await page.locator(".grid").evaluate((grid) => grid.scrollTo({ top: 10_000 }));
    await expect.poll(() => cell(page, "C7").count()).toBe(0);
    await page.getByRole("textbox", { name: "Content of the active cell" }).focus();
    await page.keyboard.press("Tab");
    await activeIs(page, "C7");
  });
});

describe("the clipboard", () => {
  it("moves formulas along, and fills a selection with one cell", async () => {
    const page = await openEmpty();
    await put(page, "A1", "10");
    await put(page, "A2", "20");
    await put(page, "B1", "=A1*2");
    await go(page, "B1");
    await page.keyboard.press("Control+c");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("20");
    await go(page, "B2");
    await page.keyboard.press("Control+v");
    await shows(page, { B2: "40" });
    await go(page, "D3:E5");
    await setClipboard(page, "x");
    await page.keyboard.press("Control+v");
    await shows(page, { D3: "x", E3: "x", D5: "x", E5: "x", D6: "" });
    await page.keyboard.press("Control+x");
    await shows(page, { D3: "", E5: "" });
    await go(page, "A4");
    await page.keyboard.press("Control+v");
    await shows(page, { A4: "x", B6: "x" });
    await page.keyboard.press("Control+z");
    await shows(page, { A4: "", B6: "", E5: "" });
    await page.keyboard.press("Control+z");
    await shows(page, { D3: "x", E5: "x" });
  });

  it("takes what Excel and Sheets give", async () => {
    const page = await openEmpty();
    await go(page, "A1");
    await setClipboard(page, 'Ann\t"two\nlines"\t"say ""hi"" \n now"\r\n=1+1\t1/2\t007\r\n');
    await page.keyboard.press("Control+v");
    await shows(page, { A1: "Ann", A2: "2", C2: "7" });
    expect(await cell(page, "B1").textContent()).toBe("two\nlines");
    expect(await cell(page, "C1").textContent()).toBe('say "hi" \n now');
    await go(page, "B2");
    await inputIs(page, "1/2/2026");
    await go(page, "A2");
    await inputIs(page, "=1+1");
    await go(page, "A5");
    await setClipboard(page, "Bo\t3", "<table><tr><td>Bo</td><td>3</td></tr></table>");
    await page.keyboard.press("Control+v");
    await shows(page, { A5: "Bo", B5: "3" });
  });
});

describe("filling", () => {
  it("goes on with series by the handle and repeats by keys", async () => {
    const page = await openEmpty();
    await put(page, "A1", "1");
    await put(page, "A2", "2");
    await go(page, "A1:A2");
    await page.locator(".fill-handle").hover();
    await page.mouse.down();
    await cell(page, "A5").hover();
    await page.mouse.up();
    await shows(page, { A3: "3", A5: "5", A6: "" });
    await put(page, "B1", "=A1*10");
    await go(page, "B1:B4");
    await page.keyboard.press("Control+d");
    await shows(page, { B2: "20", B4: "40", B5: "" });
    await go(page, "B4:C4");
    await page.keyboard.press("Control+r");
    await shows(page, { C4: "400" });
  });
});

describe("rows and columns", () => {
  it("are inserted, deleted, moved, hidden and shown, each step undone", async () => {
    const page = await openEmpty();
    await go(page, "A1");
    await setClipboard(page, "a\tA\nb\tB\nc\tC\nd\t=B3");
    await page.keyboard.press("Control+v");
    await shows(page, { A4: "d", B4: "C" });
    await go(page, "A2");
    await chooseForCells(page, "Rows", "Insert row above");
    await shows(page, { A2: "", A3: "b", B5: "C" });
    await chooseForCells(page, "Rows", "Delete row");
    await shows(page, { A2: "b", A4: "d" });
    await chooseForCells(page, "Rows", "Move row down");
    await shows(page, { A2: "c", A3: "b", B4: "C" });
    await chooseForCells(page, "Columns", "Move column right");
    await shows(page, { A2: "C", B2: "c" });
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await shows(page, { A2: "b", B2: "B" });
    await page.keyboard.press("Control+y");
    await shows(page, { A2: "c" });
    await go(page, "A2:A3");
    await chooseForCells(page, "Rows", "Hide 2 rows");
    await expect.poll(() => cell(page, "A2").count()).toBe(0);
    await shows(page, { A1: "a", A4: "d" });
    await go(page, "A1");
    await chooseForCells(page, "Rows", "Show hidden rows");
    await shows(page, { A2: "c", A3: "b" });
  });

  it("are sorted and filtered, and the filter is removed", async () => {
    const page = await openEmpty();
    await go(page, "A1");
    await setClipboard(page, "Name\tTown\nBo\tRiver\nAnn\tHill\nCy\tRiver");
    await page.keyboard.press("Control+v");
    await shows(page, { A4: "Cy" });
    await go(page, "A1");
    await chooseForCells(page, "Freeze up to row 1");
    await go(page, "A2");
    await chooseForCells(page, "Sort sheet A to Z");
    await shows(page, { A1: "Name", A2: "Ann", A3: "Bo", A4: "Cy" });
    await go(page, "B2");
    await chooseForCells(page, "Filter by this column");
    await page.getByRole("checkbox", { name: "River" }).uncheck();
    await page.getByRole("button", { name: "Apply filter" }).click();
    await expect.poll(() => cell(page, "A3").count()).toBe(0);
    await shows(page, { A1: "Name", A2: "Ann" });
    await expect.poll(() => page.getByRole("img", { name: "filtered" }).count()).toBe(1);
    await chooseForCells(page, "Remove filter");
    await shows(page, { A3: "Bo", A4: "Cy" });
  });

  it("are resized by dragging and by menu", async () => {
    const page = await openEmpty();
    const width = async () => Math.round((await cell(page, "A1").boundingBox())?.width ?? 0);
    const before = await width();
    const edge = page.locator(".column-header .resizer").first();
    await edge.hover();
    await page.mouse.down();
    const box = await edge.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 5, { steps: 4 });
    await page.mouse.up();
    await expect.poll(width).toBeGreaterThan(before + 40);
    await go(page, "A1");
    await chooseForCells(page, "Set column width");
    await page.getByLabel("Width in pixels").fill("75");
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(width).toBe(75);
    await activeIs(page, "A1");
  });
});

describe("the tabs of the workbook", () => {
  it("are added, renamed, moved, duplicated, hidden, shown and deleted", async () => {
    const page = await openEmpty();
    const tabs = () => page.getByRole("tab").allInnerTexts();
    const tab = (name: string) => page.getByRole("tab", { name, exact: true });
    const ofTab = async (name: string, item: string) => {
      await tab(name).click({ button: "right" });
      await page.getByRole("menuitem", { name: item, exact: true }).click();
    };
    const [first = ""] = await tabs();
    await page.getByRole("button", { name: "Add tab" }).click();
    await expect.poll(tabs).toEqual([first, "Sheet2"]);
    await tab("Sheet2").press("F2");
    await page.keyboard.type("Notes");
    await page.keyboard.press("Enter");
    await expect.poll(tabs).toEqual([first, "Notes"]);
    await tab("Notes").press("F2");
    await page.keyboard.type("Never");
    await page.keyboard.press("Escape");
    await ofTab("Notes", "Move left");
    await expect.poll(tabs).toEqual(["Notes", first]);
    await put(page, "A1", "kept");
    await ofTab("Notes", "Duplicate");
    await expect.poll(tabs).toEqual(["Notes", "Copy of Notes", first]);
    await ofTab("Notes", "Hide");
    await expect.poll(tabs).toEqual(["Copy of Notes", first]);
    await page.getByRole("button", { name: "All tabs" }).click();
    await page.getByRole("menuitem", { name: "Notes (hidden: show it)", exact: true }).click();
    await expect.poll(tabs).toEqual(["Notes", "Copy of Notes", first]);
    await page.getByRole("grid", { name: "Notes", exact: true }).waitFor();
    await ofTab("Notes", "Delete");
    await page.getByRole("button", { name: "Cancel" }).click();
    await ofTab("Notes", "Delete");
    await page.getByRole("button", { name: "Delete tab" }).click();
    await expect.poll(tabs).toEqual(["Copy of Notes", first]);
    await page.getByRole("grid", { name: "Copy of Notes" }).waitFor();
    await shows(page, { A1: "kept" });
    await page.keyboard.press("Control+z");
    await expect.poll(tabs).toEqual(["Notes", "Copy of Notes", first]);
  });
});
