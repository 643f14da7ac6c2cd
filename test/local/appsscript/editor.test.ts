import { describe, expect, test } from "vitest";
import { openServices } from "./open-services";

describe("another person in the Sheet", () => {
  test("types as Google reads typing, uncounted and at once", () => {
    const { editor, calls, sheet } = openServices({ timeZone: "Etc/UTC" });
    editor.type("Sheet1", "A1", "9/1/2026");
    editor.type("Sheet1", "B1", "007");
    editor.type("Sheet1", "C1", "=B1*2");
    expect(editor.read("Sheet1", "C1")).toBe(14);
    expect(calls.totals()).toEqual({ reads: 0, writes: 0 });
    expect(sheet.getDataRange().getValues()).toEqual([[new Date("2026-09-01T00:00:00Z"), 7, 14]]);
    editor.type("Sheet1", "A1", "");
    expect(editor.read("Sheet1", "A1")).toBe("");
  });

  test("sorts rows below the frozen ones with their notes, formats and formulas", () => {
    const { editor, sheet, workbook } = openServices();
    sheet.setFrozenRows(1);
    sheet.getRange("A1:B6").setValues([
      ["Name", "Twice"],
      ["pat", "=A2&A2"],
      ["", "=A3&A3"],
      [10, "=A4*2"],
      ["Ann", "=A5&A5"],
      [9, "=A6*2"],
    ]);
    sheet
      .getRange("A2")
      .setNotes([["of pat"]])
      .setBackground("#00ff00")
      .getNotes();
    editor.sort("Sheet1", 1);
    expect(sheet.getDataRange().getValues()).toEqual([
      ["Name", "Twice"],
      [9, 18],
      [10, 20],
      ["Ann", "AnnAnn"],
      ["pat", "patpat"],
      ["", ""],
    ]);
    expect(editor.note("Sheet1", "A5")).toBe("of pat");
    expect(workbook().sheets[0]?.formats).toEqual([
      { range: { row: 5, column: 1, rows: 1, columns: 1 }, format: { background: "#00ff00" } },
    ]);
    editor.sort("Sheet1", 1, true);
    expect(sheet.getRange("A2:A6").getValues().flat()).toEqual(["pat", "Ann", 10, 9, ""]);
  });

  test("edits tabs without making them active", () => {
    const { editor, spreadsheet } = openServices();
    editor.insertTab("Mine", 0);
    editor.moveTab("Mine", 1);
    editor.hideTab("Mine");
    expect(editor.tabNames()).toEqual(["Sheet1", "Mine"]);
    expect(spreadsheet.getActiveSheet().getName()).toBe("Sheet1");
    expect(spreadsheet.getSheetByName("Mine")?.isSheetHidden()).toBe(true);
    expect(() => editor.type("Nobody's", "A1", "x")).toThrow('There is no tab "Nobody\'s"; there are: Sheet1, Mine');
  });

  test("adds conditional formats and notes, hides columns, links a form", () => {
    const { editor, sheet } = openServices();
    const range = { row: 1, column: 1, rows: 3, columns: 1 };
    editor.addConditionalFormat("Sheet1", { ranges: [range], formula: "=A1>5", background: "#ffff00" });
    editor.setNote("Sheet1", "B1", "mine");
    editor.hideColumns("Sheet1", 2);
    editor.linkForm("Sheet1", "https://docs.google.com/forms/d/e/1/viewform");
    expect(sheet.getConditionalFormatRules().length).toBe(1);
    expect(sheet.getRange("A1:B1").getNotes()).toEqual([["", "mine"]]);
    expect(sheet.getFormUrl()).toContain("viewform");
  });
});
