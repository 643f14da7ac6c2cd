/** A survey from its making to its figures, with the mail and the form as a participant meets them. */
import { readFile } from "node:fs/promises";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { choose, chooseFromPlanner, frameOf, programOpen, showTab } from "../../scripts/browser/drive.mjs";
import { readProgramFile, writeProgramFile } from "../../src/local/workspace/program-file";
import { openWorkspace } from "./harness";
import { go } from "./sheet-driver";

const button = (where: Page | FrameLocator, name: string | RegExp) => where.getByRole("button", { name });
const heading = (where: Page | FrameLocator, name: string | RegExp) => where.getByRole("heading", { name });

const ASKED_BEFORE = "How comfortable are you with its subject?";
const QUESTION = "How much at home are you in your subject?";

const STEPS = ["20%", "0%", "0%", "0%", "80%", "0%"];

/** The first row in sight that has these words in it. */
async function rowWith(page: Page, words: string): Promise<Locator> {
  const row = page.locator(".grid").getByRole("row").filter({ hasText: words }).first();
  await row.waitFor();
  return row;
}

/** What stands in a row under a header. */
async function cellUnder(page: Page, row: Locator, header: string): Promise<Locator> {
  const column = await page.getByRole("columnheader", { name: header, exact: true }).getAttribute("data-column");
  return row.locator(`[data-column="${column}"]`);
}

/** The same code as a person types it who looks twice away. */
const mistyped = (code: string): string => `${code.slice(0, 4)}${code[4] === "x" ? "y" : "x"}${code.slice(5)}`;

it("goes from the question bank over form, mail, answers and their matching to figures and chart", async () => {
  const { page } = await openWorkspace({ program: "sample", browser: { viewport: { width: 1600, height: 1800 } } });
  page.setDefaultTimeout(20_000);

  // One question of the check-in gets other words, and is to be answered by everybody.
  await showTab(page, "Questions");
  const before = await rowWith(page, ASKED_BEFORE);
  expect(await before.textContent()).toContain("Check-in");
  await (await cellUnder(page, before, "Question")).click();
  await page.keyboard.type(QUESTION);
  await page.keyboard.press("Enter");
  const question = await rowWith(page, QUESTION);
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
  const links = await page.getByRole("article").getByRole("link").allTextContents();
  const [code = "", typo = "", ...others] = links.map((text) => /=(\w+)$/.exec(text)?.[1] ?? "");
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
  // Four others, of whom one gives a code with a letter typed otherwise.
  for (const given of [mistyped(typo), ...others.slice(0, 3)]) {
    await button(page, "Send another answer").click();
    await page.getByLabel("Participant code").fill(given);
    await page.getByRole("group", { name: QUESTION }).getByRole("radio").nth(3).check();
    await button(page, "Send").click();
    await page.getByText("Thank you! Your answers have arrived.").waitFor();
  }

  await page.getByRole("link", { name: "Forms (1)" }).click();
  await page.getByRole("main").getByText("5 answers").waitFor();
  await page.getByRole("link", { name: "Back to the sheet" }).click();

  // The answer in the response tab, then with the participant, then in the figures.
  await page.getByRole("tab", { name: /^Form responses/i }).click();
  const answer = await rowWith(page, code);
  expect(await answer.textContent()).toContain("=Learning with colleagues");
  await chooseFromPlanner(page, "Collect answers");
  const collect = frameOf(page, "Collect answers");
  await button(collect, "Collect answers").click();
  await heading(collect, "Collected").waitFor();
  const collected = collect.getByRole("row").filter({ hasText: "Check-in" });
  expect(await collected.getByRole("cell").allTextContents()).toEqual(["5", "5", "4", "1"]);
  await page.keyboard.press("Escape");

  // Whose the fifth is, a person says.
  await chooseFromPlanner(page, "Match survey answers");
  const match = frameOf(page, "Match survey answers");
  const unmatched = match.getByRole("group", { name: /^Check-in/ });
  await unmatched.getByText(`Given as ${mistyped(typo)}`).waitFor();
  await unmatched.getByText("code that differs by a letter").waitFor();
  const person = unmatched.getByRole("radio").first();
  const label = (await unmatched.locator("label").first().textContent()) ?? "";
  await person.check();
  await button(match, "Save choices").click();
  await heading(match, "One choice is saved").waitFor();
  await page.keyboard.press("Escape");
  await showTab(page, "Survey matches");
  await go(page, "A2");
  await page.keyboard.press("Control+End");
  const matched = await rowWith(page, mistyped(typo));
  const id = /\((P-\d+)\)$/.exec(label)?.[1] ?? "none";
  await expect.poll(() => matched.textContent()).toContain(`${id}Your choiceCounts`);

  await chooseFromPlanner(page, "Refresh results");
  const results = frameOf(page, "Refresh results");
  await button(results, "Refresh results").click();
  await heading(results, /Results as of/).waitFor();
  await page.keyboard.press("Escape");
  await showTab(page, "Charts");
  await go(page, "A53");
  await button(page, /^Show as table ?: What participants said/).click();
  const charted = page.getByRole("row").filter({ hasText: `Check-in: ${QUESTION} (5 answered)` });
  // One in five chose the lowest step, four the next but highest.
  await expect.poll(() => charted.last().getByRole("cell").allTextContents()).toEqual(STEPS);

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
