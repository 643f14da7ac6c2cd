/** What a page of the add-on can reach from its frame, and what it can ask for. */
import { expect, it } from "vitest";
import { chooseFromPlanner, frameOf } from "../../scripts/browser/drive.mjs";
import { openWorkspace } from "./harness";

it("a page of the add-on reaches its functions and nothing else", async () => {
  const { page, forgive } = await openWorkspace({ program: "empty" });
  forgive(/blocked|violates|ERR_FAILED|sandboxed|elsewhere: https:\/\/elsewhere\.example/);
  await chooseFromPlanner(page, "Open planner");
  const body = frameOf(page, "Micro-credential Planner").locator("body");
  await body.getByRole("button").first().waitFor();
  const address = page.url();
  const reached = await body.evaluate(async (_, site) => {
    const attempts: Record<string, () => unknown> = {
      "the page": () => window.parent.document.title,
      "the address": () => window.top?.location.replace("https://elsewhere.example/"),
      storage: () => window.localStorage.length,
      database: () => indexedDB.open("planner"),
      cookies: () => document.cookie,
      "the site": () => fetch(site),
      elsewhere: () => fetch("https://elsewhere.example/"),
    };
    const done: string[] = [];
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        done.push(name);
      } catch {
        // As it should be.
      }
    }
    return done;
  }, address);
  expect(reached).toEqual([]);
  const answers = await body.evaluate(async () => {
    const heard = new Map<unknown, unknown>();
    window.addEventListener("message", ({ data }) => heard.set(data.id, data.message));
    const names = ["constructor", "__proto__", "toString", { toString: 1 }];
    names.forEach((name, at) => {
      window.parent.postMessage({ source: "planner-frame", kind: "run", id: `odd ${at}`, name, args: [] }, "*");
    });
    while (heard.size < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    return [...heard.values()];
  });
  expect(answers).toEqual(["constructor", "__proto__", "toString"].map((name) => `Script function not found: ${name}`));
  expect(page.url()).toBe(address);
});
