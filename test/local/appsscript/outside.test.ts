import { expect, test } from "vitest";
import { openServices } from "./open-services";

test("what a program has outside its workbook is data, and opens again as it was", () => {
  const first = openServices({ mailQuota: 5, responseTabDelay: "none" });
  const { FormApp, ScriptApp, DocumentApp, MailApp, PropertiesService } = first.globals;
  const form = FormApp.create("Baseline", true).setTitle("Baseline survey");
  const question = form.addTextItem().setTitle("Your name");
  form.setDestination(FormApp.DestinationType.SPREADSHEET, first.spreadsheet.getId());
  first.forms.receive(form.getId(), { email: "", answers: [{ itemId: question.getId(), answer: "Ada" }] });
  ScriptApp.newTrigger("onAnswer").forSpreadsheet(first.spreadsheet).onFormSubmit().create();
  const document = DocumentApp.create("Report");
  document.getBody().appendParagraph("Text");
  MailApp.sendEmail({ to: "ada@example.org", subject: "Hello", body: "Text" });
  PropertiesService.getDocumentProperties().setProperty("key", "value");
  const outside = first.outside();
  const saved: typeof outside = JSON.parse(JSON.stringify(outside));
  expect(saved).toEqual(outside);

  const again = openServices({ workbook: first.workbook(), outside: saved, mailQuota: 5, responseTabDelay: "none" });
  expect(again.outside()).toEqual(outside);
  expect(again.mailLeft()).toBe(4);
  expect(again.globals.PropertiesService.getDocumentProperties().getProperty("key")).toBe("value");
  expect(again.globals.ScriptApp.getProjectTriggers()[0]?.getHandlerFunction()).toBe("onAnswer");
  const reopened = again.globals.FormApp.openById(form.getId());
  reopened.getItemById(question.getId()).setTitle("Your full name");
  again.forms.receive(form.getId(), { email: "", answers: [{ itemId: question.getId(), answer: "Grace" }] });
  const tab = again.spreadsheet.getSheetByName("Form Responses 1");
  expect(tab?.getRange("B1:B3").getValues()).toEqual([["Your full name"], ["Ada"], ["Grace"]]);
});

test("a response tab that was still to come when the program was closed comes later", () => {
  const first = openServices({ responseTabDelay: "until the run is over" });
  const { FormApp } = first.globals;
  const form = FormApp.create("Baseline", true);
  form.setDestination(FormApp.DestinationType.SPREADSHEET, first.spreadsheet.getId());
  const again = openServices({ workbook: first.workbook(), outside: first.outside() });
  again.endExecution();
  expect(again.editor.tabNames()).toContain("Form Responses 1");
});
