/** People go on editing while a command runs. Whatever they do, and whenever, nobody's cells and nobody's id are lost. */
import { describe, expect, it } from "vitest";
import { openSetUp, type Planner, reopen, type ShownRow, table } from "./helpers";

const NAMES = ["Ann", "Bo", "Cy", "Dee", "Eve", "Flo"];

/** Ann, Bo and Cy were imported; Dee, Eve and Flo were typed in and have no ids yet. Each has a note of their own. */
function made(): Planner {
  const planner = openSetUp();
  const imported = NAMES.slice(0, 3).map((name) => [name, `${name}@x.org`, `note of ${name}`]);
  planner.call("importRoster", table("people.csv", [["Name", "E-mail", "Notes"], ...imported]));
  for (const name of NAMES.slice(3))
    planner.typeRow("Roster", { Name: name, "E-mail": `${name}@x.org`, Notes: `note of ${name}` });
  planner.typeRow("Submissions", { Participant: "Flo", Outcome: "Awarded", Notes: "first" });
  planner.typeRow("Submissions", { Participant: "Bo", Outcome: "Not yet", Notes: "second" });
  return planner;
}

let workbook: Planner | null = null;
function open(): Planner {
  workbook ??= made();
  return reopen(workbook);
}

const commands: Record<string, (planner: Planner) => { readonly ok: boolean }> = {
  refresh: (planner) => planner.call("refreshResults", {}),
  "import roster": (planner) =>
    planner.call(
      "importRoster",
      table("more.csv", [
        ["E-mail", "School"],
        ["Ann@x.org", "Elm"],
        ["Dee@x.org", "Elm"],
        ["Cy@x.org", "Oak"],
        ["Gus@x.org", "Oak"],
      ]),
    ),
  "import submissions": (planner) =>
    planner.call(
      "importSubmissions",
      table("sent.csv", [
        ["E-mail", "Outcome", "Decided on"],
        ["Flo@x.org", "Awarded", "2026-09-01"],
        ["Ann@x.org", "Not yet", ""],
      ]),
    ),
};

const edits: Record<string, (planner: Planner) => void> = {
  "sorts the Roster": ({ editor }) => editor.sort("Roster", 3, true),
  "sorts the Submissions": ({ editor }) => editor.sort("Submissions", 2),
  "inserts a row in the middle and types into it": (planner) => {
    planner.editor.insertRows("Roster", 4);
    planner.typeRow("Roster", { Name: "Hal", Notes: "note of Hal" }, 4);
  },
  "types a new row below the others": (planner) => {
    const notes = planner.column("Roster", "Notes");
    planner.typeRow("Roster", { Name: "Hal", Notes: "note of Hal" }, notes.length + 2);
  },
  "inserts a column in front": ({ editor }) => {
    editor.insertColumns("Roster", 1);
    editor.type("Roster", "A1", "Shoe size");
    editor.type("Roster", "A3", "44");
  },
  "moves a column": ({ editor }) => editor.moveColumns("Roster", 4, 1, 1),
  "types into a blank cell": (planner) => {
    const row = planner.column("Roster", "Name").indexOf("Bo") + 2;
    planner.type("Roster", "Facilitator", row, "Rosa");
  },
  "deletes a row": (planner) => {
    planner.editor.deleteRows("Roster", planner.column("Roster", "Name").indexOf("Bo") + 2);
  },
};

/** Where somebody else can get in: before the script reads, and before its writes land. */
function gaps(run: (planner: Planner) => unknown): readonly number[] {
  const planner = open();
  const found: number[] = [];
  let at = 0;
  const remove = planner.services.hooks.beforeCall((_, kind) => {
    if (kind === "read" || kind === "flush") found.push(at);
    at++;
  });
  run(planner);
  remove();
  // What is done early is simply read: from where the command looks again whether anything moved, each gap counts.
  return found.filter((_, index) => index % 3 === 0 || index > found.length - 15);
}

function disturb(planner: Planner, gap: number, edit: (planner: Planner) => void): void {
  let at = 0;
  planner.services.hooks.beforeCall(() => {
    if (at++ === gap) edit(planner);
  });
}

/** What the editor alone leaves: every cell of it must be there at the end. */
function people(roster: readonly ShownRow[]): readonly ShownRow[] {
  return roster.map(({ "Participant id": _, "Survey code": __, School: ___, ...theirs }) => theirs);
}

describe.each(Object.entries(commands))("while a %s runs", (what, run) => {
  it.each(Object.entries(edits))("somebody %s", (__, edit) => {
    const alone = open();
    const idsBefore = new Map(alone.rows("Roster").map((row) => [row.Name, row["Participant id"]]));
    edit(alone);
    const wanted = people(alone.rows("Roster"));
    const places = gaps(run);
    expect(places.length).toBeGreaterThan(5);
    for (const gap of places) {
      const planner = open();
      disturb(planner, gap, edit);
      run(planner);
      const hint = `before call ${gap}`;
      // Theirs, and in the order that they gave it; new rows, who have no names, stand below.
      expect(
        people(planner.rows("Roster")).filter((row) => "Name" in row),
        hint,
      ).toEqual(wanted);
      expect(run(planner).ok, hint).toBe(true);
      if (what === "import submissions") planner.call("refreshResults", {});
      const roster = planner.rows("Roster");
      expect(
        people(roster).filter((row) => "Name" in row),
        hint,
      ).toEqual(wanted);
      const ids = roster.map((row) => row["Participant id"] ?? "");
      expect(
        ids.filter((id) => !/^P-\d{4}$/.test(String(id))),
        hint,
      ).toEqual([]);
      expect(new Set(ids).size, hint).toBe(ids.length);
      for (const row of roster)
        if (idsBefore.get(row.Name)) expect(row["Participant id"], hint).toBe(idsBefore.get(row.Name));
      expect(new Set(roster.map((row) => row["Survey code"])).size, hint).toBe(ids.length);
      const submissions = planner.rows("Submissions");
      const sent = submissions.filter(({ Notes }) => Notes);
      expect(new Map(sent.map(({ Notes, Participant }) => [Notes, Participant])), hint).toEqual(
        new Map([
          ["first", "Flo"],
          ["second", "Bo"],
        ]),
      );
      planner.services.free();
    }
  });
});
