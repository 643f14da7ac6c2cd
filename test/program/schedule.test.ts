import fc from "fast-check";
import { expect, test } from "vitest";
import { daysBetween } from "../../src/program/dates";
import {
  ACTIVITY_KEYS,
  proposeActivities,
  proposeFacilitatorWeeks,
  proposeNewsletterDates,
  shiftDays,
} from "../../src/program/schedule";
import { frozen } from "./freeze";

const launch = "2026-01-12";
const someWeeks = fc.integer({ min: 1, max: 40 });

test("the usual eight weeks", () => {
  expect(proposeActivities(launch)).toEqual([
    { key: "recruitment", start: "2025-12-01", end: "2025-12-29" },
    { key: "baseline-survey", start: "2025-12-30", end: "2026-01-11" },
    { key: "training", start: "2026-01-12", end: "2026-01-12" },
    { key: "support-sessions", start: "2026-01-19", end: "2026-03-09" },
    { key: "submission-deadline", start: "2026-03-09", end: "2026-03-09" },
    { key: "reflection", start: "2026-03-10", end: "2026-03-23" },
    { key: "final-report", start: "2026-03-24", end: "2026-04-20" },
    { key: "share", start: "2026-04-21", end: "2026-05-04" },
  ]);
});

test("activities begin in order and end no earlier than they begin", () => {
  fc.assert(
    fc.property(someWeeks, (weeks) => {
      const spans = proposeActivities(launch, weeks);
      expect(spans.map(({ key }) => key)).toEqual(ACTIVITY_KEYS);
      for (const { start, end } of spans) expect(start <= end).toBe(true);
      expect([...spans].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))).toEqual(spans);
    }),
  );
});

test("the facilitator's eight weeks are calendar weeks from launch day, after one before it", () => {
  const weeks = proposeFacilitatorWeeks(launch);
  expect(weeks).toHaveLength(9);
  expect(weeks[0]).toEqual({ week: 0, start: "2026-01-05", end: "2026-01-11" });
  expect(weeks[1]).toEqual({ week: 1, start: "2026-01-12", end: "2026-01-18" });
  expect(weeks[8]).toEqual({ week: 8, start: "2026-03-02", end: "2026-03-08" });
});

test("in any number of weeks the plan fills the time up to the deadline, without gaps from two weeks on", () => {
  fc.assert(
    fc.property(someWeeks, (weeks) => {
      const plan = proposeFacilitatorWeeks(launch, weeks);
      const deadline = proposeActivities(launch, weeks)[4]?.start ?? "";
      expect(daysBetween(plan[8]?.end ?? "", deadline)).toBe(1);
      plan.forEach(({ start, end }, place) => {
        expect(start <= end).toBe(true);
        const before = plan[place - 1];
        if (before !== undefined && weeks > 1) expect(daysBetween(before.end, start)).toBe(1);
      });
    }),
  );
});

test("newsletters: two weeks apart where there is time, weekly in six weeks, together in fewer", () => {
  const gaps = (weeks: number) => {
    const days = proposeNewsletterDates(launch, weeks);
    return days.slice(1).map((day, place) => daysBetween(days[place] ?? "", day));
  };
  expect(gaps(20)).toEqual([14, 14, 14, 14, 14, 14]);
  expect(gaps(12)).toEqual([14, 14, 14, 14, 14, 14]);
  expect(gaps(8)).toEqual([9, 10, 9, 9, 10, 9]);
  expect(gaps(6)).toEqual([7, 7, 7, 7, 7, 7]);
  expect(gaps(3).filter((gap) => gap > 0)).toEqual([7, 7, 7]);
});

test("newsletters begin at launch, stay in order, and end by the deadline", () => {
  fc.assert(
    fc.property(someWeeks, (weeks) => {
      const days = proposeNewsletterDates(launch, weeks);
      expect(days).toHaveLength(7);
      expect(days[0]).toBe(launch);
      expect([...days].sort()).toEqual(days);
      expect(daysBetween(launch, days[6] ?? "")).toBe(Math.min(7 * weeks, 84));
    }),
  );
});

test("dates move as one, and what has none stays without", () => {
  const spans = frozen([
    { key: "training", start: "2026-01-12", end: "2026-01-12" },
    { key: "share", start: null, end: "2026-02-25" },
  ]);
  expect(shiftDays(spans, 7)).toEqual([
    { key: "training", start: "2026-01-19", end: "2026-01-19" },
    { key: "share", start: null, end: "2026-03-04" },
  ]);
  expect(shiftDays(shiftDays(spans, 30), -30)).toEqual(spans);
});

test("refuses less than a week", () => {
  for (const weeks of [0, -1, 2.5, Number.NaN]) {
    expect(() => proposeActivities(launch, weeks)).toThrow("proposeActivities needs at least one whole week");
  }
  expect(() => proposeNewsletterDates("soon", 8)).toThrow(RangeError);
});
