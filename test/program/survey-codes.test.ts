import fc from "fast-check";
import { expect, test } from "vitest";
import { surveyCodes } from "../../src/program/survey-codes";

const none: ReadonlySet<string> = new Set();
const SEED = "2f1c9a04-7a55-4a39-9a52-8f0f6d9c1c11";

test("codes are eight letters and digits that nobody takes for each other, and spell no word", () => {
  for (const code of surveyCodes(SEED, 1000, none)) expect(code).toMatch(/^[2-9bcdfghjkmnpqrstvwxz]{8}$/);
});

test("the same seed gives the same codes, the first ones first, and another seed others", () => {
  const codes = surveyCodes(SEED, 20, none);
  expect(surveyCodes(SEED, 20, none)).toEqual(codes);
  expect(surveyCodes(SEED, 5, none)).toEqual(codes.slice(0, 5));
  expect(surveyCodes(`${SEED} `, 20, none).filter((code) => codes.includes(code))).toEqual([]);
});

test("ten thousand codes are all different, and none of them is taken", () => {
  const taken = new Set(surveyCodes(SEED, 5000, none));
  const codes = surveyCodes(SEED, 10_000, taken);
  expect(new Set(codes).size).toBe(10_000);
  expect(codes.filter((code) => taken.has(code))).toEqual([]);
});

test("seeds that differ in one letter have nothing in common, wherever it stands", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(35), (seed, at) => {
      const other = `${seed.slice(0, at)}z${seed.slice(at + 1)}`;
      const codes = surveyCodes(seed, 50, none);
      expect(surveyCodes(other, 50, none).filter((code) => codes.includes(code))).toEqual([]);
    }),
  );
});

test("every letter comes about as often at every place", () => {
  const codes = surveyCodes(SEED, 27_000, none);
  for (let place = 0; place < 8; place++) {
    const counts = new Map<string, number>();
    for (const code of codes) counts.set(code[place] ?? "", (counts.get(code[place] ?? "") ?? 0) + 1);
    expect(counts.size).toBe(27);
    // Each is expected 1,000 times: five standard errors to each side.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(160);
  }
});

test("nobody needs no code", () => {
  expect(surveyCodes("", 0, none)).toEqual([]);
});
