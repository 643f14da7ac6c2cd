import { expect, test } from "vitest";
import type { ServiceOptions } from "../../../src/local/appsscript/create-services";
import { openServices } from "./open-services";

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

/** What is outside, with a form and a trigger that were made while everything was allowed. */
function outside(): NonNullable<ServiceOptions["outside"]> {
  const { globals, spreadsheet, outside: data } = openServices();
  globals.FormApp.create("Baseline", true);
  globals.ScriptApp.newTrigger("onAnswer").forSpreadsheet(spreadsheet).onFormSubmit().create();
  return data();
}

function withheld(...scopes: string[]) {
  return openServices({ outside: outside(), withheldScopes: scopes.map(scope) });
}

const needs = (member: string, name: string) =>
  `Specified permissions are not sufficient to call ${member}. Required permissions: ${scope(name)}`;

test("without the forms scope every call of FormApp says what it would need", () => {
  const { globals, forms } = withheld("forms");
  const id = forms.all()[0]?.id ?? "";
  const { FormApp } = globals;
  expect(() => FormApp.create("End", true)).toThrow(needs("FormApp.create", "forms"));
  expect(() => FormApp.openById(id)).toThrow(needs("FormApp.openById", "forms"));
  expect(() => FormApp.openByUrl("x")).toThrow(needs("FormApp.openByUrl", "forms"));
  expect(forms.all()).toHaveLength(1);
});

test("a form that was opened says that the smaller scope would do as well", () => {
  const services = openServices();
  const form = services.globals.FormApp.create("Baseline", true);
  services.setAuthMode("LIMITED");
  expect(() => form.getItems()).toThrow(
    `You do not have permission to call Form.getItems. Required permissions: (${scope("forms.currentonly")} || ${scope("forms")})`,
  );
});

test("without their scopes mail and triggers say what they would need", () => {
  const { globals, spreadsheet, mail } = withheld("script.send_mail", "script.scriptapp");
  const { MailApp, ScriptApp } = globals;
  const send = () => MailApp.sendEmail({ to: "ada@example.org", subject: "Hello", body: "Text" });
  expect(send).toThrow(needs("MailApp.sendEmail", "script.send_mail"));
  expect(() => MailApp.getRemainingDailyQuota()).toThrow(needs("MailApp.getRemainingDailyQuota", "script.send_mail"));
  expect(() => ScriptApp.newTrigger("onAnswer")).toThrow(needs("ScriptApp.newTrigger", "script.scriptapp"));
  expect(() => ScriptApp.getProjectTriggers()).toThrow(needs("ScriptApp.getProjectTriggers", "script.scriptapp"));
  expect(() => ScriptApp.getUserTriggers(spreadsheet)).toThrow(needs("ScriptApp.getUserTriggers", "script.scriptapp"));
  expect(mail).toEqual([]);
});

test("what was withheld can be known without asking for it", () => {
  const { ScriptApp } = withheld("forms").globals;
  // Google's types do not have the list of scopes yet.
  const asked: {
    getAuthorizationInfo(
      mode: GoogleAppsScript.Script.AuthMode,
      scopes: string[],
    ): GoogleAppsScript.Script.AuthorizationInfo;
  } = ScriptApp;
  const status = (name: string) =>
    asked.getAuthorizationInfo(ScriptApp.AuthMode.FULL, [scope(name)]).getAuthorizationStatus();
  expect(status("forms")).toBe(ScriptApp.AuthorizationStatus.REQUIRED);
  expect(status("script.send_mail")).toBe(ScriptApp.AuthorizationStatus.NOT_REQUIRED);
});

test("everything else goes on working", () => {
  const { sheet } = withheld("forms", "script.send_mail", "script.scriptapp");
  expect(sheet.getRange("A1").setValue("x").getValues()).toEqual([["x"]]);
});
