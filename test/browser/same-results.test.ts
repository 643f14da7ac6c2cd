/** The workspace in a browser's Worker and in Node: the same file, the same steps, the same of everything. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, inject, it, onTestFinished, vi } from "vitest";
import type { SheetEdit, WorkspaceApi } from "../../src/local/workspace/protocol";
import { Workspace } from "../../src/local/workspace/workspace";
import { builtAddon } from "../local/workspace/a-program";
import { openWorkspace } from "./harness";

/** The part of the workspace whose questions and answers are plain data. */
type Plain = Omit<WorkspaceApi, "openFile" | "programFile" | "workbookFile" | "tabFile" | "documentFile">;

/** A Monday morning in Los Angeles. */
const CLOCK = "2026-10-05T15:00:00Z";

/** Where both count their ids from, which else are random. */
const FIRST_ID = 1;
const idOf = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;

const NEWCOMERS = [
  ["First name", "Last name", "E-mail", "Support group", "Enrolled on", "Status"],
  ["Zoë", "Ångström", "zoe@riverside.example", "Basic support", "2026-09-03", "Enrolled"],
  ["Ana", "=1+1", "ana.two@riverside.example", "Independent", "9/4/2026", "Enrolled"],
  ["No", "Address", "", "Independent", "", "Enrolled"],
];

/** What a coordinator may do in a morning; everything that came back, and how it all looks at the end. */
async function work(api: Plain): Promise<Readonly<Record<string, unknown>>> {
  const answers: unknown[] = [];
  const run = async (name: string, ...args: readonly unknown[]) => answers.push(await api.run(name, args));
  const edit = async (made: SheetEdit) => answers.push(await api.edit(made));
  const tabId = async (name: string) => {
    const found = (await api.outline()).tabs.find((tab) => tab.name === name);
    if (!found) throw new Error(`no tab ${name}`);
    return found.id;
  };

  await run("readPlannerFacts");
  await run("readDialogFacts");
  await run("showRefreshResults");
  await run("importRoster", { source: { name: "newcomers.csv", cells: NEWCOMERS }, dates: "mdy" });
  const roster = await tabId("Roster");
  const log = await tabId("Support log");
  await edit({ kind: "type", tabId: log, row: 9, column: 1, text: "10/4/2026" });
  await edit({ kind: "paste", tabId: log, row: 9, column: 2, cells: [["Open office hours", "Standard support"]] });
  await edit({ kind: "sort", tabId: roster, column: 3, descending: true });
  await edit({ kind: "add-tab", name: "Notes" });
  const notes = await tabId("Notes");
  for (const [row, text] of [
    "=1/3",
    "=TODAY()",
    "=COUNTA(Roster!A2:A)",
    "=1/0",
    "12.5%",
    "3 May 2026",
    "'007",
  ].entries())
    await edit({ kind: "type", tabId: notes, row: row + 1, column: 1, text });
  await edit({ kind: "fill", tabId: notes, from: at(1, 1, 3, 1), to: at(1, 1, 3, 3) });
  await edit({ kind: "rename-tab", tabId: roster, name: "People" });
  await run("refreshResults", {});
  await run("createReport", { again: true });
  await run("createSurvey", { survey: "end" });
  await run("fails");
  answers.push(await api.undo(), await api.undo(), await api.redo());
  await run("readPlannerFacts");

  const outline = await api.outline();
  const tabs: unknown[] = [];
  for (const { id, name, lastRow } of outline.tabs) {
    tabs.push({ name, painted: await api.paint(id, 1, lastRow + 1), charts: await api.charts(id) });
  }
  const documents = await Promise.all(outline.documents.map(({ id }) => api.document(id)));
  const forms = await Promise.all(outline.forms.map(({ id }) => api.form(id)));
  const texts = await api.columnTexts(roster, 2);
  const copied = await api.copy(notes, at(1, 1, 7, 3));
  return { answers, outline, tabs, documents, forms, outbox: await api.outbox(), texts, copied };
}

const at = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

/** A workspace in Node that stores nothing. */
function inNode(): Workspace {
  let ids = FIRST_ID;
  const random = vi
    .spyOn(crypto, "randomUUID")
    .mockImplementation(() => idOf(ids++) as ReturnType<Crypto["randomUUID"]>);
  onTestFinished(() => random.mockRestore());
  return new Workspace({
    ...builtAddon(inject("built").dist),
    now: () => new Date(CLOCK),
    timeZone: "America/Los_Angeles",
    locale: "en_US",
    turns: { takeTurn: async () => "editing", onFree: () => undefined },
    store: () => ({
      load: async () => ({ kind: "none" }),
      save: async () => ({ ok: true }),
      clear: async () => ({ ok: true }),
    }),
  });
}

/** The built Worker with this program in it, beside no page of ours, which would ask for things as well. */
async function inBrowser(program: Buffer): Promise<Plain> {
  const { page, address } = await openWorkspace({ clock: CLOCK });
  const script = page.workers()[0]?.url() ?? "";
  await page.goto(new URL("licences.txt", address).href);
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("comlink/dist/umd/comlink.js"), "utf8"));
  const [worker] = await Promise.all([page.waitForEvent("worker"), startWorker(page, script, address)]);
  await worker.evaluate((first) => {
    let ids = first;
    crypto.randomUUID = () => `00000000-0000-4000-8000-${String(ids++).padStart(12, "0")}`;
  }, FIRST_ID);
  const opened = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const { api } = window as unknown as { api: WorkspaceApi };
    await api.open();
    return (await api.openFile(new Blob([bytes]))).kind;
  }, program.toString("base64"));
  expect(opened).toBe("open");
  const ask =
    (method: string) =>
    (...args: unknown[]) =>
      page.evaluate(([name, given]) => Reflect.get(Reflect.get(window, "api"), name)(...given), [
        method,
        args,
      ] as const);
  // What has a `then` would be taken for a promise.
  return new Proxy({} as Plain, { get: (_, method) => (method === "then" ? undefined : ask(String(method))) });
}

function startWorker(page: Page, script: string, address: string): Promise<void> {
  return page.evaluate(
    ([url, name]) => {
      const worker = new Worker(url, { type: "module", name });
      Object.assign(window, { api: Reflect.get(window, "Comlink").wrap(worker) });
    },
    [script, JSON.stringify({ page: address, clock: CLOCK })] as const,
  );
}

it("works out the same in the browser and in Node", async () => {
  const sample = inNode();
  await sample.start("sample");
  const program = Buffer.from(await (await sample.programFile()).arrayBuffer());

  const browser = await inBrowser(program);
  const node = inNode();
  await node.open();
  expect(await node.openFile(new Blob([program]))).toMatchObject({ kind: "open" });

  const here = await work(node);
  const there = await work(browser);
  for (const part of Object.keys(here)) expect(there[part], part).toEqual(here[part]);
  // What was compared is a morning's work, not the same refusals.
  const done = { ok: true, problems: [] };
  expect(here.answers).toEqual(
    expect.arrayContaining([expect.objectContaining({ outcome: { ok: true, value: expect.objectContaining(done) } })]),
  );
  expect(here.answers).not.toContainEqual(expect.objectContaining({ kind: "refused" }));
  expect(here.copied).toMatchObject({ text: expect.stringMatching(/^0\.3333333333\t.*\n10\/5\/2026\t/) });
  expect(here).toMatchObject({ documents: [{}, {}], forms: [{}] });
});
