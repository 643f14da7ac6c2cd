import { describe, expect, it } from "vitest";
import { codesOf, file, openSetUp, type Planner, reopen, table } from "./helpers";

const HEADERS = ["E-mail", "Micro-credential", "Attempt", "Submitted on", "Outcome", "Decided on"];

const FIRST = [HEADERS, ["ann@x.org", "Assessment Literacy", "1", "2026-10-01", "Pending", ""]];

/** With Ann and Bo on the Roster. */
function openWithPeople(): Planner {
  const planner = openSetUp();
  planner.call(
    "importRoster",
    table("people.csv", [
      ["Name", "E-mail"],
      ["Ann", "ann@x.org"],
      ["Bo", "bo@x.org"],
    ]),
  );
  return planner;
}

describe("importing submissions", () => {
  it("adds a row an attempt, with an id, naming the person as the dropdown does", () => {
    const planner = openWithPeople();
    const result = planner.call("importSubmissions", table("s.csv", FIRST));
    expect(result).toMatchObject({ ok: true, data: { rows: 1, added: 1 } });
    expect(planner.rows("Submissions")).toEqual([
      {
        "Submission id": "S-0001",
        Participant: "Ann (P-0001)",
        "Micro-credential": "Assessment Literacy",
        Attempt: 1,
        "Submitted on": "date 2026-10-01",
        Outcome: "Pending",
      },
    ]);
  });

  it("a second time writes nothing, also after the file was closed and opened", () => {
    const planner = openWithPeople();
    planner.call("importSubmissions", table("s.csv", FIRST));
    expect(planner.call("importSubmissions", table("s.csv", FIRST)).changes).toEqual([]);
    expect(planner.cost().writes).toBe(0);
    const later = reopen(planner);
    later.call("importSubmissions", table("s.csv", FIRST));
    expect(later.cost().writes).toBe(0);
  });

  it.each([
    ["other words and another order", "Result,Try,Username,MC\nawarded,1,ann@x.org,Assessment Literacy"],
    ["semicolons", "Participant;Micro-credential;Attempt;Outcome\nAnn;Assessment Literacy;1;AWARDED"],
    ["tabs and ids", "Participant id\tMicro-credential\tAttempt\tDecision\np-0001\tAssessment Literacy\t1\tAwarded"],
    [
      "the dropdown's wording",
      "Participant,Micro-credential,Attempt,Outcome\nAnn (P-0001),Assessment Literacy,1,Awarded",
    ],
  ])("understands %s", (_, text) => {
    const planner = openWithPeople();
    const result = planner.call("importSubmissions", file("s.csv", text));
    expect(result).toMatchObject({ ok: true, data: { added: 1 } });
    expect(planner.rows("Submissions")).toMatchObject([
      { Participant: "Ann (P-0001)", "Micro-credential": "Assessment Literacy", Attempt: 1, Outcome: "Awarded" },
    ]);
  });

  it("what was pending is filled in once it is decided, and a file that is behind changes nothing", () => {
    const planner = openWithPeople();
    planner.call("importSubmissions", table("s.csv", FIRST));
    const decided = [HEADERS, ["ann@x.org", "Assessment Literacy", "1", "2026-10-01", "Awarded", "2026-10-20"]];
    const result = planner.call("importSubmissions", table("s.csv", decided));
    expect(result.data).toMatchObject({ added: 0, filledIn: 1, toReview: 0 });
    expect(planner.rows("Submissions")).toMatchObject([{ Outcome: "Awarded", "Decided on": "date 2026-10-20" }]);
    expect(codesOf(planner.call("importSubmissions", table("old.csv", FIRST)))).not.toContain("conflict");
    expect(planner.cost().writes).toBe(0);
  });

  it("a different decision is a question for people, and follows once they decided for the file", () => {
    const planner = openWithPeople();
    const awarded = [HEADERS, ["ann@x.org", "Assessment Literacy", "1", "2026-10-01", "Awarded", ""]];
    const notYet = [HEADERS, ["ann@x.org", "Assessment Literacy", "1", "2026-10-01", "Not yet", ""]];
    planner.call("importSubmissions", table("a.csv", awarded));
    const result = planner.call("importSubmissions", table("b.csv", notYet));
    expect(codesOf(result)).toContain("conflict");
    expect(planner.column("Submissions", "Outcome")).toEqual(["Awarded"]);
    const row = planner.column("Review", "Column").indexOf("Outcome") + 2;
    planner.type("Review", "Decision", row, "Use the file's value");
    planner.call("importSubmissions", table("b.csv", notYet));
    expect(planner.column("Submissions", "Outcome")).toEqual(["Not yet"]);
    planner.call("importSubmissions", table("b.csv", notYet));
    expect(planner.cost().writes).toBe(0);
  });

  it("tells attempts apart by number, or without one by the day, and micro-credentials by name", () => {
    const planner = openWithPeople();
    const rows = [
      HEADERS,
      ["ann@x.org", "Assessment Literacy", "1", "2026-10-01", "Not yet", ""],
      ["ann@x.org", "Assessment Literacy", "2", "2026-10-20", "Awarded", ""],
      ["ann@x.org", "Technology Integration", "1", "2026-10-01", "Awarded", ""],
      ["bo@x.org", "Assessment Literacy", "", "2026-10-01", "Not yet", ""],
      ["bo@x.org", "Assessment Literacy", "", "2026-10-15", "Awarded", ""],
    ];
    expect(planner.call("importSubmissions", table("s.csv", rows)).data).toMatchObject({ added: 5 });
    planner.call("importSubmissions", table("s.csv", rows));
    expect(planner.cost().writes).toBe(0);
  });

  it("an attempt known by a day that was kept as text is known again once the date order is given", () => {
    const planner = openWithPeople();
    const unclear = table("s.csv", [
      ["E-mail", "Submitted on", "Outcome"],
      ["ann@x.org", "03/04/2026", "Awarded"],
    ]);
    planner.call("importSubmissions", unclear);
    expect(planner.column("Submissions", "Submitted on")).toEqual(["03/04/2026"]);
    expect(planner.call("importSubmissions", { ...unclear, dates: "mdy" }).data).toMatchObject({
      added: 0,
      filledIn: 1,
    });
    expect(planner.column("Submissions", "Submitted on")).toEqual(["date 2026-03-04"]);
    planner.call("importSubmissions", { ...unclear, dates: "mdy" });
    expect(planner.cost().writes).toBe(0);
  });

  it("the same attempt twice counts once, and the second row waits in the review list", () => {
    const planner = openWithPeople();
    const rows = [
      ...FIRST,
      ["bo@x.org", "X", "1", "", "", ""],
      ["ann@x.org", "Assessment Literacy", "1", "2026-10-01", "Awarded", ""],
    ];
    const result = planner.call("importSubmissions", table("s.csv", rows));
    expect(result.data).toMatchObject({ added: 2 });
    expect(result.problems).toContainEqual(
      expect.objectContaining({ code: "duplicate-attempt", file: "s.csv", row: 4, other: "row 2" }),
    );
    expect(planner.column("Review", "In the file")).toContainEqual(expect.stringMatching(/^ann@x\.org \| .*Awarded/));
  });

  it("keeps the row of somebody who is not on the Roster, and ties it once they are", () => {
    const planner = openWithPeople();
    const rows = [HEADERS, ["cy@x.org", "Assessment Literacy", "1", "2026-10-01", "Awarded", ""]];
    const result = planner.call("importSubmissions", table("s.csv", rows));
    expect(result.problems).toContainEqual(
      expect.objectContaining({ code: "unknown-participant", file: "s.csv", row: 2, value: "cy@x.org" }),
    );
    expect(planner.column("Submissions", "Participant")).toEqual(["cy@x.org"]);
    expect(planner.call("refreshResults", {}).data?.funnel.awarded).toBe(0);
    planner.typeRow("Roster", { Name: "Cy", "E-mail": "cy@x.org" });
    planner.call("importSubmissions", table("s.csv", rows));
    expect(planner.rows("Submissions").length).toBe(1);
    expect(planner.call("refreshResults", {}).data?.funnel.awarded).toBe(1);
  });

  it("a name that two people have is nobody's until it is clear", () => {
    const planner = openWithPeople();
    planner.typeRow("Roster", { Name: "Ann", "E-mail": "ann2@x.org" });
    const rows = [
      ["Participant", "Attempt", "Outcome"],
      ["Ann", "1", "Awarded"],
      ["", "1", "Awarded"],
    ];
    const result = planner.call("importSubmissions", table("s.csv", rows));
    expect(result.problems).toMatchObject([
      { code: "ambiguous-person", row: 2, value: "Ann" },
      { code: "no-identity", row: 3 },
    ]);
    expect(planner.column("Submissions", "Participant")).toEqual(["Ann"]);
    expect(planner.call("refreshResults", {}).data?.funnel.awarded).toBe(0);
  });

  it("numbers, dates and outcomes that are none are kept as text and reported with row and column", () => {
    const planner = openWithPeople();
    const rows = [HEADERS, ["ann@x.org", "Assessment Literacy", "second", "31 June 2026", "Maybe", "03/04/2026"]];
    const result = planner.call("importSubmissions", table("s.csv", rows));
    for (const [code, column] of [
      ["not-a-number", "Attempt"],
      ["impossible-date", "Submitted on"],
      ["unknown-choice", "Outcome"],
      ["ambiguous-date", "Decided on"],
    ])
      expect(result.problems).toContainEqual(expect.objectContaining({ code, column, file: "s.csv", row: 2 }));
    expect(planner.rows("Submissions")).toMatchObject([
      { Attempt: "second", "Submitted on": "31 June 2026", Outcome: "Maybe", "Decided on": "03/04/2026" },
    ]);
    planner.call("importSubmissions", table("s.csv", rows));
    expect(planner.cost().writes).toBe(0);
  });

  it("reads another tab's typed cells", () => {
    const planner = openWithPeople();
    planner.editor.insertTab("Log");
    const cells = [
      ["Participant", "Attempt", "Date", "Outcome"],
      ["Bo", "1", "10/1/2026", "Not yet"],
    ];
    planner.typeTable("Log", cells);
    expect(planner.call("importSubmissions", { source: { name: "Log" } })).toMatchObject({ ok: true, problems: [] });
    expect(planner.rows("Submissions")).toMatchObject([
      { Participant: "Bo (P-0002)", Attempt: 1, "Submitted on": "date 2026-10-01", Outcome: "Not yet" },
    ]);
  });
});

describe("attempts that people type", () => {
  it("get ids, however the person is named, and are known again by an import", () => {
    const planner = openWithPeople();
    planner.typeRow("Submissions", {
      Participant: "bo@x.org",
      "Micro-credential": "X",
      Attempt: "1",
      Outcome: "Pending",
    });
    planner.typeRow("Submissions", { Participant: "Bo", "Micro-credential": "X", Attempt: "2" });
    const rows = [HEADERS, ["P-0002", "X", "1", "", "Not yet", ""], ["P-0002", "X", "2", "", "Awarded", ""]];
    const result = planner.call("importSubmissions", table("s.csv", rows));
    expect(result.data).toMatchObject({ added: 0, filledIn: 2 });
    expect(planner.rows("Submissions")).toMatchObject([
      { "Submission id": "S-0001", Participant: "bo@x.org", Outcome: "Not yet" },
      { "Submission id": "S-0002", Participant: "Bo", Outcome: "Awarded" },
    ]);
  });

  it("ids are never used again", () => {
    const planner = openWithPeople();
    planner.call("importSubmissions", table("s.csv", FIRST));
    planner.editor.deleteRows("Submissions", 2);
    planner.call("importSubmissions", table("s.csv", FIRST));
    expect(planner.column("Submissions", "Submission id")).toEqual(["S-0002"]);
  });
});
