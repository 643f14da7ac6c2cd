/** How a person gets around on the page, in their words. */

/**
 * Chooses from the menus above the grid: `choose(page, "File", "Save program file")`.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} menu
 * @param {readonly string[]} path
 */
export async function choose(page, menu, ...path) {
  await page.getByRole("menubar").getByRole("menuitem", { name: menu, exact: true }).click();
  for (const name of path) await page.getByRole("menuitem", { name, exact: true }).click();
}

/**
 * Chooses from the add-on's own menu: `chooseFromPlanner(page, "Import roster")`.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} item
 */
export async function chooseFromPlanner(page, item) {
  await choose(page, "Extensions", "Micro-credential Planner");
  const entry = page.getByRole("menuitem", { name: item, exact: true });
  if (!(await entry.isVisible())) await page.getByRole("menuitem", { name: "Surveys", exact: true }).click();
  await entry.click();
}

/**
 * Brings a tab of the workbook to the front.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} name
 */
export async function showTab(page, name) {
  await page.getByRole("tab", { name, exact: true }).click();
  await page.getByRole("grid", { name, exact: true }).waitFor();
}

/**
 * A dialog or sidebar of the add-on by its title.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} title
 */
export function frameOf(page, title) {
  return page.frameLocator(`iframe[title="${title}"]`);
}

/**
 * Waits until the grid can be used.
 *
 * @param {import("playwright-core").Page} page
 */
export async function programOpen(page) {
  await page.locator('body[data-ready="open"]').waitFor();
}
