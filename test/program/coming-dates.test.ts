import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comingDates, DAYS_AHEAD, type DatedItem } from "../../src/program/coming-dates";
import { addDays } from "../../src/program/dates";
import { frozen } from "./freeze";

const asOf = "2026-09-10";

function item(what: string, start: string | null, end: string | null, done = false): DatedItem {
  return { what, start, end, done };
}

describe("the next dates", () => {
  it("are beginnings that are to come, ends of what has begun, and what is late", () => {
    const items = frozen([
      item("ahead", "2026-09-20", "2026-10-20"),
      item("under way", "2026-09-01", "2026-09-12"),
      item("late", "2026-09-01", "2026-09-09"),
      item("today", "2026-09-10", "2026-09-10"),
    ]);
    expect(comingDates(items, asOf)).toEqual([
      { what: "late", date: "2026-09-09", days: -1, stage: "late" },
      { what: "today", date: "2026-09-10", days: 0, stage: "ahead" },
      { what: "under way", date: "2026-09-12", days: 2, stage: "under-way" },
      { what: "ahead", date: "2026-09-20", days: 10, stage: "ahead" },
    ]);
  });

  it("leave out what is done, what has no date, and what began with no end", () => {
    const items = [
      item("done", "2026-09-01", "2026-09-05", true),
      item("none", null, null),
      item("open", "2026-09-01", null),
    ];
    expect(comingDates(items, asOf)).toEqual([]);
  });

  it("take an end alone for the day itself", () => {
    expect(comingDates([item("deadline", null, "2026-09-15")], asOf)).toMatchObject([{ days: 5, stage: "ahead" }]);
  });

  it("reach three weeks ahead and not a day more", () => {
    const last = item("last", "2026-10-01", null);
    expect(comingDates([last, item("beyond", "2026-10-02", null)], asOf).map(({ what }) => what)).toEqual(["last"]);
  });

  it("take a year of five digits for no date", () => {
    expect(comingDates([item("slip", "12026-09-1", "12026-09-2")], asOf)).toEqual([]);
  });

  it("are in order, count days from the day itself, and call late only what is past", () => {
    const day = fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(asOf, days)));
    const items = fc.array(fc.record({ what: fc.string(), start: day, end: day, done: fc.boolean() }));
    fc.assert(
      fc.property(items, (rows) => {
        const found = comingDates(rows, asOf);
        expect(found.map(({ date }) => date)).toEqual(found.map(({ date }) => date).sort());
        for (const { date, days, stage } of found) {
          expect(addDays(asOf, days)).toBe(date);
          expect(days < 0).toBe(stage === "late");
          expect(days).toBeLessThanOrEqual(DAYS_AHEAD);
        }
        const late = rows.filter(({ end, done }) => !done && end !== null && end < asOf);
        expect(found.filter(({ stage }) => stage === "late")).toHaveLength(late.length);
      }),
    );
  });
});
