/** A focus group from its questions over the facilitator's sheet to the invitation, as narrow as a sidebar too. */
import { expect, it } from "vitest";
import { chooseFromPlanner, frameOf, showTab } from "../../scripts/browser/drive.mjs";
import { axeProblems } from "./axe";
import { openWorkspace } from "./harness";

const TITLE = "Prepare focus group";

it("goes from the questions over the sheet to the invitation", async () => {
  const { page } = await openWorkspace({ program: "sample", browser: { viewport: { width: 1000, height: 1800 } } });
  page.setDefaultTimeout(20_000);
  const dialog = frameOf(page, TITLE);
  const button = (name: string | RegExp) => dialog.getByRole("button", { name });
  const look = async (name: string | RegExp) => {
    await dialog.getByRole("heading", { name }).waitFor();
    for (const width of [640, 300]) {
      await page.setViewportSize({ width, height: 1800 });
      const excess = await dialog.locator("body").evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(excess, `${name}, ${width} pixels wide`).toBeLessThanOrEqual(0);
    }
    expect.soft(await axeProblems(page, "dialog"), `${name}`).toEqual([]);
    await page.setViewportSize({ width: 1000, height: 1800 });
  };

  await chooseFromPlanner(page, TITLE);
  await dialog.getByLabel("More questions of your own").fill("What was fun?");
  await look(TITLE);
  await button("Next: when and where").press("Enter");
  await dialog.getByLabel("Date").fill("2026-10-20");
  await dialog.getByLabel("Time").fill("4 pm");
  await dialog.getByLabel("Place or meeting link").fill("Library");
  await dialog.getByLabel("Length in minutes").fill("20");
  await look(TITLE);
  await dialog.getByLabel("Length in minutes").press("Enter");

  await look("What will be made");
  await dialog.getByText("this leaves 3 minutes", { exact: false }).waitFor();
  await dialog.getByText("Tuesday, October 20, 2026").waitFor();
  await button("Prepare").press("Enter");
  await look("The focus group is prepared");
  await button("Invite participants").press("Enter");
  await look("The invitation");
  await button("Next: who is invited").press("Enter");
  await look("Who is invited");
  await dialog.getByRole("checkbox", { name: /^Omar Patel/ }).check();
  await button("Send to one person").press("Enter");
  await look("One invitation was sent");
  await page.keyboard.press("Escape");

  await showTab(page, "Focus group");
  await page.locator(".grid").getByText("What was fun?").waitFor();
  await page.getByRole("link", { name: /^Documents/ }).click();
  await page.getByRole("link", { name: /focus group 2026-10-20/ }).click();
  await page.getByRole("heading", { name: "5. What was fun?" }).waitFor();
  await page.getByRole("link", { name: "Outbox (1)" }).click();
  await page.getByText("- What was fun?").waitFor();
});
