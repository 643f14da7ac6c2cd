import { expect, test } from "vitest";
import { countOverdue, currentPhase, type ReadinessItem, readinessByPhase } from "../../src/program/readiness";
import { frozen } from "./freeze";

function item(more: Partial<ReadinessItem>): ReadinessItem {
  return { phase: "plan", done: false, notApplicable: false, due: null, ...more };
}

test("done of total in each phase; what does not apply leaves both", () => {
  const items = frozen([
    item({ done: true }),
    item({}),
    item({ notApplicable: true }),
    item({ notApplicable: true, done: true }),
    item({ phase: "launch", done: true }),
  ]);
  expect(readinessByPhase(items)).toEqual({
    plan: { done: 1, total: 2 },
    launch: { done: 1, total: 1 },
    implement: { done: 0, total: 0 },
  });
});

test("late is what is due before the day, applies and is not done", () => {
  const due = "2026-01-11";
  const items = frozen([item({ due }), item({ due, done: true }), item({ due, notApplicable: true }), item({})]);
  expect(countOverdue(items, "2026-01-10")).toBe(0);
  expect(countOverdue(items, "2026-01-11")).toBe(0);
  expect(countOverdue(items, "2026-01-12")).toBe(1);
});

test("the current phase is the first with something left, each being a gate to the next", () => {
  const completion = (done: number, total: number) => ({ done, total });
  const all = { plan: completion(7, 7), launch: completion(2, 8), implement: completion(1, 8) };
  expect(currentPhase(all)).toBe("launch");
  expect(currentPhase({ ...all, plan: completion(6, 7) })).toBe("plan");
  expect(currentPhase({ ...all, launch: completion(8, 8), implement: completion(8, 8) })).toBeNull();
  expect(currentPhase({ plan: completion(0, 0), launch: completion(0, 0), implement: completion(0, 0) })).toBeNull();
});
