import { describe, expect, it } from "vitest";
import { openPlanner, openSetUp, PROGRAM, reopen } from "./helpers";

const CORE = [
  "Start",
  "Settings",
  "Checklist",
  "Model",
  "Support groups",
  "Micro-credentials",
  "Roster",
  "Submissions",
  "Support log",
  "Timeline",
  "Surveys",
  "Questions",
  "Focus group",
  "Survey matches",
  "Results",
  "Survey results",
  "Survey results by group",
  "Written answers",
  "Charts",
  "Review",
  "Sending",
];

describe("setting up an empty spreadsheet", () => {
  it("makes every core tab, and none that was not switched on; the one empty tab becomes Start", () => {
    const planner = openPlanner();
    const result = planner.call("setUpWorkbook", { program: PROGRAM });
    expect(result).toMatchObject({ ok: true, problems: [] });
    expect(planner.editor.tabNames()).toEqual(CORE);
    expect(planner.sheet("Settings").hidden).toBe(true);
  });

  it("makes them behind the tabs that people have", () => {
    const planner = openPlanner();
    planner.editor.type("Sheet1", "A1", "Lunch");
    planner.call("setUpWorkbook", { program: PROGRAM });
    expect(planner.editor.tabNames().slice(0, 2)).toEqual(["Sheet1", "Settings"]);
    expect(planner.editor.tabNames().toSorted()).toEqual(["Sheet1", ...CORE].toSorted());
    expect(planner.editor.read("Sheet1", "A1")).toBe("Lunch");
  });

  it("makes the optional tabs that were switched on, then and later", () => {
    const planner = openSetUp();
    const program = { ...PROGRAM, optionalTabs: ["committee", "communications"] };
    expect(planner.call("setUpWorkbook", { program }).ok).toBe(true);
    expect(planner.editor.tabNames()).toEqual([...CORE, "Communications", "Committee"]);
    expect(planner.call("setUpWorkbook", { program }).changes).toEqual([]);
  });

  it("shows first what it would do, and does nothing yet", () => {
    const planner = openPlanner();
    const result = planner.call("setUpWorkbook", { program: PROGRAM, preview: true });
    expect(result.changes.filter((change) => change.startsWith("New tab")).length).toBe(CORE.length);
    expect(planner.cost().writes).toBe(0);
    expect(planner.editor.tabNames()).toEqual(["Sheet1"]);
  });

  it("gives each header a note with help and its key, freezes the header row, and sets dropdowns and boxes", () => {
    const planner = openSetUp();
    const { notes, frozenRows, validations } = planner.sheet("Roster");
    expect(notes.map(({ text }) => /· roster\.(\w+)$/.exec(text)?.[1])).toContain("supportGroup");
    expect(notes.filter(({ text }) => !/· roster\.\w+$/.test(text))).toEqual([]);
    expect(notes.length).toBe(planner.headers("Roster").length);
    expect(frozenRows).toBe(1);
    expect(validations.map(({ rule }) => rule.kind)).toEqual(
      expect.arrayContaining(["range", "list", "date", "checkbox"]),
    );
    // A box below the last row would be content, and people's next row would land under it.
    expect(planner.rows("Roster")).toEqual([]);
    expect(planner.sheet("Start").protection).toMatchObject({ warningOnly: true });
    expect(planner.sheet("Roster").protection).toBeNull();
  });

  it("fills in the model's answers, the groups, and a timeline from the launch date, as real dates", () => {
    const planner = openSetUp();
    expect(planner.rows("Support groups")).toEqual([
      { Group: "On their own", "Support model": "Independent", Key: "On their own" },
      { Group: "Learning lab", "Support model": "Online learning lab / PLC", Key: "Learning lab" },
    ]);
    const answer = Object.fromEntries(planner.rows("Model").map(({ Key, Answer }) => [Key, Answer]));
    expect(answer).toMatchObject({ program: "River program", launch: "date 2026-09-01", location: "Rural" });
    const starts = planner.column("Timeline", "Start");
    expect(starts.length).toBeGreaterThan(10);
    expect(starts.filter((start) => !/^date \d{4}-\d{2}-\d{2}$/.test(String(start)))).toEqual([]);
  });

  it("keeps figures on Start live: they follow what people do in the tabs", () => {
    const planner = openSetUp();
    const total = planner.figure("Ready to plan: items that apply");
    expect(total).toBe(planner.column("Checklist", "Phase").filter((phase) => phase === "Ready to plan").length);
    expect(planner.figure("Ready to plan: items done")).toBe(0);
    planner.type("Checklist", "Done", 2, "TRUE");
    planner.type("Checklist", "Not needed", 3, "TRUE");
    expect(planner.figure("Ready to plan: items done")).toBe(1);
    expect(planner.figure("Ready to plan: items that apply")).toBe(Number(total) - 1);
    planner.typeRow("Submissions", { Participant: "ann@x.org", Outcome: "Awarded" });
    expect(planner.figure("Attempts: awarded")).toBe(1);
    planner.typeRow("Roster", { Name: "Ann", "Support group": "Independent" });
    expect(planner.figure("People in a group named Independent")).toBe(1);
    expect(String(planner.figure("Decisions since Results was refreshed"))).toMatch(/^1 new decisions: refresh/);
  });

  it("refuses what is no program, naming the field", () => {
    const planner = openPlanner();
    const result = planner.call("setUpWorkbook", { program: { ...PROGRAM, launch: "September" } });
    expect(result).toMatchObject({ ok: false, problems: [{ code: "bad-input", column: "program.launch" }] });
    expect(planner.editor.tabNames()).toEqual(["Sheet1"]);
  });

  it("is asked for by every other command before it has run", () => {
    const planner = openPlanner();
    const source = { name: "r.csv", cells: [["E-mail"], ["ann@x.org"]] };
    const results = [
      planner.call("importRoster", { source }),
      planner.call("importSubmissions", { source }),
      planner.call("importResponses", { source, survey: "baseline" }),
      planner.call("refreshResults", {}),
      planner.call("createReport", {}),
      planner.call("settleCopy", { as: "same-cohort" }),
    ];
    for (const result of results) expect(result).toMatchObject({ ok: false, problems: [{ code: "not-set-up" }] });
    expect(planner.editor.tabNames()).toEqual(["Sheet1"]);
  });
});

describe("setting up again", () => {
  it("leaves widths, lines and columns as people have them: keys are hidden and long texts shown whole at first only", () => {
    const planner = openSetUp();
    const made = planner.sheet("Checklist");
    const place = (header: string): number => planner.headers("Checklist").indexOf(header) + 1;
    expect(made.hiddenColumns).toEqual([place("Key")]);
    const wrapped = made.formats.filter(({ format, range }) => format.wrap && range.row > 1);
    expect(wrapped.map(({ range }) => range.column)).toEqual(["Item", "Note"].map(place));
    const workbook = planner.services.workbook();
    const theirs = workbook.sheets.map(({ hiddenColumns: _, ...sheet }) => ({ ...sheet, columnWidths: { 1: 33 } }));
    const later = openPlanner({ workbook: { ...workbook, sheets: theirs }, ids: "later" });
    expect(later.call("setUpWorkbook", { program: PROGRAM })).toMatchObject({ ok: true, changes: [] });
    expect(later.sheet("Checklist").hiddenColumns).toBeUndefined();
    expect(later.sheet("Checklist").columnWidths).toEqual({ 1: 33 });
  });

  it("writes nothing where nothing is missing", () => {
    const planner = openSetUp();
    expect(planner.call("setUpWorkbook", { program: PROGRAM })).toMatchObject({ ok: true, changes: [], problems: [] });
    expect(planner.cost().writes).toBe(0);
  });

  it("writes nothing after people renamed, moved, hid, inserted and sorted, and changes nothing of that", () => {
    const planner = openSetUp();
    const { editor } = planner;
    editor.renameTab("Roster", "Our teachers");
    editor.moveTab("Our teachers", 0);
    editor.hideTab("Timeline");
    planner.type("Our teachers", "E-mail", 1, "Where to write");
    editor.moveColumns("Our teachers", 1, 2, 6);
    editor.insertColumns("Our teachers", 3);
    editor.type("Our teachers", "C1", "Shoe size");
    editor.hideColumns("Our teachers", 2);
    editor.sort("Checklist", 2);
    editor.insertRows("Checklist", 5);
    editor.type("Checklist", "B5", "An item of our own");
    editor.insertTab("Lunch list", 3);
    const before = planner.services.workbook();

    expect(planner.call("setUpWorkbook", { program: PROGRAM })).toMatchObject({ ok: true, changes: [], problems: [] });
    expect(planner.cost().writes).toBe(0);
    expect(planner.services.workbook()).toEqual(before);
  });

  it("does not put back what people deleted: a row, a column, a tab", () => {
    const planner = openSetUp();
    const gone = planner.column("Checklist", "Key")[0];
    planner.editor.deleteRows("Checklist", 2);
    planner.editor.deleteColumns("Timeline", planner.headers("Timeline").indexOf("Owner") + 1);
    planner.editor.deleteTab("Surveys");
    const before = planner.services.workbook();

    const again = planner.call("setUpWorkbook", { program: PROGRAM });
    expect(again).toMatchObject({ ok: true, changes: [], problems: [] });
    expect(again.data?.deleted.map(({ key }) => key).toSorted()).toEqual([
      `checklist:${gone}`,
      "surveys",
      "timeline.owner",
    ]);
    expect(planner.cost().writes).toBe(0);
    expect(planner.services.workbook()).toEqual(before);

    const restore = [`checklist:${gone}`, "timeline.owner", "surveys"];
    expect(planner.call("setUpWorkbook", { program: PROGRAM, restore })).toMatchObject({ ok: true, problems: [] });
    expect(planner.column("Checklist", "Key")).toContain(gone);
    expect(planner.headers("Timeline")).toContain("Owner");
    expect(planner.editor.tabNames()).toContain("Surveys");
    expect(planner.call("setUpWorkbook", { program: PROGRAM }).changes).toEqual([]);
  });

  it("gives a note back to a column that lost it, and puts a deleted live figure back", () => {
    const planner = openSetUp();
    const cell = planner.at("Roster", "E-mail", 1);
    planner.editor.setNote("Roster", cell, "");
    const overdue = planner.column("Start", "What").indexOf("Late: past their end and not done") + 2;
    planner.type("Start", "Now", overdue, "");
    expect(planner.call("setUpWorkbook", { program: PROGRAM }).ok).toBe(true);
    expect(planner.editor.note("Roster", cell)).toMatch(/· roster\.email$/);
    expect(planner.figure("Late: past their end and not done")).toEqual(expect.any(Number));
    expect(planner.call("setUpWorkbook", { program: PROGRAM }).changes).toEqual([]);
  });

  it("keeps the words that people changed, and finds the tabs though the file was reopened", () => {
    const planner = openSetUp();
    planner.type("Checklist", "Item", 2, "In our own words");
    planner.editor.renameTab("Settings", "Do not touch");
    planner.editor.renameTab("Checklist", "To do");
    const later = reopen(planner);
    expect(later.call("setUpWorkbook", { program: PROGRAM }).changes).toEqual([]);
    expect(later.column("To do", "Item")[0]).toBe("In our own words");
  });
});

describe("what is people's own", () => {
  it("a tab of theirs called Roster is left alone, and ours says so in its name", () => {
    const planner = openPlanner();
    planner.editor.insertTab("Roster");
    planner.editor.type("Roster", "A1", "Bus driver");
    const before = planner.sheet("Roster");
    const result = planner.call("setUpWorkbook", { program: PROGRAM });
    expect(result.problems).toMatchObject([{ code: "tab-foreign", tab: "Roster", other: "Roster (planner)" }]);
    expect(planner.sheet("Roster")).toEqual(before);
    expect(planner.headers("Roster (planner)")).toContain("Participant id");
    planner.call("importRoster", { source: { name: "r.csv", cells: [["E-mail"], ["ann@x.org"]] } });
    expect(planner.column("Roster (planner)", "E-mail")).toEqual(["ann@x.org"]);
    expect(planner.sheet("Roster")).toEqual(before);
  });

  it("a blank tab of that name is taken over", () => {
    const planner = openPlanner();
    planner.editor.insertTab("Roster");
    expect(planner.call("setUpWorkbook", { program: PROGRAM }).problems).toEqual([]);
    expect(planner.headers("Roster")).toContain("Participant id");
    expect(planner.editor.tabNames()).not.toContain("Roster (planner)");
  });

  it("conditional formats that they made are still there, before ours", () => {
    const theirs = { ranges: [{ row: 2, column: 1, rows: 5, columns: 2 }], formula: "=$A2>3", background: "#00ff00" };
    const planner = openSetUp();
    planner.editor.addConditionalFormat("Roster", theirs);
    planner.editor.deleteTab("Timeline");
    planner.editor.insertTab("Timeline");
    planner.editor.addConditionalFormat("Timeline", theirs);
    planner.call("setUpWorkbook", { program: PROGRAM, restore: ["timeline"] });
    expect(planner.sheet("Roster").conditionalFormats).toContainEqual(theirs);
    const [first, ...ours] = planner.sheet("Timeline").conditionalFormats;
    expect(first).toEqual(theirs);
    expect(ours.length).toBeGreaterThan(0);
  });

  it("a duplicated tab of ours is reported and left alone", () => {
    const planner = openSetUp();
    planner.editor.duplicateTab("Roster");
    planner.editor.type("Copy of Roster", "C2", "Only in the copy");
    const copy = planner.sheet("Copy of Roster");
    expect(planner.call("setUpWorkbook", { program: PROGRAM }).changes).toEqual([]);
    planner.call("importRoster", { source: { name: "r.csv", cells: [["E-mail"], ["ann@x.org"]] } });
    expect(planner.column("Roster", "E-mail")).toEqual(["ann@x.org"]);
    expect(planner.sheet("Copy of Roster")).toEqual(copy);
  });
});

describe("a copy of the workbook", () => {
  const roster = {
    source: {
      name: "r.csv",
      cells: [
        ["Name", "E-mail"],
        ["Ann", "ann@x.org"],
        ["Bo", "bo@x.org"],
      ],
    },
  };
  const submissions = {
    source: {
      name: "s.csv",
      cells: [
        ["E-mail", "Attempt", "Outcome"],
        ["ann@x.org", "1", "Awarded"],
      ],
    },
  };
  const answers = {
    survey: "end",
    source: {
      name: "e.csv",
      cells: [
        ["Email", "Good?"],
        ["ann@x.org", "yes"],
      ],
    },
  };

  function copied() {
    const original = openSetUp();
    original.call("importRoster", roster);
    original.call("importSubmissions", submissions);
    original.call("importResponses", answers);
    original.typeRow("Support log", { Category: "Coaching", Participant: "P-0001" });
    original.type("Checklist", "Item", 2, "In our own words");
    original.type("Surveys", "Sent on", 2, "2026-09-01");
    original.call("refreshResults", {});
    original.call("createReport", {});
    return reopen(original, { id: "file-2" });
  }

  it("is refused by every command until it is settled what it is for", () => {
    const planner = copied();
    const before = planner.services.workbook();
    const results = [
      planner.call("setUpWorkbook", { program: PROGRAM }),
      planner.call("importRoster", roster),
      planner.call("importSubmissions", submissions),
      planner.call("importResponses", answers),
      planner.call("refreshResults", {}),
      planner.call("createReport", { again: true }),
      planner.call("createSurvey", { survey: "end" }),
      planner.call("sendSurvey", { survey: "end", subject: "S", text: "{link}" }),
    ];
    for (const result of results) expect(result).toMatchObject({ ok: false, problems: [{ code: "workbook-copied" }] });
    expect(planner.services.workbook()).toEqual(before);
    // The original's report, and no other.
    expect(planner.services.documents().length).toBe(1);
    expect(planner.services.outside().forms).toEqual([]);
    expect(planner.call("readDialogFacts")).toMatchObject({ isCopy: true });
  });

  it("for the same cohort goes on where it was", () => {
    const planner = copied();
    expect(planner.call("settleCopy", { as: "same-cohort" }).ok).toBe(true);
    expect(planner.column("Roster", "Name")).toEqual(["Ann", "Bo"]);
    expect(planner.call("importRoster", roster)).toMatchObject({ ok: true, changes: [] });
    expect(planner.call("importResponses", answers)).toMatchObject({ ok: true, changes: [] });
    expect(planner.call("refreshResults", {})).toMatchObject({
      ok: true,
      data: { funnel: { enrolled: 2, awarded: 1 } },
    });
  });

  it("for a new cohort loses its people, answers and sends, keeps the plan, and never uses an id again", () => {
    const planner = copied();
    const preview = planner.call("settleCopy", { as: "new-cohort", preview: true });
    expect(preview.changes).toEqual(expect.arrayContaining(["Roster: all rows cleared"]));
    expect(planner.column("Roster", "Name")).toEqual(["Ann", "Bo"]);

    expect(planner.call("settleCopy", { as: "new-cohort" }).ok).toBe(true);
    for (const tab of ["Roster", "Submissions", "Support log", "Survey matches", "Results", "Survey results", "Review"])
      expect(planner.rows(tab)).toEqual([]);
    expect(planner.rows("Answers: End survey")).toEqual([]);
    expect(planner.column("Surveys", "Sent on").filter((sent) => sent !== "")).toEqual([]);
    expect(planner.column("Checklist", "Item")[0]).toBe("In our own words");
    expect(planner.rows("Support groups").length).toBe(2);
    expect(planner.call("readDialogFacts")).toMatchObject({ isCopy: false });

    planner.call("importRoster", roster);
    planner.call("importSubmissions", submissions);
    expect(planner.column("Roster", "Participant id")).toEqual(["P-0003", "P-0004"]);
    expect(planner.column("Submissions", "Submission id")).toEqual(["S-0002"]);
    expect(planner.call("settleCopy", { as: "new-cohort" })).toMatchObject({ ok: true, changes: [] });
    expect(planner.rows("Roster").length).toBe(2);
  });
});
