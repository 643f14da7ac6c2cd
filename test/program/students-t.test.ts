import fc from "fast-check";
import { expect, test } from "vitest";
import { studentsT } from "../../src/program/students-t";

/** R: qt(0.975, degrees). To three digits they stand in every printed table of Student's t. */
const R_95 = [
  [1, 12.7062047361747],
  [2, 4.30265272974946],
  [3, 3.18244630528371],
  [4, 2.77644510519779],
  [5, 2.57058183563631],
  [9, 2.2621571627982],
  [10, 2.22813885198627],
  [20, 2.08596344726586],
  [30, 2.04227245630124],
  [100, 1.98397151852355],
] as const;

/** Printed tables: two-sided 99 % and 90 %. */
const TABLES = [
  [1, 0.99, 63.657],
  [2, 0.99, 9.925],
  [10, 0.99, 3.169],
  [15, 0.99, 2.947],
  [120, 0.99, 2.617],
  [1, 0.9, 6.314],
  [7, 0.9, 1.895],
  [40, 0.9, 1.684],
] as const;

test.each(R_95)("with %d degrees of freedom it is R's", (degrees, expected) => {
  expect(studentsT(degrees)).toBeCloseTo(expected, 9);
});

test.each(TABLES)("with %d degrees and %d it is the table's", (degrees, share, expected) => {
  expect(studentsT(degrees, share)).toBeCloseTo(expected, 3);
});

test("comes down to the normal distribution's 1.96 with many degrees", () => {
  expect(studentsT(100_000)).toBeCloseTo(1.959964, 4);
  expect(studentsT(100_001)).toBeGreaterThan(1.959964);
});

test("falls with every degree of freedom, odd or even", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.double({ min: 0.5, max: 0.999, noNaN: true }),
      (degrees, share) => {
        expect(studentsT(degrees + 1, share)).toBeLessThan(studentsT(degrees, share));
      },
    ),
  );
});

test("refuses what are no degrees of freedom, and no share", () => {
  for (const degrees of [0, -1, 1.5, Number.NaN]) expect(() => studentsT(degrees)).toThrow(RangeError);
  for (const share of [0, 1, Number.NaN]) expect(() => studentsT(5, share)).toThrow("studentsT needs");
});
