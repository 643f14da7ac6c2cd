import { describe, expect, onTestFinished, test } from "vitest";
import type { Turns } from "../../../src/local/workspace/exclusive";
import { writeProgramFile } from "../../../src/local/workspace/program-file";
import type { SheetEdit } from "../../../src/local/workspace/protocol";
import type { ChangedParts, ProgramStore, Saved, Stored } from "../../../src/local/workspace/store";
import { Workspace } from "../../../src/local/workspace/workspace";
import { bundle, surroundings } from "./a-program";
import { FULL, programWith } from "./programs";

const CODE = bundle("greet: (name) => 'Hello ' + name, fail: () => { throw new Error('No.'); }");
const OK: Saved = { ok: true };

interface Opening {
  readonly stored?: Stored;
  readonly turn?: "editing" | "read-only";
  /** What comes of each save. */
  readonly save?: () => Promise<Saved>;
}

/** A workspace whose browser stores in `kept`, and writes into `saves` what it was asked to save. */
function workspaceWith({ stored = { kind: "none" }, turn = "editing", save }: Opening = {}) {
  const saves: (ChangedParts | "everything")[] = [];
  const kept = { now: stored };
  const turns: Turns = { takeTurn: async () => turn, onFree: () => undefined };
  const store = (program: () => Extract<Stored, { kind: "program" }>["data"]): ProgramStore => ({
    load: async () => kept.now,
    save: async (changed) => {
      saves.push(changed);
      const saved = await (save?.() ?? OK);
      if (saved.ok) kept.now = { kind: "program", data: program() };
      return saved;
    },
    clear: async () => {
      kept.now = { kind: "none" };
      return OK;
    },
  });
  const workspace = new Workspace({ ...surroundings(CODE), store, turns, timeZone: "Etc/UTC", locale: "en_US" });
  onTestFinished(() => workspace.saved().then(() => undefined));
  return { workspace, saves, kept };
}

const BEFORE: Stored = { kind: "program", data: programWith({}, { name: "Before" }) };
const typing = (text: string): SheetEdit => ({ kind: "type", tabId: 1, row: 1, column: 1, text });
const nameOf = (stored: Stored) => (stored.kind === "program" ? stored.data.workbook.name : stored.kind);
const firstCell = (stored: Stored) =>
  stored.kind === "program" ? stored.data.workbook.sheets[0]?.cells[0]?.value : stored.kind;

describe("opening", () => {
  test("finds what is stored, nothing, or a problem", async () => {
    expect(await workspaceWith({ stored: BEFORE }).workspace.open()).toMatchObject({
      kind: "open",
      access: "editing",
      outline: { name: "Before", canUndo: false, storage: "saved", tabs: [{ name: "Roster" }] },
    });
    expect(await workspaceWith().workspace.open()).toEqual({ kind: "none", access: "editing" });
    const problem = { code: "damaged-program", place: "workbook" } as const;
    expect(await workspaceWith({ stored: { kind: "problem", problem } }).workspace.open()).toEqual({
      kind: "problem",
      problem,
      access: "editing",
    });
  });

  test("begins anew where the browser lets nothing be stored, and says so from then on", async () => {
    const denied = { code: "storage-denied" } as const;
    const { workspace } = workspaceWith({
      stored: { kind: "problem", problem: denied },
      save: async () => ({ ok: false, problem: denied }),
    });
    expect(await workspace.open()).toEqual({ kind: "none", access: "editing" });
    expect(await workspace.start("empty")).toMatchObject({ kind: "open", outline: { storage: "denied" } });
    expect(await workspace.saved()).toBe("denied");
  });

  test("changes nothing that is stored", async () => {
    const { workspace, saves } = workspaceWith({ stored: { kind: "program", data: FULL } });
    await workspace.open();
    await workspace.saved();
    expect(saves).toEqual([]);
  });
});

describe("a change", () => {
  test("is answered first and stored then: the tab that changed, and nothing else of the workbook", async () => {
    const { workspace, saves, kept } = workspaceWith({ stored: BEFORE });
    await workspace.open();
    expect(await workspace.edit(typing("Ann"))).toMatchObject({ kind: "done", outline: { canUndo: true } });
    expect(saves).toEqual([]);
    expect(await workspace.saved()).toBe("saved");
    expect(saves).toMatchObject([{ tabs: [1] }]);
    expect(firstCell(kept.now)).toBe("Ann");
  });

  test("is stored also where the program was asked for as a file right after it", async () => {
    const { workspace, saves } = workspaceWith({ stored: BEFORE });
    await workspace.open();
    const [, file] = await Promise.all([workspace.edit(typing("Ann")), workspace.programFile()]);
    expect(file.size).toBeGreaterThan(0);
    await workspace.saved();
    expect(saves).toMatchObject([{ tabs: [1] }]);
  });

  test("that is refused, or asked about, is none", async () => {
    const protection = { description: "the planner's", warningOnly: true };
    const { workspace, saves } = workspaceWith({ stored: { kind: "program", data: programWith({ protection }) } });
    await workspace.open();
    expect(await workspace.edit(typing("x"))).toEqual({ kind: "protected", description: "the planner's" });
    expect(await workspace.edit({ kind: "rename-tab", tabId: 1, name: "" })).toMatchObject({ kind: "refused" });
    expect(await workspace.saved()).toBe("saved");
    expect(saves).toEqual([]);
    expect(await workspace.edit(typing("x"), { anyway: true })).toMatchObject({ kind: "done" });
  });

  test("can be undone and done again, each time stored", async () => {
    const { workspace, kept } = workspaceWith({ stored: BEFORE });
    await workspace.open();
    await workspace.edit(typing("Ann"));
    expect(await workspace.undo()).toMatchObject({ outline: { canUndo: false, canRedo: true } });
    await workspace.saved();
    expect(firstCell(kept.now)).toBeUndefined();
    expect(await workspace.redo()).toMatchObject({ outline: { canUndo: true, canRedo: false } });
    await workspace.saved();
    expect(firstCell(kept.now)).toBe("Ann");
  });

  test.each([
    ["storage-full", "full"],
    ["storage-denied", "denied"],
  ] as const)("that cannot be stored (%s) stays in the page, which is told, until one can be", async (code, told) => {
    const answers: Saved[] = [{ ok: false, problem: { code } }, OK];
    const { workspace, kept } = workspaceWith({ stored: BEFORE, save: async () => answers.shift() ?? OK });
    await workspace.open();
    await workspace.edit(typing("Ann"));
    expect(await workspace.saved()).toBe(told);
    expect((await workspace.outline()).storage).toBe(told);
    expect((await workspace.paint(1, 1, 1)).rows[0]?.[0]).toMatchObject({ text: "Ann" });
    expect(firstCell(kept.now)).toBeUndefined();
    await workspace.edit({ kind: "rename-tab", tabId: 1, name: "People" });
    expect(await workspace.saved()).toBe("saved");
    expect((await workspace.outline()).storage).toBe("saved");
    expect(firstCell(kept.now)).toBe("Ann");
  });
});

test("a run gives what the function gave, or its message", async () => {
  const { workspace } = workspaceWith({ stored: BEFORE });
  await workspace.open();
  expect(await workspace.run("greet", ["Ann"])).toMatchObject({ outcome: { ok: true, value: "Hello Ann" } });
  expect(await workspace.run("fail", [])).toMatchObject({
    outcome: { ok: false, message: "No." },
    outline: { name: "Before" },
  });
});

test("where another browser tab has the program, nothing can be changed, and all can be seen", async () => {
  const { workspace, saves, kept } = workspaceWith({ stored: BEFORE, turn: "read-only" });
  expect(await workspace.open()).toMatchObject({ kind: "open", access: "read-only" });
  const problem = { kind: "problem", problem: { code: "read-only" }, access: "read-only" };
  expect(await workspace.start("empty")).toEqual(problem);
  expect(await workspace.openFile(await writeProgramFile(programWith()))).toEqual(problem);
  const words = expect.stringContaining("Another browser tab");
  expect(await workspace.edit(typing("x"))).toEqual({ kind: "refused", message: words });
  expect(await workspace.undo()).toEqual({ kind: "refused", message: words });
  expect(await workspace.redo()).toEqual({ kind: "refused", message: words });
  expect(await workspace.run("greet", [])).toMatchObject({ outcome: { ok: false, message: words } });
  expect(await workspace.submitForm("f1", { entries: {} })).toEqual({ kind: "refused", problems: { form: words } });
  await workspace.deleteEverything();
  await workspace.saved();
  expect(saves).toEqual([]);
  expect(nameOf(kept.now)).toBe("Before");
  expect(await workspace.paint(1, 1, 1)).toMatchObject({ firstRow: 1 });
  expect((await workspace.programFile()).size).toBeGreaterThan(0);
});

describe("another program in place of the present one", () => {
  test("is a new one, or one from a file, and stored whole", async () => {
    const { workspace, saves, kept } = workspaceWith({ stored: BEFORE });
    await workspace.open();
    await workspace.edit(typing("Ann"));
    const file = await workspace.programFile();
    expect(await workspace.start("empty")).toMatchObject({
      kind: "open",
      outline: { name: "My program", canUndo: false, tabs: [{ name: "Sheet1", lastRow: 0 }] },
    });
    await workspace.saved();
    expect(nameOf(kept.now)).toBe("My program");
    expect(await workspace.openFile(file)).toMatchObject({ kind: "open", outline: { name: "Before", canUndo: false } });
    await workspace.saved();
    expect([nameOf(kept.now), firstCell(kept.now)]).toEqual(["Before", "Ann"]);
    expect(saves.filter((save) => save === "everything")).toHaveLength(2);
  });

  test("leaves the old one stored until it is stored itself", async () => {
    let finish = (_: Saved) => undefined as undefined;
    const save = () => new Promise<Saved>((resolve) => (finish = (saved) => void resolve(saved)));
    const { workspace, kept } = workspaceWith({ stored: BEFORE, save });
    await workspace.open();
    await workspace.start("empty");
    expect(nameOf(kept.now)).toBe("Before");
    finish({ ok: false, problem: { code: "storage-full" } });
    expect(await workspace.saved()).toBe("full");
    expect(nameOf(kept.now)).toBe("Before");
    await workspace.edit({ kind: "type", tabId: 0, row: 1, column: 1, text: "x" });
    await new Promise((resolve) => setTimeout(resolve, 10));
    finish(OK);
    expect(await workspace.saved()).toBe("saved");
    expect(nameOf(kept.now)).toBe("My program");
  });

  test("does not come of a file that is none: the present one stays open and stored", async () => {
    const { workspace, saves } = workspaceWith({ stored: BEFORE });
    await workspace.open();
    expect(await workspace.openFile(new Blob(["name,mail\n"]))).toEqual({
      kind: "problem",
      problem: { code: "not-a-program" },
      access: "editing",
    });
    expect(await workspace.outline()).toMatchObject({ name: "Before" });
    expect(saves).toEqual([]);
  });

  test("does not come of a sample that fails: the present one stays", async () => {
    const { workspace, saves } = workspaceWith({ stored: BEFORE });
    await workspace.open();
    await expect(workspace.start("sample")).rejects.toThrow("readDialogFacts");
    expect(await workspace.outline()).toMatchObject({ name: "Before" });
    expect(saves).toEqual([]);
  });
});

test("nothing is left once everything is deleted, also of changes still under way", async () => {
  const { workspace, kept } = workspaceWith({ stored: BEFORE });
  await workspace.open();
  await workspace.edit(typing("Ann"));
  await workspace.deleteEverything();
  await workspace.saved();
  expect(kept.now).toEqual({ kind: "none" });
  expect(await workspace.open()).toEqual({ kind: "none", access: "editing" });
  await expect(workspace.outline()).rejects.toThrow("no program is open");
});
