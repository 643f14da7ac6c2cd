import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialExact, fisherExact } from "../../src/program/exact-tests";
import type { Proportion } from "../../src/program/proportions";

/**
 * The same two tests in whole numbers without any rounding. Each outcome's probability is an integer over a common
 * denominator; "no likelier" is compared with R's tolerance, written as a fraction.
 */
const MILLION = 10_000_000n;

function shareNoLikelier(weights: readonly bigint[], observed: number): number {
  const limit = (weights[observed] ?? 0n) * (MILLION + 1n);
  let all = 0n;
  let unlikely = 0n;
  for (const weight of weights) {
    all += weight;
    if (weight * MILLION <= limit) unlikely += weight;
  }
  const digits = 10n ** 40n;
  return Number((unlikely * digits) / all) / 1e40;
}

function choices(n: number): readonly bigint[] {
  const row: bigint[] = [1n];
  for (let k = 1; k <= n; k++) row.push(((row[k - 1] ?? 0n) * BigInt(n - k + 1)) / BigInt(k));
  return row;
}

function fisherInWholeNumbers(a: Proportion, b: Proportion): number {
  const awarded = a.successes + b.successes;
  const [ofA, ofB] = [choices(a.n), choices(b.n)];
  const from = Math.max(0, awarded - b.n);
  const weights: bigint[] = [];
  for (let k = from; k <= Math.min(a.n, awarded); k++) weights.push((ofA[k] ?? 0n) * (ofB[awarded - k] ?? 0n));
  return shareNoLikelier(weights, a.successes - from);
}

function binomialInWholeNumbers(successes: number, n: number, percent: number): number {
  const of = choices(n);
  const weights = of.map((ways, k) => ways * BigInt(percent) ** BigInt(k) * BigInt(100 - percent) ** BigInt(n - k));
  return shareNoLikelier(weights, successes);
}

function proportionUpTo(max: number): fc.Arbitrary<Proportion> {
  return fc
    .integer({ min: 1, max })
    .chain((n) => fc.record({ successes: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
}

test("Fisher's lady tasting tea", () => {
  // R: fisher.test(matrix(c(3, 1, 1, 3), 2))$p.value
  expect(fisherExact({ successes: 3, n: 4 }, { successes: 1, n: 4 })).toBeCloseTo(0.4857142857, 10);
});

test("the values of R's help pages", () => {
  // R: fisher.test(Convictions), table 2, 15, 10, 3: p-value = 0.0005367 two-sided
  expect(fisherExact({ successes: 2, n: 17 }, { successes: 10, n: 13 })).toBeCloseTo(0.0005367, 7);
  // R: binom.test(682, 925, p = 0.75): p-value = 0.3825
  expect(binomialExact(682, 925, 0.75)).toBeCloseTo(0.3825, 4);
});

test("ties count as no likelier, in spite of rounding", () => {
  // With equal chances, every outcome and its mirror are exactly as likely: twice the lower tail.
  expect(binomialExact(3, 20, 0.5)).toBeCloseTo((2 * (1 + 20 + 190 + 1140)) / 2 ** 20, 14);
  expect(binomialExact(10, 20, 0.5)).toBe(1);
  expect(fisherExact({ successes: 5, n: 10 }, { successes: 5, n: 10 })).toBe(1);
});

test("groups without anybody, and shares without doubt", () => {
  expect(fisherExact({ successes: 0, n: 0 }, { successes: 3, n: 9 })).toBe(1);
  expect(binomialExact(0, 0, 0.53)).toBeNull();
  expect(binomialExact(0, 5, 0)).toBe(1);
  expect(binomialExact(1, 5, 0)).toBe(0);
  expect(binomialExact(5, 5, 1)).toBe(1);
  expect(binomialExact(4, 5, 1)).toBe(0);
});

test("refuses what are no counts and no shares", () => {
  expect(() => fisherExact({ successes: 2, n: 1 }, { successes: 0, n: 1 })).toThrow(RangeError);
  expect(() => binomialExact(1, 2, 1.5)).toThrow("binomialExact needs a share from zero to one");
});

test("agrees with whole-number arithmetic in groups of any small size", () => {
  fc.assert(
    fc.property(proportionUpTo(60), proportionUpTo(60), (a, b) => {
      expect(fisherExact(a, b)).toBeCloseTo(fisherInWholeNumbers(a, b), 11);
      expect(fisherExact(a, b)).toBeCloseTo(fisherExact(b, a), 11);
    }),
  );
  fc.assert(
    fc.property(proportionUpTo(120), fc.integer({ min: 1, max: 99 }), ({ successes, n }, percent) => {
      const expected = binomialInWholeNumbers(successes, n, percent);
      expect(binomialExact(successes, n, percent / 100)).toBeCloseTo(expected, 11);
    }),
  );
});

test.each([
  [
    { successes: 2100, n: 4000 },
    { successes: 2000, n: 4000 },
  ],
  [
    { successes: 2300, n: 4000 },
    { successes: 2000, n: 4000 },
  ],
  [
    { successes: 3, n: 4000 },
    { successes: 14, n: 4000 },
  ],
  [
    { successes: 1071, n: 2078 },
    { successes: 788, n: 1611 },
  ],
])("agrees with whole-number arithmetic in groups of thousands: %o, %o", (a, b) => {
  expect(fisherExact(a, b) / fisherInWholeNumbers(a, b)).toBeCloseTo(1, 9);
});

test.each([
  [3400, 4000, 87],
  [2200, 4000, 53],
  [1071, 2078, 87],
  [788, 1611, 53],
])("agrees with whole-number arithmetic on %d of %d against %d in a hundred", (successes, n, percent) => {
  const exact = binomialInWholeNumbers(successes, n, percent);
  expect(binomialExact(successes, n, percent / 100)).toBeCloseTo(exact, 12);
});

test("never leaves 0 to 1, with the largest programs", () => {
  const p = fisherExact({ successes: 40_000, n: 50_000 }, { successes: 10_000, n: 50_000 });
  expect(p).toBeGreaterThanOrEqual(0);
  expect(p).toBeLessThan(1e-300);
});
