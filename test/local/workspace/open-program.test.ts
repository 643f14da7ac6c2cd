import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { paintRows } from "../../../src/local/workspace/paint";
import { dist } from "../../whole/helpers";
import { bundle, openProgram } from "./a-program";

const CODE = readFileSync(join(dist, "Code.js"), "utf8");

const SHEET = "const sheet = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();";
const write = (place: string, text: string) => `sheet.getRange("${place}").setValue("${text}");`;

/** What stands in A1 to A3 of the first tab. */
function firstCells(program: ReturnType<typeof openProgram>): readonly (string | undefined)[] {
  const { sheet } = program.services;
  const { rows } = paintRows(sheet, sheet.file.tabs[0]?.id ?? 0, 1, 3);
  return rows.map(([cell]) => cell?.text);
}

const typeInto = (program: ReturnType<typeof openProgram>, row: number, text: string, tabId = 0) =>
  program.edit({ kind: "type", tabId, row, column: 1, text });

describe("a run of the add-on", () => {
  test("is one step to undo, and to redo, however much it wrote", () => {
    const program = openProgram(bundle(`fill: () => { ${SHEET} ${write("A1", "one")} ${write("A2", "two")} }`));
    expect(program.run("fill", [])).toMatchObject({ outcome: { ok: true, value: null } });
    expect(firstCells(program)).toEqual(["one", "two", undefined]);
    expect(program.undo()).toBe(true);
    expect(firstCells(program)).toEqual([undefined, undefined, undefined]);
    expect(program.undo()).toBe(false);
    expect(program.redo()).toBe(true);
    expect(firstCells(program)).toEqual(["one", "two", undefined]);
  });

  test("that only reads is no step", () => {
    const program = openProgram(bundle(`read: () => { ${SHEET} return sheet.getName(); }`));
    expect(program.run("read", []).outcome).toEqual({ ok: true, value: "Sheet1" });
    expect(program.outline("saved").canUndo).toBe(false);
  });

  test("that fails gives its message, keeps what it wrote before, and can be undone", () => {
    const program = openProgram(
      bundle(`fail: () => { ${SHEET} ${write("A1", "half")} throw new Error("No more paper."); }, ok: () => "fine"`),
    );
    typeInto(program, 3, "mine");
    expect(program.run("fail", []).outcome).toEqual({ ok: false, message: "No more paper." });
    expect(firstCells(program)).toEqual(["half", undefined, "mine"]);
    program.undo();
    expect(firstCells(program)).toEqual([undefined, undefined, "mine"]);
    expect(program.run("ok", []).outcome).toEqual({ ok: true, value: "fine" });
  });

  test("that throws something else than an error, or gives back what is no JSON, is told in words too", () => {
    const program = openProgram(bundle(`odd: () => { throw "just words"; }, huge: () => 1n`));
    expect(program.run("odd", []).outcome).toEqual({ ok: false, message: "just words" });
    expect(program.run("huge", []).outcome).toMatchObject({ ok: false, message: expect.stringContaining("BigInt") });
  });

  test("of a function that is none says so", () => {
    const program = openProgram(bundle("known: () => null"));
    expect(program.run("unknown", []).outcome).toEqual({ ok: false, message: "Script function not found: unknown" });
    expect(program.run("toString", []).outcome).toMatchObject({ ok: false });
  });

  test("gets and gives plain data, so that neither side can change the other's", () => {
    const program = openProgram(
      bundle("grow: (list) => { list.push(undefined, 3); return { list, none: undefined }; }"),
    );
    const given = [1];
    expect(program.run("grow", [given]).outcome).toEqual({ ok: true, value: { list: [1, null, 3] } });
    expect(given).toEqual([1]);
  });

  test("shows the last dialog, sidebar and all toasts that it opened, and those once", () => {
    const page = (text: string) => `HtmlService.createHtmlOutputFromFile("${text}").setTitle("${text}")`;
    const program = openProgram(
      bundle(`show: () => {
        const ui = SpreadsheetApp.getUi();
        ui.showModalDialog(${page("first")}, "First");
        ui.showModalDialog(${page("second")}.setWidth(500), "Second");
        ui.showSidebar(${page("side")});
      }, quiet: () => null`),
    );
    expect(program.run("show", [])).toMatchObject({
      dialog: { title: "Second", html: "<p>second</p>", width: 500 },
      sidebar: { title: "side" },
    });
    expect(program.run("quiet", [])).toMatchObject({ dialog: null, sidebar: null, toasts: [] });
  });
});

describe("opening a program", () => {
  test("adds the add-on's menu, each item of which there is", () => {
    const program = openProgram(CODE);
    const [menu] = program.outline("saved").menus;
    const functions = menu?.items.flatMap((item) => (item.kind === "item" ? [item.functionName] : [])) ?? [];
    expect(menu?.caption).toBeNull();
    expect(functions).toContain("showSetUp");
    for (const name of functions.filter((each) => each.startsWith("show")))
      expect(program.run(name, []).outcome, name).toEqual({ ok: true, value: null });
  });

  test("goes well where the add-on's own start does not: the sheet can be worked on", () => {
    const program = openProgram(bundle(`onOpen: () => { throw new Error("not today"); }`));
    typeInto(program, 1, "still here");
    expect(firstCells(program)[0]).toBe("still here");
    expect(program.outline("saved")).toMatchObject({ menus: [], canUndo: true });
  });

  test("lets the add-on do no more at its start than Google lets it", () => {
    const program = openProgram(
      bundle(`onOpen: () => { FormApp.create("Early", true); }, later: () => FormApp.create("Late", true).getId()`),
    );
    expect(program.outline("saved").forms).toEqual([]);
    expect(program.run("later", []).outcome.ok).toBe(true);
  });
});

test("what was done before a program begins is no step to undo", () => {
  const program = openProgram(bundle(""));
  typeInto(program, 1, "sample");
  program.beginHere();
  expect(program.outline("saved").canUndo).toBe(false);
  typeInto(program, 2, "mine");
  program.undo();
  expect(firstCells(program)).toEqual(["sample", undefined, undefined]);
});

describe("answers sent to a form", () => {
  const survey = (alsoOnAnswer: string) =>
    bundle(`nothing: () => {}, make: () => {
      const file = SpreadsheetApp.getActiveSpreadsheet();
      const form = FormApp.create("Survey", true);
      form.addTextItem().setTitle("Name").setRequired(true);
      form.setDestination(FormApp.DestinationType.SPREADSHEET, file.getId());
      ScriptApp.newTrigger("onAnswer").forSpreadsheet(file).onFormSubmit().create();
      return form.getId();
    }, onAnswer: ({ namedValues }) => {
      SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Sheet1").getRange("A1").setValue(namedValues.Name[0]);
      ${alsoOnAnswer}
    }`);

  const withSurvey = (alsoOnAnswer = "") => {
    const program = openProgram(survey(alsoOnAnswer));
    const { outcome } = program.run("make", []);
    const id = outcome.ok ? String(outcome.value) : "";
    const [question] = program.services.forms.form(id).items;
    return { program, id, entry: question && "entry" in question ? question.entry : "" };
  };

  test("land in the response tab and run what the add-on wants run", () => {
    const { program, id, entry } = withSurvey();
    expect(program.submitForm(id, { entries: { [entry]: "Ann" } })).toMatchObject({ kind: "sent" });
    const { forms, tabs } = program.outline("saved");
    expect(forms).toEqual([{ id, title: "Survey", answers: 1 }]);
    expect(tabs.filter(({ hasForm }) => hasForm)).toMatchObject([{ lastRow: 2 }]);
    const first = program.services.sheet.file.tabs.find(({ name }) => name === "Sheet1");
    expect(first?.cells.get(1, 1)).toBe("Ann");
  });

  test("are there, and so is what the trigger wrote, where the trigger fails; nobody is shown that", () => {
    const { program, id, entry } = withSurvey('SpreadsheetApp.getActive().toast("came"); throw new Error("It broke");');
    expect(program.submitForm(id, { entries: { [entry]: "Ann" } })).toMatchObject({ kind: "sent" });
    expect(program.outline("saved").forms).toMatchObject([{ answers: 1 }]);
    expect(program.services.editor.read("Sheet1", "A1")).toBe("Ann");
    expect(program.services.triggers.failures).toEqual([{ functionName: "onAnswer", message: "It broke" }]);
    expect(program.run("nothing", [])).toMatchObject({ outcome: { ok: true }, toasts: [] });
  });

  test("that are refused leave and run nothing", () => {
    const { program, id, entry } = withSurvey();
    const before = program.outline("saved").revision;
    expect(program.submitForm(id, { entries: {} })).toMatchObject({
      kind: "refused",
      problems: { [entry]: expect.any(String) },
    });
    expect(program.outline("saved")).toMatchObject({ revision: before, forms: [{ answers: 0 }] });
  });
});

describe("a program as data", () => {
  test("is after edits, undo and redo what a program opened from it gives", () => {
    const program = openProgram(bundle(""));
    const check = () => {
      const data = program.data();
      expect(openProgram(bundle(""), data).data()).toEqual(data);
      return data.workbook.sheets.map(({ name, cells }) => [name, cells.length]);
    };
    typeInto(program, 1, "=1+1");
    expect(check()).toEqual([["Sheet1", 1]]);
    program.edit({ kind: "add-tab", name: "Second" });
    const added = program.outline("saved").activeTabId;
    typeInto(program, 2, "3 May 2026", added);
    expect(check()).toEqual([
      ["Sheet1", 1],
      ["Second", 1],
    ]);
    program.edit({ kind: "rename-tab", tabId: 0, name: "First" });
    expect(check()[0]).toEqual(["First", 1]);
    program.undo();
    program.undo();
    expect(check()).toEqual([
      ["Sheet1", 1],
      ["Second", 0],
    ]);
    program.redo();
    expect(check()[1]).toEqual(["Second", 1]);
    program.edit({ kind: "delete-tab", tabId: 0 });
    expect(check()).toEqual([["Second", 1]]);
  });

  test("makes only those tabs anew that changed", () => {
    const program = openProgram(bundle(""));
    program.edit({ kind: "add-tab", name: "Second" });
    const [first, second] = program.data().workbook.sheets;
    typeInto(program, 1, "new");
    const again = program.data().workbook.sheets;
    expect(again[1]).toBe(second);
    expect(again[0]).not.toBe(first);
    expect(program.data().workbook.sheets[0]).toBe(again[0]);
  });

  test("tells each change once, also where it was given as data in between", () => {
    const program = openProgram(bundle(""));
    program.edit({ kind: "add-tab", name: "Second" });
    const second = program.outline("saved").activeTabId;
    expect(program.changes().tabs).toEqual([second]);
    expect(program.changes().tabs).toEqual([]);
    typeInto(program, 1, "new");
    program.data();
    expect(program.changes().tabs).toEqual([0]);
    expect(program.changes().tabs).toEqual([]);
  });
});
