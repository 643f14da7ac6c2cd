import { describe, expect, test } from "vitest";
import { openServices } from "./open-services";

function computed(formula: string, options?: Parameters<typeof openServices>[0]): unknown {
  const { sheet } = openServices(options);
  return sheet.getRange("A1").setFormula(formula).getValues()[0]?.[0];
}

describe("results", () => {
  test.each([
    ["=1/3", 1 / 3],
    ["=0.1+0.2", 0.1 + 0.2],
    ["=123456789.123456789*1", 123456789.12345679],
    ["=-5e-7", -5e-7],
    ["=10^21", 1e21],
    ['="2026"&""', "2026"],
    ["=1=1", true],
    ["=1/0", "#DIV/0!"],
    ["=NA()", "#N/A"],
    ["=NOSUCH(1)", "#NAME?"],
    ["=A1", "#REF!"],
    ["=B7", ""],
    ['=IF(TRUE,"","x")', ""],
    ["=Nowhere!A1", "#REF!"],
    ["=1+", "#ERROR!"],
    ['="TODAY()"', "TODAY()"],
  ])("%s is exactly %j", (formula, expected) => {
    expect(computed(formula)).toBe(expected);
  });

  test("formulas that make dates are read as Dates, others by the cell's format", () => {
    expect(computed("=DATE(2026,9,1)", { timeZone: "Etc/UTC" })).toEqual(new Date("2026-09-01T00:00:00Z"));
    expect(computed("=DATE(2026,9,1)*1+0.5-DATE(2026,9,1)")).toBe(0.5);
    const { sheet } = openServices({ timeZone: "Asia/Tokyo" });
    sheet.getRange("A1").setFormula("=46266").setNumberFormat("yyyy-mm-dd");
    expect(sheet.getRange("A1").getValues()).toEqual([[new Date("2026-08-31T15:00:00Z")]]);
  });

  test("TODAY and NOW follow our clock in the spreadsheet's zone", () => {
    const now = () => new Date("2026-09-01T02:30:00Z");
    expect(computed('=TEXT(TODAY(),"yyyy-mm-dd")', { now, timeZone: "America/Los_Angeles" })).toBe("2026-08-31");
    expect(computed("=TODAY()", { now, timeZone: "Asia/Tokyo" })).toEqual(new Date("2026-08-31T15:00:00Z"));
    expect(computed("=NOW()", { now, timeZone: "Etc/UTC" })).toEqual(now());
    let day = 1;
    const { sheet } = openServices({ now: () => new Date(Date.UTC(2026, 8, day, 12)), timeZone: "Etc/UTC" });
    sheet.getRange("A1").setFormula("=TODAY()*1");
    const before = sheet.getRange("A1").getValues();
    day = 2;
    expect(sheet.getRange("A1").getValues()).not.toEqual(before);
  });
});

describe("keeping up with the workbook", () => {
  test("counts over whole, open and named columns see texts, numbers, dates and booleans", () => {
    const { sheet, spreadsheet } = openServices();
    sheet.getRange("A1:A6").setValues([["kind"], ["a"], ["A"], [5], ["9/1/2026"], [true]]);
    spreadsheet.setNamedRange("kinds", sheet.getRange("A2:A10"));
    sheet
      .getRange("B1:B6")
      .setFormulas([
        ['=COUNTIF(A:A,"a")'],
        ["=COUNTA(A2:A)"],
        ["=COUNT(kinds)"],
        ['=COUNTIFS(A2:A,">="&DATE(2026,9,1))'],
        ["=COUNTIF(A:A,TRUE)"],
        ['=COUNTIFS(A:A,"<>")'],
      ]);
    expect(sheet.getRange("B1:B6").getValues().flat().slice(0, 5)).toEqual([2, 5, 2, 1, 1]);
  });

  test("text that looks like a formula or a number stays text", () => {
    const { sheet } = openServices();
    sheet.getRange("A1:A3").setValues([["'=1+1"], ["'5"], ["''x"]]);
    sheet.getRange("B1:B3").setFormulas([['=A1&""'], ["=COUNT(A1:A3)"], ["=LEN(A3)"]]);
    expect(sheet.getRange("B1:B3").getValues()).toEqual([["=1+1"], [0], [2]]);
  });

  test("a cell goes from formula to literal to nothing and back", () => {
    const { sheet } = openServices();
    sheet.getRange("B1").setFormula("=SUM(A1:A2)");
    const total = () => sheet.getRange("B1").getValues()[0]?.[0];
    sheet.getRange("A1").setFormula("=2*3");
    expect(total()).toBe(6);
    sheet.getRange("A1").setValue(10);
    expect(total()).toBe(10);
    sheet.getRange("A1").clearContent();
    expect(total()).toBe(0);
    sheet.getRange("A1").setFormula("=2*3");
    expect(total()).toBe(6);
    sheet.getRange("A1:A2").setValues([["x"], ["=DATE(2026,9,1)"]]);
    expect(total()).toBe(46266);
    sheet.getRange("A2").setFormula("=1+1");
    expect(sheet.getRange("A2").getValues()).toEqual([[2]]);
  });

  test("a formula may come before the tab and the columns that it names", () => {
    const { sheet, spreadsheet, editor } = openServices();
    sheet.getRange("A1").setFormula("=SUM(Later!A:A)");
    expect(sheet.getRange("A1").getValues()).toEqual([["#REF!"]]);
    spreadsheet.insertSheet("Later").getRange("A1").setValue(3);
    expect(sheet.getRange("A1").getValues()).toEqual([[3]]);
    editor.type("Later", "A2", "=A1+1");
    expect(sheet.getRange("A1").getValues()).toEqual([[7]]);
    editor.insertRows("Later", 1);
    editor.insertColumns("Later", 1);
    expect(sheet.getRange("A1").getValues()).toEqual([[7]]);
    expect(sheet.getRange("A1").getFormulas()).toEqual([["=SUM(Later!B:B)"]]);
  });

  test("INDIRECT sees what no formula names", () => {
    const { sheet } = openServices();
    sheet.getRange("C3").setValue(7);
    sheet.getRange("A1").setFormula('=INDIRECT("C"&3)');
    expect(sheet.getRange("C3").getValues()).toEqual([[7]]);
  });

  test("after free it starts anew", () => {
    const { sheet, free } = openServices();
    sheet.getRange("A1").setFormula("=1+1");
    expect(sheet.getRange("A1").getValues()).toEqual([[2]]);
    free();
    sheet.getRange("B1").setFormula("=A1+1");
    expect(sheet.getRange("B1").getValues()).toEqual([[3]]);
  });
});
