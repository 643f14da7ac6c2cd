import { describe, expect, test } from "vitest";
import { openServices } from "./open-services";

describe("counting", () => {
  test("a read fetches state, a write changes it, the rest is neither", () => {
    const { calls, spreadsheet, globals } = openServices();
    const { SpreadsheetApp } = globals;
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
    const range = sheet?.getRange("A1:B2");
    range?.setValues([
      [1, 2],
      [3, 4],
    ]);
    range?.getValues();
    range?.getRow();
    SpreadsheetApp.flush();
    spreadsheet.getSpreadsheetTimeZone();
    SpreadsheetApp.newDataValidation().requireCheckbox().setHelpText("x").build();
    expect(calls.totals()).toEqual({ reads: 2, writes: 2 });
    expect(calls.byMember()).toMatchObject({
      read: { "Range.getValues": 1, "Spreadsheet.getSpreadsheetTimeZone": 1 },
      write: { "Range.setValues": 1, "SpreadsheetApp.flush": 1 },
      other: { "Range.getRow": 1, "Sheet.getRange": 1 },
    });
    expect(calls.cells).toEqual({ read: 4, written: 4 });
    calls.reset();
    expect(calls.totals()).toEqual({ reads: 0, writes: 0 });
    expect(calls.cells).toEqual({ read: 0, written: 0 });
  });

  test("one call on a range list counts once", () => {
    const { calls, sheet } = openServices();
    sheet.getRangeList(["A1", "A3"]).setValue(1);
    expect(calls.totals()).toEqual({ reads: 0, writes: 1 });
  });
});

describe("waiting writes", () => {
  test("go out at a flush, before a read, at the end", () => {
    const { sheet, editor, globals, endExecution } = openServices();
    sheet.getRange("A1").setValue("one");
    expect(editor.read("Sheet1", "A1")).toBe("");
    globals.SpreadsheetApp.flush();
    expect(editor.read("Sheet1", "A1")).toBe("one");
    sheet.getRange("A1").setValue("two");
    expect(sheet.getLastRow()).toBe(1);
    expect(editor.read("Sheet1", "A1")).toBe("two");
    sheet.getRange("A1").setValue("three");
    endExecution();
    expect(editor.read("Sheet1", "A1")).toBe("three");
  });

  test("are lost where a run is cut off so", () => {
    const { sheet, editor, endExecution } = openServices();
    sheet.getRange("A1").setValue("lost");
    sheet.insertRowsAfter(1000, 5);
    endExecution("drop");
    expect(editor.read("Sheet1", "A1")).toBe("");
    expect(() => sheet.getRange(1001, 1)).toThrow(/outside the dimensions/);
  });

  test("land on what somebody else did before the flush", () => {
    const { sheet, editor, hooks, globals } = openServices();
    sheet.getRange("A1:A3").setValues([["Status"], ["ann"], ["bob"]]);
    globals.SpreadsheetApp.flush();
    const stop = hooks.beforeCall((_member, kind) => {
      if (kind !== "flush") return;
      stop();
      editor.insertRows("Sheet1", 2);
    });
    sheet.getRange("B3").setValue("for bob");
    globals.SpreadsheetApp.flush();
    expect(sheet.getDataRange().getValues()).toEqual([
      ["Status", ""],
      ["", ""],
      ["ann", "for bob"],
      ["bob", ""],
    ]);
  });

  test("are announced under the member that forces them out", () => {
    const { sheet, hooks } = openServices();
    const seen: string[] = [];
    hooks.beforeCall((member, kind) => seen.push(`${member} ${kind}`));
    sheet.getRange("A1").setValue(1);
    sheet.getRange("A1").getValues();
    expect(seen).toEqual([
      "Sheet.getRange other",
      "Range.setValue write",
      "Sheet.getRange other",
      "Range.getValues read",
      "Range.getValues flush",
    ]);
  });
});

describe("before a call", () => {
  test("a watcher can fail it, and nothing of it happens", () => {
    const { sheet, hooks, endExecution, editor } = openServices();
    const stop = hooks.beforeCall((member) => {
      if (member === "Range.setValues") throw new Error("Service Spreadsheets failed");
    });
    expect(() => sheet.getRange("A1").setValues([["x"]])).toThrow("Service Spreadsheets failed");
    endExecution();
    expect(editor.read("Sheet1", "A1")).toBe("");
    stop();
    expect(
      sheet
        .getRange("A1")
        .setValues([["x"]])
        .getValues(),
    ).toEqual([["x"]]);
  });

  test("calls are numbered as they come", () => {
    const { sheet, hooks } = openServices();
    const numbers: number[] = [];
    hooks.beforeCall((_member, _kind, index) => numbers.push(index));
    sheet.getRange("A1").getValues();
    const [first = 0] = numbers;
    expect(numbers).toEqual([first, first + 1]);
  });

  test("what a watcher does with the services is neither counted nor watched", () => {
    const { sheet, hooks, calls } = openServices();
    hooks.beforeCall(() => {
      sheet.getName();
    });
    sheet.getIndex();
    expect(calls.byMember().read).toEqual({ "Sheet.getIndex": 1 });
  });
});

describe("authorization modes", () => {
  test("NONE allows menus and the locale only", () => {
    const { globals, spreadsheet, ui } = openServices({ authMode: "NONE", userLocale: "fr" });
    globals.SpreadsheetApp.getUi().createAddonMenu().addItem("Open", "open").addToUi();
    expect(ui.menus).toEqual([{ caption: null, items: [{ kind: "item", caption: "Open", functionName: "open" }] }]);
    expect(globals.Session.getActiveUserLocale()).toBe("fr");
    expect(() => globals.SpreadsheetApp.getActiveSpreadsheet()).toThrow(
      "You do not have permission to call SpreadsheetApp.getActiveSpreadsheet. Required permissions: (https://www.googleapis.com/auth/spreadsheets.currentonly || https://www.googleapis.com/auth/spreadsheets)",
    );
    expect(() => spreadsheet.getName()).toThrow(/do not have permission to call Spreadsheet.getName/);
    expect(() => globals.PropertiesService.getDocumentProperties()).toThrow(/do not have permission/);
  });

  test("LIMITED allows the file and properties, no windows, documents or mail", () => {
    const { globals, sheet, setAuthMode } = openServices({ authMode: "LIMITED", htmlFiles: () => "<p>" });
    sheet.getRange("A1").setValue(1);
    globals.PropertiesService.getUserProperties().setProperty("a", "b");
    const page = globals.HtmlService.createHtmlOutputFromFile("sidebar");
    const show = () => globals.SpreadsheetApp.getUi().showSidebar(page);
    expect(show).toThrow(/Ui.showSidebar. Required permissions: .*script.container.ui/);
    expect(() => globals.DocumentApp.create("Report")).toThrow(/auth\/documents/);
    expect(() => globals.MailApp.sendEmail({ to: "a@example.org" })).toThrow(/script.send_mail/);
    setAuthMode("FULL");
    expect(show).not.toThrow();
  });
});

describe("members that are missing", () => {
  test("say so by name", () => {
    const { globals, spreadsheet, sheet } = openServices();
    expect(() => sheet.getRange("A1").merge()).toThrow("not in the local workspace: Range.merge");
    expect(() => sheet.appendRow([])).toThrow("not in the local workspace: Sheet.appendRow");
    expect(() => spreadsheet.getOwner()).toThrow("not in the local workspace: Spreadsheet.getOwner");
    expect(() => globals.SpreadsheetApp.openById("x")).toThrow("not in the local workspace: SpreadsheetApp.openById");
    expect(() => globals.SpreadsheetApp.BooleanCriteria.CELL_EMPTY).toThrow(
      "not in the local workspace: BooleanCriteria.CELL_EMPTY",
    );
    expect(() => globals.DocumentApp.openById("x")).toThrow("not in the local workspace: DocumentApp.openById");
    expect(() => globals.LockService.getUserLock()).toThrow("not in the local workspace: LockService.getUserLock");
    expect(() => globals.Utilities.base64Encode("x")).toThrow("not in the local workspace: Utilities.base64Encode");
    expect(() => globals.Session.getActiveUser()).toThrow("not in the local workspace: Session.getActiveUser");
    expect(() => globals.MailApp.sendEmail("a@b.c", "s", "b")).toThrow(/not in the local workspace: MailApp.sendEmail/);
    const properties = globals.PropertiesService.getScriptProperties();
    expect(() => properties.deleteAllProperties()).toThrow(/not in the local workspace: Properties/);
  });

  test("enumerations serialise as their names", () => {
    const { globals } = openServices();
    expect(JSON.stringify(globals.ScriptApp.AuthMode.NONE)).toBe('"NONE"');
    expect(String(globals.SpreadsheetApp.ProtectionType.SHEET)).toBe("SHEET");
  });
});
