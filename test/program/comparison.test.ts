import fc from "fast-check";
import { expect, test } from "vitest";
import {
  chooseReference,
  compareSupportModels,
  type ModelCounts,
  type Verdict,
  verdictOn,
} from "../../src/program/comparison";
import { fisherExact } from "../../src/program/exact-tests";
import { differenceOfProportions } from "../../src/program/proportions";
import { SUPPORT_MODEL_IDS, type SupportModelId } from "../../src/program/support-models";
import { frozen } from "./freeze";

function group(model: SupportModelId, awarded: number, decided: number, more: Partial<ModelCounts> = {}): ModelCounts {
  return frozen({
    model,
    enrolled: decided + 2,
    submitted: decided + 1,
    decided,
    awarded,
    attempts: { decided: decided + 5, awarded },
    ...more,
  });
}

test("one entry per model, in the usual order, with the published figures", () => {
  const [independent, plc, ...rest] = compareSupportModels(
    frozen([group("plc", 56, 70), group("independent", 48, 80)]),
    "independent",
  );
  expect(rest).toEqual([]);
  expect(independent).toMatchObject({
    model: "independent",
    enrolled: 82,
    submitted: 81,
    decided: 80,
    awarded: 48,
    rate: { of: "decided", estimate: 0.6 },
    difference: null,
    benchmark: { value: 0.53 },
    attempts: { decided: 85, awarded: 48, rate: 48 / 85 },
  });
  expect(plc).toMatchObject({ model: "plc", benchmark: { value: 0.87 } });
  // Newcombe 1998, method 10
  expect(plc?.difference?.estimate).toBeCloseTo(0.2, 12);
  expect(plc?.difference?.low).toBeCloseTo(0.0524, 4);
  expect(plc?.difference?.high).toBeCloseTo(0.3339, 4);
  expect(plc?.difference?.verdict).toBe("clearly-higher");
});

test("the real instructor trainings: online 1,071 of 2,078, in person 788 of 1,611", () => {
  const [, plc] = compareSupportModels([group("standard", 788, 1611), group("plc", 1071, 2078)], "standard");
  expect(plc?.difference?.estimate).toBeCloseTo(0.0263, 4);
  expect(plc?.difference?.verdict).toBe("no-clear-difference");
  expect(plc?.benchmark.p).toBeLessThan(1e-100);
});

test("a group where nothing is decided has counts and no figures", () => {
  const [independent, basic] = compareSupportModels(
    [group("independent", 9, 20), group("basic", 0, 0, { attempts: { decided: 0, awarded: 0 } })],
    "independent",
  );
  expect(basic).toMatchObject({
    enrolled: 2,
    rate: { of: "decided", estimate: null, low: null, high: null },
    difference: null,
    benchmark: { value: 0.87, p: null },
    attempts: { decided: 0, awarded: 0, rate: null },
  });
  expect(
    compareSupportModels([group("independent", 0, 0), group("plc", 9, 20)], "independent")[1]?.difference,
  ).toBeNull();
  expect(independent?.difference).toBeNull();
});

test("without a reference there is nothing to differ from", () => {
  expect(compareSupportModels([group("plc", 56, 70)], null)[0]?.difference).toBeNull();
  expect(compareSupportModels([], null)).toEqual([]);
});

test("under ten people the figures are given, and no verdict", () => {
  const [, plc] = compareSupportModels([group("independent", 0, 40), group("plc", 9, 9)], "independent");
  expect(plc?.difference).toMatchObject({ estimate: 1, verdict: "too-few" });
  expect(plc?.difference?.fisher).toBeLessThan(1e-6);
});

test("a team's own benchmark stands in for the published one", () => {
  const [plc] = compareSupportModels([group("plc", 14, 20)], "plc", { plc: 0.7 });
  expect(plc?.benchmark).toEqual({ value: 0.7, p: 1 });
});

test("plain data that JSON can carry", () => {
  const entries = compareSupportModels([group("independent", 0, 0), group("plc", 3, 12)], "independent");
  expect(JSON.parse(JSON.stringify(entries))).toEqual(entries);
});

test("the reference: the one asked for, else Independent, else the one with most decided", () => {
  const [independent, basic, plc] = [group("independent", 1, 5), group("basic", 10, 30), group("plc", 10, 30)];
  expect(chooseReference([plc, basic, independent])).toBe("independent");
  expect(chooseReference([plc, basic, independent], "plc")).toBe("plc");
  expect(chooseReference([plc, basic])).toBe("basic");
  expect(chooseReference([plc, basic], "ultimate")).toBe("basic");
  expect(chooseReference([group("independent", 0, 0, { enrolled: 0 }), plc])).toBe("plc");
  expect(chooseReference([group("plc", 0, 0)])).toBe("plc");
  expect(chooseReference([])).toBeNull();
});

test("a verdict hangs on no single figure and on no single portfolio", () => {
  const reference = { successes: 48, n: 80 };
  expect(verdictOn(reference, { successes: 56, n: 70 })).toBe("clearly-higher");
  expect(verdictOn(reference, { successes: 42, n: 70 })).toBe("no-clear-difference");
  // One figure alone: the interval leaves out zero, Fisher's p is 0.0546.
  const oneFigure = { successes: 53, n: 70 };
  expect(fisherExact(oneFigure, reference)).toBeGreaterThan(0.05);
  expect(differenceOfProportions(oneFigure, reference)?.low).toBeGreaterThan(0);
  expect(verdictOn(reference, oneFigure)).toBe("probably-higher");
  // Both figures, but only just: with one award fewer it would be the case above.
  const onePortfolio = { successes: 54, n: 70 };
  expect(fisherExact(onePortfolio, reference)).toBeLessThan(0.05);
  expect(differenceOfProportions(onePortfolio, reference)?.low).toBeGreaterThan(0);
  expect(verdictOn(reference, onePortfolio)).toBe("probably-higher");
});

test("the rule, said again another way, holds for any two groups", () => {
  const arbitrary = fc
    .integer({ min: 1, max: 90 })
    .chain((n) => fc.record({ successes: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
  const opposite: Record<Verdict, Verdict> = {
    "too-few": "too-few",
    "no-clear-difference": "no-clear-difference",
    "clearly-higher": "clearly-lower",
    "clearly-lower": "clearly-higher",
    "probably-higher": "probably-lower",
    "probably-lower": "probably-higher",
  };
  fc.assert(
    fc.property(arbitrary, arbitrary, (reference, other) => {
      const verdict = verdictOn(frozen(reference), frozen(other));
      expect(verdictOn(other, reference)).toBe(opposite[verdict]);
      expect(verdict === "too-few").toBe(reference.n < 10 || other.n < 10);
      if (verdict === "too-few") return;
      const interval = differenceOfProportions(other, reference);
      const signs = [interval !== null && interval.low * interval.high > 0, fisherExact(other, reference) < 0.05];
      if (!signs.includes(true)) expect(verdict).toBe("no-clear-difference");
      if (signs.includes(false)) expect(verdict).not.toMatch(/^clearly/);
      if (verdict.endsWith("higher")) expect(interval?.estimate).toBeGreaterThan(0);
      if (verdict.endsWith("lower")) expect(interval?.estimate).toBeLessThan(0);
    }),
    { numRuns: 400 },
  );
});

test("the order in which groups come does not matter", () => {
  const groups = SUPPORT_MODEL_IDS.map((model, place) => group(model, 5 * place, 40));
  expect(compareSupportModels([...groups].reverse(), "basic")).toEqual(compareSupportModels(groups, "basic"));
});
