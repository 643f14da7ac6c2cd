import fc from "fast-check";
import { expect, test } from "vitest";
import { type Attempt, countFunnel, type Participant } from "../../src/program/funnel";
import { frozen } from "./freeze";

function person(id: string, more: Partial<Participant> = {}): Participant {
  return { id, withdrawn: false, supportModel: "plc", segments: {}, ...more };
}

function attempt(participantId: string | null, more: Partial<Attempt> = {}): Attempt {
  return {
    participantId,
    microCredential: "Creating a Classroom Community",
    attempt: null,
    submittedOn: null,
    outcome: null,
    decidedOn: null,
    ...more,
  };
}

test("an empty program is all zeros", () => {
  const funnel = countFunnel([], []);
  expect(funnel.total).toEqual({
    enrolled: 0,
    submitted: 0,
    decided: 0,
    awarded: 0,
    attempts: { sent: 0, decided: 0, awarded: 0, notYet: 0, withdrawn: 0, pending: 0 },
    awards: { firstAttempt: 0, afterResubmission: 0 },
    attemptsPerAward: null,
    monthsToAward: { n: 0, median: null },
  });
  expect(funnel).toMatchObject({ byModel: [], bySegment: [], leftOut: { ofWithdrawn: 0, ofUnknown: 0 } });
});

test("each step of the funnel, one person at each", () => {
  const participants = [
    person("left", { withdrawn: true }),
    person("quiet"),
    person("waiting"),
    person("took-back"),
    person("not-yet"),
    person("earner"),
  ];
  const attempts = [
    attempt("left", { outcome: "awarded" }),
    attempt("waiting", { outcome: "pending" }),
    attempt("waiting"),
    attempt("took-back", { outcome: "withdrawn" }),
    attempt("not-yet", { outcome: "not-yet" }),
    attempt("earner", { outcome: "awarded" }),
    attempt("nobody", { outcome: "awarded" }),
    attempt(null, { outcome: "awarded" }),
  ];
  const { total, leftOut } = countFunnel(frozen(participants), frozen(attempts));
  expect(total).toMatchObject({ enrolled: 5, submitted: 4, decided: 2, awarded: 1 });
  expect(total.attempts).toEqual({ sent: 5, decided: 2, awarded: 1, notYet: 1, withdrawn: 1, pending: 2 });
  expect(leftOut).toEqual({ ofWithdrawn: 1, ofUnknown: 2 });
});

test("not yet, then awarded, is one person, two attempts, one award after resubmission", () => {
  const { total } = countFunnel(
    [person("P-0001")],
    [
      attempt("P-0001", { attempt: 2, submittedOn: "2026-03-01", outcome: "awarded", decidedOn: "2026-03-20" }),
      attempt("P-0001", { attempt: 1, submittedOn: "2026-01-19", outcome: "not-yet", decidedOn: "2026-02-10" }),
    ],
  );
  expect(total).toMatchObject({ enrolled: 1, submitted: 1, decided: 1, awarded: 1, attemptsPerAward: 2 });
  expect(total.attempts).toMatchObject({ sent: 2, decided: 2, awarded: 1, notYet: 1 });
  expect(total.awards).toEqual({ firstAttempt: 0, afterResubmission: 1 });
  // 19 January to 20 March is 60 days
  expect(total.monthsToAward.n).toBe(1);
  expect(total.monthsToAward.median).toBeCloseTo(60 / 30.4375, 12);
});

test("without attempt numbers, the dates tell which came first", () => {
  const { total } = countFunnel(
    [person("P-0001")],
    [
      attempt("P-0001", { submittedOn: "2026-03-01", outcome: "awarded" }),
      attempt("P-0001", { submittedOn: "2026-01-19", outcome: "not-yet" }),
    ],
  );
  expect(total.awards).toEqual({ firstAttempt: 0, afterResubmission: 1 });
});

test("a log that holds only the second attempt still knows that it was the second", () => {
  const { total } = countFunnel([person("P-0001")], [attempt("P-0001", { attempt: 2, outcome: "awarded" })]);
  expect(total.awards).toEqual({ firstAttempt: 0, afterResubmission: 1 });
  expect(total.attemptsPerAward).toBe(2);
});

test("two micro-credentials are one person awarded, and two awards", () => {
  const { total } = countFunnel(
    [person("P-0001")],
    [
      attempt("P-0001", { microCredential: "A", outcome: "awarded" }),
      attempt("P-0001", { microCredential: "B", outcome: "awarded" }),
    ],
  );
  expect(total).toMatchObject({ submitted: 1, decided: 1, awarded: 1 });
  expect(total.awards).toEqual({ firstAttempt: 2, afterResubmission: 0 });
  expect(total.attemptsPerAward).toBe(1);
});

test("a decision dated before its submission gives no months", () => {
  const { total } = countFunnel(
    [person("P-0001")],
    [attempt("P-0001", { submittedOn: "2026-03-01", outcome: "awarded", decidedOn: "2025-03-20" })],
  );
  expect(total.monthsToAward).toEqual({ n: 0, median: null });
});

test("by support model in the usual order, and those without one apart", () => {
  const { byModel, withoutModel, total } = countFunnel(
    [
      person("a", { supportModel: "plc" }),
      person("b", { supportModel: "independent" }),
      person("c", { supportModel: null }),
    ],
    [attempt("a", { outcome: "awarded" }), attempt("c", { outcome: "not-yet" })],
  );
  expect(byModel.map(({ model, enrolled, awarded }) => [model, enrolled, awarded])).toEqual([
    ["independent", 1, 0],
    ["plc", 1, 1],
  ]);
  expect(withoutModel).toMatchObject({ enrolled: 1, decided: 1, awarded: 0 });
  expect(total.enrolled).toBe(3);
});

test("by segment value, blanks apart, names like those of built-ins no danger", () => {
  const { bySegment } = countFunnel(
    [
      person("a", { segments: { location: "rural ", constructor: "x" } }),
      person("b", { segments: { location: "rural" } }),
      person("c", { segments: { location: "" } }),
      person("d", { segments: { location: "__proto__" }, withdrawn: true }),
    ],
    [attempt("b", { outcome: "awarded" })],
  );
  expect(
    bySegment.map(({ segment, groups }) => [segment, groups.map((g) => [g.value, g.enrolled, g.awarded])]),
  ).toEqual([
    [
      "location",
      [
        ["rural", 2, 1],
        ["", 1, 0],
      ],
    ],
    ["constructor", [["x", 1, 0]]],
  ]);
});

const ids = ["a", "b", "c", "d", "e", "f"];
const somePeople = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 5 }).chain((chosen) =>
  fc.tuple(
    ...chosen.map((id) =>
      fc.record({
        id: fc.constant(id),
        withdrawn: fc.boolean(),
        supportModel: fc.constantFrom("independent", "plc", null),
        segments: fc.record({ location: fc.constantFrom("rural", "urban", "") }),
      }),
    ),
  ),
);
const someAttempts = fc.array(
  fc.record({
    participantId: fc.constantFrom(...ids, null),
    microCredential: fc.constantFrom("A", "B"),
    attempt: fc.constantFrom(1, 2, 3, null),
    submittedOn: fc.constantFrom("2026-01-05", "2026-02-03", null),
    outcome: fc.constantFrom("awarded" as const, "not-yet" as const, "withdrawn" as const, "pending" as const, null),
    decidedOn: fc.constantFrom("2026-02-20", "2026-01-01", null),
  }),
  { maxLength: 12 },
);

test("the funnel only narrows, its parts add up, and the order of rows does not matter", () => {
  fc.assert(
    fc.property(somePeople, someAttempts, (participants, attempts) => {
      const funnel = countFunnel(frozen(participants), frozen(attempts));
      const { total, byModel, withoutModel, bySegment, leftOut } = funnel;
      expect(total.enrolled).toBeGreaterThanOrEqual(total.submitted);
      expect(total.submitted).toBeGreaterThanOrEqual(total.decided);
      expect(total.decided).toBeGreaterThanOrEqual(total.awarded);
      for (const key of ["enrolled", "submitted", "decided", "awarded"] as const) {
        expect([...byModel, withoutModel].reduce((sum, group) => sum + group[key], 0)).toBe(total[key]);
        for (const { groups } of bySegment) expect(groups.reduce((sum, group) => sum + group[key], 0)).toBe(total[key]);
      }
      expect(total.attempts.sent + leftOut.ofWithdrawn + leftOut.ofUnknown).toBe(attempts.length);
      expect(total.awards.firstAttempt + total.awards.afterResubmission).toBeLessThanOrEqual(total.attempts.awarded);
      const reversed = countFunnel([...participants].reverse(), attempts);
      expect(reversed.total).toEqual({ ...total, attemptsPerAward: reversed.total.attemptsPerAward });
    }),
  );
});

test("10,000 people and 10,000 attempts are counted in a blink", () => {
  const models = ["independent", "basic", "standard", "plc"] as const;
  const participants = Array.from({ length: 10_000 }, (_, i) =>
    person(`P-${i}`, {
      supportModel: models[i % 4] ?? null,
      segments: { location: `L${i % 7}`, grade: `G${i % 13}`, facilitator: `F${i % 300}` },
    }),
  );
  const attempts = Array.from({ length: 10_000 }, (_, i) =>
    attempt(`P-${i % 8000}`, { attempt: 1, submittedOn: "2026-01-05", outcome: "awarded", decidedOn: "2026-02-05" }),
  );
  const start = performance.now();
  const { total } = countFunnel(participants, attempts);
  const milliseconds = performance.now() - start;
  expect(total).toMatchObject({ enrolled: 10_000, submitted: 8000, awarded: 8000 });
  // Some 20 ms here; the bound leaves room for a busy machine, and none for work that grows with the square.
  expect(milliseconds).toBeLessThan(500);
});
