import fc from "fast-check";
import { expect, test } from "vitest";
import { bagHash, shortHash } from "../../src/program/hash";

test("the same text always gets the same name, and always did: names stand in people's workbooks", () => {
  expect(shortHash("")).toBe("wvjl67o803");
  expect(shortHash("a")).toBe("262p94epp1d");
  expect(shortHash("Zoë 😀")).toBe("27wvi50e7px");
});

test("names are short, and of letters and digits alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(shortHash(text)).toMatch(/^[0-9a-z]{1,11}$/);
    }),
  );
});

test("a hundred thousand texts that hardly differ get as many names", () => {
  const names = new Set(Array.from({ length: 100_000 }, (_, number) => shortHash(`answer ${number}`)));
  expect(names.size).toBe(100_000);
});

test("changing, adding or swapping a letter changes the name", () => {
  const names = ["abc", "abd", "acb", "ab", "abc ", "Abc", "abcc"].map(shortHash);
  expect(new Set(names).size).toBe(names.length);
});

test("texts in another order have the same name, and one more, one less or one twice another", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 8 }), fc.string(), (texts, more) => {
      const name = bagHash(texts);
      expect(bagHash([...texts].reverse())).toBe(name);
      expect(bagHash([...texts].sort())).toBe(name);
      for (const others of [[...texts, more], texts.slice(1), [...texts, ...texts.slice(0, 1)]])
        expect(bagHash(others)).not.toBe(name);
      expect(name).toMatch(/^[0-9a-z]{1,11}$/);
    }),
  );
});

test("a hundred thousand rows that hardly differ get as many names", () => {
  const names = new Set(
    Array.from({ length: 100_000 }, (_, number) =>
      bagHash(["Agree", `${number % 317}`, `${Math.floor(number / 317)} `]),
    ),
  );
  expect(names.size).toBe(100_000);
});
