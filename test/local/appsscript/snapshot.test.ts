import { expect, test } from "vitest";
import { createServices } from "../../../src/local/appsscript/create-services";
import { openServices } from "./open-services";

test("a workbook comes back from its data as it was", () => {
  const { sheet, spreadsheet, globals, workbook, open } = openServices();
  const { SpreadsheetApp } = globals;
  const roster = spreadsheet.insertSheet("Roster");
  roster.setFrozenRows(1);
  roster.setColumnWidth(2, 180);
  roster.getRange("A1:C3").setValues([
    ["Name", "Start", "Done"],
    ["ann", "9/1/2026", true],
    ["bob", "", false],
  ]);
  roster
    .getRange("A1:C1")
    .setFontWeight("bold")
    .setNotes([["· roster.name", "", ""]]);
  roster.getRange("C2:C3").setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
  roster.setConditionalFormatRules([
    SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied("=$C2")
      .setRanges([roster.getRange("A2:C")])
      .build(),
  ]);
  roster.protect().setWarningOnly(true).setDescription("x");
  spreadsheet.setNamedRange("names", roster.getRange("A2:A3"));
  sheet.getRange("A1").setFormula("=COUNTIF(Roster!C:C,TRUE)");
  sheet.hideSheet();
  roster.setTabColor("#38761d").getName();
  const tab = open.file.tab(roster.getSheetId());
  tab.hiddenRows = new Set([9, 4]);
  tab.hiddenColumns = new Set([3]);
  tab.filter = { hidden: { 1: ["bob"] } };

  const data = workbook();
  expect(data.sheets[1]).toMatchObject({
    color: "#38761d",
    hiddenRows: [4, 9],
    hiddenColumns: [3],
    filter: { hidden: { 1: ["bob"] } },
  });
  expect(data.sheets[0]?.cells).toEqual([{ row: 1, column: 1, value: 1, formula: "=COUNTIF(Roster!C:C,TRUE)" }]);
  const again = createServices({
    workbook: JSON.parse(JSON.stringify(data)),
    scriptTimeZone: "Etc/UTC",
    now: () => new Date(0),
    randomId: () => "id",
  });
  expect(again.workbook()).toEqual(data);
});
