import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaleShares } from "../../src/program/scale-shares";

const counts = fc.array(fc.nat(500), { minLength: 2, maxLength: 11 }).filter((each) => each.some((count) => count > 0));

const below = (each: readonly number[]) => each.filter((_, place) => place < (each.length - 1) / 2);
const sum = (each: readonly number[]) => each.reduce((total, count) => total + count, 0);

describe("the shares of a scale", () => {
  it("of five steps are those of its steps", () => {
    expect(scaleShares([1, 0, 2, 3, 4])).toEqual({ lowest: 0.1, low: 0, middle: 0.2, high: 0.3, highest: 0.4 });
  });

  it("of a scale without a middle step have none", () => {
    expect(scaleShares([1, 2, 3, 4])).toEqual({ lowest: 0.1, low: 0.2, middle: null, high: 0.3, highest: 0.4 });
    expect(scaleShares([1, 3])).toEqual({ lowest: 0.25, low: null, middle: null, high: null, highest: 0.75 });
  });

  it("of three steps have nothing between the ends and the middle", () => {
    expect(scaleShares([1, 2, 1])).toEqual({ lowest: 0.25, low: null, middle: 0.5, high: null, highest: 0.25 });
  });

  it("of longer scales take together what lies between an end and the middle", () => {
    expect(scaleShares([1, 1, 1, 1, 2, 2, 2])).toEqual({ lowest: 0.1, low: 0.2, middle: 0.1, high: 0.4, highest: 0.2 });
    expect(scaleShares([0, 1, 1, 1, 1, 1, 1, 1, 1, 2])).toMatchObject({ lowest: 0, low: 0.4, middle: null, high: 0.4 });
  });

  it("are none where nobody answered, or where there is nothing to choose", () => {
    expect([scaleShares([]), scaleShares([7]), scaleShares([0, 0, 0])]).toEqual([null, null, null]);
  });

  it("make up all who answered, with below the middle what lies below it", () => {
    fc.assert(
      fc.property(counts, (each) => {
        const shares = scaleShares(each);
        const left = (shares?.lowest ?? 0) + (shares?.low ?? 0);
        const right = (shares?.highest ?? 0) + (shares?.high ?? 0);
        expect(left + (shares?.middle ?? 0) + right).toBeCloseTo(1, 10);
        expect(left).toBeCloseTo(sum(below(each)) / sum(each), 10);
        expect(shares?.middle === null).toBe(each.length % 2 === 0);
      }),
    );
  });

  it("are the same from the other end", () => {
    fc.assert(
      fc.property(counts, (each) => {
        const there = scaleShares(each);
        const back = scaleShares([...each].reverse());
        expect(back).toEqual(
          there && { ...there, lowest: there.highest, low: there.high, high: there.low, highest: there.lowest },
        );
      }),
    );
  });
});
