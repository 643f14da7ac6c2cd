import { expect, test } from "vitest";
import { median } from "../../src/program/median";
import { frozen } from "./freeze";

test("the middle one, or half way between the middle two", () => {
  expect(median(frozen([3, 1, 10]))).toBe(3);
  expect(median(frozen([4, 1, 3, 10]))).toBe(3.5);
  expect(median([7])).toBe(7);
});

test("numbers are sorted as numbers", () => {
  expect(median([100, 20, 3])).toBe(20);
});

test("none of nothing", () => {
  expect(median([])).toBeNull();
});
