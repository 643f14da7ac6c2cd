import fc from "fast-check";
import { expect, test } from "vitest";
import { matchResponses, normalizeEmail, type RosterIdentity, type SurveyResponse } from "../../src/program/matching";
import { frozen } from "./freeze";

const ann = { id: "P-0001", code: "k7q2", email: "ann@example.org" };
const ben = { id: "P-0002", code: "m3x9", email: "Ben.Okafor@Example.org " };
const roster: readonly RosterIdentity[] = frozen([ann, ben]);

function response(key: string, more: Partial<SurveyResponse> = {}): SurveyResponse {
  return { key, chosen: null, code: "", email: "", timestamp: "", answersFingerprint: key, ...more };
}

function match(...responses: readonly SurveyResponse[]) {
  return matchResponses(frozen(responses), roster).map(({ participantId, by, status, reason }) => [
    participantId,
    by,
    status,
    reason,
  ]);
}

test("by code, else by e-mail", () => {
  expect(
    match(
      response("1", { code: " K7Q2 " }),
      response("2", { code: "typo", email: "ben.okafor@example.org" }),
      response("3", { code: "k7q9" }),
      response("4", { email: "zoe@example.org" }),
      response("5"),
    ),
  ).toEqual([
    ["P-0001", "code", "matched", null],
    ["P-0002", "email", "matched", null],
    [null, null, "unmatched", "unknown-code"],
    [null, null, "unmatched", "unknown-email"],
    [null, null, "unmatched", "no-identity"],
  ]);
});

test("a code outweighs somebody else's e-mail", () => {
  expect(match(response("1", { code: "k7q2", email: ben.email }))).toEqual([["P-0001", "code", "matched", null]]);
});

test("what a person chose stands above code and e-mail, and is remembered where the roster knows neither", () => {
  const confirmed = new Map([["zoe@example.org", ben.id]]);
  const found = matchResponses(
    frozen([
      response("1", { chosen: ben.id, code: ann.code }),
      response("2", { email: " Zoe@Example.org", timestamp: "2026-01-05" }),
      response("3", { email: ann.email }),
      response("4", { email: "zoe2@example.org" }),
    ]),
    roster,
    new Map([...confirmed, [ann.email, ben.id]]),
  );
  expect(found.map(({ participantId, by }) => [participantId, by])).toEqual([
    [ben.id, "choice"],
    [ben.id, "choice"],
    [ann.id, "email"],
    [null, null],
  ]);
});

test("the latest of a person counts, wherever it stands and however they were found", () => {
  expect(
    match(
      response("1", { code: "k7q2", timestamp: "2026-01-05T10:00:00" }),
      response("2", { email: "ANN@example.org", timestamp: "2026-01-07T10:00:00" }),
      response("3", { code: "k7q2", timestamp: "2026-01-06T10:00:00" }),
    ),
  ).toEqual([
    ["P-0001", "code", "duplicate", null],
    ["P-0001", "email", "matched", null],
    ["P-0001", "code", "duplicate", null],
  ]);
});

test("of equally late ones, the one further down", () => {
  const statuses = match(response("1", { code: "k7q2" }), response("2", { code: "k7q2" })).map(
    ([, , status]) => status,
  );
  expect(statuses).toEqual(["duplicate", "matched"]);
});

test("the same row twice is a duplicate, the same answers of two people are not", () => {
  const row = { timestamp: "2024-01-18T14:22:00", answersFingerprint: "No" };
  const statuses = (...rows: readonly SurveyResponse[]) => match(...rows).map(([, , status]) => status);
  expect(statuses(response("1", row), response("2", row))).toEqual(["unmatched", "duplicate"]);
  expect(statuses(response("1", row), response("2", { ...row, answersFingerprint: "Yes" }))).toEqual([
    "unmatched",
    "unmatched",
  ]);
  expect(statuses(response("1", { ...row, timestamp: "" }), response("2", { ...row, timestamp: "" }))).toEqual([
    "unmatched",
    "unmatched",
  ]);
  expect(statuses(response("1", { ...row, email: "zoe@example.org" }), response("2", row))).toEqual([
    "unmatched",
    "unmatched",
  ]);
});

test("an e-mail or code in two roster rows names nobody", () => {
  const doubled = [...roster, { id: "P-0003", code: "k7q2", email: " ANN@example.org" }];
  const of = (more: Partial<SurveyResponse>) => matchResponses([response("1", more)], doubled)[0];
  expect(of({ email: ann.email })).toMatchObject({
    participantId: null,
    status: "unmatched",
    reason: "ambiguous-email",
  });
  expect(of({ code: ann.code })).toMatchObject({ participantId: null, reason: "ambiguous-code" });
  expect(of({ code: ann.code, email: ben.email })).toMatchObject({ participantId: "P-0002", by: "email" });
});

test("blank roster cells match nobody", () => {
  const blanks = [{ id: "P-0001", code: "", email: " " }];
  expect(matchResponses([response("1")], blanks)[0]).toMatchObject({ status: "unmatched", reason: "no-identity" });
});

test("e-mails are compared without case and spaces of any kind", () => {
  expect(normalizeEmail("\u00a0Ann.Lee@Example.org \u200b")).toBe("ann.lee@example.org");
  expect(normalizeEmail("ann lee@example.org")).toBe("annlee@example.org");
  expect(normalizeEmail("  ")).toBe("");
});

test("every person found has exactly one response that counts, and every response an answer", () => {
  const rows = fc.array(
    fc.record({
      code: fc.constantFrom("k7q2", "m3x9", "", "typo"),
      email: fc.constantFrom(ann.email, ben.email, "", "zoe@example.org"),
      timestamp: fc.constantFrom("", "2026-01-05", "2026-01-06"),
      answersFingerprint: fc.constantFrom("x", "y"),
    }),
  );
  fc.assert(
    fc.property(rows, (parts) => {
      const responses = parts.map((part, place) => ({ key: String(place), chosen: null, ...part }));
      const matches = matchResponses(frozen(responses), roster);
      expect(matches.map(({ key }) => key)).toEqual(responses.map(({ key }) => key));
      for (const { id } of roster) {
        const theirs = matches.filter(({ participantId }) => participantId === id);
        expect(theirs.filter(({ status }) => status === "matched")).toHaveLength(Math.min(1, theirs.length));
      }
      for (const { participantId, by, reason } of matches) {
        expect(by === null).toBe(participantId === null);
        expect(reason === null).toBe(participantId !== null);
      }
    }),
  );
});

test("10,000 responses are matched in a blink", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({ id: `P-${i}`, code: `c${i}`, email: `p${i}@example.org` }));
  const responses = many.map(({ email }, i) => response(String(i), { email, timestamp: "2026-01-05" }));
  const start = performance.now();
  expect(matchResponses(responses, many).every(({ status }) => status === "matched")).toBe(true);
  expect(performance.now() - start).toBeLessThan(500);
});
