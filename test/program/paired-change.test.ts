import fc from "fast-check";
import { expect, test } from "vitest";
import { FEWEST_PAIRS, type Pair, pairedChange } from "../../src/program/paired-change";
import { frozen } from "./freeze";

/** R's data set `sleep` (Student 1908): extra hours of sleep of ten patients with one drug and the other. */
const SLEEP: readonly Pair[] = frozen(
  [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0].map((before, at) => ({
    before,
    after: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4][at] ?? Number.NaN,
  })),
);

const step = fc.integer({ min: 1, max: 5 });
const pairs = fc.array(fc.record({ before: step, after: step }), { minLength: FEWEST_PAIRS, maxLength: 60 });

test("Student's own data give R's interval", () => {
  // t.test(extra ~ group, data = sleep, paired = TRUE), the other way round: -1.58, -2.4598858 to -0.7001142.
  const { n, means } = pairedChange(SLEEP);
  expect(n).toBe(10);
  expect(means?.before).toBeCloseTo(0.75, 12);
  expect(means?.after).toBeCloseTo(2.33, 12);
  expect(means?.change.estimate).toBeCloseTo(1.58, 12);
  expect(means?.change.low).toBeCloseTo(0.7001142, 7);
  expect(means?.change.high).toBeCloseTo(2.4598858, 7);
});

test("of fewer than ten pairs it says how many there are, and no more", () => {
  expect(pairedChange(SLEEP.slice(1))).toEqual({ n: 9, means: null });
  expect(pairedChange([])).toEqual({ n: 0, means: null });
});

test("where everybody moved by the same, the interval has no width", () => {
  const same = Array.from({ length: 12 }, (_, at) => ({ before: 1 + (at % 3), after: 2 + (at % 3) }));
  expect(pairedChange(same).means?.change).toEqual({ estimate: 1, low: 1, high: 1 });
});

test("the change is the difference of the means, inside its interval, whatever the order", () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const { n, means } = pairedChange(frozen(all));
      if (means === null) throw new Error("unreachable");
      expect(n).toBe(all.length);
      expect(means.change.estimate).toBeCloseTo(means.after - means.before, 12);
      expect(means.change.low).toBeLessThanOrEqual(means.change.estimate);
      expect(means.change.high).toBeGreaterThanOrEqual(means.change.estimate);
      const back = pairedChange([...all].reverse().map(({ before, after }) => ({ before: after, after: before })));
      expect(back.means?.change.low).toBeCloseTo(-means.change.high, 10);
      expect(back.means?.change.estimate).toBeCloseTo(-means.change.estimate, 10);
    }),
  );
});
