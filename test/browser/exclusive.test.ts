import type { BrowserContext, Worker } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openStorageSite, openTab, ready, type StorageSite } from "./storage-site";

let site: StorageSite;
let context: BrowserContext;

beforeAll(async () => {
  site = await openStorageSite();
});
afterAll(() => site?.close());
beforeEach(async () => {
  context = await site.browser.newContext();
});
afterEach(() => context.close());

const open = (path = "/planner/") => openTab(context, `${site.origin}${path}`);

/** Takes a turn in a tab; `free` in its Worker is fulfilled when the program becomes free. */
function takeTurn(worker: Worker, page: string): Promise<string> {
  return worker.evaluate(async (address) => {
    const turns = parts.createTurns(parts.siteName(address));
    const turn = await turns.takeTurn();
    const free = turn === "editing" ? null : new Promise<void>((resolve) => turns.onFree(resolve));
    Object.assign(globalThis, { turns, free });
    return turn;
  }, page);
}

const takeAgain = (worker: Worker): Promise<string> =>
  worker.evaluate(async () => {
    await Reflect.get(globalThis, "free");
    return Reflect.get(globalThis, "turns").takeTurn();
  });

describe.each([
  ["with Web Locks", true],
  ["without Web Locks", false],
])("several tabs on one program, %s", (_, hasLocks) => {
  const enter = async (path?: string) => {
    const tab = await open(path);
    if (!hasLocks) {
      await tab.worker.evaluate(() => Object.defineProperty(navigator, "locks", { value: undefined }));
    }
    return { ...tab, turn: await takeTurn(tab.worker, tab.page.url()) };
  };

  it("let the first one edit, the others look on, and another edit when the first is closed", async () => {
    const [first, second, third] = [await enter(), await enter(), await enter()];
    expect([first.turn, second.turn, third.turn]).toEqual(["editing", "read-only", "read-only"]);
    await first.page.close();
    expect(await takeAgain(second.worker)).toBe("editing");
    expect(await takeTurn(third.worker, third.page.url())).toBe("read-only");
    expect(await takeAgain(second.worker)).toBe("editing");
  });

  it("let exactly one edit where they come at once", async () => {
    const tabs = await Promise.all([open(), open(), open()]);
    const turns = await Promise.all(
      tabs.map(async ({ page, worker }) => {
        if (!hasLocks) await worker.evaluate(() => Object.defineProperty(navigator, "locks", { value: undefined }));
        return takeTurn(worker, page.url());
      }),
    );
    expect(turns.sort()).toEqual(["editing", "read-only", "read-only"]);
  });

  it("keep out of each other's way on sites under other paths", async () => {
    expect((await enter("/planner/")).turn).toBe("editing");
    expect((await enter("/other/")).turn).toBe("editing");
    expect((await enter("/planner/index.html?from=mail")).turn).toBe("read-only");
  });
});

it("goes on editing after the page was loaded again", async () => {
  const { page, worker } = await open();
  expect(await takeTurn(worker, page.url())).toBe("editing");
  for (let time = 0; time < 2; time += 1) {
    const again = await ready(page, () => page.reload());
    expect(await takeTurn(again, page.url())).toBe("editing");
  }
});

it("goes on editing where the browser denies locks", async () => {
  const { page, worker } = await open();
  await worker.evaluate(() => {
    const request = () => Promise.reject(new DOMException("denied", "SecurityError"));
    Object.defineProperty(navigator, "locks", { value: { request } });
  });
  expect(await takeTurn(worker, page.url())).toBe("editing");
});
