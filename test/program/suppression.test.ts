import fc from "fast-check";
import { expect, test } from "vitest";
import { type GroupSize, suppressSmallGroups } from "../../src/program/suppression";
import { frozen } from "./freeze";

function groupsOf(...sizes: readonly number[]): readonly GroupSize[] {
  return frozen(sizes.map((n, place) => ({ key: `g${place}`, n })));
}

function hidden(sizes: readonly number[], minimum?: number, totalShown?: boolean): readonly string[] {
  return [...suppressSmallGroups(groupsOf(...sizes), minimum, totalShown)].sort();
}

test("large groups are shown", () => {
  expect(hidden([5, 20, 9])).toEqual([]);
  expect(hidden([])).toEqual([]);
});

test("a small group takes the smallest other one with it, so that subtraction finds nothing", () => {
  expect(hidden([3, 20, 9])).toEqual(["g0", "g2"]);
});

test("where no total is shown, the small group alone", () => {
  expect(hidden([3, 20, 9], 5, false)).toEqual(["g0"]);
});

test("two small groups that are small together take a third with them", () => {
  expect(hidden([1, 2, 9, 20])).toEqual(["g0", "g1", "g2"]);
  expect(hidden([3, 2, 9, 20])).toEqual(["g0", "g1"]);
});

test("groups of nobody are shown, and hide nobody", () => {
  expect(hidden([0, 3, 0, 9])).toEqual(["g1", "g3"]);
  expect(hidden([0, 3])).toEqual(["g1"]);
});

test("other limits", () => {
  expect(hidden([5, 12, 30], 10)).toEqual(["g0", "g1"]);
});

test("no small group is shown, and none can be worked out from a total that may be shown", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 2, max: 12 }), (all, minimum) => {
      const groups = groupsOf(...all);
      const keys = suppressSmallGroups(groups, minimum);
      const out = groups.filter(({ key }) => keys.has(key));
      const shown = groups.filter(({ key }) => !keys.has(key));
      const people = out.reduce((sum, { n }) => sum + n, 0);
      for (const { n } of shown) expect(n === 0 || n >= minimum).toBe(true);
      for (const { n } of out) expect(n).toBeGreaterThan(0);
      const nothingElse = shown.every(({ n }) => n === 0);
      if (out.length > 0 && !nothingElse) {
        expect(out.length).toBeGreaterThanOrEqual(2);
        expect(people).toBeGreaterThanOrEqual(minimum);
      }
      expect(suppressSmallGroups([...groups].reverse(), minimum).size).toBe(keys.size);
      // No more than needed: without the largest hidden one something small would show or could be worked out.
      const largest = Math.max(0, ...out.map(({ n }) => n));
      if (largest >= minimum) expect(out.length === 2 || people - largest < minimum).toBe(true);
    }),
  );
});
