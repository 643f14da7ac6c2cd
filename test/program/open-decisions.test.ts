import { expect, test } from "vitest";
import type { Attempt } from "../../src/program/funnel";
import { undecided, waitingTooLong } from "../../src/program/open-decisions";
import { frozen } from "./freeze";

function attempt(outcome: Attempt["outcome"], submittedOn: string | null = "2026-09-01"): Attempt {
  return { participantId: "P-1", microCredential: "A", attempt: 1, submittedOn, outcome, decidedOn: null };
}

test("a blank outcome is pending; awarded, not yet and withdrawn are settled", () => {
  const all = frozen([attempt(null), attempt("pending"), attempt("awarded"), attempt("not-yet"), attempt("withdrawn")]);
  expect(undecided(all)).toEqual(all.slice(0, 2));
});

test("too long is more than four weeks; an unknown day is not guessed", () => {
  const all = frozen([attempt(null), attempt("pending"), attempt("pending", null), attempt("awarded")]);
  expect(waitingTooLong(all, "2026-09-29")).toBe(0);
  expect(waitingTooLong(all, "2026-09-30")).toBe(2);
});
