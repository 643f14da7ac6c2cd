import type { BrowserContext, Worker } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FULL } from "../local/workspace/programs";
import { openStorageSite, openTab, type StorageSite } from "./storage-site";

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

const open = () => openTab(context, `${site.origin}/planner/`);

/** What a fresh start of the page would find. */
const stored = (worker: Worker) => worker.evaluate(() => parts.createProgramStore("test", () => parts.FULL).load());

describe("what is stored", () => {
  it("is nothing at first", async () => {
    const { worker } = await open();
    expect(await stored(worker)).toEqual({ kind: "none" });
  });

  it("comes back whole after a reload, until all is deleted", async () => {
    const { worker } = await open();
    const saved = await worker.evaluate(() => parts.createProgramStore("test", () => parts.FULL).save("everything"));
    expect(saved).toEqual({ ok: true });

    const again = await open();
    expect(await stored(again.worker)).toEqual({ kind: "program", data: FULL });
    const { cleared, names } = await again.worker.evaluate(async () => {
      const cleared = await parts.createProgramStore("test", () => parts.FULL).clear();
      return { cleared, names: (await indexedDB.databases()).map(({ name }) => name) };
    });
    expect({ cleared, names }).toEqual({ cleared: { ok: true }, names: [] });
    expect(await stored(again.worker)).toEqual({ kind: "none" });
  });

  it("is written as a program of all parts, then as those that changed", async () => {
    const { worker } = await open();
    const { first, second, third, changes } = await worker.evaluate(async () => {
      let keys: unknown[] = [];
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
        keys.push(key);
        return put.call(this, value, key);
      };
      const [roster] = parts.programWith({ id: 5 }).workbook.sheets;
      let program = parts.FULL;
      const store = parts.createProgramStore("test", () => program);
      const writtenBy = async (act: () => Promise<unknown>) => {
        keys = [];
        await act();
        return keys.map(String).sort();
      };
      const first = await writtenBy(() => store.save({ tabs: [77] }));
      const second = await writtenBy(() => store.save({ tabs: [77], outside: ["mail"] }));
      // A tab that came and one that went need no word.
      const sheets = program.workbook.sheets.filter(({ id }) => id !== 77 && id !== 5);
      const added = roster ? [{ ...roster, id: 9, name: "New" }] : [];
      program = { ...program, workbook: { ...program.workbook, sheets: [...added, ...sheets], namedRanges: [] } };
      const third = await writtenBy(() => store.save({}));
      const found = await store.load();
      const changes = found.kind === "program" ? found.data.workbook.sheets.map(({ id }) => id) : found;
      return { first, second, third, changes };
    });
    const outside = ["documents", "forms", "mail", "properties", "triggers"].map((part) => `outside ${part}`);
    expect(first).toEqual(["head", ...outside, "tab 0", "tab 5", "tab 6", "tab 77", "tab 991823744"]);
    expect(second).toEqual(["head", "outside mail", "tab 77"]);
    expect(third).toEqual(["head", "tab 9"]);
    expect(changes).toEqual([9, 0, 991823744, 6]);
  });

  it("goes out together where changes come faster than they are written", async () => {
    const { worker } = await open();
    const counts = await worker.evaluate(async () => {
      let transactions = 0;
      const begin = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (...args: Parameters<typeof begin>) {
        transactions += 1;
        return begin.apply(this, args);
      };
      let name = "";
      let taken = () => undefined;
      const store = parts.createProgramStore("test", () => {
        taken();
        return parts.programWith({}, { name });
      });
      const change = async (times: number) => {
        const saves: Promise<unknown>[] = [];
        for (let number = 1; number <= times; number += 1) {
          name = `Change ${number} of ${times}`;
          saves.push(store.save({ tabs: [1] }));
          await Promise.resolve();
        }
        return Promise.all(saves);
      };
      const storedName = async () => {
        const found = await parts.createProgramStore("test", () => parts.FULL).load();
        return found.kind === "program" ? found.data.workbook.name : found;
      };
      await change(20);
      const first = { transactions, name: await storedName() };
      transactions = 0;
      const underWay = new Promise<void>((resolve) => {
        taken = () => {
          resolve();
          return undefined;
        };
      });
      const save = store.save({ tabs: [1] });
      await underWay;
      await Promise.all([save, change(30)]);
      const second = { transactions, name: await storedName() };
      return { first, second };
    });
    expect(counts).toEqual({
      first: { transactions: 1, name: "Change 20 of 20" },
      second: { transactions: 2, name: "Change 30 of 30" },
    });
  });

  it("fails where the program cannot be had, and is whole with the next save", async () => {
    const { worker } = await open();
    const answers = await worker.evaluate(async () => {
      let fails = true;
      const store = parts.createProgramStore("test", () => {
        if (fails) throw new TypeError("a mistake of ours");
        return parts.FULL;
      });
      const failed = await store.save({ tabs: [0] }).catch((error: unknown) => String(error));
      fails = false;
      return [failed, await store.save({})];
    });
    expect(answers).toEqual(["TypeError: a mistake of ours", { ok: true }]);
    expect(await stored(worker)).toEqual({ kind: "program", data: FULL });
  });

  it("is one state or the next, never half, where the page is killed while saving", async () => {
    for (const delay of [40, 90, 170, 260]) {
      const { page, worker } = await open();
      let acknowledged = 0;
      page.on("console", (message) => {
        acknowledged = Math.max(acknowledged, Number(message.text()));
      });
      await worker.evaluate(() => {
        const { sheets } = parts.programOfRows(1500).workbook;
        let state = 0;
        const tabs = (id: number) => {
          const notes = [{ row: 1, column: 1, text: String(state) }];
          return sheets.map((sheet) => ({ ...sheet, id, name: `Tab ${id}`, notes }));
        };
        const store = parts.createProgramStore("killed", () => {
          const program = parts.programWith({}, { name: String(state) });
          return { ...program, workbook: { ...program.workbook, sheets: [1, 2, 3, 4, 5, 6].flatMap(tabs) } };
        });
        void (async () => {
          for (;;) {
            state += 1;
            await store.save("everything");
            console.log(state);
          }
        })();
      });
      await new Promise((resolve) => setTimeout(resolve, delay + 400));
      const before = acknowledged;
      const crashed = page.waitForEvent("crash");
      void page.goto("chrome://crash").catch(() => undefined);
      await crashed;

      const again = await open();
      const found = await again.worker.evaluate(async () => {
        const store = parts.createProgramStore("killed", () => parts.FULL);
        const loaded = await store.load();
        if (loaded.kind !== "program") return loaded;
        const { name, sheets } = loaded.data.workbook;
        await store.clear();
        return { name, tabs: sheets.map(({ notes }) => notes[0]?.text) };
      });
      const name = "name" in found ? found.name : "";
      expect(found).toEqual({ name, tabs: [name, name, name, name, name, name] });
      expect(Number(name)).toBeGreaterThanOrEqual(before);
      expect(before).toBeGreaterThan(0);
      await again.page.close();
    }
  });
});

describe("where a browser does not store", () => {
  it("says that storage is full, keeps what was there, and tries all of it again with the next change", async () => {
    const { page, worker } = await open();
    const control = await context.newCDPSession(page);
    const quota = (quotaSize?: number) =>
      control.send("Storage.overrideQuotaForOrigin", {
        origin: site.origin,
        ...(quotaSize === undefined ? {} : { quotaSize }),
      });
    await quota(200_000);
    await worker.evaluate(() => parts.createProgramStore("test", () => parts.programWith()).save("everything"));
    const full = await worker.evaluate(async () => {
      const noise = Array.from({ length: 40_000 }, (_, row) => ({
        row: row + 1,
        column: 1,
        value: crypto.randomUUID(),
      }));
      let large = true;
      const store = parts.createProgramStore("test", () =>
        large ? parts.programWith({ rowCount: 40_000, cells: noise }) : parts.programWith({}, { name: "Smaller" }),
      );
      Object.assign(globalThis, { store, shrink: () => (large = false) });
      return store.save({ tabs: [1] });
    });
    expect(full).toEqual({ ok: false, problem: { code: "storage-full" } });
    expect(await stored(worker)).toMatchObject({ kind: "program", data: { workbook: { sheets: [{ cells: [] }] } } });

    await quota();
    const retried = await worker.evaluate(() => Reflect.get(globalThis, "store").save({ outside: ["mail"] }));
    expect(retried).toEqual({ ok: true });
    const cells = await worker.evaluate(async () => {
      const found = await parts.createProgramStore("test", () => parts.FULL).load();
      return found.kind === "program" && found.data.workbook.sheets[0]?.cells.length;
    });
    expect(cells).toBe(40_000);
  });

  it.each([
    ["is missing", () => undefined],
    [
      "throws on sight",
      () => {
        throw new DOMException("denied", "SecurityError");
      },
    ],
    [
      "refuses to open",
      () => ({
        open: () => {
          const request: { onerror?: () => void; error: DOMException } = {
            error: new DOMException("", "UnknownError"),
          };
          setTimeout(() => request.onerror?.());
          return request;
        },
      }),
    ],
  ])("says that storage is denied where it %s, and stores once it may", async (_, stand) => {
    const { worker } = await open();
    const answers = await worker.evaluate(async (get) => {
      const real = globalThis.indexedDB;
      Object.defineProperty(globalThis, "indexedDB", {
        configurable: true,
        get: new Function(`return (${get})()`) as () => unknown,
      });
      const store = parts.createProgramStore("test", () => parts.FULL);
      const answers: unknown[] = [await store.load(), await store.save({ tabs: [77] })];
      Object.defineProperty(globalThis, "indexedDB", { configurable: true, value: real });
      return [...answers, await store.save({ outside: ["mail"] }), (await store.load()).kind];
    }, String(stand));
    const problem = { code: "storage-denied" };
    expect(answers).toEqual([{ kind: "problem", problem }, { ok: false, problem }, { ok: true }, "program"]);
  });

  it("leaves what a newer planner stored alone", async () => {
    const { worker } = await open();
    const { answers, left } = await worker.evaluate(async () => {
      const newer = () =>
        new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open("test", 5);
          request.onupgradeneeded = () => request.result.createObjectStore("other").put("theirs", "key");
          request.onsuccess = () => resolve(request.result);
        });
      (await newer()).close();
      const store = parts.createProgramStore("test", () => parts.FULL);
      const answers = [await store.load(), await store.save("everything")];
      const database = await newer();
      const left = await new Promise((resolve) => {
        const request = database.transaction("other").objectStore("other").get("key");
        request.onsuccess = () => resolve(request.result);
      });
      return { answers, left };
    });
    const problem = { code: "newer-program", found: 5, supported: 1 };
    expect(answers).toEqual([
      { kind: "problem", problem },
      { ok: false, problem },
    ]);
    expect(left).toBe("theirs");
  });

  it("makes room for a newer planner in another tab, and then leaves it alone", async () => {
    const { worker } = await open();
    await worker.evaluate(async () => {
      const store = parts.createProgramStore("test", () => parts.FULL);
      Object.assign(globalThis, { store });
      await store.save("everything");
    });
    const { worker: other } = await open();
    await other.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.open("test", 2).onsuccess = () => resolve(null);
        }),
    );
    const later = await worker.evaluate(() => Reflect.get(globalThis, "store").save({ tabs: [77] }));
    expect(later).toEqual({ ok: false, problem: { code: "newer-program", found: 2, supported: 1 } });
  });

  it("writes the whole program again where somebody deleted it under the open page", async () => {
    const { worker } = await open();
    await worker.evaluate(async () => {
      const store = parts.createProgramStore("test", () => parts.FULL);
      await store.save("everything");
      await new Promise((resolve) => {
        indexedDB.deleteDatabase("test").onsuccess = resolve;
      });
      await store.save({ tabs: [77] });
    });
    expect(await stored(worker)).toMatchObject({ kind: "program" });
  });

  it("says where the stored program is damaged", async () => {
    const { worker } = await open();
    await worker.evaluate(async () => {
      await parts.createProgramStore("test", () => parts.FULL).save("everything");
      await new Promise((resolve) => {
        const request = indexedDB.open("test");
        request.onsuccess = () => {
          const transaction = request.result.transaction("records", "readwrite");
          transaction.objectStore("records").delete("tab 77");
          transaction.oncomplete = resolve;
        };
      });
    });
    expect(await stored(worker)).toEqual({
      kind: "problem",
      problem: { code: "damaged-program", place: "workbook.sheets[2]" },
    });
  });
});

describe("files, in a browser", () => {
  it("are written without anything of Node", async () => {
    const { worker } = await open();
    const files = await worker.evaluate(async () => {
      const start = async (file: Blob) => [file.type.split(".").at(-2), (await file.text()).slice(0, 2)];
      const [document] = parts.FULL.outside.documents;
      const read = await parts.readProgramFile(await parts.writeProgramFile(parts.FULL));
      return {
        workbook: await start(await parts.workbookFile(parts.FULL.workbook)),
        document: document && (await start(await parts.documentFile(document))),
        program: read.ok ? read.data : read.problem,
      };
    });
    expect(files).toEqual({ workbook: ["spreadsheetml", "PK"], document: ["wordprocessingml", "PK"], program: FULL });
  });
});
