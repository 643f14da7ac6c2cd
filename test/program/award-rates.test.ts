import { expect, test } from "vitest";
import { awardRates } from "../../src/program/award-rates";
import { frozen } from "./freeze";

test("each rate names its denominator; intervals stand on people only", () => {
  const rates = awardRates(
    frozen({ enrolled: 263, submitted: 148, decided: 100, awarded: 81, attempts: { decided: 120, awarded: 90 } }),
  );
  expect(rates.map(({ of, awarded, n, estimate }) => [of, awarded, n, estimate])).toEqual([
    ["decided attempts", 90, 120, 0.75],
    ["decided participants", 81, 100, 0.81],
    ["submitted participants", 81, 148, 81 / 148],
    ["enrolled participants", 81, 263, 81 / 263],
  ]);
  expect(rates[0]).toMatchObject({ low: null, high: null });
  // Newcombe 1998, table I
  expect(rates[3]?.low).toBeCloseTo(0.2553, 4);
  expect(rates[3]?.high).toBeCloseTo(0.3662, 4);
});

test("nothing to share gives null, never zero or NaN", () => {
  const rates = awardRates({ enrolled: 0, submitted: 0, decided: 0, awarded: 0, attempts: { decided: 0, awarded: 0 } });
  for (const rate of rates) expect(rate).toMatchObject({ n: 0, estimate: null, low: null, high: null });
});
