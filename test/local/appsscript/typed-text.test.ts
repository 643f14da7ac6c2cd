import { describe, expect, test } from "vitest";
import { typedText } from "../../../src/local/appsscript/typed-text";

const typed = (text: string, locale = "en_US", isText = false) => typedText(text, { locale, isText, thisYear: 2026 });
const value = (text: string, locale?: string) => typed(text, locale).content;

/** 2026-09-01 in Sheets' count of days. */
const firstOfSeptember = 46266;

describe("in every locale", () => {
  test.each([
    ["TRUE", true],
    ["false", false],
    ["007", 7],
    ["  42 ", 42],
    ["-5", -5],
    ["+5", 5],
    ["(5)", -5],
    ["12%", 0.12],
    ["-50%", -0.5],
    ["$5", 5],
    ["-$5", -5],
    ["$-5", -5],
    ["€5", 5],
    ["5 €", 5],
    ["1e3", 1000],
    ["100000000000000000001", 1e20],
  ])("%j is %j", (text, expected) => {
    expect(value(text)).toBe(expected);
    if (!text.includes("$")) expect(value(text, "de_DE")).toBe(expected);
  });

  test.each([
    "P-0001",
    "pat@example.org",
    "1/2/3/4",
    "13:75",
    "2026-02-30",
    "12 apples",
    "1-2-3",
    "$",
    "%",
    "-",
    "5-",
    "1,2,3",
    "0x10",
    "Infinity",
    "May",
    "2026-09-01T10:00:00Z",
    "@SUM(A1)",
    "-text",
    "=",
    "\t=1",
    "1 2",
    "x".repeat(100),
  ])("%j stays text", (text) => {
    expect(value(text)).toBe(text);
  });

  test("an apostrophe makes text of what follows and is no part of it", () => {
    expect(value("'=1+1")).toBe("=1+1");
    expect(value("'007")).toBe("007");
    expect(value("''quoted'")).toBe("'quoted'");
    expect(value("'")).toBeUndefined();
  });

  test("an equals sign or a plus before no number opens a formula", () => {
    expect(value("=1+1")).toEqual({ formula: "=1+1" });
    expect(value("+A1")).toEqual({ formula: "=+A1" });
    expect(value("+1 555 0100")).toEqual({ formula: "=+1 555 0100" });
  });

  test("nothing typed is nothing", () => {
    expect(value("")).toBeUndefined();
  });

  test("a cell of plain text keeps text, except for formulas", () => {
    expect(typed("007", "en_US", true).content).toBe("007");
    expect(typed("9/1/2026", "en_US", true).content).toBe("9/1/2026");
    expect(typed("TRUE", "en_US", true).content).toBe("TRUE");
    expect(typed("=1+1", "en_US", true).content).toEqual({ formula: "=1+1" });
  });
});

describe("numbers by locale", () => {
  test.each([
    ["en_US", "1,234.5", 1234.5],
    ["en_US", "1,234,567", 1234567],
    ["en_US", ".5", 0.5],
    ["en_US", "5.", 5],
    ["en_GB", "£1,000.50", 1000.5],
    ["de_DE", "1.234,5", 1234.5],
    ["de_DE", "1,5", 1.5],
    ["de_DE", "12,5%", 0.125],
    ["de_DE", "1.000,00 €", 1000],
    ["fr_FR", "1 234,5", 1234.5],
    ["fr_FR", "1\u202f234,5", 1234.5],
  ])("%s %j is %d", (locale, text, expected) => {
    expect(value(text, locale)).toBe(expected);
  });

  test("grouping that does not fit stays text", () => {
    expect(value("1,23")).toBe("1,23");
    expect(value("1.5", "de_DE")).not.toBe(1.5);
  });

  test("percent, money and grouped numbers bring their format", () => {
    expect(typed("12%").numberFormat).toBe("0%");
    expect(typed("12.5%").numberFormat).toBe("0.00%");
    expect(typed("$5.00").numberFormat).toBe('"$"#,##0.00');
    expect(typed("1,000").numberFormat).toBe("#,##0");
    expect(typed("1000").numberFormat).toBeUndefined();
  });
});

describe("dates by locale", () => {
  test.each([
    ["en_US", "9/1/2026", firstOfSeptember],
    ["en_US", "09-01-2026", firstOfSeptember],
    ["en_US", "9/1/26", firstOfSeptember],
    ["en_US", "9/1", firstOfSeptember],
    ["en_US", "9/2026", firstOfSeptember],
    ["en_US", "2026-09-01", firstOfSeptember],
    ["en_US", "2026/9/1", firstOfSeptember],
    ["en_US", "Sep 1, 2026", firstOfSeptember],
    ["en_US", "Tuesday, September 1, 2026", firstOfSeptember],
    ["en_US", "1-Sep-26", firstOfSeptember],
    ["en_US", "September 1", firstOfSeptember],
    ["en_US", "Sep 2026", firstOfSeptember],
    ["en_GB", "1/9/2026", firstOfSeptember],
    ["en_GB", "2026-09-01", firstOfSeptember],
    ["en_GB", "1 Sept 2026", firstOfSeptember],
    ["de_DE", "1.9.2026", firstOfSeptember],
    ["de_DE", "01.09.26", firstOfSeptember],
    ["de_DE", "1.9", firstOfSeptember],
    ["de_DE", "1/9/2026", firstOfSeptember],
    ["de_DE", "5. Mai 2026", 46147],
    ["de_DE", "5. März 2026", 46086],
    ["ja_JP", "2026/9/1", firstOfSeptember],
  ])("%s %j", (locale, text, expected) => {
    expect(value(text, locale)).toBe(expected);
  });

  test.each([
    ["en_US", "13/1/2026"],
    ["en_US", "2/30/2026"],
    ["en_US", "1.9.2026"],
    ["en_GB", "1/13/2026"],
    ["de_DE", "31.4.2026"],
  ])("%s %j is no date and stays text", (locale, text) => {
    expect(value(text, locale)).toBe(text);
  });

  test("1/2 is the second of January or the first of February", () => {
    expect(value("1/2", "en_US")).toBe(46024);
    expect(value("1/2", "en_GB")).toBe(46054);
  });

  test.each([
    ["14:30", 14.5 / 24],
    ["2:30 PM", 14.5 / 24],
    ["2:30pm", 14.5 / 24],
    ["12:00 AM", 0],
    ["2 pm", 14 / 24],
    ["14:30:15", (14 * 3600 + 30 * 60 + 15) / 86400],
    ["25:00", 25 / 24],
    ["9/1/2026 14:30", firstOfSeptember + 14.5 / 24],
    ["2026-09-01 14:30:00", firstOfSeptember + 14.5 / 24],
    ["Sep 1, 2026 2:30 PM", firstOfSeptember + 14.5 / 24],
  ])("the time %j", (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 9);
  });

  test("dates bring their format", () => {
    expect(typed("9/1/2026").numberFormat).toBe("m/d/yyyy");
    expect(typed("2026-09-01").numberFormat).toBe("yyyy-mm-dd");
    expect(typed("1/9/2026", "en_GB").numberFormat).toBe("dd/mm/yyyy");
    expect(typed("1.9.2026", "de_DE").numberFormat).toBe("d.m.yyyy");
    expect(typed("14:30", "de_DE").numberFormat).toBe("hh:mm:ss");
  });
});
