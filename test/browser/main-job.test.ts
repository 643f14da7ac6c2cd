/** The main job, from the first visit to the files that are taken away, as a coordinator does it. */
import { readFile } from "node:fs/promises";
import JSZip from "jszip";
import type { Download, FrameLocator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { choose, chooseFromPlanner, frameOf, programOpen, showTab } from "../../scripts/browser/drive.mjs";
import { readDelimited } from "../../src/files/delimited-text";
import type { WorkbookData } from "../../src/local/workbook-data";
import { readXlsx } from "../../src/local/xlsx";
import { openWorkspace } from "./harness";

const PROGRAM = "Maple County micro-credentials";

const ROSTER = `First name,Last name,E-mail,Support group,Status
${educators("Maple", 6, "Independent")}
${educators("Birch", 6, "Basic support")}
Nobody,Known,not an address,Independent,Enrolled
`;

/** As it comes out of a spreadsheet's clipboard. */
const LATE_COMER = "E-mail\tFirst name\tLast name\tSupport group\nlate@maple.example\tLee\tLate\tIndependent";

const SUBMISSIONS = `E-mail,Micro-credential,Attempt,Submitted on,Outcome,Decided on
${Array.from({ length: 6 }, (_, at) => `birch${at}@maple.example,Knowing the Whole Child,1,2026-09-20,${at < 5 ? "Awarded" : "Not yet"},2026-09-28`).join("\n")}
maple0@maple.example,Knowing the Whole Child,1,2026-09-21,Pending,
`;

function educators(name: string, count: number, group: string): string {
  return Array.from(
    { length: count },
    (_, at) => `${name} ${at},Reyes,${name.toLowerCase()}${at}@maple.example,${group},Enrolled`,
  ).join("\n");
}

const button = (where: Page | FrameLocator, name: string) => where.getByRole("button", { name, exact: true });
const heading = (where: Page | FrameLocator, name: string | RegExp) => where.getByRole("heading", { name });

/** Does what the guided path says comes next, which is to be this step. */
async function takeNextStep(page: Page, step: string): Promise<void> {
  const guide = page.getByRole("region", { name: "Guided path" });
  await guide.locator('[aria-current="step"]').filter({ hasText: step }).waitFor();
  await guide.getByRole("paragraph").getByRole("button").first().click();
}

/** What the page shows of a tab, by the cells' places: `{ "2:1": "P001", … }`, as far as it is in sight. */
async function shownCells(page: Page): Promise<Readonly<Record<string, string>>> {
  await page.locator('.grid [role="gridcell"]').first().waitFor();
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>(".grid [data-row][data-column]")]
        .map((cell) => [`${cell.dataset.row}:${cell.dataset.column}`, cell.textContent] as const)
        .filter(([, text]) => text !== ""),
    ),
  );
}

async function downloaded(page: Page, ask: () => Promise<unknown>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download]: [Download, unknown] = await Promise.all([page.waitForEvent("download"), ask()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

/** What a workbook holds in a tab, by the cells' places. */
const textsIn = (workbook: WorkbookData, tab: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (workbook.sheets.find(({ name }) => name === tab)?.cells ?? []).map(({ row, column, value }) => [
      `${row}:${column}`,
      String(value),
    ]),
  );

it("leads from the first visit to report and files", async () => {
  const { page } = await openWorkspace({ program: "empty" });
  page.setDefaultTimeout(20_000);
  // Set up, from the guided path.
  await takeNextStep(page, "Set up");
  const setUp = frameOf(page, "Set up workbook");
  await button(setUp, "Preview").click();
  await setUp.getByText("Enter the name of the program.").waitFor();
  await setUp.getByLabel("Program name").fill(PROGRAM);
  await setUp.getByLabel("Launch date").fill("2026-09-01");
  await setUp.getByLabel("Name", { exact: true }).fill("Independent");
  await button(setUp, "Add support group").click();
  const second = setUp.getByRole("group", { name: "Support group 2" });
  await second.getByLabel("Name", { exact: true }).fill("Basic support");
  await second.getByLabel("Support model").selectOption({ label: "Basic support" });
  await button(setUp, "Preview").press("Enter");
  await heading(setUp, "What will be done").waitFor();
  expect(await setUp.locator(".changes li").allTextContents()).toContainEqual(expect.stringContaining("Roster"));
  expect(await page.getByRole("tab").count()).toBe(1);
  await button(setUp, "Set up workbook").press("Enter");
  await heading(setUp, "The workbook is set up").waitFor();
  await button(setUp, "Close").last().press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("tab", { name: "Roster", exact: true }).waitFor();

  // Roster: a file with one row that cannot be used, then a pasted table.
  await takeNextStep(page, "Import the roster");
  const roster = frameOf(page, "Import roster");
  await roster
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(ROSTER) });
  await button(roster, "Preview").click();
  await heading(roster, "What will be imported from people.csv").waitFor();
  expect(
    await roster
      .getByRole("region")
      .filter({ hasText: "To check" })
      .or(roster.locator(".problems.warning"))
      .first()
      .textContent(),
  ).toMatch(/people\.csv, row 14: "not an address" is not an e-mail address/);
  const matched = roster.getByRole("row", { name: /^Support group/ });
  expect(await matched.textContent()).toContain("such as Independent");
  await button(roster, "Import").click();
  await heading(roster, "Imported").waitFor();
  await button(roster, "Import another table").click();
  await roster.getByLabel("Pasted text").check();
  await roster.getByLabel("Table", { exact: true }).fill(LATE_COMER);
  await button(roster, "Preview").press("Enter");
  await heading(roster, "What will be imported from Pasted text").waitFor();
  await button(roster, "Import").press("Enter");
  await heading(roster, "Imported").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await showTab(page, "Roster");
  expect(Object.values(await shownCells(page))).toEqual(
    expect.arrayContaining(["Maple 0 Reyes", "birch5@maple.example", "late@maple.example", "not an address"]),
  );

  // A survey.
  await takeNextStep(page, "Create a survey");
  const survey = frameOf(page, "Create survey");
  await button(survey, "Preview").click();
  await button(survey, "Create form").click();
  await heading(survey, "The form is ready").waitFor();
  await survey.getByRole("link", { name: "Where people answer" }).click();
  await page.getByRole("main").getByRole("button", { name: "Send" }).waitFor();
  await page.getByRole("link", { name: "Back to the sheet" }).click();

  // Submissions.
  await chooseFromPlanner(page, "Import submissions");
  const submissions = frameOf(page, "Import submissions");
  await submissions
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "sent.csv", mimeType: "text/csv", buffer: Buffer.from(SUBMISSIONS) });
  await button(submissions, "Preview").click();
  await button(submissions, "Import").click();
  await heading(submissions, "Imported").waitFor();
  await page.keyboard.press("Escape");

  // Results.
  await chooseFromPlanner(page, "Refresh results");
  const results = frameOf(page, "Refresh results");
  await button(results, "Refresh results").click();
  await heading(results, /Results as of/).waitFor();
  expect(await results.getByRole("row", { name: /^Basic support/ }).textContent()).toContain("83% (44% to 97%)");
  await page.keyboard.press("Escape");

  // The report, by keyboard from the menu bar.
  await page.getByRole("menuitem", { name: "Extensions" }).press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("C");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const report = frameOf(page, "Create report");
  await button(report, "Create report").press("Enter");
  await heading(report, "The report is ready").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Documents (1)" }).click();
  await page.getByRole("main").getByRole("listitem").getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: PROGRAM }).waitFor();
  expect(await page.getByRole("article").textContent()).toContain("5 of 6 (83%)");

  // What is taken away: the report,
  const document = await downloaded(page, () => button(page, "Download .docx").click());
  expect(document.name).toMatch(/^Maple County micro-credentials.*\.docx$/);
  expect(await (await JSZip.loadAsync(document.bytes)).file("word/document.xml")?.async("string")).toContain(PROGRAM);
  await page.getByRole("link", { name: "Back to the sheet" }).click();

  // the workbook, which holds what the page shows,
  await showTab(page, "Roster");
  const people = await shownCells(page);
  await showTab(page, "Results");
  const figures = await shownCells(page);
  const workbook = await downloaded(page, () => choose(page, "File", "Download workbook (.xlsx)"));
  const read = await readXlsx(workbook.bytes);
  if (!read.ok) throw new Error(read.reason);
  const kept = textsIn(read.workbook, "Roster");
  for (const place of ["1:2", "2:1", "2:2", "2:3", "15:2", "15:3"]) expect(kept[place]).toBe(people[place]);
  expect(Object.keys(textsIn(read.workbook, "Results"))).toEqual(expect.arrayContaining(Object.keys(figures)));

  // a tab,
  await showTab(page, "Submissions");
  const csv = await downloaded(page, () => choose(page, "File", "Download this tab (.csv)"));
  const lines = readDelimited(new TextDecoder().decode(csv.bytes)).filter((cells) => cells.length > 1);
  expect(csv.name).toMatch(/ - Submissions\.csv$/);
  expect(lines).toHaveLength(8);
  expect(lines.map((cells) => cells.join())).toContainEqual(expect.stringContaining("Knowing the Whole Child"));

  // and the whole program, which another browser opens as it was.
  const program = await downloaded(page, () => choose(page, "File", "Save program file"));
  const elsewhere = await openWorkspace();
  const [chooser] = await Promise.all([
    elsewhere.page.waitForEvent("filechooser"),
    button(elsewhere.page, "Open it").click(),
  ]);
  await chooser.setFiles({ ...program, mimeType: "application/octet-stream", buffer: Buffer.from(program.bytes) });
  await programOpen(elsewhere.page);
  for (const [tab, cells] of [
    ["Roster", people],
    ["Results", figures],
  ] as const) {
    await showTab(elsewhere.page, tab);
    await expect.poll(() => shownCells(elsewhere.page)).toEqual(cells);
  }
  await elsewhere.page.getByRole("link", { name: "Documents (1)" }).waitFor();
  await elsewhere.page.getByRole("link", { name: "Forms (1)" }).waitFor();
});
