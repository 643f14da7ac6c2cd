import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillIn, firstNameOf, isOneAddress, placeholdersIn } from "../../src/program/placeholders";

describe("filling in a text", () => {
  it("takes placeholders however they are written, and leaves those that it does not know", () => {
    const values = { "first name": "Ann", link: "https://x.org" };
    expect(fillIn("Hi {First  name}: { link } {other} {}", values)).toBe("Hi Ann: https://x.org {other} {}");
  });

  it("puts values in as they are, also those that look like placeholders or patterns", () => {
    expect(fillIn("{first name}, {link}", { "first name": "{link} $& $1", link: "L" })).toBe("{link} $& $1, L");
  });

  it("leaves a text without braces alone", () => {
    fc.assert(
      fc.property(
        fc.string().map((text) => text.replace(/[{}]/g, "")),
        (text) => fillIn(text, { link: "x" }) === text && placeholdersIn(text).length === 0,
      ),
    );
  });

  it("finds every placeholder once", () => {
    expect(placeholdersIn("{link} {Fist name} {LINK} {}")).toEqual(["link", "fist name", ""]);
  });
});

describe("how a person is addressed", () => {
  it.each([
    ["Ann Castillo", "Ann"],
    ["Castillo, Ann Marie", "Ann"],
    ["  Ann ", "Ann"],
    ["Castillo,", "Castillo"],
    ["", "there"],
    [" , ", "there"],
  ])("%j is %j", (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});

describe("an address", () => {
  it.each(["ann@x.org", "ann.o'neil+tag@mail.school.k12.us", "ä@x.org"])("%s is one", (text) => {
    expect(isOneAddress(text)).toBe(true);
  });

  it.each([
    "",
    "ann",
    "ann@x",
    "ann@x.org, bo@x.org",
    "ann@x.org;bo@x.org",
    "Ann <ann@x.org>",
    "a b@x.org",
    "ann@x..org",
    "ann@x.org\nbcc: bo@x.org",
  ])("%j is none", (text) => {
    expect(isOneAddress(text)).toBe(false);
  });
});
