/** A survey from its making to its figures, with the mail and the form as a participant meets them. */
import { readFile } from "node:fs/promises";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { choose, chooseFromPlanner, frameOf, programOpen, showTab } from "../../scripts/browser/drive.mjs";
import { readProgramFile, writeProgramFile } from "../../src/local/workspace/program-file";
import { openWorkspace } from "./harness";

const button = (where: Page | FrameLocator, name: string | RegExp) => where.getByRole("button", { name });
const heading = (where: Page | FrameLocator, name: string | RegExp) => where.getByRole("heading", { name });

const QUESTION = "How comfortable are you with its subject?";

/** The first row of the tab in front that has these words in it. */
async function rowWith(page: Page, words: string): Promise<Locator> {
  const row = page.locator(".grid").getByRole("row").filter({ hasText: words }).first();
  await row.waitFor();
  return row;
}

it("goes from the form over mail and answer to the figures", async () => {
  const { page } = await openWorkspace({ program: "sample", browser: { viewport: { width: 1600, height: 1800 } } });
  page.setDefaultTimeout(20_000);

  // One question of the check-in is to be answered by everybody.
  await showTab(page, "Questions");
  const question = await rowWith(page, QUESTION);
  expect(await question.textContent()).toContain("Check-in");
  await question.getByRole("checkbox").nth(1).click();
  await expect.poll(() => question.getByRole("checkbox").nth(1).isChecked()).toBe(true);

  await chooseFromPlanner(page, "Create survey");
  const create = frameOf(page, "Create survey");
  await create.getByLabel("Survey", { exact: true }).selectOption({ label: "Check-in" });
  await button(create, "Preview").click();
  await create.getByText("(required)").waitFor();
  await button(create, "Create form").click();
  await heading(create, "The form is ready").waitFor();
  await page.keyboard.press("Escape");

  await chooseFromPlanner(page, "Send survey");
  const send = frameOf(page, "Send survey");
  await send.getByLabel("Survey", { exact: true }).selectOption({ label: "Check-in" });
  await button(send, "Preview").click();
  await button(send, /^Send to \d+ people$/).click();
  await heading(send, "59 messages were sent").waitFor();
  await button(send, "Close").click();

  // The mail, and the form that its link opens.
  await page.getByRole("link", { name: "Outbox (59)" }).click();
  await page.getByText("Recipients left for today: 41.").waitFor();
  const mail = page.getByRole("article").first();
  const link = mail.getByRole("link");
  const code = /=(\w+)$/.exec((await link.textContent()) ?? "")?.[1] ?? "";
  await link.focus();
  await page.keyboard.press("Enter");
  await heading(page, "Riverside micro-credential program: Check-in").waitFor();
  expect(await page.getByLabel("Participant code").inputValue()).toBe(code);
  await page.getByLabel("What is your aim in this program?").fill("=Learning with colleagues");
  await button(page, "Send").press("Enter");
  const required = page.getByRole("group", { name: QUESTION });
  await required.getByText("Please answer this question").waitFor();
  await page.getByRole("alert").getByText("nothing was sent yet").waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("radio");
  await page.keyboard.press("Space");
  await page.getByLabel("Writing").check();
  await page.getByLabel("Office hours").check();
  await button(page, "Send").click();
  await button(page, "Send another answer").waitFor();
  await page.getByText("Thank you! Your answers have arrived.").waitFor();

  await page.getByRole("link", { name: "Forms (1)" }).click();
  await page.getByRole("main").getByText("1 answer").waitFor();
  await page.getByRole("link", { name: "Back to the sheet" }).click();

  // The answer in the response tab, then with the participant, then in the figures.
  await page.getByRole("tab", { name: /^Form responses/i }).click();
  const answer = await rowWith(page, code);
  expect(await answer.textContent()).toContain("=Learning with colleagues");
  await chooseFromPlanner(page, "Import survey answers");
  const answers = frameOf(page, "Import survey answers");
  await answers.getByLabel("Survey", { exact: true }).selectOption({ label: "Check-in" });
  await answers.getByLabel("A tab of this spreadsheet").check();
  await button(answers, "Preview").click();
  await button(answers, "Import").click();
  await heading(answers, "Imported").waitFor();
  expect(await answers.locator("main").textContent()).toMatch(/Matched\s*1/);
  await page.keyboard.press("Escape");
  await chooseFromPlanner(page, "Refresh results");
  const results = frameOf(page, "Refresh results");
  await button(results, "Refresh results").click();
  await heading(results, /Results as of/).waitFor();
  await page.keyboard.press("Escape");
  await showTab(page, "Survey results");
  const counted = page.locator(".grid").getByRole("row").filter({ hasText: QUESTION });
  await expect.poll(() => counted.allTextContents()).toEqual([expect.stringContaining("scale111100.0%")]);

  // Closed, as its owner can make it in Google Forms, it says so and takes nothing.
  const [saved] = await Promise.all([page.waitForEvent("download"), choose(page, "File", "Save program file")]);
  const program = await readProgramFile(new Blob([await readFile(await saved.path())]));
  if (!program.ok) throw new Error(program.problem.code);
  const { data } = program;
  const forms = data.outside.forms.map((form) => ({ ...form, acceptsResponses: false, closedMessage: "Too late." }));
  const closed = await writeProgramFile({ ...data, outside: { ...data.outside, forms } });
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), choose(page, "File", "Open program file")]);
  await chooser.setFiles({
    name: "closed.planner",
    mimeType: closed.type,
    buffer: Buffer.from(await closed.arrayBuffer()),
  });
  await button(page, "Replace it").click();
  await programOpen(page);
  await page.getByRole("link", { name: "Forms (1)" }).click();
  await page.getByRole("main").getByRole("listitem").getByRole("link").click();
  await page.getByText("Too late.").waitFor();
  await page.getByRole("link", { name: "Back to the sheet" }).click();
  await showTab(page, "Surveys");
  await (await rowWith(page, "Check-in")).getByRole("link").first().click();
  await page.getByText("Too late.").waitFor();
  expect(await button(page, "Send").count()).toBe(0);
});
