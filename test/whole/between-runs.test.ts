/** People keep editing their Sheet between two commands: nothing of that may break the next one, or be undone by it. */
import { describe, expect, it } from "vitest";
import { openSetUp, type Planner, table } from "./helpers";

const roster = table("people.csv", [
  ["Name", "E-mail", "Support group"],
  ["Ann", "ann@x.org", "On their own"],
  ["Bo", "bo@x.org", "Learning lab"],
  ["Cy", "cy@x.org", "Learning lab"],
]);
const submissions = table("sent.csv", [
  ["E-mail", "Micro-credential", "Attempt", "Outcome"],
  ["bo@x.org", "Assessment Literacy", "1", "Not yet"],
  ["ann@x.org", "Assessment Literacy", "1", "Awarded"],
  ["bo@x.org", "Assessment Literacy", "2", "Awarded"],
  ["cy@x.org", "Assessment Literacy", "1", "Not yet"],
]);
const answers = {
  survey: "end",
  ...table("end.csv", [
    ["Timestamp", "Email", "Good?"],
    ["2026-09-01 10:00:00", "ann@x.org", "yes"],
    ["2026-09-01 11:00:00", "bo@x.org", "no"],
  ]),
};

function runAll(planner: Planner) {
  return [
    planner.call("importRoster", roster),
    planner.call("importSubmissions", submissions),
    planner.call("importResponses", answers),
    planner.call("refreshResults", {}),
  ];
}

/** The tabs that people work in, and that a command fills, with the names that they go by here. */
const TABS = ["Roster", "Submissions", "Survey matches", "Answers: End survey", "Results", "Survey results"];

const edits: Record<string, (planner: Planner, tab: string) => void> = {
  "sorted upside down": ({ editor }, tab) => editor.sort(tab, 1, true),
  "got a blank row in the middle": ({ editor }, tab) => editor.insertRows(tab, 3),
  "got a column of people's own in front": ({ editor }, tab) => {
    editor.insertColumns(tab, 1);
    editor.type(tab, "A1", "Our remarks");
    editor.type(tab, "A2", "mine");
  },
  "had its first columns moved to the right": ({ editor }, tab) => editor.moveColumns(tab, 1, 2, 6),
  "had its headers renamed": (planner, tab) => {
    planner.headers(tab).forEach((header, at) => {
      // A form's questions are known by their words; all other columns by their notes.
      if (header && !tab.startsWith("Answers")) planner.type(tab, header, 1, `Ours ${at}`);
    });
  },
  "was hidden, as was its second column": ({ editor }, tab) => {
    editor.hideColumns(tab, 2);
    editor.hideTab(tab);
  },
  "was moved to the front": ({ editor }, tab) => editor.moveTab(tab, 0),
};

describe.each(Object.entries(edits))("a tab that %s", (_, edit) => {
  it.each(TABS)("%s: the same files and a refresh then write nothing", (tab) => {
    const planner = openSetUp();
    runAll(planner);
    edit(planner, tab);
    const before = planner.services.workbook();
    for (const result of runAll(planner)) {
      expect(result).toMatchObject({ ok: true, changes: [] });
      expect(result.data).not.toBeNull();
    }
    expect(planner.services.workbook()).toEqual(before);
  });
});

it("a tab renamed: the same files and a refresh then write nothing, and new rows land in it", () => {
  const planner = openSetUp();
  runAll(planner);
  for (const tab of [...TABS, "Settings", "Start"]) planner.editor.renameTab(tab, `Our ${tab}`);
  const before = planner.services.workbook();
  for (const result of runAll(planner)) expect(result).toMatchObject({ ok: true, changes: [] });
  expect(planner.services.workbook()).toEqual(before);
  planner.call("importRoster", table("more.csv", [["E-mail"], ["dee@x.org"]]));
  expect(planner.column("Our Roster", "E-mail")).toContain("dee@x.org");
});

describe("after rows were sorted and columns moved and renamed", () => {
  function rearranged(): Planner {
    const planner = openSetUp();
    runAll(planner);
    const { editor } = planner;
    planner.type("Roster", "School", 2, "Elm Street");
    editor.sort("Roster", 3, true);
    editor.moveColumns("Roster", 3, 2, 1);
    planner.type("Roster", "Participant id", 1, "Number");
    planner.type("Roster", "School", 1, "Where");
    editor.insertRows("Roster", 2);
    editor.sort("Submissions", 4, true);
    planner.type("Submissions", "Outcome", 1, "How it went");
    return planner;
  }

  it("an import fills in the right person's row", () => {
    const planner = rearranged();
    planner.call(
      "importRoster",
      table("schools.csv", [
        ["E-mail", "School"],
        ["bo@x.org", "Oak Lane"],
      ]),
    );
    const of = (name: string) => planner.rows("Roster").find(({ Name }) => Name === name);
    expect(of("Bo")).toMatchObject({ Number: "P-0002", Where: "Oak Lane" });
    expect(of("Ann")).toMatchObject({ Number: "P-0001", Where: "Elm Street" });
    expect(of("Cy")).not.toHaveProperty("Where");
  });

  it("an import fills in the right attempt, and adds what is new", () => {
    const planner = rearranged();
    const more = table("more.csv", [
      ["E-mail", "Micro-credential", "Attempt", "Notes", "Outcome"],
      ["bo@x.org", "Assessment Literacy", "1", "Missed a page.", ""],
      ["cy@x.org", "Assessment Literacy", "2", "", "Awarded"],
    ]);
    expect(planner.call("importSubmissions", more).data).toMatchObject({ added: 1, filledIn: 1 });
    const noted = planner.rows("Submissions").filter(({ Notes }) => Notes);
    expect(noted).toMatchObject([{ Participant: "Bo (P-0002)", Attempt: 1, "How it went": "Not yet" }]);
    expect(planner.call("refreshResults", {}).data?.funnel).toEqual({
      enrolled: 3,
      submitted: 3,
      decided: 3,
      awarded: 3,
    });
  });

  it("people's own columns beside computed rows stay with their rows", () => {
    const planner = openSetUp();
    runAll(planner);
    const { editor } = planner;
    editor.insertColumns("Results", 3);
    editor.type("Results", "C1", "What we think");
    const lab = planner.column("Results", "Group").indexOf("Online learning lab / PLC") + 2;
    planner.type("Results", "What we think", lab, "Ask them why");
    editor.sort("Results", 2, true);
    planner.typeRow("Submissions", { Participant: "cy@x.org", Attempt: "2", Outcome: "Awarded" });
    planner.call("refreshResults", {});
    const thought = planner.rows("Results").filter((row) => row["What we think"]);
    expect(thought).toMatchObject([{ Group: "Online learning lab / PLC", Awarded: 2 }]);
  });
});

describe("columns and tabs that people deleted", () => {
  it("a column: the rest is imported and refreshed without it, and set-up puts it back when asked", () => {
    const planner = openSetUp();
    runAll(planner);
    planner.editor.deleteColumns("Roster", planner.headers("Roster").indexOf("School") + 1);
    const result = planner.call(
      "importRoster",
      table("s.csv", [
        ["E-mail", "School", "Notes"],
        ["ann@x.org", "Elm", "hi"],
      ]),
    );
    expect(result.ok).toBe(true);
    expect(planner.rows("Roster")[0]).toMatchObject({ Name: "Ann", Notes: "hi" });
    expect(planner.headers("Roster")).not.toContain("School");
    expect(planner.call("refreshResults", {}).ok).toBe(true);
  });

  it("a tab: commands that need it say so and change nothing, the others go on", () => {
    const planner = openSetUp();
    runAll(planner);
    planner.editor.deleteTab("Submissions");
    const before = planner.services.workbook();
    for (const result of [planner.call("importSubmissions", submissions), planner.call("refreshResults", {})])
      expect(result).toMatchObject({ ok: false, problems: [{ code: "tab-missing", tab: "Submissions" }] });
    expect(planner.services.workbook()).toEqual(before);
    expect(planner.call("importRoster", roster).ok).toBe(true);
  });
});
