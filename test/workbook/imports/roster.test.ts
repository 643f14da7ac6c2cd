import { describe, expect, it } from "vitest";
import type { ReadingChoices } from "../../../src/workbook/imports/mapped-table";
import { planRosterImport } from "../../../src/workbook/imports/roster";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { applied, codesIn, rowsOf, snapshotOf, tableOf, withoutColumn } from "../builders";

const SEED = "a seed";
const run = (text: string, snapshot: Snapshot = snapshotOf(), choices: ReadingChoices = {}) => {
  const { plan, data } = planRosterImport(tableOf(text), snapshot, choices, SEED);
  return { plan, data, left: applied(snapshot, plan), codes: codesIn(plan.problems) };
};
const idsAndNames = (snapshot: Snapshot) => rowsOf(snapshot, "roster").map(({ id, name }) => [id, name]);

describe("planRosterImport", () => {
  it("adds people with an id and a code of their own", () => {
    const { left, data, codes } = run("Name,Email\nAnn,ann@x.org\nBob,bob@x.org");
    expect(rowsOf(left, "roster")).toEqual([
      { id: "P-0001", name: "Ann", email: "ann@x.org", code: expect.stringMatching(/^\w{8}$/) },
      { id: "P-0002", name: "Bob", email: "bob@x.org", code: expect.stringMatching(/^\w{8}$/) },
    ]);
    expect(data).toMatchObject({ rows: 2, added: 2, filledIn: 0, toReview: 0 });
    expect(codes).toEqual([]);
  });

  it("knows people again by id, else by e-mail, and fills in what is blank", () => {
    const roster = [
      { id: "P-0001", email: "ann@x.org" },
      { id: "P-0002", email: "bob@x.org", name: "Bob" },
    ];
    const { left, data } = run(
      "Id,E-mail,Name,School\np-0001,,Ann,North\n, BOB@x.org ,Bob,South",
      snapshotOf({ roster }),
    );
    expect(rowsOf(left, "roster")).toEqual([
      { id: "P-0001", email: "ann@x.org", name: "Ann", school: "North" },
      { id: "P-0002", email: "bob@x.org", name: "Bob", school: "South" },
    ]);
    expect(data).toMatchObject({ added: 0, filledIn: 2 });
  });

  it("keeps the ids that a file brings, and goes on above them", () => {
    expect(idsAndNames(run("Participant id,Name\nP-0007,Ann\nX-1,Bob").left)).toEqual([
      ["P-0007", "Ann"],
      ["X-1", "Bob"],
    ]);
    const mixed = run("Id,E-mail,Name\n,ann@x.org,Ann\nP-0001,,Bob").left;
    expect(idsAndNames(mixed)).toEqual([
      ["P-0002", "Ann"],
      ["P-0001", "Bob"],
    ]);
  });

  it("gives a typed row no id that the file brings", () => {
    const { left } = run("Id,Name\nP-0001,Ann", snapshotOf({ roster: [{ name: "Typed", email: "t@x.org" }] }));
    expect(idsAndNames(left)).toEqual([
      ["P-0002", "Typed"],
      ["P-0001", "Ann"],
    ]);
  });

  it("numbers rows that people typed, and asks about them once", () => {
    const text = "E-mail,Name\nann@x.org,Anne";
    const once = run(text, snapshotOf({ roster: [{ name: "Ann", email: "ann@x.org" }] }));
    expect(idsAndNames(once.left)).toEqual([["P-0001", "Ann"]]);
    expect(once.codes).toEqual(["conflict"]);
    expect(run(text, once.left).plan.changes).toEqual([]);
  });

  it("joins first and last names", () => {
    const { left } = run("First name,Email,Surname\n Ann ,a@x.org,Lee\n,b@x.org,Ray");
    expect(rowsOf(left, "roster").map(({ name }) => name)).toEqual(["Ann Lee", "Ray"]);
  });

  it.each([
    ["no-identity-column", "Name,School\nAnn,North"],
    ["no-identity", "Name,Email\nAnn,"],
    ["bad-email", "Name,Email\nAnn,ann at x"],
    ["duplicate-person", "Name,Email\nAnn,a@x.org\nAnne,A@x.org"],
    ["unknown-choice", "Email,Location\na@x.org,the moon"],
    ["ambiguous-date", "Email,Enrolled on\na@x.org,3/4/2026"],
    ["column-not-imported", "Email,Shoe size\na@x.org,42"],
    ["nothing-to-import", "Email\n"],
  ])("reports %s", (code, text) => {
    expect(run(text).codes).toEqual([code]);
  });

  it("takes two rows that name one person, by id and by e-mail, for that person twice", () => {
    const snapshot = snapshotOf({ roster: [{ id: "P-0001", email: "ann@x.org" }] });
    const { left, codes } = run("Id,E-mail,School\nP-0001,,North\n,ann@x.org,South", snapshot);
    expect(rowsOf(left, "roster")).toMatchObject([{ school: "North" }]);
    expect(codes).toEqual(["duplicate-person"]);
  });

  it("reports two people where id and e-mail name two, and where two have one e-mail", () => {
    const roster = [
      { id: "P-0001", email: "ann@x.org" },
      { id: "P-0002", email: "bob@x.org" },
      { id: "P-0003", email: "bob@x.org" },
    ];
    expect(run("Id,Email\nP-0001,bob@x.org", snapshotOf({ roster })).codes).toEqual(["identity-conflict"]);
    expect(run("Email\nbob@x.org", snapshotOf({ roster })).codes).toEqual(["two-people-one-email"]);
  });

  it("leaves what the sheet says, and takes the file's value once somebody chose it", () => {
    const text = "Email,School\nann@x.org,North";
    const first = run(text, snapshotOf({ roster: [{ id: "P-0001", email: "ann@x.org", school: "South" }] }));
    expect(rowsOf(first.left, "roster")[0]?.school).toBe("South");
    const [question] = rowsOf(first.left, "review");
    const answered = snapshotOf({
      roster: rowsOf(first.left, "roster"),
      review: [{ ...question, decision: "Use the file's value" }],
    });
    const second = run(text, answered);
    expect(rowsOf(second.left, "roster")[0]?.school).toBe("North");
    expect(run(text, second.left).plan.changes).toEqual([]);
  });

  it("keeps rows that cannot be used whole in the review list", () => {
    const { left } = run("Name,Email,School\nAnn,,North");
    expect(rowsOf(left, "review")).toMatchObject([{ inFile: "Ann |  | North", row: 2, source: "file.csv" }]);
  });

  it("remembers the columns that a person chose, for the next file", () => {
    const columns = [{ header: "Kontakt", column: "email" }];
    const { left } = run("Kontakt\nann@x.org", snapshotOf(), { columns });
    expect(run("Kontakt,Name\nann@x.org,Ann", left).data).toMatchObject({ added: 0, filledIn: 1 });
  });

  it("uses no id of a deleted person again", () => {
    const { left } = run("Email\nann@x.org");
    const emptied = snapshotOf({ settings: rowsOf(left, "settings") });
    expect(rowsOf(run("Email\nbob@x.org", emptied).left, "roster")[0]?.id).toBe("P-0002");
  });

  it("adds nobody again where the column that they are known by was deleted: it refuses", () => {
    const text = "Name,Email\nAnn,ann@x.org";
    const { plan, codes } = run(text, withoutColumn(run(text).left, "roster", "email"));
    expect(plan.changes).toEqual([]);
    expect(codes).toEqual(["identity-column-missing"]);
    const byId = run("Id,School\nP-0001,North", withoutColumn(run(text).left, "roster", "email"));
    expect(rowsOf(byId.left, "roster")).toMatchObject([{ id: "P-0001", school: "North" }]);
  });
});
