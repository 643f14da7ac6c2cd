import { describe, expect, test } from "vitest";
import { openServices } from "./open-services";

const scope = "https://www.googleapis.com/auth/forms";

/** A published form with a question, linked to the spreadsheet. */
function linkedForm(services: ReturnType<typeof openServices>) {
  const { FormApp } = services.globals;
  const form = FormApp.create("Baseline", true).setTitle("Baseline survey");
  const question = form.addTextItem().setTitle("Your name");
  form.setDestination(FormApp.DestinationType.SPREADSHEET, services.spreadsheet.getId());
  return { form, question };
}

function headers(services: ReturnType<typeof openServices>, tab = "Form Responses 1"): unknown[] {
  return (
    services
      .workbook()
      .sheets.find(({ name }) => name === tab)
      ?.cells.filter(({ row }) => row === 1)
      .map(({ value }) => value) ?? []
  );
}

describe("a form", () => {
  test("says explicitly whether it is published, and accepts answers accordingly", () => {
    const { FormApp } = openServices().globals;
    const form = FormApp.create("Draft", false);
    expect([form.isPublished(), form.isAcceptingResponses()]).toEqual([false, false]);
    expect(() => form.setAcceptingResponses(true)).toThrow("not published");
    form.setPublished(true);
    expect(form.isAcceptingResponses()).toBe(true);
    form.setAcceptingResponses(false);
    expect([form.isPublished(), form.isAcceptingResponses()]).toEqual([true, false]);
    expect(() => FormApp.create("Unclear")).toThrow("not in the local workspace");
  });

  test("shows no title until it is given one", () => {
    const form = openServices().globals.FormApp.create("File name", true);
    expect(form.getTitle()).toBe("");
    expect(form.setTitle("Baseline survey").getTitle()).toBe("Baseline survey");
    expect(() => form.setTitle("Two\nlines")).toThrow("newlines");
  });

  test("is opened by its id and by its URLs, and by nothing else", () => {
    const { FormApp } = openServices().globals;
    const form = FormApp.create("Baseline", true);
    expect(FormApp.openById(form.getId()).getId()).toBe(form.getId());
    expect(FormApp.openByUrl(form.getEditUrl()).getId()).toBe(form.getId());
    expect(FormApp.openByUrl(form.getPublishedUrl()).getId()).toBe(form.getId());
    expect(() => FormApp.openById("gone")).toThrow("No item with the given ID");
    expect(() => FormApp.openByUrl("https://example.org/forms/d/1/edit")).toThrow("url");
  });

  test("needs the forms scope, also for its questions", () => {
    const services = openServices();
    const item = services.globals.FormApp.create("Baseline", true).addTextItem();
    services.setAuthMode("LIMITED");
    expect(() => services.globals.FormApp.create("Baseline", true)).toThrow(scope);
    expect(() => item.setTitle("Your name")).toThrow(scope);
    expect(() => openServices({ withheldScopes: [scope] }).globals.FormApp.create("Baseline", true)).toThrow(scope);
  });

  test("refuses what is not in the local workspace by its name", () => {
    const form = openServices().globals.FormApp.create("Baseline", true);
    expect(() => form.addImageItem()).toThrow("not in the local workspace: Form.addImageItem");
  });
});

describe("questions", () => {
  test("are found by their ids, in their order, and taken for what they are", () => {
    const { FormApp } = openServices().globals;
    const form = FormApp.create("Baseline", true);
    const name = form.addTextItem().setTitle("Your name").setHelpText("As on your contract").setRequired(true);
    const scale = form.addScaleItem().setTitle("How confident are you?");
    expect(form.getItems().map((item) => [item.getTitle(), String(item.getType()), item.getIndex()])).toEqual([
      ["Your name", "TEXT", 0],
      ["How confident are you?", "SCALE", 1],
    ]);
    const found = form.getItemById(name.getId());
    expect(found.getType()).toBe(FormApp.ItemType.TEXT);
    expect(found.asTextItem().isRequired()).toBe(true);
    expect(() => found.asScaleItem()).toThrow("not of that type");
    expect(form.getItems(FormApp.ItemType.SCALE).map((item) => item.getId())).toEqual([scale.getId()]);
    expect(form.getItemById(1)).toBeNull();
  });

  test("move and go", () => {
    const form = openServices().globals.FormApp.create("Baseline", true);
    const titles = () => form.getItems().map((item) => item.getTitle());
    const first = form.addTextItem().setTitle("First");
    form.addTextItem().setTitle("Second");
    form.addSectionHeaderItem().setTitle("Third");
    form.moveItem(2, 0);
    expect(titles()).toEqual(["Third", "First", "Second"]);
    form.deleteItem(form.getItemById(first.getId()));
    expect(titles()).toEqual(["Third", "Second"]);
    expect(() => first.getTitle()).toThrow("no longer in the form");
    expect(() => form.deleteItem(2)).toThrow("Invalid index");
  });

  test("offer choices, of which there must be one and each only once", () => {
    const item = openServices().globals.FormApp.create("Baseline", true).addMultipleChoiceItem();
    item.setChoices([item.createChoice("Coach"), item.createChoice("Peer")]).showOtherOption(true);
    expect(item.getChoices().map((choice) => choice.getValue())).toEqual(["Coach", "Peer"]);
    expect(item.hasOtherOption()).toBe(true);
    expect(() => item.setChoiceValues([])).toThrow("Invalid data");
    expect(() => item.setChoiceValues(["Coach", "Coach"])).toThrow("Invalid data");
  });

  test("hold scales to Google's bounds", () => {
    const scale = openServices().globals.FormApp.create("Baseline", true).addScaleItem();
    expect([scale.getLowerBound(), scale.getUpperBound()]).toEqual([1, 5]);
    expect(() => scale.setBounds(1, 11)).toThrow("between 3 and 10");
    expect(() => scale.setBounds(2, 5)).toThrow("from 0 or 1");
    expect(scale.setBounds(0, 10).getUpperBound()).toBe(10);
  });
});

describe("a prefilled link", () => {
  test("answers the questions by their entries", () => {
    const services = openServices();
    const form = services.globals.FormApp.create("Baseline", true);
    const name = form.addTextItem().setTitle("Your name");
    const help = form.addCheckboxItem().setTitle("Help").setChoiceValues(["Coach", "Peer"]).showOtherOption(true);
    const url = form
      .createResponse()
      .withItemResponse(help.createResponse(["Peer", "A friend"]))
      .withItemResponse(name.createResponse("Ada & Lovelace"))
      .toPrefilledUrl();
    const entries = services.forms.form(form.getId()).items.map((item) => ("entry" in item ? item.entry : ""));
    expect(url).toBe(
      `${form.getPublishedUrl()}?usp=pp_url&entry.${entries[0]}=Ada+%26+Lovelace&entry.${entries[1]}=Peer` +
        `&entry.${entries[1]}=__other_option__&entry.${entries[1]}.other_option_response=A+friend`,
    );
    expect(entries).not.toContain(String(name.getId()));
  });

  test("takes only answers that the question allows", () => {
    const form = openServices().globals.FormApp.create("Baseline", true);
    const choice = form.addListItem().setChoiceValues(["Coach", "Peer"]);
    const scale = form.addScaleItem();
    expect(() => choice.createResponse("Friend")).toThrow("Invalid response");
    expect(() => scale.createResponse(6)).toThrow("Invalid response");
    const response = form.createResponse().withItemResponse(choice.createResponse("Coach"));
    expect(() => response.withItemResponse(choice.createResponse("Peer"))).toThrow("more than one response");
  });

  test("has a day as it is in the script's time zone", () => {
    const form = openServices({ scriptTimeZone: "Asia/Tokyo" }).globals.FormApp.create("Baseline", true);
    const day = form.addDateItem().createResponse(new Date("2026-09-02T20:00:00Z"));
    expect(day.getResponse()).toBe("2026-09-03");
  });
});

describe("the response tab", () => {
  test("appears only when the script has looked for it for a while", () => {
    const services = openServices({ responseTabDelay: 2 });
    const { form } = linkedForm(services);
    services.globals.SpreadsheetApp.flush();
    const linked = () => services.spreadsheet.getSheets().filter((sheet) => sheet.getFormUrl() !== null);
    expect([linked().length, linked().length]).toEqual([0, 0]);
    const tab = linked()[0];
    expect(tab?.getName()).toBe("Form Responses 1");
    expect(tab?.getFormUrl()).toBe(form.getEditUrl().replace("/edit", "/viewform"));
    expect(services.spreadsheet.getActiveSheet().getName()).toBe("Sheet1");
    expect(headers(services)).toEqual(["Timestamp", "Your name"]);
  });

  test("may appear at once, or only after the run", () => {
    const atOnce = openServices({ responseTabDelay: "none" });
    linkedForm(atOnce);
    expect(atOnce.editor.tabNames()).toContain("Form Responses 1");
    const late = openServices({ responseTabDelay: "until the run is over" });
    linkedForm(late);
    for (let look = 0; look < 20; look++) late.spreadsheet.getSheets();
    expect(late.editor.tabNames()).toEqual(["Sheet1"]);
    late.endExecution();
    expect(late.editor.tabNames()).toEqual(["Form Responses 1", "Sheet1"]);
  });

  test("takes the next free number", () => {
    const services = openServices({ responseTabDelay: "none" });
    linkedForm(services);
    linkedForm(services);
    expect(services.editor.tabNames()).toEqual(["Form Responses 2", "Form Responses 1", "Sheet1"]);
  });

  test("follows the form: new questions take new columns, renamed ones rename, deleted ones stay", () => {
    const services = openServices({ responseTabDelay: "none" });
    const { form, question } = linkedForm(services);
    const grid = form.addGridItem().setTitle("Help").setRows(["Coach", "Peer"]).setColumns(["Yes", "No"]);
    question.setTitle("Your full name");
    expect(headers(services)).toEqual(["Timestamp", "Your full name", "Help [Coach]", "Help [Peer]"]);
    form.deleteItem(form.getItemById(question.getId()));
    form.setCollectEmail(true);
    grid.setTitle("Support");
    expect(headers(services)).toEqual([
      "Timestamp",
      "Your full name",
      "Support [Coach]",
      "Support [Peer]",
      "Email Address",
    ]);
  });

  test("leaves people's columns alone, and follows columns that they move and headers that they rename", () => {
    const services = openServices({ responseTabDelay: "none" });
    const { form, question } = linkedForm(services);
    services.editor.type("Form Responses 1", "C1", "Mine");
    services.editor.type("Form Responses 1", "B1", "Renamed by hand");
    form.addTextItem().setTitle("New");
    expect(headers(services)).toEqual(["Timestamp", "Renamed by hand", "New", "Mine"]);
    services.editor.moveColumns("Form Responses 1", 2, 1, 4);
    question.setTitle("Renamed in the form");
    expect(headers(services)).toEqual(["Timestamp", "New", "Renamed in the form", "Mine"]);
  });

  test("stays when the form is unlinked, and a form linked anew gets another one", () => {
    const services = openServices({ responseTabDelay: "none" });
    const { form } = linkedForm(services);
    expect(form.getDestinationId()).toBe("file-1");
    form.removeDestination();
    expect(() => form.getDestinationId()).toThrow("no response destination");
    expect(services.spreadsheet.getSheets()[0]?.getFormUrl()).toBeNull();
    form.setDestination(services.globals.FormApp.DestinationType.SPREADSHEET, "file-1");
    expect(services.editor.tabNames()).toEqual(["Form Responses 2", "Form Responses 1", "Sheet1"]);
    expect(() => form.setDestination(services.globals.FormApp.DestinationType.SPREADSHEET, "another")).toThrow();
  });

  test("takes the link with it when it is deleted", () => {
    const services = openServices({ responseTabDelay: "none" });
    const { form } = linkedForm(services);
    services.editor.deleteTab("Form Responses 1");
    expect(() => form.getDestinationId()).toThrow("no response destination");
  });
});

test("responses are read back as Google gives them", () => {
  const services = openServices({ responseTabDelay: "none" });
  const { form, question } = linkedForm(services);
  const ticks = form.addCheckboxItem().setChoiceValues(["Coach", "Peer"]);
  form.addListItem().setChoiceValues(["Coach", "Peer"]);
  services.forms.receive(form.getId(), {
    email: "",
    answers: [{ itemId: ticks.getId(), answer: ["Coach", "Peer"] }],
  });
  const [response] = form.getResponses();
  expect(response?.getTimestamp().toISOString()).toBe("2026-09-02T12:00:00.000Z");
  expect(response?.getItemResponses().map((each) => [each.getItem().getId(), each.getResponse()])).toEqual([
    [question.getId(), ""],
    [ticks.getId(), ["Coach", "Peer"]],
  ]);
  expect(form.getResponses(new Date("2026-09-02T12:00:00Z"))).toEqual([]);
});
