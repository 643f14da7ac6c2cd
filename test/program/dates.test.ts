import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, isIsoDate, isoOf, isoOfSerial, isRealDay } from "../../src/program/dates";

/** Another calendar to check against: JavaScript's own, at noon UTC. */
function viaDate(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const someDay = fc
  .date({ min: new Date("1600-01-01T00:00:00Z"), max: new Date("2399-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("steps over month ends, leap days and centuries", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2023-02-28", 1)).toBe("2023-03-01");
  expect(addDays("1900-02-28", 1)).toBe("1900-03-01");
  expect(addDays("2000-02-28", 1)).toBe("2000-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
});

test("agrees with another calendar, and there and back is no way", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
      const other = addDays(day, days);
      expect(other).toBe(viaDate(day, days));
      expect(daysBetween(day, other)).toBe(days);
      expect(addDays(other, -days)).toBe(day);
    }),
  );
});

test("knows the days that exist", () => {
  expect(isIsoDate("2024-02-29")).toBe(true);
  for (const text of ["2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "2026-01-01T00:00:00", "", "1900-02-29"]) {
    expect(isIsoDate(text)).toBe(false);
  }
  expect(isRealDay(2026, 4, 31)).toBe(false);
});

test("reads serial numbers of spreadsheets", () => {
  expect(isoOfSerial(0)).toBe("1899-12-30");
  expect(isoOfSerial(43101)).toBe("2018-01-01");
  expect(isoOfSerial(45292)).toBe("2024-01-01");
});

test("writes small numbers with their zeros", () => {
  expect(isoOf(987, 4, 9)).toBe("0987-04-09");
});

test("refuses what is no day", () => {
  expect(() => addDays("2026-02-30", 1)).toThrow("a date must be a real day, written yyyy-mm-dd");
  expect(() => daysBetween("2026-01-01", "soon")).toThrow(RangeError);
});
