import { describe, expect, it } from "vitest";
import { type ProblemCode, problem, problemCodes, problemSentence, severityOf } from "../../src/content/problems";

const sentence = (...args: Parameters<typeof problem>) => problemSentence(problem(...args));

/** Verbs with which a sentence tells people what to do next. */
const nextStep =
  /\b(check|choose|correct|run|save|rename|shorten|give|delete|add|clear|enter|wait|use|report|pick|move)\b/i;

const needed: readonly ProblemCode[] = [
  "file-missing",
  "file-empty",
  "file-unreadable",
  "encoding-guessed",
  "xlsx-damaged",
  "xlsx-protected",
  "xls-old",
  "xlsx-too-large",
  "sheets-not-read",
  "qualtrics-export",
  "microsoft-forms-export",
  "header-too-long",
  "header-blank",
  "header-duplicated",
  "no-identity-column",
  "no-identity",
  "bad-email",
  "duplicate-person",
  "two-people-one-email",
  "conflict",
  "unknown-choice",
  "unknown-participant",
  "ambiguous-person",
  "duplicate-attempt",
  "impossible-date",
  "ambiguous-date",
  "not-a-date",
  "not-a-number",
  "column-missing",
  "tab-missing",
  "tab-foreign",
  "tab-duplicate",
  "column-duplicate",
  "ragged-row",
  "unmatched-response",
  "duplicate-response",
  "no-support-group",
  "workbook-copied",
  "locked",
  "rows-moved",
  "not-set-up",
  "nothing-to-import",
  "internal",
];

describe("problemSentence", () => {
  it("knows every code that commands report", () => {
    expect(problemCodes).toEqual(expect.arrayContaining([...needed]));
  });

  it.each(problemCodes)("says what to do next: %s", (code) => {
    const everyFact = { value: "seen", expected: "wanted", other: "another" };
    const long = "x\n".repeat(50_000);
    expect(
      sentence(code, { file: long, tab: long, column: long, value: long, expected: long, other: long }).length,
    ).toBeLessThan(1000);
    for (const facts of [{}, everyFact, { file: "roster.csv", tab: "Roster", row: 2, column: "E-mail", count: 3 }]) {
      const text = sentence(code, facts);
      expect(text).toMatch(nextStep);
      expect(text).toMatch(/[.]$|[)][.]$/);
      expect(text).not.toMatch(/undefined|\n| {2}/);
    }
    expect(["error", "warning", "note"]).toContain(severityOf(code));
    expect(sentence(code)).toMatch(/^[A-Z"]/);
  });

  it("names file, column and row, and both readings of a date", () => {
    expect(sentence("ambiguous-date", { file: "roster.csv", column: "Enrolled on", row: 2, value: "03/04/2026" })).toBe(
      'roster.csv, column "Enrolled on", row 2: "03/04/2026" can be 3 April or March 4. It is kept as text: choose the date order and import again.',
    );
  });

  it("gives no reading that does not exist", () => {
    for (const value of ["13/04/2026", "0/0/2026", "2026-03-04", "soon", ""]) {
      expect(sentence("ambiguous-date", { value })).toContain("read day first or month first");
    }
  });

  it("counts the rows that share a problem", () => {
    expect(sentence("bad-email", { file: "r.csv", row: 4, value: "x", count: 12 })).toMatch(
      /^r\.csv, row 4 and 11 more: /,
    );
    expect(sentence("bad-email", { tab: "Roster", count: 12 })).toMatch(/^tab "Roster", 12 times: /);
    expect(sentence("bad-email", { tab: "Roster", count: 1 })).toMatch(/^tab "Roster": /);
  });

  it("says which side of a conflict stands where", () => {
    expect(sentence("conflict", { value: "new", other: "old" })).toContain('The sheet has "old", the file has "new"');
    expect(sentence("conflict", { value: "", other: "old" })).toContain("the file has a blank");
  });

  it("quotes at most 60 characters, on one line, without what reorders text", () => {
    const text = sentence("not-a-date", { value: `a\u0000\u202e\r\n${"😀".repeat(40_000)}` });
    expect(text.startsWith(`"a ${"😀".repeat(57)}…" is not a date`)).toBe(true);
    expect(sentence("unknown-choice", { value: "x".repeat(60) })).toContain(`"${"x".repeat(60)}"`);
  });
});
