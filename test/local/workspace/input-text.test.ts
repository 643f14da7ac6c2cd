import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inputText } from "../../../src/local/workspace/input-text";
import { cellWith, openTab } from "./a-cell";

function input(value: unknown, numberFormat?: string, options?: Parameters<typeof cellWith>[2]): string {
  const { open, tab } = cellWith(value, numberFormat, options);
  return inputText(open, tab, 1, 1);
}

test.each([
  ["River", "River"],
  ["'007", "'007"],
  ["'1/2", "'1/2"],
  ["'TRUE", "'TRUE"],
  ["'=x", "'=x"],
  ["'+1 555 0100", "'+1 555 0100"],
  ["''tis", "''tis"],
  ["P-0001", "P-0001"],
  ["two\nlines", "two\nlines"],
  [true, "TRUE"],
  [0.1 + 0.2, "0.30000000000000004"],
  [1e21, "1000000000000000000000"],
  [-5e-7, "-0.0000005"],
  [1e300, "1E+300"],
  ["=SUM(A2:A)", "=SUM(A2:A)"],
  ["", ""],
])("%j is edited as %j", (value, text) => {
  expect(input(value).toUpperCase()).toBe(text.toUpperCase());
});

describe("formatted numbers", () => {
  test.each([
    [0.12, "0%", "12%"],
    [0.07, "0.00%", "7%"],
    [1 / 7, "0%", "14.285714285714285%"],
    // No number of percent, divided by a hundred, is exactly a third.
    [1 / 3, "0%", "0.3333333333333333"],
    [46266, "yyyy-mm-dd", "2026-09-01"],
    [46266, "mmm d", "9/1/2026"],
    [46266, "dddd", "9/1/2026"],
    [46266.5, "yyyy-mm-dd hh:mm", "2026-09-01 12:00:00"],
    [46266.5, "m/d/yyyy", "9/1/2026 12:00:00 PM"],
    [0.375, "h:mm AM/PM", "9:00:00 AM"],
    [1.5, "[h]:mm", "36:00:00"],
    [-3, "yyyy-mm-dd", "1899-12-27"],
    [12.5, '"$"#,##0.00', "12.5"],
    [46266.123456789, "yyyy-mm-dd", "46266.123456789"],
  ])("%d in %s is edited as %s", (value, numberFormat, text) => {
    expect(input(value, numberFormat)).toBe(text);
  });

  test("follow the workbook's locale", () => {
    expect(input(1.5, undefined, { locale: "de_DE" })).toBe("1,5");
    expect(input(46266, "dd/mm/yyyy", { locale: "en_GB" })).toBe("01/09/2026");
    expect(input(46266, "d. m. yyyy", { locale: "cs_CZ" })).toBe("2026-09-01");
  });
});

const dateFormats = ["yyyy-mm-dd", "m/d/yyyy", "mmm d, yyyy", "yyyy-mm-dd hh:mm", "h:mm AM/PM", "[h]:mm:ss"];
const formats = fc.constantFrom(undefined, "0", "#,##0.00", "0%", "0.0%", ...dateFormats);
const locales = fc.constantFrom("en_US", "en_GB", "de_DE", "fr_FR", "ja_JP", "cs_CZ");
const telling = fc.constantFrom(
  "1/2",
  "007",
  "=x",
  "TRUE",
  "'",
  "12%",
  "$5",
  "1e5",
  "+a",
  " 5 ",
  "9:00",
  "Sep 1",
  "1,5",
);
const texts = fc.oneof(fc.string(), telling, fc.string({ unit: fc.constantFrom(..."'=+-0129/:.,%$e SepAMT") }));
const literals = fc.oneof(
  texts,
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.integer(),
  fc.integer({ min: 0, max: 4_000_000_000_000 }).map((milliseconds) => milliseconds / 86_400_000),
);

test("what is edited and committed unchanged is the same content again", () => {
  fc.assert(
    fc.property(literals, formats, locales, (literal, numberFormat, locale) => {
      const { open, tab, editor, name } = openTab({ locale });
      const content = literal === "" ? undefined : literal;
      tab.cells.set(1, 1, content);
      if (numberFormat !== undefined) tab.formats.set(1, 1, { numberFormat });
      editor.type(name, "A1", inputText(open, tab, 1, 1));
      expect(tab.cells.get(1, 1)).toBe(content);
    }),
    { numRuns: 300 },
  );
});

test("text in a cell for plain text needs no apostrophe, and never becomes a formula", () => {
  expect(input("007", "@")).toBe("007");
  const { open, tab, type, content } = cellWith("", "@");
  tab.cells.set(1, 1, "=HYPERLINK(1)");
  type(inputText(open, tab, 1, 1));
  expect(content()).toEqual(expect.any(String));
});

test("a moment that a script wrote comes back as a date with its time, to the millisecond", () => {
  const day = 86_400_000;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), fc.boolean(), (seconds, exact) => {
      const moment = new Date(seconds * 1000 + (exact ? 0 : 123) + day);
      const { open, tab, type, content } = cellWith(moment, undefined, { timeZone: "Etc/UTC" });
      const before = content();
      const text = inputText(open, tab, 1, 1);
      expect(text).toMatch(/^\d{1,2}\/\d{1,2}\/\d{4}/);
      type(text);
      expect(content()).toBe(before);
    }),
    { numRuns: 60 },
  );
});
