import { describe, expect, it } from "vitest";
import { planSubmissionsImport } from "../../../src/workbook/imports/submissions";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { applied, type Cells, codesIn, rowsOf, snapshotOf, tableOf, withoutColumn } from "../builders";

const PEOPLE = [
  { id: "P-0001", name: "Ann Lee", email: "ann@x.org" },
  { id: "P-0002", name: "Bob Ray", email: "bob@x.org" },
];
const withRows = (submissions: readonly Cells[] = [], roster: readonly Cells[] = PEOPLE) =>
  snapshotOf({ roster, submissions, catalogue: [{ name: "Basics" }, { name: "Feedback" }] });
const run = (text: string, snapshot: Snapshot = withRows()) => {
  const { plan, data } = planSubmissionsImport(tableOf(text), snapshot, {});
  return { plan, data, left: applied(snapshot, plan), codes: codesIn(plan.problems) };
};

describe("planSubmissionsImport", () => {
  it("adds an attempt a row, with the person as the dropdown shows them", () => {
    const { left, codes } = run(
      "Email,Micro-credential,Attempt,Submitted on,Outcome\nANN@x.org,basics,1,2026-09-14,not yet",
    );
    expect(rowsOf(left, "submissions")).toEqual([
      {
        id: "S-0001",
        participant: "Ann Lee (P-0001)",
        microCredential: "Basics",
        attempt: 1,
        submittedOn: { date: "2026-09-14" },
        outcome: "Not yet",
      },
    ]);
    expect(codes).toEqual([]);
  });

  it("tells two attempts and two micro-credentials of one person apart", () => {
    const { left } = run(
      "Email,Micro-credential,Attempt,Outcome\nann@x.org,Basics,1,Not yet\nann@x.org,Basics,2,Awarded\nann@x.org,Feedback,1,Pending",
    );
    expect(rowsOf(left, "submissions").map(({ outcome }) => outcome)).toEqual(["Not yet", "Awarded", "Pending"]);
  });

  it("tells attempts without a number apart by the day", () => {
    const { left } = run(
      "Email,Micro-credential,Submitted on\nann@x.org,Basics,2026-09-14\nann@x.org,Basics,2026-10-20",
    );
    expect(rowsOf(left, "submissions")).toHaveLength(2);
  });

  it("knows an attempt again however the person is written, and settles what was pending", () => {
    const known = [{ id: "S-0001", participant: "P-0001", microCredential: "Basics", attempt: 1, outcome: "Pending" }];
    const { left, data } = run("Name,Micro-credential,Attempt,Outcome\nAnn Lee,BASICS,1,Awarded", withRows(known));
    expect(rowsOf(left, "submissions")).toEqual([{ ...known[0], outcome: "Awarded" }]);
    expect(data).toMatchObject({ added: 0, filledIn: 1 });
  });

  it("keeps rows of people who are not in the Roster, or could be several, and says so", () => {
    const roster = [...PEOPLE, { id: "P-0003", name: "Bob Ray", email: "b.ray@x.org" }];
    const { left, codes } = run("Name,Micro-credential\nZed,Basics\nBob Ray,Basics", withRows([], roster));
    expect(rowsOf(left, "submissions").map(({ participant }) => participant)).toEqual(["Zed", "Bob Ray"]);
    expect(codes).toEqual(["unknown-participant", "ambiguous-person"]);
  });

  it("tells people without an id apart, and leaves them as the file has them", () => {
    const roster = [
      { name: "Ann", email: "ann@x.org" },
      { name: "Bob", email: "bob@x.org" },
    ];
    const once = run("Email,Micro-credential,Attempt\nann@x.org,Basics,1\nbob@x.org,Basics,1", withRows([], roster));
    expect(rowsOf(once.left, "submissions").map(({ participant }) => participant)).toEqual(["ann@x.org", "bob@x.org"]);
    expect(once.codes).toEqual([]);
  });

  it("counts an attempt once that stands twice in the file, and reports where the two differ", () => {
    const text =
      "Email,Micro-credential,Attempt,Outcome\nann@x.org,Basics,1,Awarded\nann@x.org,Basics,1,Awarded\nann@x.org,Basics,1,Not yet";
    const { left, codes } = run(text);
    expect(rowsOf(left, "submissions")).toHaveLength(1);
    expect(codes).toEqual(["duplicate-attempt"]);
  });

  it.each([
    ["no-identity-column", "Outcome\nAwarded"],
    ["no-identity", "Email,Outcome\n,Awarded"],
    ["unknown-choice", "Email,Micro-credential\nann@x.org,Knitting"],
    ["not-a-number", "Email,Attempt\nann@x.org,first"],
  ])("reports %s", (code, text) => {
    expect(run(text).codes).toEqual([code]);
  });

  it("numbers rows that people typed, and asks about them once", () => {
    const text = "Email,Micro-credential,Attempt,Outcome\nann@x.org,Basics,1,Awarded";
    const typed = withRows([{ participant: "Ann Lee", microCredential: "Basics", attempt: 1, outcome: "Not yet" }]);
    const once = run(text, typed);
    expect(rowsOf(once.left, "submissions")).toMatchObject([{ id: "S-0001", outcome: "Not yet" }]);
    expect(once.codes).toEqual(["conflict"]);
    expect(run(text, once.left).plan.changes).toEqual([]);
  });

  it("says the link and the notes as they are, formulas too", () => {
    const { left } = run('Email,Link,Notes\nann@x.org,"=HYPERLINK(""x"")",+50');
    expect(rowsOf(left, "submissions")).toMatchObject([{ link: '=HYPERLINK("x")', notes: "+50" }]);
  });

  it("knows an attempt again that had no number at first, by the day it was sent in, and the other way round", () => {
    const unnumbered = "Email,Micro-credential,Submitted on\nann@x.org,Basics,2026-09-01";
    const numbered = "Email,Micro-credential,Submitted on,Attempt\nann@x.org,Basics,2026-09-01,1";
    const once = run(numbered, run(unnumbered).left);
    expect(rowsOf(once.left, "submissions")).toMatchObject([{ id: "S-0001", attempt: 1 }]);
    expect(run(unnumbered, once.left).plan.changes).toEqual([]);
    const twoThatDay = run(`${numbered}\nann@x.org,Basics,2026-09-01,2`, run(unnumbered).left);
    expect(rowsOf(twoThatDay.left, "submissions").map(({ attempt }) => attempt)).toEqual([1, 2]);
    const undated = "Email,Micro-credential,Attempt\nann@x.org,Basics,1";
    expect(rowsOf(run(undated, run("Email,Micro-credential\nann@x.org,Basics").left).left, "submissions")).toHaveLength(
      2,
    );
  });

  it("takes names that differ in a sign alone for two micro-credentials", () => {
    const { left } = run("Email,Micro-credential\nann@x.org,C++\nann@x.org,C#\nann@x.org,c++.");
    expect(rowsOf(left, "submissions").map(({ microCredential }) => microCredential)).toEqual(["C++", "C#"]);
  });

  it.each([
    ["Approved", "Awarded"],
    ["passed", "Awarded"],
    ["Denied", "Not yet"],
    ["Resubmit", "Not yet"],
    ["Revise", "Not yet"],
    ["Withdrew", "Withdrawn"],
    ["Under review", "Pending"],
  ])("reads the outcome %s as %s", (words, outcome) => {
    const { left, codes } = run(`Email,Outcome\nann@x.org,${words}`);
    expect(rowsOf(left, "submissions")).toMatchObject([{ outcome }]);
    expect(codes).toEqual([]);
  });

  it.each(["participant", "microCredential", "attempt", "submittedOn"])(
    "adds nothing twice where the column %s was deleted: it refuses",
    (key) => {
      const text = "Email,Micro-credential,Attempt,Submitted on\nann@x.org,Basics,1,2026-09-01";
      const { plan, codes } = run(text, withoutColumn(run(text).left, "submissions", key));
      expect(plan.changes).toEqual([]);
      expect(codes).toEqual(["identity-column-missing"]);
    },
  );
});
