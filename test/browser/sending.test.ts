/** Who gets a survey, seen and chosen before anything goes out, with the keyboard alone. */
import type { FrameLocator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { chooseFromPlanner, frameOf } from "../../scripts/browser/drive.mjs";
import { axeProblems } from "./axe";
import { openWorkspace } from "./harness";

const button = (where: FrameLocator, name: string | RegExp) => where.getByRole("button", { name });
const heading = (where: FrameLocator, name: string | RegExp) => where.getByRole("heading", { name });

async function makeForm(page: Page): Promise<void> {
  await chooseFromPlanner(page, "Create survey");
  const dialog = frameOf(page, "Create survey");
  await dialog.getByLabel("Survey", { exact: true }).selectOption({ label: "Check-in" });
  await button(dialog, "Preview").click();
  await button(dialog, "Create form").click();
  await heading(dialog, "The form is ready").waitFor();
  await page.keyboard.press("Escape");
}

it("shows who gets it, chooses some, shows the message as another of them gets it, and sends it to those", async () => {
  const { page } = await openWorkspace({ program: "sample", browser: { viewport: { width: 1000, height: 1600 } } });
  page.setDefaultTimeout(20_000);
  await makeForm(page);
  await chooseFromPlanner(page, "Send survey");
  expect(await page.getByRole("menu").count(), "menus that stay open behind the dialog").toBe(0);
  const dialog = frameOf(page, "Send survey");
  await dialog.getByLabel("Survey", { exact: true }).selectOption({ label: "Check-in" });
  await button(dialog, "Preview").press("Enter");
  await heading(dialog, "Who gets the invitation").waitFor();
  expect(await dialog.getByRole("main").textContent()).toMatch(
    /Google's limit100.*Today59.*Tomorrow or later0.*Left out3/,
  );
  expect(await axeProblems(page, "dialog")).toEqual([]);

  // One of the groups that the Roster has.
  await dialog.getByText("Only some of them").press("Enter");
  const groups = dialog.getByRole("group", { name: "Support group" }).getByRole("checkbox");
  await groups.first().press("Space");
  await button(dialog, /^Send to/).waitFor();
  await expect.poll(() => button(dialog, /^Send to/).textContent()).not.toBe("Send to 59 people");
  expect(await groups.first().isChecked()).toBe(true);
  const words = (await button(dialog, /^Send to/).textContent()) ?? "";
  const chosen = Number(/\d+/.exec(words)?.[0]);

  const receivers = dialog.getByLabel("As it comes to");
  const last = receivers.getByRole("option").last();
  const [name = ""] = ((await last.textContent()) ?? "").split(",");
  await receivers.selectOption({ index: chosen - 1 });
  await dialog.getByText(`Hello ${name.split(" ")[0]},`).waitFor();

  await dialog.getByLabel("Send a test message to").fill("me@x.org");
  await page.keyboard.press("Enter");
  await dialog.getByText("The test message is on its way.").waitFor();
  expect(await axeProblems(page, "dialog")).toEqual([]);

  await button(dialog, /^Send to/).press("Enter");
  await heading(dialog, `${chosen} messages were sent`).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: `Outbox (${chosen + 1})` }).waitFor();

  // Nobody has had the time to answer yet.
  await chooseFromPlanner(page, "Send survey");
  await dialog.getByLabel("Survey", { exact: true }).selectOption({ label: "Check-in" });
  await dialog.getByLabel("Reminder").press("Space");
  expect(await dialog.getByLabel("Subject").inputValue()).toContain("(reminder)");
  await button(dialog, "Preview").press("Enter");
  await heading(dialog, "Nobody is to be reminded today").waitFor();
  await dialog.getByText(`Mon, Oct 12: ${chosen} people`).waitFor();
  expect(await axeProblems(page, "dialog")).toEqual([]);
});
