import { describe, expect, test } from "vitest";
import { openServices } from "./open-services";

type Services = ReturnType<typeof openServices>;

const grid = ({ sheet }: Services) => sheet.getDataRange().getValues();
const letters = (...texts: string[]) => texts.map((text) => [text]);

function fill(services: Services, ...texts: string[]): void {
  services.sheet.getRange(1, 1, texts.length, 1).setValues(letters(...texts));
}

describe("inserting", () => {
  test("rows shift cells, notes, formulas and named ranges, and take formats and validation from the row before", () => {
    const services = openServices();
    const { sheet, spreadsheet, globals } = services;
    fill(services, "a", "b", "c");
    sheet.getRange("A2:A3").setNotes([["note b"], ["note c"]]);
    sheet
      .getRange("A2")
      .setBackground("#00ff00")
      .setDataValidation(globals.SpreadsheetApp.newDataValidation().requireDate().build());
    sheet.getRange("B1").setFormula('=A3&"!"');
    spreadsheet.setNamedRange("third", sheet.getRange("A3"));
    sheet.insertRowsAfter(2, 2);
    expect(grid(services)).toEqual([
      ["a", "c!"],
      ["b", ""],
      ["", ""],
      ["", ""],
      ["c", ""],
    ]);
    expect(sheet.getRange("B1").getFormulas()).toEqual([['=A5&"!"']]);
    expect(sheet.getRange("A1:A5").getNotes().flat()).toEqual(["", "note b", "", "", "note c"]);
    expect(spreadsheet.getRangeByName("third")?.getA1Notation()).toBe("A5");
    expect(sheet.getMaxRows()).toBe(1002);
    const { formats, validations } = services.workbook().sheets[0] ?? { formats: [], validations: [] };
    expect(formats.map(({ range }) => range)).toEqual([{ row: 2, column: 1, rows: 3, columns: 1 }]);
    expect(validations.map(({ range }) => range)).toEqual([{ row: 2, column: 1, rows: 3, columns: 1 }]);
  });

  test("rows below a conditional format's last row make it longer; rows above it move it", () => {
    const services = openServices();
    const { sheet, globals } = services;
    const rule = globals.SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied("=$B2=1")
      .setBackground("#ff0000")
      .setRanges([sheet.getRange("A2:C10")])
      .build();
    sheet.setConditionalFormatRules([rule]);
    sheet.insertRowsAfter(10, 5);
    sheet.insertRowsAfter(1, 1);
    sheet.insertColumnsAfter(1, 1);
    expect(services.workbook().sheets[0]?.conditionalFormats).toEqual([
      { ranges: [{ row: 3, column: 1, rows: 14, columns: 4 }], formula: "=$C3=1", background: "#ff0000" },
    ]);
  });

  test("a conditional format keeps looking at its own row when its first row is moved away or deleted", () => {
    const services = openServices();
    const { sheet, globals } = services;
    const rule = globals.SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied('=AND($B2="x",C$1=B2)')
      .setBackground("#ff0000")
      .setRanges([sheet.getRange("A2:C10")])
      .build();
    sheet.setConditionalFormatRules([rule]);
    const kept = [
      { ranges: [{ row: 2, column: 1, rows: 9, columns: 3 }], formula: '=AND($B2="x",C$1=B2)', background: "#ff0000" },
    ];
    sheet.moveRows(sheet.getRange("2:2"), 8);
    expect(services.workbook().sheets[0]?.conditionalFormats).toEqual(kept);
    services.editor.deleteRows("Sheet1", 2);
    expect(services.workbook().sheets[0]?.conditionalFormats).toMatchObject([{ formula: '=AND($B2="x",C$1=B2)' }]);
  });

  test("rows may be written in the same breath, beyond the grid as it was", () => {
    const services = openServices();
    const { sheet, calls } = services;
    sheet.insertRowsAfter(1000, 2);
    sheet.getRange(1001, 1, 2, 1).setValues(letters("x", "y"));
    expect(calls.totals()).toEqual({ reads: 0, writes: 2 });
    expect(sheet.getLastRow()).toBe(1002);
    expect(() => sheet.getRange(1003, 1)).toThrow(/outside the dimensions/);
    expect(() => sheet.insertRowsAfter(1003, 1)).toThrow("Those rows are out of bounds.");
  });

  test("a name over whole columns stays open at the end", () => {
    const { sheet, spreadsheet } = openServices();
    spreadsheet.setNamedRange("people", sheet.getRange("A2:A"));
    sheet.insertRowsAfter(1000, 10);
    expect(spreadsheet.getRangeByName("people")?.getA1Notation()).toBe("A2:A1010");
  });
});

describe("moving", () => {
  test("rows take everything along", () => {
    const services = openServices();
    const { sheet, spreadsheet } = services;
    fill(services, "a", "b", "c", "d");
    sheet.getRange("A4").setNotes([["note d"]]);
    sheet.getRange("B1").setFormula("=A4");
    spreadsheet.setNamedRange("fourth", sheet.getRange("A4"));
    sheet.moveRows(sheet.getRange("A3:A4"), 1);
    expect(grid(services).map(([first]) => first)).toEqual(["c", "d", "a", "b"]);
    expect(sheet.getRange("A2").getNotes()).toEqual([["note d"]]);
    expect(sheet.getRange("B3").getFormulas()).toEqual([["=A2"]]);
    expect(spreadsheet.getRangeByName("fourth")?.getA1Notation()).toBe("A2");
    sheet.moveRows(sheet.getRange("A1:B1"), 5);
    expect(grid(services).map(([first]) => first)).toEqual(["d", "a", "b", "c"]);
  });

  test("columns, by another editor, take widths and formulas along", () => {
    const services = openServices();
    const { sheet, editor } = services;
    sheet.getRange("A1:C1").setValues([["a", "b", "=A1&B1"]]);
    sheet.setColumnWidth(1, 200);
    sheet.getRange("A1").getValues();
    editor.moveColumns("Sheet1", 1, 1, 3);
    expect(grid(services)).toEqual([["b", "a", "ab"]]);
    expect(sheet.getRange("C1").getFormulas()).toEqual([["=B1&A1"]]);
    expect(services.workbook().sheets[0]?.columnWidths).toEqual({ 2: 200 });
  });
});

describe("removing", () => {
  test("columns and rows breaks what pointed at them only", () => {
    const services = openServices();
    const { sheet, editor, spreadsheet } = services;
    sheet.getRange("A1:D2").setValues([
      ["a", "b", "=A1", "=B1"],
      [1, 2, 3, 4],
    ]);
    spreadsheet.setNamedRange("gone", sheet.getRange("A1"));
    editor.deleteColumns("Sheet1", 1);
    expect(grid(services)).toEqual([
      ["b", "#REF!", "b"],
      [2, 3, 4],
    ]);
    expect(sheet.getMaxColumns()).toBe(25);
    expect(spreadsheet.getRangeByName("gone")).toBeNull();
    editor.deleteRows("Sheet1", 1);
    expect(grid(services)).toEqual([[2, 3, 4]]);
  });
});

describe("tabs", () => {
  test("a new one is 1000 by 26, comes after the active one, and is active then", () => {
    const { spreadsheet } = openServices();
    const roster = spreadsheet.insertSheet("Roster");
    expect([roster.getMaxRows(), roster.getMaxColumns()]).toEqual([1000, 26]);
    expect(spreadsheet.getActiveSheet().getName()).toBe("Roster");
    spreadsheet.insertSheet("First", 0);
    expect(spreadsheet.getSheets().map((sheet) => sheet.getName())).toEqual(["First", "Sheet1", "Roster"]);
    expect(roster.getIndex()).toBe(3);
    spreadsheet.setActiveSheet(roster);
    expect(spreadsheet.getActiveSheet().getSheetId()).toBe(roster.getSheetId());
    expect(spreadsheet.getSheetById(roster.getSheetId())?.getName()).toBe("Roster");
    expect(spreadsheet.getSheetById(12345)).toBeNull();
    expect(spreadsheet.getSheetByName("Nobody")).toBeNull();
  });

  test("names are unique and at most 100 characters", () => {
    const { spreadsheet, sheet } = openServices();
    spreadsheet.insertSheet("x".repeat(100));
    expect(() => spreadsheet.insertSheet("sheet1")).toThrow(
      'A sheet with the name "sheet1" already exists. Please enter another name.',
    );
    expect(() => sheet.setName("x".repeat(101))).toThrow(/greater than 100 characters/);
    expect(() => spreadsheet.insertSheet("")).toThrow(/cannot be empty/);
    sheet.setName("SHEET1");
    expect(sheet.getName()).toBe("SHEET1");
  });

  test("renaming one rewrites formulas, and they still compute", () => {
    const { spreadsheet, sheet, editor } = openServices();
    const results = spreadsheet.insertSheet("Results");
    sheet.getRange("A1").setValue(5);
    results.getRange("A1").setFormula("=Sheet1!A1*2");
    expect(results.getRange("A1").getValues()).toEqual([[10]]);
    editor.renameTab("Sheet1", "People's list");
    expect(results.getRange("A1").getFormulas()).toEqual([["='People''s list'!A1*2"]]);
    expect(results.getRange("A1").getValues()).toEqual([[10]]);
    editor.deleteTab("People's list");
    expect(results.getRange("A1").getValues()).toEqual([["#REF!"]]);
    expect(() => sheet.getName()).toThrow(/not found/);
  });

  test("a copy has its own id and everything else", () => {
    const services = openServices();
    const { sheet, editor, spreadsheet } = services;
    fill(services, "a", "b");
    sheet
      .getRange("A1")
      .setNotes([["key"]])
      .setFontWeight("bold")
      .getNotes();
    expect(editor.duplicateTab("Sheet1")).toBe("Copy of Sheet1");
    expect(editor.duplicateTab("Sheet1")).toBe("Copy of Sheet1 2");
    const copy = spreadsheet.getSheetByName("Copy of Sheet1");
    expect(copy?.getDataRange().getValues()).toEqual([["a"], ["b"]]);
    expect(copy?.getRange("A1").getNotes()).toEqual([["key"]]);
    expect(copy?.getSheetId()).not.toBe(sheet.getSheetId());
    copy?.getRange("A1").setValue("changed");
    copy?.getRange("A1").getValues();
    expect(editor.read("Sheet1", "A1")).toBe("a");
  });

  test("the workbook has room for 10 million cells", () => {
    const { sheet } = openServices();
    sheet.insertRowsAfter(1000, 383_000);
    expect(sheet.getMaxRows()).toBe(384_000);
    sheet.insertRowsAfter(1000, 1000);
    expect(() => sheet.getMaxRows()).toThrow(/above the limit of 10000000 cells/);
  });

  test("hidden, coloured, frozen", () => {
    const services = openServices();
    const { sheet, spreadsheet } = services;
    expect(() => sheet.hideSheet()).toThrow("You can't hide all the sheets in a document.");
    spreadsheet.insertSheet("Settings").hideSheet().setTabColor("#ff0000").setFrozenRows(1);
    expect(spreadsheet.getSheetByName("Settings")?.isSheetHidden()).toBe(true);
    expect(services.workbook().sheets[1]).toMatchObject({ name: "Settings", hidden: true, frozenRows: 1 });
  });
});
