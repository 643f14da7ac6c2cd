import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOfProportions, type Proportion, wilson } from "../../src/program/proportions";
import { frozen } from "./freeze";

/** Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3. */
const WILSON = [
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
] as const;

/** Newcombe 1998, Statistics in Medicine 17, 873-890, table II, method 10. */
const NEWCOMBE = [
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
] as const;

const proportion: fc.Arbitrary<Proportion> = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ successes: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

test.each(WILSON)("Wilson's interval of %d/%d is the published one", (successes, n, low, high) => {
  const interval = wilson(successes, n);
  expect(interval?.estimate).toBe(successes / n);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

test.each(NEWCOMBE)("Newcombe's interval of %d/%d - %d/%d is the published one", (x, m, y, n, low, high) => {
  const interval = differenceOfProportions({ successes: x, n: m }, { successes: y, n });
  expect(interval?.estimate).toBeCloseTo(x / m - y / n, 12);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

test("nobody gives no interval", () => {
  expect(wilson(0, 0)).toBeNull();
  expect(differenceOfProportions({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toBeNull();
  expect(differenceOfProportions({ successes: 1, n: 2 }, { successes: 0, n: 0 })).toBeNull();
});

test("refuses what are no counts", () => {
  expect(() => wilson(3, 2)).toThrow("wilson needs whole numbers, from zero up to n");
  expect(() => wilson(-1, 2)).toThrow(RangeError);
  expect(() => wilson(0.5, 2)).toThrow(RangeError);
});

test("Wilson's limits hold the estimate, stay within 0 and 1, and mirror each other", () => {
  fc.assert(
    fc.property(proportion, ({ successes, n }) => {
      const interval = wilson(successes, n);
      const mirrored = wilson(n - successes, n);
      if (interval === null || mirrored === null) throw new Error("unreachable");
      expect(interval.low).toBeGreaterThanOrEqual(0);
      expect(interval.high).toBeLessThanOrEqual(1);
      expect(interval.low).toBeLessThanOrEqual(interval.estimate);
      expect(interval.high).toBeGreaterThanOrEqual(interval.estimate);
      expect(interval.low).toBeCloseTo(1 - mirrored.high, 12);
    }),
  );
});

test("a difference seen from the other side is the same with the sign turned", () => {
  fc.assert(
    fc.property(proportion, proportion, (a, b) => {
      const forth = differenceOfProportions(frozen(a), frozen(b));
      const back = differenceOfProportions(b, a);
      if (forth === null || back === null) throw new Error("unreachable");
      expect(forth.estimate).toBeCloseTo(-back.estimate, 12);
      expect(forth.low).toBeCloseTo(-back.high, 12);
      expect(forth.low).toBeGreaterThanOrEqual(-1);
      expect(forth.high).toBeLessThanOrEqual(1);
      expect(forth.low).toBeLessThanOrEqual(forth.estimate);
      expect(forth.high).toBeGreaterThanOrEqual(forth.estimate);
    }),
  );
});
