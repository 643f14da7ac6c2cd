import { describe, expect, test } from "vitest";
import { displayText } from "../../../src/local/workspace/display-text";
import { cellWith } from "./a-cell";

function shown(value: unknown, numberFormat?: string, options?: Parameters<typeof cellWith>[2]): string {
  const { open, tab } = cellWith(value, numberFormat, options);
  return displayText(open, tab, 1, 1);
}

test("a blank cell shows nothing", () => {
  expect(shown("")).toBe("");
});

test.each([
  ["River", "River"],
  ["'007", "007"],
  ["'=1+1", "=1+1"],
  ["''quoted", "'quoted"],
  [true, "TRUE"],
  [false, "FALSE"],
  ["=1=2", "FALSE"],
  ["=1/0", "#DIV/0!"],
  ['="a"&"b"', "ab"],
  ["=B7", ""],
])("%j shows as %j", (value, text) => {
  expect(shown(value)).toBe(text);
});

describe("numbers without a format", () => {
  test.each([
    [0, "0"],
    [-7, "-7"],
    [1234567, "1234567"],
    [1 / 3, "0.3333333333"],
    [-2 / 3, "-0.6666666667"],
    [0.1 + 0.2, "0.3"],
    [12345678.123456, "12345678.12"],
    [123456789012345, "123456789012345"],
    [1e15, "1E+15"],
    [0.00001, "0.00001"],
    [5.55112e-17, "5.55112E-17"],
  ])("%d is %s", (value, text) => {
    expect(shown(value)).toBe(text);
  });

  test("have the decimal sign of the workbook's locale", () => {
    expect(shown(1.5, undefined, { locale: "de_DE" })).toBe("1,5");
  });

  test("in a cell for plain text are shown in full", () => {
    expect(shown(1 / 8, "@")).toBe("0.125");
  });
});

describe("number formats", () => {
  test.each([
    [0.125, "0%", "13%"],
    [0.125, "0.0%", "12.5%"],
    [-1234.5, '"$"#,##0.00', "-$1,234.50"],
    [1234567, "#,##0", "1,234,567"],
    [46266, "yyyy-mm-dd", "2026-09-01"],
    [46266, "mmm d", "Sep 1"],
    [1, "yyyy-mm-dd", "1899-12-31"],
    [60, "yyyy-mm-dd", "1900-02-28"],
    [0, "yyyy-mm-dd", "1899-12-30"],
    [46266.5, "yyyy-mm-dd hh:mm", "2026-09-01 12:00"],
    [0.375, "h:mm AM/PM", "9:00 AM"],
    [1.5, "[h]:mm:ss", "36:00:00"],
  ])("%d in %s is %s", (value, numberFormat, text) => {
    expect(shown(value, numberFormat)).toBe(text);
  });

  test("follow the workbook's locale", () => {
    expect(shown(1234.5, "#,##0.00", { locale: "de_DE" })).toBe("1.234,50");
    expect(shown(46266, "d. mmmm yyyy", { locale: "de_DE" })).toBe("1. September 2026");
    expect(shown(46266, "yyyy-mm-dd", { locale: "xx_YY" })).toBe("2026-09-01");
  });

  test("that make no sense leave the number as it is", () => {
    expect(shown(5, "[nonsense")).toBe("5");
  });

  test("leave text, booleans and errors alone", () => {
    expect(shown("soon", "yyyy-mm-dd")).toBe("soon");
    expect(shown(true, "0.00")).toBe("TRUE");
    expect(shown("=NA()", "0.00")).toBe("#N/A");
  });
});

test("typed dates and dates that formulas make look as in the workbook's locale", () => {
  expect(shown("9/1/2026")).toBe("9/1/2026");
  expect(shown("2026-09-01")).toBe("2026-09-01");
  expect(shown("=DATE(2026,9,1)")).toBe("9/1/2026");
  expect(shown("=DATE(2026,9,1)", undefined, { locale: "en_GB" })).toBe("01/09/2026");
  expect(shown("=NOW()", undefined, { timeZone: "Etc/UTC" })).toBe("9/2/2026 12:00:00 PM");
});
