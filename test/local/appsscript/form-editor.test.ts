import { describe, expect, test } from "vitest";
import { formView, submitForm } from "../../../src/local/workspace/forms";
import { programOf, readProgram } from "../../../src/local/workspace/program-data";
import { openServices } from "./open-services";

/** A form with two questions, linked to the spreadsheet. */
function survey(options: Parameters<typeof openServices>[0] = {}) {
  const services = openServices({ responseTabDelay: "none", ...options });
  const { FormApp, ScriptApp } = services.globals;
  const form = FormApp.create("Baseline", true).setTitle("Baseline survey");
  form.addTextItem().setTitle("Name");
  form.addTextItem().setTitle("Why?");
  form.setDestination(FormApp.DestinationType.SPREADSHEET, services.spreadsheet.getId());
  ScriptApp.newTrigger("onAnswer").forSpreadsheet(services.spreadsheet).onFormSubmit().create();
  const id = form.getId();
  const answer = (...texts: string[]) => {
    const entries = services.forms.find(id)?.items.map((item) => ("entry" in item ? item.entry : "")) ?? [];
    return submitForm(services, id, {
      entries: Object.fromEntries(entries.map((entry, at) => [entry, texts[at] ?? ""])),
    });
  };
  const tab = () => services.workbook().sheets.find(({ name }) => name === "Form Responses 1");
  const row = (number: number) =>
    tab()
      ?.cells.filter(({ row: each, column }) => each === number && column > 1)
      .map(({ value }) => value);
  return { services, form, id, answer, row, openAgain: () => FormApp.openById(id), editor: services.formEditor };
}

const gone = "No item with the given ID could be found";

describe("a form that is not there any more", () => {
  test.each(["trash", "deleteForever"] as const)("(%s) opens for nobody, also where it was open", (how) => {
    const { form, id, openAgain, editor, answer, services } = survey();
    editor[how](id);
    expect(openAgain).toThrow(gone);
    expect(() => form.getItems()).toThrow(gone);
    expect(() => form.addTextItem()).toThrow(gone);
    expect(() => form.removeDestination()).toThrow(gone);
    expect(formView(services, id)).toBeNull();
    expect(answer("Ada")).toEqual({ kind: "refused", problems: { form: "This form is not there any more." } });
  });

  test("comes back from the bin as it was", () => {
    const { id, openAgain, editor, answer, row, services } = survey();
    const before = services.forms.form(id);
    editor.trash(id);
    editor.bringBack(id);
    expect(openAgain().getTitle()).toBe("Baseline survey");
    expect(services.forms.form(id)).toEqual(before);
    answer("Ada");
    expect(row(2)).toEqual(["Ada"]);
  });

  test("of a colleague who shares it no more takes answers, and no script opens it", () => {
    const { id, openAgain, editor, answer, row } = survey();
    editor.stopSharing(id);
    expect(openAgain).toThrow("You do not have permission to access the requested document.");
    expect(answer("Ada")).toMatchObject({ kind: "sent" });
    expect(row(2)).toEqual(["Ada"]);
  });

  test("is so still in the program that was saved", () => {
    const { id, editor, services } = survey();
    editor.stopSharing(id);
    const saved = JSON.stringify(programOf(services.workbook(), services.outside()));
    const read = readProgram(JSON.parse(saved));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const again = openServices(read.data);
    expect(() => again.globals.FormApp.openById(id)).toThrow("permission");
  });
});

test("a form that was closed or unpublished by hand refuses answers with its message", () => {
  const { id, form, editor, answer } = survey();
  editor.close(id, "Thank you, we have enough answers.");
  expect(form.isAcceptingResponses()).toBe(false);
  expect(answer("Ada")).toEqual({ kind: "refused", problems: { form: "Thank you, we have enough answers." } });
  editor.unpublish(id);
  expect([form.isPublished(), form.isAcceptingResponses()]).toEqual([false, false]);
  editor.reopen(id);
  expect([form.isPublished(), form.isAcceptingResponses()]).toEqual([true, true]);
  expect(answer("Ada")).toMatchObject({ kind: "sent" });
});

test("no more forms can be made than are left for the day, and the others go on working", () => {
  const { form, services } = survey({ formQuota: 1 });
  const create = () => services.globals.FormApp.create("End", true);
  expect(create).toThrow("Service invoked too many times for one day");
  expect(form.setTitle("New title").getTitle()).toBe("New title");
  expect(services.forms.all()).toHaveLength(1);
  services.forms.createsLeft = 1;
  expect(create).not.toThrow();
});

describe("questions that people edit in the form", () => {
  test("by renaming rename their headers, and answers land under them", () => {
    const { id, editor, answer, row } = survey();
    editor.renameQuestion(id, "Name", "Full name");
    answer("Ada", "Fun");
    expect([row(1), row(2)]).toEqual([
      ["Full name", "Why?"],
      ["Ada", "Fun"],
    ]);
    expect(() => editor.renameQuestion(id, "Name", "Else")).toThrow("there are: Full name, Why?");
  });

  test("by deleting leave their columns, and later answers theirs", () => {
    const { id, editor, answer, row } = survey();
    answer("Ada", "Fun");
    editor.deleteQuestion(id, "Name");
    answer("Work");
    expect([row(1), row(2)]).toEqual([
      ["Name", "Why?"],
      ["Ada", "Fun"],
    ]);
    expect(row(3)).toEqual(["Work"]);
    editor.addQuestion(id, "Name");
    expect(row(1)).toEqual(["Name", "Why?", "Name"]);
  });

  test("by moving stay in their columns", () => {
    const { id, form, editor, answer, row } = survey();
    editor.moveQuestion(id, "Why?", 0);
    expect(form.getItems().map((item) => item.getTitle())).toEqual(["Why?", "Name"]);
    answer("Fun", "Ada");
    expect([row(1), row(2)]).toEqual([
      ["Name", "Why?"],
      ["Ada", "Fun"],
    ]);
  });

  test("by duplicating have another column with the same header", () => {
    const { id, form, editor, answer, row } = survey();
    const copy = editor.duplicateQuestion(id, "Name");
    expect(form.getItems().map((item) => [item.getTitle(), item.getId() === copy])).toEqual([
      ["Name", false],
      ["Name", true],
      ["Why?", false],
    ]);
    const sent = answer("Ada", "Lovelace", "Fun");
    expect([row(1), row(2)]).toEqual([
      ["Name", "Why?", "Name"],
      ["Ada", "Fun", "Lovelace"],
    ]);
    expect(sent).toMatchObject({ runs: [{ event: { namedValues: { Name: ["Ada", "Lovelace"], "Why?": ["Fun"] } } }] });
  });
});

describe("a form whose answers go elsewhere", () => {
  test("keeps them from this spreadsheet, and sets no trigger off", () => {
    const { id, form, editor, answer, row, services } = survey();
    answer("Ada");
    editor.linkElsewhere(id, "file-9");
    expect(form.getDestinationId()).toBe("file-9");
    expect(services.spreadsheet.getSheetByName("Form Responses 1")?.getFormUrl()).toBeNull();
    expect(answer("Grace")).toMatchObject({ kind: "sent", runs: [] });
    services.endExecution();
    expect(services.editor.tabNames()).toEqual(["Form Responses 1", "Sheet1"]);
    expect([row(2), row(3)]).toEqual([["Ada"], []]);
    editor.renameQuestion(id, "Name", "Full name");
    expect(row(1)).toEqual(["Name", "Why?"]);
  });

  test("has a new tab with all answers when it is linked here again", () => {
    const { id, form, editor, answer, services } = survey();
    editor.linkElsewhere(id);
    answer("Ada");
    editor.linkHere(id);
    expect(form.getDestinationId()).toBe("file-1");
    expect(services.editor.read("Form Responses 2", "B2")).toBe("Ada");
  });

  test("or nowhere has no destination", () => {
    const { id, form, editor, answer } = survey();
    editor.unlink(id);
    expect(() => form.getDestinationId()).toThrow("no response destination");
    expect(answer("Ada")).toMatchObject({ kind: "sent", runs: [] });
  });
});
