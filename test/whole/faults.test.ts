/** Every command may be stopped at any service call: run again, it leaves what an undisturbed run leaves. */
import { describe, expect, it } from "vitest";
import { allCuts, callsOf, differences, distinctCuts, picture, type Run, runCut } from "./faults";
import { codesOf, openSetUp, type Planner, PROGRAM, reopen, table } from "./helpers";

const roster = table("people.csv", [
  ["Name", "E-mail", "Support group", "Enrolled on", "Odd"],
  ["Ann", "ann@x.org", "On their own", "2026-08-30", "x"],
  ["Bo", "bo@x.org", "Learning lab", "soon", "x"],
  ["", "", "", "", "no identity"],
]);
const newer = table("newer.csv", [
  ["E-mail", "Name", "School"],
  ["ann@x.org", "Ann Castillo", "Elm Street"],
  ["bo@x.org", "Bo Baker", "Oak Lane"],
  ["dee@x.org", "Dee", ""],
]);
const submissions = table("sent.csv", [
  ["E-mail", "Micro-credential", "Attempt", "Outcome", "Decided on"],
  ["ann@x.org", "A", "1", "Awarded", "2026-08-30"],
  ["bo@x.org", "A", "1", "Not yet", ""],
  ["stranger@x.org", "A", "1", "Awarded", ""],
]);
const answers = table("end.csv", [
  ["Timestamp", "Email", "Good?"],
  ["2026-09-01 10:00:00", "ann@x.org", "yes"],
  ["2026-09-01 11:00:00", "who@x.org", "no"],
]);
const moreAnswers = table("end2.csv", [
  ["Timestamp", "Email", "Good?", "Again?"],
  ["2026-09-01 10:00:00", "ann@x.org", "yes", ""],
  ["2026-09-01 12:00:00", "bo@x.org", "yes", "yes"],
]);

/** With a row that somebody typed into an otherwise empty Roster. */
function openTyped(): Planner {
  const planner = openSetUp();
  planner.typeRow("Roster", { Name: "Eve", "E-mail": "eve@x.org" });
  return planner;
}

function openFilled(): Planner {
  const planner = openSetUp();
  planner.call("importRoster", roster);
  planner.call("importSubmissions", submissions);
  planner.call("importResponses", { survey: "end", ...answers });
  planner.typeRow("Roster", { Name: "Eve" });
  planner.typeRow("Submissions", { Participant: "Eve", Outcome: "Awarded" });
  return planner;
}

function openDecided(): Planner {
  const planner = openFilled();
  planner.call("importRoster", newer);
  const row = planner.column("Review", "In the file").indexOf("Ann Castillo") + 2;
  planner.type("Review", "Decision", row, "Use the file's value");
  return planner;
}

/** Opens the workbook that this makes, anew each time. */
function opener(make: () => Planner, id?: string): () => Planner {
  let made: Planner | null = null;
  return () => {
    made ??= make();
    return reopen(made, id ? { id } : {});
  };
}

const commands: readonly [what: string, open: () => Planner, run: Run][] = [
  ["import roster into an empty one", opener(openSetUp), (planner) => planner.call("importRoster", roster)],
  ["import roster beside typed rows", opener(openTyped), (planner) => planner.call("importRoster", roster)],
  ["import roster over known rows", opener(openFilled), (planner) => planner.call("importRoster", newer)],
  ["import roster after a decision", opener(openDecided), (planner) => planner.call("importRoster", newer)],
  ["import submissions", opener(openTyped), (planner) => planner.call("importSubmissions", submissions)],
  ["import answers", opener(openTyped), (planner) => planner.call("importResponses", { survey: "end", ...answers })],
  [
    "import more answers",
    opener(openFilled),
    (planner) => planner.call("importResponses", { survey: "end", ...moreAnswers }),
  ],
  ["refresh results", opener(openFilled), (planner) => planner.call("refreshResults", {})],
  ["settle a copy", opener(openFilled, "file-2"), (planner) => planner.call("settleCopy", { as: "new-cohort" })],
  [
    "put back what was deleted",
    opener(() => {
      const planner = openFilled();
      planner.editor.deleteTab("Surveys");
      planner.editor.deleteColumns("Timeline", 6);
      planner.editor.deleteRows("Checklist", 2, 3);
      return planner;
    }),
    (planner) => {
      const gone = ["plan-value"].map((key) => `checklist:${key}`);
      return planner.call("setUpWorkbook", { program: PROGRAM, restore: ["surveys", "timeline.owner", ...gone] });
    },
  ],
];

function runAgain(open: () => Planner, run: Run, cuts: typeof allCuts): void {
  const uncut = open();
  expect(run(uncut).ok).toBe(true);
  const wanted = picture(uncut.services.workbook(), false);
  const places = cuts(callsOf(open, run));
  expect(places.length).toBeGreaterThan(2);
  for (const cut of places) {
    const planner = open();
    runCut(planner, run, cut);
    const result = run(planner);
    expect(result.ok, JSON.stringify([cut, result.problems])).toBe(true);
    expect(codesOf(result), JSON.stringify(cut)).not.toContain("rows-moved");
    expect(differences(picture(planner.services.workbook(), false), wanted), JSON.stringify(cut)).toEqual([]);
    planner.services.free();
  }
}

describe("stopped, and run again, leaves the same rows, ids and memory", () => {
  it.each(commands)("%s", (_, open, run) => runAgain(open, run, distinctCuts));

  it("import roster, stopped before each call of any kind", () => {
    const [, open, run] = commands[1] ?? commands[0] ?? [];
    if (open && run) runAgain(open, run, allCuts);
    expect(open).toBeDefined();
  });
});

describe("the report stopped anywhere, and made again", () => {
  const open = opener(openFilled);
  const make = (planner: Planner) => planner.call("createReport", {});

  it("is one whole document that is remembered, and any left over is reported", () => {
    const uncut = open();
    make(uncut);
    const [wanted] = uncut.services.documents();
    expect(wanted?.blocks.length).toBeGreaterThan(20);
    let leftOver = 0;
    for (const cut of distinctCuts(callsOf(open, make))) {
      const planner = open();
      runCut(planner, make, cut);
      const result = make(planner);
      expect(result.ok, JSON.stringify(cut)).toBe(true);
      const documents = planner.services.documents();
      const made = documents.find(({ id }) => id === result.data?.id);
      expect(made?.blocks, JSON.stringify(cut)).toEqual(wanted?.blocks);
      if (documents.length > 1) {
        leftOver++;
        expect(codesOf(result), JSON.stringify(cut)).toContain("document-left-over");
      }
      expect(documents.length).toBeLessThanOrEqual(2);
      expect(make(planner)).toMatchObject({ changes: [], data: { id: made?.id } });
      expect(codesOf(make(planner))).not.toContain("document-left-over");
      planner.services.free();
    }
    expect(leftOver).toBeGreaterThan(0);
  });
});

describe("while somebody else's command runs", () => {
  it("every command says so and writes nothing; afterwards it runs", () => {
    const planner = openFilled();
    const before = planner.services.workbook();
    const release = planner.editor.holdLock();
    const runs: Run[] = [
      (it) => it.call("setUpWorkbook", { program: { ...PROGRAM, optionalTabs: ["rollout"] } }),
      (it) => it.call("importRoster", newer),
      (it) => it.call("importSubmissions", submissions),
      (it) => it.call("importResponses", { survey: "end", ...moreAnswers }),
      (it) => it.call("refreshResults", {}),
      (it) => it.call("createReport", {}),
      (it) => it.call("settleCopy", { as: "new-cohort" }),
    ];
    for (const run of runs) {
      expect(run(planner)).toMatchObject({ ok: false, changes: [], problems: [{ code: "locked" }] });
      expect(planner.cost().writes).toBe(0);
    }
    expect(planner.services.workbook()).toEqual(before);
    expect(planner.services.documents()).toEqual([]);
    release();
    for (const run of runs) expect(run(planner).ok).toBe(true);
  });

  it("a command that was stopped gives the lock back", () => {
    const planner = openFilled();
    runCut(planner, (it) => it.call("refreshResults", {}), { at: 20, waiting: "drop" });
    expect(planner.call("refreshResults", {}).ok).toBe(true);
  });
});
