import { describe, expect, test } from "vitest";
import { openServices } from "./open-services";

/** A response tab with the answers of Ada and Grace; their names are in column B, their reasons in C. */
function answered() {
  let minutes = 0;
  const services = openServices({
    responseTabDelay: "none",
    now: () => new Date(Date.UTC(2026, 8, 2, 12, minutes++)),
  });
  const { FormApp } = services.globals;
  const form = FormApp.create("Baseline", true);
  const items = [form.addTextItem().setTitle("Name"), form.addTextItem().setTitle("Why?")];
  form.setDestination(FormApp.DestinationType.SPREADSHEET, services.spreadsheet.getId());
  const answer = (...texts: string[]) =>
    services.forms.receive(form.getId(), {
      email: "",
      answers: texts.map((text, at) => ({ itemId: items[at]?.getId() ?? 0, answer: text })),
    });
  answer("Ada", "Fun");
  answer("Grace", "Work");
  const { editor } = services;
  const tab = () =>
    services.spreadsheet.getSheets().find((sheet) => sheet.getFormUrl() !== null) ??
    services.spreadsheet.getSheets()[0];
  /** What the tab shows; a timestamp as "time". */
  const table = () =>
    (tab()?.getDataRange().getValues() ?? []).map((row) => row.map((cell) => (cell instanceof Date ? "time" : cell)));
  return { services, form, answer, editor, table, name: "Form Responses 1" };
}

describe("answers land under their questions", () => {
  test("in a tab that was renamed, moved and hidden", () => {
    const { answer, editor, table, name } = answered();
    editor.renameTab(name, "Antworten");
    editor.moveTab("Antworten", 1);
    editor.hideTab("Antworten");
    answer("Joan", "Time");
    expect(table()[3]).toEqual(["time", "Joan", "Time"]);
  });

  test("where columns were inserted, moved and given other headers", () => {
    const { answer, editor, table, name } = answered();
    editor.insertColumns(name, 2);
    editor.type(name, "B1", "Notes");
    editor.moveColumns(name, 4, 1, 1);
    editor.type(name, "D1", "Wer?");
    answer("Joan", "Time");
    expect(table()).toEqual([
      ["Why?", "Timestamp", "Notes", "Wer?"],
      ["Fun", "time", "", "Ada"],
      ["Work", "time", "", "Grace"],
      ["Time", "time", "", "Joan"],
    ]);
  });

  test("where a column was deleted, which comes back at the right with the next answer", () => {
    const { answer, editor, table, name } = answered();
    editor.deleteColumns(name, 2);
    answer("Joan", "Time");
    expect(table()).toEqual([
      ["Timestamp", "Why?", "Name"],
      ["time", "Fun", ""],
      ["time", "Work", ""],
      ["time", "Time", "Joan"],
    ]);
  });

  test("where the column of timestamps was deleted", () => {
    const { answer, editor, table, name } = answered();
    editor.deleteColumns(name, 1);
    answer("Joan", "Time");
    expect(table()).toEqual([
      ["Name", "Why?", "Timestamp"],
      ["Ada", "Fun", ""],
      ["Grace", "Work", ""],
      ["Joan", "Time", "time"],
    ]);
  });

  test("and not in a person's column that happens to be called like a new question", () => {
    const { answer, editor, table, form, name } = answered();
    editor.type(name, "D1", "Role");
    editor.type(name, "D2", "Mentor");
    form.addTextItem().setTitle("Role");
    answer("Joan", "Time");
    expect(table()).toEqual([
      ["Timestamp", "Name", "Why?", "Role", "Role"],
      ["time", "Ada", "Fun", "", "Mentor"],
      ["time", "Grace", "Work", "", ""],
      ["time", "Joan", "Time", "", ""],
    ]);
  });
});

describe("an answer lands right below the last one", () => {
  test("where rows were sorted", () => {
    const { answer, editor, table, name } = answered();
    editor.sort(name, 2, true);
    answer("Joan", "Time");
    expect(table().map(([, who]) => who)).toEqual(["Name", "Grace", "Ada", "Joan"]);
  });

  test("where rows were deleted, all of them too", () => {
    const { answer, editor, table, name } = answered();
    editor.deleteRows(name, 3);
    answer("Joan", "Time");
    expect(table().map(([, who]) => who)).toEqual(["Name", "Ada", "Joan"]);
    editor.deleteRows(name, 2, 2);
    answer("Rosa", "Time");
    expect(table().map(([, who]) => who)).toEqual(["Name", "Rosa"]);
  });

  test("where rows were put between the others", () => {
    const { answer, editor, table, name } = answered();
    editor.insertRows(name, 3, 2);
    answer("Joan", "Time");
    expect(table().map(([, who]) => who)).toEqual(["Name", "Ada", "", "", "Grace", "Joan"]);
  });

  test("and displaces what was typed there by hand, whole rows at a time", () => {
    const { answer, editor, table, name } = answered();
    editor.type(name, "B4", "Typed by hand");
    editor.type(name, "E4", "beside it");
    answer("Joan", "Time");
    answer("Rosa", "Time");
    expect(table().map((row) => [row[1], row[4]])).toEqual([
      ["Name", ""],
      ["Ada", ""],
      ["Grace", ""],
      ["Joan", ""],
      ["Rosa", ""],
      ["Typed by hand", "beside it"],
    ]);
  });
});

test("a tab that came from a file is known by its headers, of equal ones each once", () => {
  const first = answered();
  first.services.formEditor.duplicateQuestion(first.form.getId(), "Name");
  const workbook = first.services.workbook();
  const sheets = workbook.sheets.map(({ questionColumns: _, ...sheet }) => ({ ...sheet, questionColumns: {} }));
  const again = openServices({ workbook: { ...workbook, sheets }, outside: first.services.outside() });
  const id = first.form.getId();
  const items = again.forms.form(id).items.map((item) => item.id);
  again.forms.receive(id, {
    email: "",
    answers: ["Joan", "Clarke", "Time"].map((text, at) => ({ itemId: items[at] ?? 0, answer: text })),
  });
  const values = again.spreadsheet.getSheetByName(first.name)?.getDataRange().getValues() ?? [];
  expect([values[0], values[3]?.slice(1)]).toEqual([
    ["Timestamp", "Name", "Why?", "Name"],
    ["Joan", "Time", "Clarke"],
  ]);
});
