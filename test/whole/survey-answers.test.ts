import { describe, expect, it } from "vitest";
import { codesOf, file, openSetUp, type Planner, reopen, table } from "./helpers";

/** Ann, Bo and Cy, and the codes that they were given. */
function openWithPeople(): { planner: Planner; codes: readonly string[] } {
  const planner = openSetUp();
  const people = ["Ann", "Bo", "Cy"].map((name) => [name, `${name.toLowerCase()}@x.org`, "Learning lab"]);
  planner.call("importRoster", table("people.csv", [["Name", "E-mail", "Support group"], ...people]));
  return { planner, codes: planner.column("Roster", "Survey code").map(String) };
}

const HEADERS = ["Timestamp", "Email Address", "Clear?", "Why?"];
const ANN = ["4/22/2026 19:57:50", "ann@x.org", "4", "Good pace"];
const BO = ["4/23/2026 8:05:00", "bo@x.org", "5", "=1+1"];

const end = (...rows: (readonly string[])[]) => ({ survey: "end", ...table("end.csv", [HEADERS, ...rows]) });

/** What was computed of the end survey. */
function summary(planner: Planner) {
  return planner.call("refreshResults", {}).data?.surveys.find(({ survey }) => survey === "end");
}

const matches = (planner: Planner) =>
  planner.rows("Survey matches").map((row) => [row["Participant id"] ?? "", row["Matched by"] ?? "", row.Standing]);

describe("answers from an exported file", () => {
  it("are kept whole, as text, in a tab of their own, and matched to people", () => {
    const { planner } = openWithPeople();
    const result = planner.call("importResponses", end(ANN, BO));
    expect(result).toMatchObject({ ok: true, problems: [], data: { rows: 2, added: 2, matched: 2, unmatched: 0 } });
    expect(planner.headers("Answers: End survey")).toEqual(HEADERS);
    expect(planner.rows("Answers: End survey").map((row) => HEADERS.map((header) => row[header]))).toEqual([
      ["2026-04-22 19:57:50", ...ANN.slice(1)],
      ["2026-04-23 08:05:00", ...BO.slice(1)],
    ]);
    expect(planner.rows("Survey matches")).toMatchObject([
      {
        Survey: "End survey",
        "Answered on": "2026-04-22T19:57:50",
        "Given as": "ann@x.org",
        "Participant id": "P-0001",
        "Matched by": "E-mail",
        Standing: "Counts",
      },
      { "Participant id": "P-0002" },
    ]);
    expect(summary(planner)).toMatchObject({
      responses: 2,
      matched: 2,
      duplicates: 0,
      answeredBy: { people: 2, enrolled: 3 },
      questions: [
        { title: "Clear?", type: "scale", answered: 2, n: 2, mean: 4.5, median: 4.5 },
        { title: "Why?", type: "text", answered: 2 },
      ],
    });
  });

  it("of the same file again change nothing, also after the file was closed and opened", () => {
    const { planner } = openWithPeople();
    planner.call("importResponses", end(ANN, BO));
    expect(planner.call("importResponses", end(ANN, BO))).toMatchObject({
      changes: [],
      data: { added: 0, matched: 2 },
    });
    expect(planner.cost().writes).toBe(0);
    const later = reopen(planner);
    expect(later.call("importResponses", end(BO, ANN))).toMatchObject({ changes: [] });
    expect(later.cost().writes).toBe(0);
  });

  it("of a later export add only what is new", () => {
    const { planner } = openWithPeople();
    planner.call("importResponses", end(ANN));
    expect(planner.call("importResponses", end(ANN, BO)).data).toMatchObject({ rows: 2, added: 1 });
    expect(planner.column("Answers: End survey", "Email Address")).toEqual(["ann@x.org", "bo@x.org"]);
    expect(summary(planner)).toMatchObject({ responses: 2, matched: 2 });
  });

  it("of an earlier export take nothing away", () => {
    const { planner } = openWithPeople();
    planner.call("importResponses", end(ANN, BO));
    expect(planner.call("importResponses", end(ANN))).toMatchObject({ changes: [] });
    expect(summary(planner)).toMatchObject({ responses: 2 });
  });

  it.each([
    ["questions were reworded", [["Timestamp", "Email Address", "Was it clear?", "Why is that?"], ANN, BO]],
    [
      "columns were put in another order",
      [["Why?", "Email Address", "Timestamp", "Clear?"], reordered(ANN), reordered(BO)],
    ],
    [
      "a question was added that nobody has answered yet",
      [
        [...HEADERS, "More?"],
        [...ANN, ""],
        [...BO, ""],
      ],
    ],
    [
      "a blank column came along",
      [
        [...HEADERS, ""],
        [...ANN, ""],
        [...BO, ""],
      ],
    ],
  ])("are known again where %s", (_, rows) => {
    const { planner } = openWithPeople();
    planner.call("importResponses", end(ANN, BO));
    const result = planner.call("importResponses", { survey: "end", ...table("again.csv", rows) });
    expect(result.data).toMatchObject({ added: 0, matched: 2 });
    expect(planner.rows("Answers: End survey").length).toBe(2);
    expect(summary(planner)).toMatchObject({ responses: 2, matched: 2, duplicates: 0 });
    planner.call("importResponses", { survey: "end", ...table("again.csv", rows) });
    expect(planner.cost().writes).toBe(0);
  });

  it("to a new question get a column beside the others", () => {
    const { planner } = openWithPeople();
    planner.call("importResponses", end(ANN));
    const cy = ["4/24/2026 9:00:00", "cy@x.org", "1", "Too fast", "No"];
    planner.call("importResponses", {
      survey: "end",
      ...table("end2.csv", [[...HEADERS, "Again?"], [...ANN, ""], cy]),
    });
    expect(planner.headers("Answers: End survey")).toEqual([...HEADERS, "Again?"]);
    expect(planner.rows("Answers: End survey")[1]).toMatchObject({ "Why?": "Too fast", "Again?": "No" });
    expect(summary(planner)?.questions.map(({ title, answered }) => [title, answered])).toEqual([
      ["Clear?", 2],
      ["Why?", 2],
      ["Again?", 1],
    ]);
  });

  it("under blank and doubled headers are all kept, and said to be", () => {
    const { planner } = openWithPeople();
    const odd = table("odd.csv", [
      ["Timestamp", "Email", "", "Why?", "Why?", ""],
      ["4/22/2026 19:57:50", "ann@x.org", "a", "b", "c", "d"],
    ]);
    const result = planner.call("importResponses", { survey: "end", ...odd });
    expect(codesOf(result)).toEqual(expect.arrayContaining(["header-blank", "header-duplicated"]));
    const values = planner
      .sheet("Answers: End survey")
      .cells.filter(({ row }) => row === 2)
      .map(({ value }) => value);
    expect(values).toEqual(["2026-04-22 19:57:50", "ann@x.org", "a", "b", "c", "d"]);
    // A question that stands there twice is one.
    expect(summary(planner)?.questions.length).toBe(3);
    planner.call("importResponses", { survey: "end", ...odd });
    expect(planner.cost().writes).toBe(0);
  });

  it("that stand there twice with the same moment are one response; two moments of one person, the later counts", () => {
    const { planner } = openWithPeople();
    const later = ["4/25/2026 8:05:00", "ann@x.org", "2", "Changed my mind"];
    const result = planner.call("importResponses", end(later, ANN, BO, BO));
    expect(result.data).toMatchObject({ rows: 4, added: 3, matched: 2, replaced: 1 });
    expect(codesOf(result)).toEqual(["duplicate-response"]);
    expect(planner.rows("Survey matches").map(({ Standing, Copies }) => [Standing, Copies])).toEqual([
      ["Counts", 1],
      ["Replaced", 1],
      ["Counts", 2],
    ]);
    expect(summary(planner)).toMatchObject({
      responses: 3,
      matched: 3,
      duplicates: 2,
      answeredBy: { people: 2 },
      questions: [{ title: "Clear?", answered: 2, mean: 3.5 }, { title: "Why?" }],
    });
  });

  it("without any moment are all kept, alike or not, and known again", () => {
    const { planner } = openWithPeople();
    const bare = { survey: "end", ...table("bare.csv", [["Clear?"], ["5"], ["5"], ["5"], ["4"]]) };
    expect(planner.call("importResponses", bare).data).toMatchObject({ rows: 4, added: 4, unmatched: 4 });
    planner.call("importResponses", bare);
    expect(planner.cost().writes).toBe(0);
    expect(summary(planner)).toMatchObject({ responses: 4, matched: 0, questions: [{ answered: 4, mean: 4.75 }] });
  });

  it("of several surveys are kept apart", () => {
    const { planner } = openWithPeople();
    planner.call("importResponses", end(ANN));
    planner.call("importResponses", { ...end(ANN, BO), survey: "baseline" });
    const surveys = planner
      .call("refreshResults", {})
      .data?.surveys.map(({ survey, responses }) => [survey, responses]);
    expect(surveys).toEqual([
      ["baseline", 2],
      ["end", 1],
    ]);
    expect(planner.call("importResponses", end(ANN)).changes).toEqual([]);
  });

  it("in the encoding of checkbox lists, grids and multi-line cells come through as they are", () => {
    const { planner } = openWithPeople();
    const text =
      'Timestamp,Email Address,"How [pace]","How [tone]",Which?\r\n4/22/2026 19:57:50,ann@x.org,Good,Bad,"Talks (live, taped), Texts"\r\n4/22/2026 20:57:50,bo@x.org,Good,"Line one\n- line two",Texts\r\n';
    expect(planner.call("importResponses", { survey: "end", ...file("end.csv", text) })).toMatchObject({
      ok: true,
      problems: [],
    });
    expect(planner.rows("Answers: End survey")).toMatchObject([
      { "Which?": "Talks (live, taped), Texts" },
      { "How [tone]": "Line one\n- line two" },
    ]);
  });

  it("of a survey that is none are refused by name", () => {
    const { planner } = openWithPeople();
    expect(planner.call("importResponses", { ...end(ANN), survey: "midterm" })).toMatchObject({
      ok: false,
      problems: [{ code: "unknown-survey", value: "midterm" }],
    });
  });
});

function reordered([time = "", email = "", clear = "", why = ""]: readonly string[]): readonly string[] {
  return [why, email, time, clear];
}

describe("whose an answer is", () => {
  it("the code says before the e-mail does", () => {
    const { planner, codes } = openWithPeople();
    const rows = table("coded.csv", [
      ["Timestamp", "Survey code", "Email", "Clear?"],
      ["4/22/2026 10:00:00", ` ${String(codes[0]).toUpperCase()} `, "somebody@else.org", "4"],
      ["4/22/2026 11:00:00", "wiped out", "bo@x.org", "4"],
      ["4/22/2026 12:00:00", "", "", "4"],
    ]);
    expect(planner.call("importResponses", { survey: "end", ...rows }).data).toMatchObject({
      matched: 2,
      unmatched: 1,
    });
    expect(matches(planner)).toEqual([
      ["P-0001", "Code", "Counts"],
      ["P-0002", "E-mail", "Counts"],
      ["", "", "Not matched"],
    ]);
  });

  it("a column of codes is found by what stands in it, whatever it is called", () => {
    const { planner, codes } = openWithPeople();
    const rows = codes.map((code, at) => [`4/22/2026 1${at}:00:00`, "4", code]);
    planner.call("importResponses", {
      survey: "end",
      ...table("c.csv", [["Timestamp", "Clear?", "Leave this as it is"], ...rows]),
    });
    expect(matches(planner).map(([id]) => id)).toEqual(["P-0001", "P-0002", "P-0003"]);
    expect(summary(planner)?.questions.map(({ title }) => title)).toEqual(["Clear?"]);
  });

  it("people can say it themselves, by id, e-mail or name, and that stands", () => {
    const { planner } = openWithPeople();
    const strangers = end(
      ["4/22/2026 10:00:00", "a@home.org", "4", ""],
      ["4/22/2026 11:00:00", "b@home.org", "4", ""],
      ["4/22/2026 12:00:00", "c@home.org", "4", ""],
    );
    expect(codesOf(planner.call("importResponses", strangers))).toEqual(["unmatched-response"]);
    planner.type("Survey matches", "Your choice", 2, "P-0001");
    planner.type("Survey matches", "Your choice", 3, "bo@x.org");
    planner.type("Survey matches", "Your choice", 4, "Cy");
    expect(planner.call("importResponses", strangers)).toMatchObject({ problems: [], data: { matched: 3 } });
    expect(matches(planner)).toEqual([
      ["P-0001", "Your choice", "Counts"],
      ["P-0002", "Your choice", "Counts"],
      ["P-0003", "Your choice", "Counts"],
    ]);
    planner.call("importResponses", strangers);
    expect(planner.cost().writes).toBe(0);
  });

  it("is known once the person is on the Roster", () => {
    const { planner } = openWithPeople();
    const dee = end(["4/22/2026 10:00:00", "dee@x.org", "4", ""]);
    planner.call("importResponses", dee);
    planner.call("importRoster", table("dee.csv", [["E-mail"], ["dee@x.org"]]));
    expect(planner.call("importResponses", dee).data).toMatchObject({ added: 0, matched: 1 });
    expect(matches(planner)).toEqual([["P-0004", "E-mail", "Counts"]]);
  });

  it("is nobody's where two people share the e-mail", () => {
    const { planner } = openWithPeople();
    planner.typeRow("Roster", { Name: "Ann the second", "E-mail": "ann@x.org" });
    planner.call("refreshResults", {});
    planner.call("importResponses", end(ANN));
    expect(matches(planner)).toEqual([["", "", "Not matched"]]);
  });

  it("those of people who withdrew are no response of the enrolled", () => {
    const { planner } = openWithPeople();
    planner.type("Roster", "Status", 2, "Withdrawn");
    planner.call("importResponses", end(ANN, BO));
    expect(summary(planner)?.answeredBy).toEqual({ people: 1, enrolled: 2 });
  });
});

describe("answers in a form's own response tab", () => {
  const TAB = "Form Responses 1";

  function linked(rows: readonly (readonly string[])[]) {
    const opened = openWithPeople();
    const { editor } = opened.planner;
    editor.insertTab(TAB);
    editor.linkForm(TAB, "https://docs.google.com/forms/d/1/edit");
    opened.planner.typeTable(TAB, [HEADERS, ...rows]);
    return opened;
  }

  const form = { survey: "end", source: { name: TAB } };

  it("are read where they are, dates as dates; nothing is copied and the tab is left as it is", () => {
    const { planner } = linked([ANN, BO]);
    const before = planner.sheet(TAB);
    expect(typeof before.cells.find(({ row, column }) => row === 2 && column === 1)?.value).toBe("number");
    const result = planner.call("importResponses", form);
    expect(result).toMatchObject({ ok: true, problems: [], data: { rows: 2, added: 2, matched: 2 } });
    expect(planner.sheet(TAB)).toEqual(before);
    expect(planner.editor.tabNames()).not.toContain("Answers: End survey");
    expect(planner.column("Survey matches", "Answered on")).toEqual(["2026-04-22T19:57:50", "2026-04-23T08:05:00"]);
    expect(summary(planner)).toMatchObject({ responses: 2, matched: 2 });
    planner.call("importResponses", form);
    expect(planner.cost().writes).toBe(0);
  });

  it("that come, are edited or deleted are followed at the next import", () => {
    const { planner } = linked([ANN, BO]);
    planner.call("importResponses", form);
    planner.typeTable(TAB, [["4/24/2026 9:00:00", "cy@x.org", "3", ""]], 4);
    expect(planner.call("importResponses", form).data).toMatchObject({ rows: 3, added: 1, matched: 3 });

    // Ann edits her answer: Forms writes it over the old one, with a new moment.
    planner.typeTable(TAB, [["4/25/2026 9:00:00", "ann@x.org", "1", "Changed"]], 2);
    planner.editor.deleteRows(TAB, 3);
    planner.call("importResponses", form);
    const counting = planner.rows("Survey matches").filter(({ Standing }) => Standing === "Counts");
    expect(counting.map((row) => row["Participant id"]).toSorted()).toEqual(["P-0001", "P-0003"]);
    expect(planner.rows("Survey matches").filter(({ Standing }) => Standing === "No longer there").length).toBe(2);
    expect(summary(planner)).toMatchObject({ responses: 2, matched: 2, duplicates: 0, questions: [{ mean: 2 }, {}] });
    planner.call("importResponses", form);
    expect(planner.cost().writes).toBe(0);
  });

  it("are found after the tab was renamed, moved and sorted", () => {
    const { planner } = linked([ANN, BO]);
    planner.call("importResponses", form);
    planner.editor.renameTab(TAB, "What they said");
    planner.editor.moveTab("What they said", 0);
    planner.editor.sort("What they said", 3, true);
    expect(summary(planner)).toMatchObject({ responses: 2, matched: 2 });
    expect(planner.call("importResponses", { survey: "end", source: { name: "What they said" } }).changes).toEqual([]);
  });

  it("a tab that no form fills is read as a file would be", () => {
    const { planner } = openWithPeople();
    planner.editor.insertTab(TAB);
    planner.typeTable(TAB, [HEADERS, ANN]);
    expect(planner.call("importResponses", form).data).toMatchObject({ added: 1, matched: 1 });
    expect(planner.rows("Answers: End survey").length).toBe(1);
    planner.call("importResponses", form);
    expect(planner.cost().writes).toBe(0);
  });
});

describe("a tab of answers that people work in", () => {
  it("one of their own with our name is left alone, and ours says so in its name", () => {
    const { planner } = openWithPeople();
    planner.editor.insertTab("Answers: End survey");
    planner.editor.type("Answers: End survey", "A1", "My thoughts");
    const before = planner.sheet("Answers: End survey");
    const result = planner.call("importResponses", end(ANN, BO));
    expect(result).toMatchObject({
      ok: true,
      problems: [{ code: "tab-foreign", other: "Answers: End survey (planner)" }],
    });
    expect(planner.rows("Answers: End survey (planner)").length).toBe(2);
    expect(planner.sheet("Answers: End survey")).toEqual(before);
    expect(planner.call("importResponses", end(ANN, BO))).toMatchObject({ changes: [], problems: [] });
  });

  it("remarks in a column of their own are no answers, and change no response", () => {
    const { planner } = openWithPeople();
    planner.call("importResponses", end(ANN, BO));
    planner.editor.type("Answers: End survey", "E1", "Followed up?");
    planner.editor.type("Answers: End survey", "E2", "yes, by phone");
    expect(planner.call("importResponses", end(ANN, BO)).changes).toEqual([]);
    expect(summary(planner)?.questions.map(({ title }) => title)).toEqual(["Clear?", "Why?"]);
  });

  it("a response that they deleted comes back with the file, and not without it", () => {
    const { planner } = openWithPeople();
    planner.call("importResponses", end(ANN, BO));
    planner.editor.deleteRows("Answers: End survey", 2);
    expect(summary(planner)).toMatchObject({ responses: 1 });
    expect(planner.call("importResponses", end(ANN, BO)).data).toMatchObject({ added: 1, matched: 2 });
  });
});
