import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, nearKeys } from "../../src/program/edit-distance";

/** Levenshtein's own textbook pairs; "ca" and "abc" as R's stringdist has them for "osa" (unrestricted: 2). */
test.each([
  ["kitten", "sitting", 3],
  ["saturday", "sunday", 3],
  ["ca", "abc", 3],
  ["ab", "ba", 1],
  ["martha", "marhta", 1],
  ["", "abc", 3],
  ["same", "same", 0],
])("%s and %s are %i errors apart", (a, b, errors) => {
  expect(editDistance(a, b, 9)).toBe(errors);
  expect(editDistance(b, a, 9)).toBe(errors);
  if (errors > 0) expect(editDistance(a, b, errors - 1)).toBe(errors);
});

const word = fc.string({ unit: fc.constantFrom(..."abcde"), maxLength: 14 });

/** One of Damerau's four errors. */
const error = fc.record({ kind: fc.nat(3), place: fc.nat(14), letter: fc.constantFrom(..."abcde") });

function mistyped(text: string, { kind, place, letter }: { kind: number; place: number; letter: string }): string {
  const at = place % (text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  if (kind === 0) return before + letter + after;
  if (kind === 1) return before + after.slice(1);
  if (kind === 2) return before + (after && letter) + after.slice(1);
  return before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
}

test("each of Damerau's four errors counts once, either way round", () => {
  fc.assert(
    fc.property(word, error, (text, made) => {
      const other = mistyped(text, made);
      expect(editDistance(text, other, 9)).toBeLessThanOrEqual(1);
      expect(editDistance(other, text, 9)).toBe(editDistance(text, other, 9));
    }),
  );
});

test("what both begin and end with is no matter", () => {
  fc.assert(
    fc.property(word, word, word, word, (before, a, b, after) => {
      expect(editDistance(before + a + after, before + b + after, 9)).toBe(editDistance(a, b, 9));
    }),
    { numRuns: 500 },
  );
});

test("where it stops early it says so, and else it says the same", () => {
  fc.assert(
    fc.property(word, word, fc.nat(5), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(editDistance(a, b, 20), most + 1));
    }),
    { numRuns: 500 },
  );
});

test("texts that are so many errors apart share a key", () => {
  fc.assert(
    fc.property(word, word, fc.array(error, { maxLength: 2 }), (text, stranger, errors) => {
      for (const other of [errors.reduce(mistyped, text), stranger]) {
        const apart = editDistance(text, other, 2);
        if (apart > 2) continue;
        const keys = new Set(nearKeys(text, apart));
        expect(nearKeys(other, apart).some((key) => keys.has(key))).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
