import { describe, expect, it } from "vitest";
import { codesOf, file, openSetUp, reopen, table } from "./helpers";

const PEOPLE = [
  ["Name", "E-mail", "Support group", "Enrolled on", "Location"],
  ["Ann Abbott", "ann@x.org", "On their own", "2026-08-30", "Rural"],
  ["Bo Baker", "bo@x.org", "Learning lab", "2026-08-31", "Urban"],
] as const;

const people = table("people.csv", PEOPLE);

describe("importing a roster", () => {
  it("adds each person once, with an id and a survey code, dates as dates and choices in our words", () => {
    const planner = openSetUp();
    const result = planner.call("importRoster", people);
    expect(result).toMatchObject({ ok: true, problems: [], data: { rows: 2, added: 2, filledIn: 0, toReview: 0 } });
    const code = expect.stringMatching(/^[a-z0-9]{8}$/);
    expect(planner.rows("Roster")).toEqual([
      {
        "Participant id": "P-0001",
        "Survey code": code,
        Name: "Ann Abbott",
        "E-mail": "ann@x.org",
        "Support group": "On their own",
        "Enrolled on": "date 2026-08-30",
        Location: "Rural",
      },
      expect.objectContaining({ "Participant id": "P-0002", "Survey code": code, Name: "Bo Baker" }),
    ]);
    expect(new Set(planner.column("Roster", "Survey code")).size).toBe(2);
  });

  it("a second time writes nothing, also after the file was closed and opened", () => {
    const planner = openSetUp();
    planner.call("importRoster", people);
    expect(planner.call("importRoster", people)).toMatchObject({ ok: true, changes: [] });
    expect(planner.cost().writes).toBe(0);
    const later = reopen(planner);
    expect(later.call("importRoster", people)).toMatchObject({ ok: true, changes: [] });
    expect(later.cost().writes).toBe(0);
  });

  it("shows first what it would do, and does nothing yet", () => {
    const planner = openSetUp();
    const result = planner.call("importRoster", { ...people, preview: true });
    expect(result).toMatchObject({ ok: true, data: { added: 2 } });
    expect(result.changes).toContain("Roster: 2 new rows");
    expect(planner.cost().writes).toBe(0);
    expect(planner.rows("Roster")).toEqual([]);
  });

  it("adds only who is new, below those who are there", () => {
    const planner = openSetUp();
    planner.call("importRoster", people);
    const more = table("more.csv", [...PEOPLE, ["Cy Castillo", "cy@x.org", "", "", ""]]);
    expect(planner.call("importRoster", more).data).toMatchObject({ added: 1 });
    expect(planner.column("Roster", "Name")).toEqual(["Ann Abbott", "Bo Baker", "Cy Castillo"]);
    expect(planner.column("Roster", "Participant id")).toEqual(["P-0001", "P-0002", "P-0003"]);
  });

  it.each([
    ["our headers in another order", "Location,E-mail,Name\nRural,ann@x.org,Ann Abbott"],
    ["other words for them", "Locale,Work email,Full name\nRural,ann@x.org,Ann Abbott"],
    ["capitals and odd spaces", "LOCATION ,  e-MAIL,  NAME\nRural,ann@x.org,Ann Abbott"],
    ["words around them", "Your location,School e-mail address,Teacher name\nRural,ann@x.org,Ann Abbott"],
    ["first and last names apart", "Last name,First name,E-mail,Location\nAbbott,Ann,ann@x.org,Rural"],
    ["semicolons", "Name;E-mail;Location\nAnn Abbott;ann@x.org;Rural"],
    ["tabs", "Name\tE-mail\tLocation\nAnn Abbott\tann@x.org\tRural"],
    [
      "Windows lines, quotes and blank lines",
      '"Name","E-mail","Location"\r\n\r\n"Ann Abbott","ann@x.org","rural"\r\n\r\n',
    ],
  ])("understands %s", (_, text) => {
    const planner = openSetUp();
    const result = planner.call("importRoster", file("people.csv", text));
    expect(result).toMatchObject({ ok: true, problems: [], data: { added: 1 } });
    expect(planner.rows("Roster")).toMatchObject([{ Name: "Ann Abbott", "E-mail": "ann@x.org", Location: "Rural" }]);
  });

  it("takes columns as people choose them, and remembers that for the next file", () => {
    const planner = openSetUp();
    const odd = table("odd.csv", [
      ["Wer", "Wohin", "Sonstiges"],
      ["Ann", "ann@x.org", "tall"],
    ]);
    expect(codesOf(planner.call("importRoster", odd))).toContain("no-identity-column");
    const columns = [
      { header: "Wer", column: "name" },
      { header: "Wohin", column: "email" },
    ];
    const result = planner.call("importRoster", { ...odd, columns });
    expect(result.problems).toMatchObject([{ code: "column-not-imported", value: "Sonstiges" }]);
    const next = table("next.csv", [
      ["Wohin", "Wer"],
      ["bo@x.org", "Bo"],
    ]);
    expect(planner.call("importRoster", next)).toMatchObject({ problems: [], data: { added: 1 } });
    expect(planner.column("Roster", "Name")).toEqual(["Ann", "Bo"]);
  });

  it("takes people who have an id and no e-mail, under their own id", () => {
    const planner = openSetUp();
    const ids = table("ids.csv", [
      ["Participant id", "Name"],
      ["T-17", "Ann"],
      ["P-0040", "Bo"],
      ["", "Nobody"],
    ]);
    const result = planner.call("importRoster", ids);
    expect(result).toMatchObject({ data: { added: 2 }, problems: [{ code: "no-identity", row: 4 }] });
    expect(planner.column("Roster", "Participant id")).toEqual(["T-17", "P-0040"]);
    expect(planner.call("importRoster", ids)).toMatchObject({ changes: [] });
    // What is given next goes on after the highest.
    planner.call("importRoster", people);
    expect(planner.column("Roster", "Participant id")).toEqual(["T-17", "P-0040", "P-0041", "P-0042"]);
  });

  it("gives nobody an id that the file gives to somebody else", () => {
    const planner = openSetUp();
    const some = table("some.csv", [
      ["Participant id", "E-mail"],
      ["", "ann@x.org"],
      ["P-0002", "bo@x.org"],
      ["", "cy@x.org"],
    ]);
    planner.call("importRoster", some);
    expect(planner.column("Roster", "Participant id")).toEqual(["P-0003", "P-0002", "P-0004"]);
    planner.editor.deleteRows("Roster", 2, 3);
    planner.call("importRoster", people);
    expect(planner.column("Roster", "Participant id")).toEqual(["P-0005", "P-0006"]);
  });

  it("knows an e-mail again however it is written", () => {
    const planner = openSetUp();
    planner.call("importRoster", people);
    const same = table("same.csv", [
      ["E-mail", "School"],
      [" ANN@X.org ", "Elm Street"],
    ]);
    expect(planner.call("importRoster", same).data).toMatchObject({ added: 0, filledIn: 1 });
    expect(planner.rows("Roster")[0]).toMatchObject({ "E-mail": "ann@x.org", School: "Elm Street" });
  });
});

describe("a file that says something else than the sheet", () => {
  const update = table("update.csv", [
    ["E-mail", "Name", "School", "Location"],
    ["ann@x.org", "Ann Castillo", "Elm Street", "Urban"],
  ]);

  it("fills blank cells, and leaves the others for the review list", () => {
    const planner = openSetUp();
    planner.call("importRoster", people);
    const result = planner.call("importRoster", update);
    expect(result.data).toMatchObject({ added: 0, filledIn: 1, toReview: 2 });
    expect(result.problems).toMatchObject([
      { code: "conflict", file: "update.csv", row: 2, column: "Name", value: "Ann Castillo", other: "Ann Abbott" },
      { code: "conflict", column: "Location", value: "Urban", other: "Rural" },
    ]);
    expect(planner.rows("Roster")[0]).toMatchObject({ Name: "Ann Abbott", Location: "Rural", School: "Elm Street" });
    expect(planner.rows("Review")).toMatchObject([
      { Source: "update.csv", Row: 2, Column: "Name", "In the file": "Ann Castillo", "In the sheet": "Ann Abbott" },
      { Column: "Location", "In the file": "Urban", "In the sheet": "Rural" },
    ]);
    planner.call("importRoster", update);
    expect(planner.cost().writes).toBe(0);
  });

  it("once people chose the file's value, just that cell follows at the next import", () => {
    const planner = openSetUp();
    planner.call("importRoster", people);
    planner.call("importRoster", update);
    planner.type("Review", "Decision", 2, "Use the file's value");
    planner.type("Review", "Decision", 3, "Keep the sheet's value");
    const before = planner.sheet("Roster").cells;
    const result = planner.call("importRoster", update);
    expect(result).toMatchObject({ changes: ["Roster: 1 cell filled in"], problems: [] });
    const changed = planner.sheet("Roster").cells.filter((cell, at) => cell.value !== before[at]?.value);
    expect(changed.map(({ value }) => value)).toEqual(["Ann Castillo"]);
    expect(planner.call("importRoster", update)).toMatchObject({ changes: [], problems: [] });
    expect(planner.cost().writes).toBe(0);
  });

  it("never takes a blank for an answer", () => {
    const planner = openSetUp();
    planner.call("importRoster", people);
    const blanks = table("blanks.csv", [
      ["E-mail", "Name", "Location"],
      ["ann@x.org", "", " "],
    ]);
    expect(planner.call("importRoster", blanks)).toMatchObject({ changes: [], problems: [] });
    expect(planner.rows("Roster")[0]).toMatchObject({ Name: "Ann Abbott", Location: "Rural" });
  });
});

describe("rows that cannot be used as they are", () => {
  it("the same person twice: the first row counts, the second waits in the review list, whole", () => {
    const planner = openSetUp();
    const twice = table("twice.csv", [
      ["Name", "E-mail"],
      ["Ann", "ann@x.org"],
      ["Ann", "ann@x.org"],
      ["Anna", "ANN@x.org"],
    ]);
    const result = planner.call("importRoster", twice);
    expect(result).toMatchObject({
      data: { added: 1, toReview: 1 },
      problems: [{ code: "duplicate-person", file: "twice.csv", row: 4, other: "row 2" }],
    });
    expect(planner.column("Roster", "Name")).toEqual(["Ann"]);
    expect(planner.rows("Review")).toMatchObject([{ Row: 4, "In the file": "Anna | ANN@x.org" }]);
    planner.call("importRoster", twice);
    expect(planner.cost().writes).toBe(0);
  });

  it("two people on the Roster with one e-mail: nobody is guessed", () => {
    const planner = openSetUp();
    planner.typeRow("Roster", { Name: "Ann", "E-mail": "team@x.org" });
    planner.typeRow("Roster", { Name: "Bo", "E-mail": "team@x.org" });
    const result = planner.call(
      "importRoster",
      table("t.csv", [
        ["E-mail", "School"],
        ["team@x.org", "Elm Street"],
      ]),
    );
    expect(codesOf(result)).toEqual(["two-people-one-email"]);
    expect(planner.column("Roster", "School")).toEqual(["", ""]);
    expect(planner.column("Review", "In the file")).toEqual(["team@x.org | Elm Street"]);
  });

  it("an id and an e-mail of two different people: neither is changed", () => {
    const planner = openSetUp();
    planner.call("importRoster", people);
    const mixed = table("m.csv", [
      ["Participant id", "E-mail", "School"],
      ["P-0001", "bo@x.org", "Elm Street"],
    ]);
    expect(planner.call("importRoster", mixed).problems).toMatchObject([
      { code: "identity-conflict", value: "P-0001", other: "bo@x.org" },
    ]);
    expect(planner.column("Roster", "School")).toEqual(["", ""]);
  });

  it("dates that are none stay as text, and are reported with row and column", () => {
    const planner = openSetUp();
    const dates = table("dates.csv", [
      ["E-mail", "Enrolled on"],
      ["ann@x.org", "2026-02-30"],
      ["bo@x.org", "soon"],
      ["cy@x.org", "August 5, 2026"],
    ]);
    const result = planner.call("importRoster", dates);
    expect(result.problems).toMatchObject([
      { code: "impossible-date", file: "dates.csv", row: 2, column: "Enrolled on", value: "2026-02-30" },
      { code: "not-a-date", row: 3, column: "Enrolled on", value: "soon" },
    ]);
    expect(planner.column("Roster", "Enrolled on")).toEqual(["2026-02-30", "soon", "date 2026-08-05"]);
  });

  it("dates that can be read two ways wait for a person to say which", () => {
    const unclear = [
      ["E-mail", "Enrolled on"],
      ["ann@x.org", "03/04/2026"],
      ["bo@x.org", "05/06/2026"],
    ];
    const planner = openSetUp();
    const result = planner.call("importRoster", table("d.csv", unclear));
    expect(result.problems).toMatchObject([
      { code: "ambiguous-date", row: 2, value: "03/04/2026" },
      { code: "ambiguous-date", row: 3, value: "05/06/2026" },
    ]);
    expect(planner.column("Roster", "Enrolled on")).toEqual(["03/04/2026", "05/06/2026"]);

    const told = openSetUp();
    expect(told.call("importRoster", { ...table("d.csv", unclear), dates: "dmy" }).problems).toEqual([]);
    expect(told.column("Roster", "Enrolled on")).toEqual(["date 2026-04-03", "date 2026-06-05"]);

    const settled = openSetUp();
    const third = [...unclear, ["cy@x.org", "25/06/2026"]];
    expect(settled.call("importRoster", table("d.csv", third)).problems).toEqual([]);
    expect(settled.column("Roster", "Enrolled on")[0]).toBe("date 2026-04-03");
  });

  it("dates kept as text become dates when the order is given at the next import", () => {
    const unclear = table("d.csv", [
      ["E-mail", "Enrolled on"],
      ["ann@x.org", "03/04/2026"],
    ]);
    const planner = openSetUp();
    planner.call("importRoster", unclear);
    planner.call("importRoster", { ...unclear, dates: "mdy" });
    expect(planner.column("Roster", "Enrolled on")).toEqual(["date 2026-03-04"]);
    planner.call("importRoster", { ...unclear, dates: "mdy" });
    expect(planner.cost().writes).toBe(0);
  });

  it("words that are no choice are kept and reported once a value, with their count", () => {
    const planner = openSetUp();
    const choices = table("c.csv", [
      ["E-mail", "Support group", "Status"],
      ["ann@x.org", "Green team", "enrolled"],
      ["bo@x.org", "Green team", "gone fishing"],
    ]);
    const result = planner.call("importRoster", choices);
    expect(result.problems).toMatchObject([
      { code: "unknown-choice", column: "Support group", row: 2, value: "Green team", count: 2 },
      { code: "unknown-choice", column: "Status", row: 3, value: "gone fishing", count: 1 },
    ]);
    expect(planner.column("Roster", "Support group")).toEqual(["Green team", "Green team"]);
    expect(planner.column("Roster", "Status")).toEqual(["Enrolled", "gone fishing"]);
  });

  it("what is no e-mail address is kept and reported; cells past the headers are too", () => {
    const planner = openSetUp();
    const odd = table("o.csv", [
      ["E-mail", "Name"],
      ["ann at x.org", "Ann", "extra"],
    ]);
    const result = planner.call("importRoster", odd);
    expect(codesOf(result).toSorted()).toEqual(["bad-email", "ragged-row"]);
    expect(planner.column("Roster", "E-mail")).toEqual(["ann at x.org"]);
  });

  it("text that looks like a number, a date or a formula stays the text that it is", () => {
    const planner = openSetUp();
    const texts = ["007", "1/2", "10-20", "=1+1", "+1", "-5", "'quoted", "TRUE", "1e5", "$5", "50%"];
    const rows = texts.map((text, at) => [`p${at}@x.org`, text, text, text]);
    planner.call("importRoster", table("t.csv", [["E-mail", "Name", "School", "Notes"], ...rows]));
    for (const header of ["Name", "School", "Notes"]) expect(planner.column("Roster", header)).toEqual(texts);
    expect(planner.sheet("Roster").cells.filter(({ formula }) => formula)).toEqual([]);
  });
});

describe("from another tab of the spreadsheet", () => {
  it("reads what stands there, dates and boxes included, and leaves it as it is", () => {
    const planner = openSetUp();
    const { editor } = planner;
    editor.insertTab("Sign-ups");
    const cells = [
      ["Teacher", "Email", "Enrolled on", "May be named", "Notes"],
      ["Ann", "ann@x.org", "8/30/2026", "TRUE", "12"],
      ["Bo", "bo@x.org", "", "FALSE", "=6*7"],
    ];
    planner.typeTable("Sign-ups", cells);
    const before = planner.sheet("Sign-ups");
    const result = planner.call("importRoster", { source: { name: "Sign-ups" } });
    expect(result).toMatchObject({ ok: true, problems: [], data: { added: 2 } });
    expect(planner.rows("Roster")).toMatchObject([
      { Name: "Ann", "Enrolled on": "date 2026-08-30", "May be named": true, Notes: "12" },
      { Name: "Bo", Notes: "42" },
    ]);
    expect(planner.sheet("Sign-ups")).toEqual(before);
    planner.call("importRoster", { source: { name: "Sign-ups" } });
    expect(planner.cost().writes).toBe(0);
  });

  it("says so where there is no such tab", () => {
    const planner = openSetUp();
    expect(planner.call("importRoster", { source: { name: "Sign-ups" } })).toMatchObject({
      ok: false,
      problems: [{ code: "unknown-tab", value: "Sign-ups" }],
    });
  });
});

describe("rows that people type", () => {
  it("get ids and survey codes at the next import or refresh, and keep them", () => {
    const planner = openSetUp();
    planner.typeRow("Roster", { Name: "Ann", "E-mail": "ann@x.org" });
    planner.typeRow("Roster", { Name: "Dee" }, 5);
    planner.call("importRoster", people);
    expect(planner.rows("Roster")).toMatchObject([
      { "Participant id": "P-0001", Name: "Ann", "Enrolled on": "date 2026-08-30" },
      { "Participant id": "P-0002", Name: "Dee" },
      { "Participant id": "P-0003", Name: "Bo Baker" },
    ]);
    const codes = planner.column("Roster", "Survey code");
    expect(new Set(codes).size).toBe(3);
    planner.typeRow("Roster", { "E-mail": "eve@x.org" });
    planner.call("refreshResults", {});
    expect(planner.rows("Roster").find((row) => row["E-mail"] === "eve@x.org")).toMatchObject({
      "Participant id": "P-0004",
      "Survey code": expect.stringMatching(/^\w{8}$/),
    });
    expect(planner.column("Roster", "Survey code")).toEqual(expect.arrayContaining([...codes]));
  });

  it("ids are never used again, whoever was deleted", () => {
    const planner = openSetUp();
    planner.call("importRoster", people);
    planner.editor.deleteRows("Roster", 2, 2);
    expect(planner.rows("Roster")).toEqual([]);
    planner.call("importRoster", people);
    expect(planner.column("Roster", "Participant id")).toEqual(["P-0003", "P-0004"]);
  });

  it("a row copied by hand is another person until somebody says otherwise, and is reported", () => {
    const planner = openSetUp();
    planner.call("importRoster", people);
    planner.typeRow("Roster", { "Participant id": "P-0001", Name: "Ann Abbott", "E-mail": "ann@x.org" });
    const result = planner.call("refreshResults", {});
    expect(codesOf(result)).toEqual(expect.arrayContaining(["duplicate-id", "two-people-one-email"]));
    expect(result.data?.funnel.enrolled).toBe(3);
  });

  it("two people already carrying one survey code are told apart by e-mail", () => {
    const planner = openSetUp();
    planner.call("importRoster", people);
    const [code] = planner.column("Roster", "Survey code");
    planner.type("Roster", "Survey code", 3, String(code));
    const answers = table("a.csv", [
      ["Timestamp", "Survey code", "Email", "Good?"],
      ["2026-09-01 10:00:00", String(code), "bo@x.org", "yes"],
    ]);
    planner.call("importResponses", { ...answers, survey: "end" });
    expect(planner.rows("Survey matches")).toMatchObject([{ "Participant id": "P-0002", "Matched by": "E-mail" }]);
  });
});
