import { describe, expect, test } from "vitest";
import { openServices } from "./open-services";

function openWithRules() {
  const services = openServices();
  return { ...services, rule: () => services.globals.SpreadsheetApp.newDataValidation() };
}

describe("rules as data", () => {
  test("each kind, with Google's default of warning only", () => {
    const { sheet, rule, workbook } = openWithRules();
    sheet.getRange("A1").setDataValidation(rule().requireValueInList(["yes", "no"], true).build());
    sheet
      .getRange("B1")
      .setDataValidation(rule().requireValueInRange(sheet.getRange("A1:A5")).setHelpText("one").build());
    sheet.getRange("C1").setDataValidation(rule().requireCheckbox().build());
    sheet.getRange("D1").setDataValidation(rule().requireDate().setAllowInvalid(false).build());
    sheet.getRange("E1").setDataValidation(rule().requireNumberGreaterThanOrEqualTo(0).build());
    sheet.getRange("F1").setDataValidation(rule().requireCheckbox().build()).setDataValidation(null);
    const loose = { allowInvalid: true, helpText: null };
    expect(workbook().sheets[0]?.validations.map((entry) => entry.rule)).toEqual([
      { kind: "list", values: ["yes", "no"], ...loose },
      {
        kind: "range",
        sheetId: sheet.getSheetId(),
        range: { row: 1, column: 1, rows: 5, columns: 1 },
        allowInvalid: true,
        helpText: "one",
      },
      { kind: "checkbox", ...loose },
      { kind: "date", allowInvalid: false, helpText: null },
      { kind: "number", atLeast: 0, ...loose },
    ]);
  });

  test("a range that a rule points at follows insertions", () => {
    const { sheet, spreadsheet, rule, editor, workbook } = openWithRules();
    const groups = spreadsheet.insertSheet("Groups");
    sheet.getRange("A1:A2").setDataValidation(rule().requireValueInRange(groups.getRange("B2:B")).build());
    sheet.getLastRow();
    editor.insertColumns("Groups", 1);
    editor.insertRows("Groups", 1001, 5);
    expect(workbook().sheets[0]?.validations[0]?.rule).toMatchObject({
      range: { row: 2, column: 3, rows: 1004, columns: 1 },
    });
  });

  test("what is no rule is refused", () => {
    const { sheet, rule } = openWithRules();
    expect(() => rule().build()).toThrow(/without criteria/);
    expect(() => rule().requireValueInList([])).toThrow(/cannot be empty/);
    const wrong: GoogleAppsScript.Spreadsheet.DataValidation = JSON.parse("{}");
    expect(() => sheet.getRange("A1").setDataValidation(wrong)).toThrow(/don't match the method signature/);
  });
});

describe("strict rules refuse other values, from scripts as from people", () => {
  test("lists", () => {
    const { sheet, rule, editor, globals } = openWithRules();
    sheet.getRange("A1:A3").setDataValidation(rule().requireValueInList(["a", "2"]).setAllowInvalid(false).build());
    sheet.getRange("A1:A3").setValues([["a"], [2], [""]]);
    globals.SpreadsheetApp.flush();
    sheet.getRange("A2").setValue("b");
    expect(() => globals.SpreadsheetApp.flush()).toThrow(
      "The data you entered in cell A2 violates the data validation rules set on this cell.",
    );
    expect(() => editor.type("Sheet1", "A3", "c")).toThrow(/cell A3/);
    expect(sheet.getRange("A1:A3").getValues()).toEqual([["a"], [2], [""]]);
  });

  test("ranges, numbers, dates and checkboxes", () => {
    const { sheet, rule, editor, globals } = openWithRules();
    editor.type("Sheet1", "H1", "Facilitated");
    const strict = (builder: GoogleAppsScript.Spreadsheet.DataValidationBuilder) =>
      builder.setAllowInvalid(false).build();
    sheet.getRange("A1").setDataValidation(strict(rule().requireValueInRange(sheet.getRange("H1:H9"))));
    sheet.getRange("B1").setDataValidation(strict(rule().requireNumberGreaterThanOrEqualTo(0)));
    sheet.getRange("C1").setDataValidation(strict(rule().requireDate()));
    sheet.getRange("D1").setDataValidation(strict(rule().requireCheckbox()));
    sheet.getRange("A1:D1").setValues([["Facilitated", 0, "9/1/2026", true]]);
    globals.SpreadsheetApp.flush();
    for (const [cell, text] of [
      ["A1", "Other"],
      ["B1", "-1"],
      ["C1", "soon"],
      ["D1", "yes"],
    ] as const) {
      expect(() => editor.type("Sheet1", cell, text)).toThrow(`cell ${cell} violates`);
    }
  });
});
