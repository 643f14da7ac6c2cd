import { expect, test } from "vitest";
import { normalQuantile } from "../../src/program/normal-quantile";

/** The share below z, by Simpson's rule over the density: a slow road to the same place. */
function shareBelow(z: number): number {
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const steps = 20_000;
  const from = -12;
  const width = (z - from) / steps;
  let sum = density(from) + density(z);
  for (let i = 1; i < steps; i++) sum += density(from + i * width) * (i % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

test("the quantiles that tables print", () => {
  // R: qnorm(c(0.975, 0.995, 0.95, 0.5))
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(normalQuantile(0.995)).toBeCloseTo(2.5758293035489, 12);
  expect(normalQuantile(0.95)).toBeCloseTo(1.644853626951472, 12);
  expect(normalQuantile(0.5)).toBe(0);
});

test.each([1e-12, 1e-9, 1e-6, 0.001, 0.02, 0.0749, 0.0751, 0.3, 0.6, 0.9251, 0.99, 0.999999])(
  "the share below the quantile of %s is that share",
  (p) => {
    expect(shareBelow(normalQuantile(p)) / p).toBeCloseTo(1, 9);
    expect(normalQuantile(1 - p) + normalQuantile(p)).toBeCloseTo(0, 3);
  },
);

test("refuses what is no probability", () => {
  for (const p of [0, 1, -0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
});
