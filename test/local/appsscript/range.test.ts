import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { openServices, written } from "./open-services";

describe("values", () => {
  test("are typed as a person types them, or kept as they are", () => {
    expect(written("007")).toBe(7);
    expect(written("12%")).toBe(0.12);
    expect(written("TRUE")).toBe(true);
    expect(written("'=1+1")).toBe("=1+1");
    expect(written("=1+1")).toBe(2);
    expect(written(3.25)).toBe(3.25);
    expect(written(false)).toBe(false);
    expect(written("")).toBe("");
    expect(written(null)).toBe("");
    expect(written(undefined)).toBe("");
  });

  test("null and undefined in a block clear cells", () => {
    const { sheet } = openServices();
    sheet.getRange("A1:C1").setValues([["a", "b", "c"]]);
    sheet.getRange("A1:C1").setValues([[null, undefined, ""]]);
    expect(sheet.getLastRow()).toBe(0);
  });

  test.each([[{}], [[1]], [() => 1], [new Date(Number.NaN)], [Symbol("x")], [10n]])("%s cannot be held", (value) => {
    const { sheet } = openServices();
    expect(() => sheet.getRange("A1").setValue(value)).toThrow(/a cell cannot hold/);
  });

  test("a Date and an array of another realm are taken for what they are", () => {
    const { sheet } = openServices();
    const block: unknown = runInNewContext("[[new Date(0)]]");
    if (!Array.isArray(block)) throw new Error("no array came from the other realm");
    expect(sheet.getRange("A1").setValues(block).getValues()).toEqual([[new Date(0)]]);
  });

  test("what the script changes in its block after the write is not written", () => {
    const { sheet } = openServices();
    const block = [["before"]];
    sheet.getRange("A1").setValues(block);
    const [row] = block;
    if (row) row[0] = "after";
    expect(sheet.getRange("A1").getValues()).toEqual([["before"]]);
  });

  test("the text of a plain text cell is kept", () => {
    const { sheet } = openServices();
    sheet
      .getRange("A1:A3")
      .setNumberFormat("@")
      .setValues([["007"], ["9/1/2026"], ["=1+1"]]);
    expect(sheet.getRange("A1:A3").getValues()).toEqual([["007"], ["9/1/2026"], [2]]);
  });

  test("a cell holds at most 50,000 characters", () => {
    const { sheet } = openServices();
    sheet.getRange("A1").setValue("x".repeat(50_000));
    expect(() => sheet.getRange("A1").setValue("x".repeat(50_001))).toThrow(
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    );
  });

  test("one value fills a range, and clearContent leaves formats and notes", () => {
    const { sheet, workbook } = openServices();
    sheet
      .getRange("A1:B2")
      .setValue("x")
      .setBackground("#FF0000")
      .setNotes([
        ["n", ""],
        ["", null],
      ]);
    expect(sheet.getRange("A1:B2").getValues()).toEqual([
      ["x", "x"],
      ["x", "x"],
    ]);
    sheet.getRange("A1:B2").clearContent();
    expect(sheet.getLastRow()).toBe(0);
    expect(sheet.getRange("A1:B2").getNotes()).toEqual([
      ["n", ""],
      ["", ""],
    ]);
    expect(workbook().sheets[0]?.formats).toEqual([
      { range: { row: 1, column: 1, rows: 2, columns: 2 }, format: { background: "#ff0000" } },
    ]);
  });

  test("a range list writes to all of its ranges", () => {
    const { sheet } = openServices();
    sheet.getRangeList(["A1", "B2:C2"]).setValue("x");
    expect(sheet.getDataRange().getValues()).toEqual([
      ["x", "", ""],
      ["", "x", "x"],
    ]);
  });
});

describe("blocks and bounds", () => {
  test("a block must have the range's size", () => {
    const { sheet } = openServices();
    const range = sheet.getRange(1, 1, 2, 1);
    expect(() => range.setValues([["a"]])).toThrow(
      "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
    );
    expect(() => range.setValues([["a", "b", "c"], ["d"]])).toThrow(
      "The number of columns in the data does not match the number of columns in the range. The data has 3 but the range has 1.",
    );
    expect(() => range.setNotes([["a"]])).toThrow(/The data has 1 but the range has 2/);
    expect(() => range.setFormulas([])).toThrow(/The data has 0 but the range has 2/);
  });

  test("no range of no rows, and none beyond the grid", () => {
    const { sheet } = openServices();
    expect(() => sheet.getRange(1, 1, 0, 1)).toThrow("The number of rows in the range must be at least 1.");
    expect(() => sheet.getRange(1, 1, 1, 0)).toThrow("The number of columns in the range must be at least 1.");
    expect(() => sheet.getRange(0, 1)).toThrow("The starting row of the range is too small.");
    const outside = "The coordinates of the range are outside the dimensions of the sheet.";
    expect(() => sheet.getRange(1001, 1)).toThrow(outside);
    expect(() => sheet.getRange(1, 1, 1, 27)).toThrow(outside);
    expect(() => sheet.getRange("A1:A1001")).toThrow(outside);
    expect(() => sheet.getRange("nonsense")).toThrow("Range not found");
    expect(() => sheet.getRange(1.5, 1)).toThrow(/don't match the method signature/);
  });

  test("A1 notation, whole rows and columns included", () => {
    const { sheet } = openServices();
    const spans = (a1: string) => {
      const range = sheet.getRange(a1);
      return [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()];
    };
    expect(spans("B2")).toEqual([2, 2, 1, 1]);
    expect(spans("B2:C5")).toEqual([2, 2, 4, 2]);
    expect(spans("C5:B2")).toEqual([2, 2, 4, 2]);
    expect(spans("A:A")).toEqual([1, 1, 1000, 1]);
    expect(spans("1:1")).toEqual([1, 1, 1, 26]);
    expect(spans("B2:B")).toEqual([2, 2, 999, 1]);
    expect(sheet.getRange(2, 27 - 1, 3, 1).getA1Notation()).toBe("Z2:Z4");
  });

  test("rows that somebody deleted meanwhile are out of bounds", () => {
    const { sheet, editor } = openServices();
    const range = sheet.getRange("A1000");
    editor.deleteRows("Sheet1", 500, 1);
    expect(() => range.getValues()).toThrow("Those rows are out of bounds.");
  });
});

describe("formulas", () => {
  test("are read back as text and as values", () => {
    const { sheet } = openServices();
    sheet.getRange("A1:A2").setValues([[2], [3]]);
    sheet.getRange("B1").setFormula("=SUM(A1:A2)/9");
    sheet.getRange("B2").setFormula("A1*2");
    expect(sheet.getRange("A1:B2").getFormulas()).toEqual([
      ["", "=SUM(A1:A2)/9"],
      ["", "=A1*2"],
    ]);
    expect(sheet.getRange("B1:B2").getValues()).toEqual([[5 / 9], [4]]);
  });

  test("an empty formula clears the cell", () => {
    const { sheet } = openServices();
    sheet.getRange("A1").setValue("x");
    sheet.getRange("A1:B1").setFormulas([["", "=1"]]);
    expect(sheet.getRange("A1:B1").getValues()).toEqual([["", 1]]);
  });
});

test("insertCheckboxes puts FALSE into every cell, which counts as content", () => {
  const { sheet, workbook } = openServices();
  sheet.getRange("A1").setValue("Done");
  sheet.getRange("A2:A500").insertCheckboxes();
  expect(sheet.getLastRow()).toBe(500);
  expect(sheet.getRange("A2").getValues()).toEqual([[false]]);
  expect(workbook().sheets[0]?.validations).toEqual([
    {
      range: { row: 2, column: 1, rows: 499, columns: 1 },
      rule: { kind: "checkbox", allowInvalid: true, helpText: null },
    },
  ]);
});

test("formats add up", () => {
  const { sheet, workbook } = openServices();
  sheet.getRange("A1:B1").setFontWeight("bold").setFontColor("#112233").setWrap(true).setVerticalAlignment("top");
  sheet.getRange("B1").setNumberFormat("0%").setBackground(null);
  expect(workbook().sheets[0]?.formats).toEqual([
    {
      range: { row: 1, column: 1, rows: 1, columns: 1 },
      format: { bold: true, fontColor: "#112233", wrap: true, verticalAlignment: "top" },
    },
    {
      range: { row: 1, column: 2, rows: 1, columns: 1 },
      format: {
        bold: true,
        fontColor: "#112233",
        wrap: true,
        verticalAlignment: "top",
        numberFormat: "0%",
        background: null,
      },
    },
  ]);
  expect(() => sheet.getRange("A1").setBackground("red")).toThrow(/not in the local workspace/);
});
