/** What a person does with the grid, and what they see in it. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** A cell in sight by its name, such as "B2". */
export function cell(page: Page, name: string): Locator {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return page.locator(`.grid [data-row="${row}"][data-column="${column}"]`);
}

/** Goes to a cell or range by the name box. */
export async function go(page: Page, name: string): Promise<void> {
  const box = page.getByRole("textbox", { name: "Go to cell" });
  await box.fill(name);
  await box.press("Enter");
  await activeIs(page, name.split(":")[0] ?? name);
}

/** Types into a cell and goes on to the one below. */
export async function put(page: Page, name: string, text: string): Promise<void> {
  await go(page, name);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Waits until cells show these texts: `shows(page, { A1: "5", B1: "" })`. */
export async function shows(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  const seen = async () => {
    const found: Record<string, string> = {};
    for (const name of Object.keys(texts)) found[name] = (await cell(page, name).textContent()) ?? "";
    return found;
  };
  await expect.poll(seen, { timeout: 5000 }).toEqual(texts);
}

/** Waits until the keyboard is in this cell. */
export async function activeIs(page: Page, name: string): Promise<void> {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const focused = () =>
    page.evaluate(() => {
      const { row, column } = (document.activeElement as HTMLElement | null)?.dataset ?? {};
      return `${row}:${column}`;
    });
  await expect.poll(focused, { timeout: 5000, message: `the keyboard in ${name}` }).toBe(`${row}:${column}`);
}

/** The content that the formula bar shows. */
export async function inputIs(page: Page, text: string): Promise<void> {
  await expect.poll(() => formulaBar(page).inputValue(), { timeout: 5000 }).toBe(text);
}

export function formulaBar(page: Page): Locator {
  return page.getByRole("textbox", { name: "Content of the active cell" });
}

/** Chooses from the menu of the selected cells. */
export async function chooseForCells(page: Page, ...path: readonly string[]): Promise<void> {
  await page.keyboard.press("Shift+F10");
  for (const name of path)
    await page
      .getByRole("menuitem", { name: new RegExp(`^${name}(?: ▸)?`) })
      .first()
      .click();
}

/** Waits for an error or toast with these words, and closes it. */
export async function readNotice(page: Page, words: RegExp): Promise<string> {
  const notice = page.locator(".notice", { hasText: words });
  const text = await notice.textContent();
  await notice.getByRole("button").click();
  return text ?? "";
}

export async function setClipboard(page: Page, text: string, html?: string): Promise<void> {
  await page.evaluate(
    async ([plain, table]) => {
      const blob = (type: string, content: string) => new Blob([content], { type });
      await navigator.clipboard.write([
        new ClipboardItem({
          "text/plain": blob("text/plain", plain),
          ...(table !== undefined && { "text/html": blob("text/html", table) }),
        }),
      ]);
    },
    [text, html] as const,
  );
}
