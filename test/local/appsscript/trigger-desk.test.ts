import { expect, test } from "vitest";
import { givenEvent, type TriggerFiring } from "../../../src/local/appsscript/trigger-desk";
import { submitForm } from "../../../src/local/workspace/forms";
import { openServices } from "./open-services";

type Options = Parameters<typeof openServices>[0];
type Event = GoogleAppsScript.Events.SheetsOnFormSubmit;

/** A linked form with a trigger; what the triggered function does is the test's. */
function triggered(onAnswer: (event: Event, services: ReturnType<typeof openServices>) => void, options: Options = {}) {
  const services = openServices({ responseTabDelay: "none", ...options });
  const { FormApp, ScriptApp } = services.globals;
  const form = FormApp.create("Baseline", true);
  form.addTextItem().setTitle("Name");
  form.setDestination(FormApp.DestinationType.SPREADSHEET, services.spreadsheet.getId());
  ScriptApp.newTrigger("onAnswer").forSpreadsheet(services.spreadsheet).onFormSubmit().create();
  services.endExecution();
  const id = form.getId();
  const answer = (name: string) => {
    const [item] = services.forms.form(id).items;
    const submission = submitForm(services, id, {
      entries: item && "entry" in item ? { [item.entry]: name } : {},
    });
    const runs = submission.kind === "sent" ? submission.runs : [];
    services.triggers.carryOut(runs, ({ event }) => {
      try {
        onAnswer(event as Event, services);
      } finally {
        services.endExecution();
      }
    });
  };
  return { services, form, answer };
}

test("a trigger runs once its answer is in its row, and is told of it", () => {
  const seen: unknown[] = [];
  const { answer } = triggered((event, { globals }) => {
    seen.push([event.values[1], event.namedValues, event.range.getA1Notation(), event.range.getValues()[0]?.[1]]);
    expect(event.authMode).toBe(globals.ScriptApp.AuthMode.FULL);
  });
  answer("Ada");
  answer("Grace");
  const named = (name: string) => ({ Timestamp: ["9/2/26, 5:00:00 AM"], Name: [name] });
  expect(seen).toEqual([
    ["Ada", named("Ada"), "A2:B2", "Ada"],
    ["Grace", named("Grace"), "A3:B3", "Grace"],
  ]);
});

test.each<[TriggerFiring, string[]]>([
  ["once", ["Ada"]],
  ["twice", ["Ada", "Ada"]],
  ["blank", [""]],
  ["never", []],
])("Google may fire it %s", (triggerFiring, expected) => {
  const seen: string[] = [];
  const { answer, services } = triggered((event) => seen.push(event.values[1] ?? "missing"), { triggerFiring });
  answer("Ada");
  expect(seen).toEqual(expected);
  expect(services.editor.read("Form Responses 1", "B2")).toBe("Ada");
});

test("what it throws is recorded and reaches nobody, and what it wrote before stays", () => {
  const { answer, services } = triggered((event, { sheet }) => {
    sheet.getRange("A1").setValue(event.values[1]);
    throw new Error("It broke");
  });
  answer("Ada");
  expect(services.triggers.failures).toEqual([{ functionName: "onAnswer", message: "It broke" }]);
  expect(services.editor.read("Sheet1", "A1")).toBe("Ada");
});

test("it may do all that its person allowed, and shows nothing to anybody", () => {
  const messages: string[] = [];
  const { answer, services } = triggered(
    (_, { globals, spreadsheet }) => {
      spreadsheet.toast("An answer came");
      globals.PropertiesService.getUserProperties().setProperty("a", "b");
      for (const attempt of [() => globals.SpreadsheetApp.getUi(), () => globals.MailApp.getRemainingDailyQuota()]) {
        try {
          attempt();
        } catch (error) {
          messages.push(String(error));
        }
      }
    },
    { withheldScopes: ["https://www.googleapis.com/auth/script.send_mail"] },
  );
  services.setAuthMode("LIMITED");
  answer("Ada");
  expect(messages).toEqual([
    "Error: Cannot call SpreadsheetApp.getUi() from this context.",
    expect.stringContaining("Specified permissions are not sufficient to call MailApp.getRemainingDailyQuota."),
  ]);
  expect(services.ui.toasts).toEqual([]);
  expect(() => services.globals.DocumentApp.create("Report")).toThrow("permission");
  services.setAuthMode("FULL");
  expect(() => services.globals.SpreadsheetApp.getUi()).not.toThrow();
});

test("answers that come without anybody's doing fire nothing", () => {
  const seen: unknown[] = [];
  const { form, services } = triggered((event) => seen.push(event));
  const [item] = form.getItems();
  services.forms.receive(form.getId(), { email: "", answers: [{ itemId: item?.getId() ?? 0, answer: "Ada" }] });
  expect(seen).toEqual([]);
});

test("an answer in the middle of a run is a run of its own", () => {
  const locks: boolean[] = [];
  const { answer, services } = triggered((_, { globals, sheet, editor }) => {
    locks.push(globals.LockService.getDocumentLock().tryLock(1));
    expect(editor.read("Sheet1", "A1")).toBe("");
    sheet.getRange("B1").setValue("by the trigger");
  });
  const { globals, sheet, hooks, editor, calls } = services;
  const lock = globals.LockService.getDocumentLock();
  expect(lock.tryLock(1)).toBe(true);
  sheet.getRange("A1").setValue("by the run");
  calls.reset();
  const stop = hooks.beforeCall((member) => {
    if (member !== "Sheet.getName") return;
    stop();
    answer("Ada");
    expect([editor.read("Sheet1", "A1"), editor.read("Sheet1", "B1")]).toEqual(["", "by the trigger"]);
  });
  sheet.getName();
  expect(services.triggers.failures).toEqual([]);
  expect(locks).toEqual([false]);
  expect(lock.hasLock()).toBe(true);
  expect(editor.read("Sheet1", "A1")).toBe("by the run");
  expect(calls.byMember().write).toEqual({});
});

test("another person's run in the middle of one leaves its waiting rows", () => {
  const { sheet, hooks, others, editor, endExecution } = openServices();
  sheet.insertRowsAfter(1000, 5);
  const stop = hooks.beforeCall((member) => {
    if (member !== "Sheet.getRange") return;
    stop();
    others.run(() => {
      sheet.getRange("A2").setValue("theirs");
      expect(() => sheet.getRange("A1005")).toThrow();
      endExecution();
    });
  });
  sheet.getRange("A1005").setValue("ours");
  endExecution();
  expect([editor.read("Sheet1", "A2"), editor.read("Sheet1", "A1005")]).toEqual(["theirs", "ours"]);
});

test("an event is plain JSON for the script, save what the services made", () => {
  const { answer } = triggered((event) => {
    const given = givenEvent(event, JSON.parse);
    expect(given).toMatchObject({ values: event.values, triggerUid: event.triggerUid });
    expect(Reflect.get(given, "range")).toBe(event.range);
  });
  answer("Ada");
});
