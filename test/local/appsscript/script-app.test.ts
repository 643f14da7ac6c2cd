import { describe, expect, test } from "vitest";
import { openServices } from "./open-services";

describe("triggers", () => {
  test("are made for the spreadsheet, found and deleted", () => {
    const { spreadsheet, globals, outside } = openServices();
    const { ScriptApp } = globals;
    const trigger = ScriptApp.newTrigger("onAnswer").forSpreadsheet(spreadsheet).onFormSubmit().create();
    expect(ScriptApp.getUserTriggers(spreadsheet).map((each) => each.getHandlerFunction())).toEqual(["onAnswer"]);
    expect(ScriptApp.getProjectTriggers()[0]?.getUniqueId()).toBe(trigger.getUniqueId());
    expect(trigger.getEventType()).toBe(ScriptApp.EventType.ON_FORM_SUBMIT);
    expect(trigger.getTriggerSource()).toBe(ScriptApp.TriggerSource.SPREADSHEETS);
    expect(trigger.getTriggerSourceId()).toBe(spreadsheet.getId());
    expect(outside().triggers).toHaveLength(1);
    ScriptApp.deleteTrigger(trigger);
    expect(ScriptApp.getUserTriggers(spreadsheet)).toEqual([]);
  });

  test("are one of a kind in an add-on", () => {
    const { spreadsheet, globals } = openServices();
    const create = () => globals.ScriptApp.newTrigger("onAnswer").forSpreadsheet(spreadsheet).onFormSubmit().create();
    create();
    expect(create).toThrow("too many triggers");
  });

  test("need an event, a spreadsheet and their scope", () => {
    const services = openServices();
    const { ScriptApp } = services.globals;
    expect(() => ScriptApp.newTrigger("onAnswer").forSpreadsheet(services.spreadsheet).create()).toThrow("no event");
    expect(() => ScriptApp.newTrigger("onAnswer").forSpreadsheet("another")).toThrow("signature");
    expect(() => ScriptApp.newTrigger("onAnswer").timeBased()).toThrow("not in the local workspace");
    services.setAuthMode("LIMITED");
    expect(() => ScriptApp.newTrigger("onAnswer")).toThrow("script.scriptapp");
  });
});

describe("authorization", () => {
  const forms = "https://www.googleapis.com/auth/forms";
  const mail = "https://www.googleapis.com/auth/script.send_mail";

  test("is required where a scope was withheld", () => {
    const { ScriptApp, MailApp } = openServices({ withheldScopes: [mail] }).globals;
    const status = () => ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus();
    expect(status()).toBe(ScriptApp.AuthorizationStatus.REQUIRED);
    expect(() => ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [mail])).toThrow("Authorization is required");
    expect(() => ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [forms])).not.toThrow();
    expect(() => MailApp.getRemainingDailyQuota()).toThrow(mail);
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    expect(info.getAuthorizationUrl()).toMatch(/^https:/);
  });

  test("is there otherwise", () => {
    const { ScriptApp } = openServices().globals;
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    expect(info.getAuthorizationStatus()).toBe(ScriptApp.AuthorizationStatus.NOT_REQUIRED);
  });
});
