import { expect, test } from "vitest";
import { daysInWords, shortDate } from "../../../src/ui/parts/short-date";

test("a day is the same day wherever the browser is", () => {
  expect(shortDate("2026-09-01")).toBe("Tue, Sep 1");
});

test("days are counted in words", () => {
  expect(daysInWords({ days: -1, stage: "late" })).toBe("1 day late");
  expect(daysInWords({ days: -12, stage: "late" })).toBe("12 days late");
  expect(daysInWords({ days: 0, stage: "ahead" })).toBe("today");
  expect(daysInWords({ days: 1, stage: "ahead" })).toBe("tomorrow");
  expect(daysInWords({ days: 0, stage: "under-way" })).toBe("ends today");
  expect(daysInWords({ days: 9, stage: "under-way" })).toBe("ends in 9 days");
});
