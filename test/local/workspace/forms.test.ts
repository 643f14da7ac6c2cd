import { describe, expect, test } from "vitest";
import { formView, submitForm } from "../../../src/local/workspace/forms";
import { openServices } from "../appsscript/open-services";

/** A form with a question of each kind, linked to a spreadsheet in Los Angeles at noon UTC. */
function survey(options: Parameters<typeof openServices>[0] = {}) {
  const services = openServices({ responseTabDelay: "none", ...options });
  const { FormApp } = services.globals;
  const form = FormApp.create("Baseline", true).setTitle("Baseline survey").setConfirmationMessage("Thank you.");
  form.addSectionHeaderItem().setTitle("About you");
  const name = form.addTextItem().setTitle("Name").setRequired(true);
  const story = form.addParagraphTextItem().setTitle("Story");
  const model = form.addMultipleChoiceItem().setTitle("Model").setChoiceValues(["Coach", "Peer"]);
  const help = form.addCheckboxItem().setTitle("Help").setChoiceValues(["Time", "Money"]).showOtherOption(true);
  const confidence = form.addScaleItem().setTitle("Confidence").setBounds(1, 5).setLabels("Low", "High");
  const use = form.addGridItem().setTitle("Use").setRows(["Daily", "Weekly"]).setColumns(["Yes", "No"]);
  const since = form.addDateItem().setTitle("Since");
  form.setDestination(FormApp.DestinationType.SPREADSHEET, "file-1");
  const id = form.getId();
  const entryOf = (item: { getId(): number }) => {
    const found = services.forms.form(id).items.find((each) => each.id === item.getId());
    return found && "entry" in found ? found.entry : "";
  };
  const entries = {
    name: entryOf(name),
    story: entryOf(story),
    model: entryOf(model),
    help: entryOf(help),
    confidence: entryOf(confidence),
    use: entryOf(use),
    since: entryOf(since),
  };
  const tab = "Form Responses 1";
  const rows = () => services.spreadsheet.getSheetByName(tab)?.getDataRange().getValues().slice(1) ?? [];
  return { services, form, id, entries, tab, rows };
}

test("a form is shown with its questions, and none of its ids but the entries", () => {
  const { services, id, entries } = survey();
  const view = formView(services, id);
  expect(view).toMatchObject({ title: "Baseline survey", isOpen: true, confirmationMessage: "Thank you." });
  expect(view?.items[0]).toEqual({ kind: "section", title: "About you", helpText: "" });
  expect(view?.items[5]).toEqual({
    kind: "scale",
    entry: entries.confidence,
    title: "Confidence",
    helpText: "",
    required: false,
    from: 1,
    to: 5,
    fromLabel: "Low",
    toLabel: "High",
  });
  expect(formView(services, "gone")).toBeNull();
});

describe("answers that are sent", () => {
  test("land in the response tab, each in the form that Google gives it", () => {
    const { services, id, entries, rows, tab } = survey();
    const outcome = submitForm(services, id, {
      entries: {
        [entries.name]: "  Ada ",
        [entries.story]: "Two\nlines",
        [entries.model]: "Peer",
        [entries.help]: ["Time", "", "A quiet room"],
        [entries.confidence]: "4",
        [entries.use]: ["Yes", ""],
        [entries.since]: "2026-08-31",
      },
    });
    expect(outcome).toEqual({ kind: "sent", confirmationMessage: "Thank you.", runs: [] });
    expect(rows()).toEqual([
      [
        new Date("2026-09-02T12:00:00Z"),
        "Ada",
        "Two\nlines",
        "Peer",
        "Time, A quiet room",
        4,
        "Yes",
        "",
        new Date("2026-08-31T07:00:00Z"),
      ],
    ]);
    const sheet = services.workbook().sheets.find(({ name }) => name === tab);
    expect(sheet?.cells.filter(({ row }) => row === 1).map(({ value }) => value)).toEqual([
      "Timestamp",
      "Name",
      "Story",
      "Model",
      "Help",
      "Confidence",
      "Use [Daily]",
      "Use [Weekly]",
      "Since",
    ]);
    expect(sheet?.formats).toContainEqual({
      range: { row: 2, column: 1, rows: 1, columns: 1 },
      format: { numberFormat: "m/d/yyyy h:mm:ss AM/PM" },
    });
    expect(services.forms.form(id).responses).toHaveLength(1);
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "'quoted", "TRUE", "1/2", "12:30", "5%"])("stay the text %s", (text) => {
    const { services, id, entries, rows } = survey();
    submitForm(services, id, { entries: { [entries.name]: text } });
    expect(rows()[0]?.[1]).toBe(text);
    expect(services.workbook().sheets.flatMap(({ cells }) => cells.filter(({ formula }) => formula))).toEqual([]);
  });

  test("lose the leading zeros of bare digits, as in Google", () => {
    const { services, id, entries, rows } = survey();
    submitForm(services, id, { entries: { [entries.name]: "007" } });
    expect(rows()[0]?.[1]).toBe(7);
  });

  test("go right below the last response, and push down what people typed there", () => {
    const { services, id, entries, rows, tab } = survey();
    submitForm(services, id, { entries: { [entries.name]: "Ada" } });
    services.editor.type(tab, "B3", "Typed by hand");
    submitForm(services, id, { entries: { [entries.name]: "Grace" } });
    expect(rows().map((row) => row[1])).toEqual(["Ada", "Grace", "Typed by hand"]);
  });

  test("do not look like the header", () => {
    const { services, id, entries, tab } = survey();
    services.spreadsheet.getSheetByName(tab)?.getRange("A1:I1").setFontWeight("bold");
    submitForm(services, id, { entries: { [entries.name]: "Ada" } });
    const formats = services.workbook().sheets.find(({ name }) => name === tab)?.formats ?? [];
    expect(formats.filter(({ range, format }) => range.row + range.rows > 2 && format.bold)).toEqual([]);
  });

  test("are kept by the form where its tab was deleted, and written when it is linked anew", () => {
    const { services, form, id, entries, tab, rows } = survey();
    services.globals.ScriptApp.newTrigger("onAnswer").forSpreadsheet(services.spreadsheet).onFormSubmit().create();
    services.editor.deleteTab(tab);
    expect(submitForm(services, id, { entries: { [entries.name]: "Ada" } })).toMatchObject({ kind: "sent", runs: [] });
    form.setDestination(services.globals.FormApp.DestinationType.SPREADSHEET, "file-1");
    expect(rows().map((row) => row[1])).toEqual(["Ada"]);
  });

  test("make the triggers run, with the event that Google gives them", () => {
    const { services, form, id, entries } = survey();
    form.setCollectEmail(true);
    const trigger = services.globals.ScriptApp.newTrigger("onAnswer")
      .forSpreadsheet(services.spreadsheet)
      .onFormSubmit()
      .create();
    const outcome = submitForm(services, id, {
      email: "ada@example.org",
      entries: { [entries.name]: "Ada", [entries.help]: ["Time", "Money"] },
    });
    const values = ["9/2/26, 5:00:00 AM", "Ada", "", "", "Time, Money", "", "", "", "", "ada@example.org"];
    expect(outcome).toMatchObject({
      runs: [
        {
          functionName: "onAnswer",
          event: {
            values,
            namedValues: { Name: ["Ada"], Help: ["Time, Money"], "Email Address": ["ada@example.org"] },
            triggerUid: trigger.getUniqueId(),
          },
        },
      ],
    });
    const [run] = outcome.kind === "sent" ? outcome.runs : [];
    expect(run?.event.range.getA1Notation()).toBe("A2:J2");
    expect(run?.event.authMode).toBe(services.globals.ScriptApp.AuthMode.FULL);
  });
});

describe("answers are refused, and nothing of them is kept,", () => {
  function refused(entries: (known: ReturnType<typeof survey>["entries"]) => Record<string, string | string[]>) {
    const { services, id, entries: known, rows } = survey();
    const outcome = submitForm(services, id, { entries: { [known.name]: "Ada", ...entries(known) } });
    expect(rows()).toEqual([]);
    expect(services.forms.form(id).responses).toEqual([]);
    if (outcome.kind !== "refused") throw new Error("It was sent.");
    const names = new Map(Object.entries(known).map(([name, entry]) => [entry, name]));
    return Object.entries(outcome.problems).map(([entry, problem]) => [names.get(entry), problem]);
  }

  test("where a required one is missing", () => {
    expect(refused(({ name }) => ({ [name]: "   " }))).toEqual([["name", "Please answer this question."]]);
  });

  test("where a choice was not offered", () => {
    expect(
      refused(({ model, confidence, use }) => ({ [model]: "Friend", [confidence]: "6", [use]: ["Maybe"] })),
    ).toEqual([
      ["model", "Please choose one of the answers offered."],
      ["confidence", "Please choose one of the numbers offered."],
      ["use", "Please choose among the answers offered in each row."],
    ]);
  });

  test("where a day is none", () => {
    expect(refused(({ since }) => ({ [since]: "2026-02-30" }))).toEqual([
      ["since", "Please give a date, such as 2026-09-02."],
    ]);
  });

  test("where a text does not fit into a cell", () => {
    expect(refused(({ story }) => ({ [story]: "x".repeat(50_001) }))).toEqual([
      ["story", "Please shorten this answer to 50,000 characters."],
    ]);
  });

  test("where the form collects an address and gets none", () => {
    const { services, form, id, entries } = survey();
    form.setCollectEmail(true);
    const outcome = submitForm(services, id, { email: "ada", entries: { [entries.name]: "Ada" } });
    expect(outcome).toEqual({
      kind: "refused",
      problems: { email: "Please give an e-mail address, such as ada@example.org." },
    });
  });

  test("where a required grid has a row left open", () => {
    const { services, form, id, entries } = survey();
    form.getItems(services.globals.FormApp.ItemType.GRID)[0]?.asGridItem().setRequired(true);
    const outcome = submitForm(services, id, { entries: { [entries.name]: "Ada", [entries.use]: ["Yes", ""] } });
    expect(outcome).toMatchObject({ problems: { [entries.use]: "Please answer in every row." } });
  });

  test("where the form is closed, unpublished or gone", () => {
    const { services, form, id, entries } = survey();
    const send = () => submitForm(services, id, { entries: { [entries.name]: "Ada" } });
    form.setAcceptingResponses(false);
    expect(send()).toEqual({ kind: "refused", problems: { form: "This form takes no more answers." } });
    form.setCustomClosedFormMessage("The survey ended in May.");
    expect(send()).toEqual({ kind: "refused", problems: { form: "The survey ended in May." } });
    form.setPublished(false);
    expect(send()).toEqual({ kind: "refused", problems: { form: "This form is not open to answers yet." } });
    expect(submitForm(services, "gone", { entries: {} })).toMatchObject({ kind: "refused" });
    expect(formView(services, id)?.isOpen).toBe(false);
  });
});
