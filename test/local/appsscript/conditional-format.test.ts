import { expect, test } from "vitest";
import { openServices } from "./open-services";

test("setting rules replaces all, so that people's own have to be handed back", () => {
  const { sheet, globals, editor, workbook } = openServices();
  const theirs = { ranges: [{ row: 1, column: 1, rows: 3, columns: 1 }], formula: "=A1>5", strikethrough: true };
  editor.addConditionalFormat("Sheet1", theirs);
  const ours = globals.SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied("=$B2")
    .setBackground("#EEEEEE")
    .setFontColor("#123456")
    .setRanges([sheet.getRange("A2:C"), sheet.getRange("E2")])
    .build();
  sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ours]);
  expect(workbook().sheets[0]?.conditionalFormats).toEqual([
    theirs,
    {
      ranges: [
        { row: 2, column: 1, rows: 999, columns: 3 },
        { row: 2, column: 5, rows: 1, columns: 1 },
      ],
      formula: "=$B2",
      background: "#eeeeee",
      fontColor: "#123456",
    },
  ]);
  sheet.setConditionalFormatRules([]);
  expect(sheet.getConditionalFormatRules()).toEqual([]);
});

test("rules can be read and copied", () => {
  const { sheet, globals } = openServices();
  const rule = globals.SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied("=$B2=1")
    .setRanges([sheet.getRange("A2:C5")])
    .build();
  sheet.setConditionalFormatRules([
    rule,
    rule
      .copy()
      .setRanges([sheet.getRange("D2")])
      .build(),
  ]);
  const [first, second] = sheet.getConditionalFormatRules();
  expect(first?.getRanges().map((range) => range.getA1Notation())).toEqual(["A2:C5"]);
  expect(second?.getRanges().map((range) => range.getA1Notation())).toEqual(["D2"]);
  expect(second?.getBooleanCondition()?.getCriteriaType()).toBe(globals.SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA);
  expect(second?.getBooleanCondition()?.getCriteriaValues()).toEqual(["=$B2=1"]);
});

test("a rule needs a formula and a range of its own tab", () => {
  const { sheet, spreadsheet, globals } = openServices();
  const builder = () => globals.SpreadsheetApp.newConditionalFormatRule();
  expect(() =>
    builder()
      .setRanges([sheet.getRange("A1")])
      .build(),
  ).toThrow(/must have a condition/);
  expect(() => builder().whenFormulaSatisfied("=A1").build()).toThrow(/must have at least one range/);
  const elsewhere = builder()
    .whenFormulaSatisfied("=A1")
    .setRanges([sheet.getRange("A1")])
    .build();
  expect(() => spreadsheet.insertSheet("Other").setConditionalFormatRules([elsewhere])).toThrow(
    "Conditional format rule cannot reference a different sheet.",
  );
});

test("a tab's protection is made once and found again", () => {
  const { sheet, globals, workbook } = openServices();
  const { SHEET, RANGE } = globals.SpreadsheetApp.ProtectionType;
  expect(sheet.getProtections(SHEET)).toEqual([]);
  sheet.protect().setDescription("Planner").setWarningOnly(true);
  sheet.protect();
  const [protection] = sheet.getProtections(SHEET);
  expect(protection?.getDescription()).toBe("Planner");
  expect(protection?.isWarningOnly()).toBe(true);
  expect(sheet.getProtections(RANGE)).toEqual([]);
  expect(workbook().sheets[0]?.protection).toEqual({ description: "Planner", warningOnly: true });
});
