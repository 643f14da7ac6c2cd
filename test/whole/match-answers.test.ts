import { describe, expect, it } from "vitest";
import { callsOf, differences, distinctCuts, picture, type Run, runCut } from "./faults";
import { codesOf, openSetUp, type Planner, reopen, table } from "./helpers";

const PEOPLE = [
  ["Name", "E-mail", "Support group", "School"],
  ["Ann Lee", "ann.lee@river.org", "Learning lab", "Elm Street"],
  ["Bo Castillo", "bo.castillo@river.org", "Learning lab", "Oak Lane"],
  ["Cy Núñez", "cy.nunez@river.org", "On their own", "Oak Lane"],
];
const HEADERS = ["Timestamp", "Email Address", "Your name", "Clear?"];
const TYPO = ["2026-09-01 10:00:00", "ann.le@river.org", "", "4"];
const HOME = ["2026-09-01 11:00:00", "castillo@home.example", "Castillo, Bo", "5"];
const STRANGER = ["2026-09-01 12:00:00", "zoe@elsewhere.example", "Zoe Quist", "1"];

const answers = (survey: string, ...rows: (readonly string[])[]) => ({
  survey,
  ...table(`${survey}.csv`, [HEADERS, ...rows]),
});

function open(...rows: (readonly string[])[]): Planner {
  const planner = openSetUp();
  planner.call("importRoster", table("people.csv", PEOPLE));
  planner.call("importResponses", answers("end", ...rows));
  return planner;
}

const listed = (planner: Planner) => planner.call("matchAnswers", {}).data?.unmatched ?? [];

/** Chooses for the answers that were given so. */
function choose(planner: Planner, choices: Readonly<Record<string, string>>) {
  const all = listed(planner);
  return planner.call("matchAnswers", {
    choices: Object.entries(choices).map(([given, choice]) => ({
      key: all.find((each) => each.given === given)?.key,
      choice,
    })),
  });
}

const matches = (planner: Planner) =>
  planner
    .rows("Survey matches")
    .map((row) => [row["Given as"], row["Participant id"] ?? "", row["Matched by"] ?? "", row.Standing]);

/** Of how many people and answers Results knows. */
const counted = (planner: Planner) => {
  const end = planner.call("refreshResults", {}).data?.surveys.find(({ survey }) => survey === "end");
  return [end?.responses, end?.matched];
};

describe("answers that are tied to nobody", () => {
  it("come with suggestions and the reasons, in the list and in the tab", () => {
    const planner = open(TYPO, HOME, STRANGER);
    expect(listed(planner)).toMatchObject([
      {
        survey: "End survey",
        answeredOn: "2026-09-01T10:00:00",
        given: "ann.le@river.org",
        suggestions: [{ person: "Ann Lee (P-0001)", why: "E-mail that differs by a letter or two" }],
      },
      { name: "Castillo, Bo", suggestions: [{ person: "Bo Castillo (P-0002)", why: "Same name" }] },
      { given: "zoe@elsewhere.example", suggestions: [] },
    ]);
    expect(planner.cost().writes).toBe(0);
    expect(planner.column("Survey matches", "Suggestion")).toEqual(["Ann Lee (P-0001)", "Bo Castillo (P-0002)", ""]);
    expect(planner.column("Survey matches", "Why")[1]).toBe("Same name");
    expect(planner.call("matchAnswers", {}).data?.people).toEqual([
      { id: "P-0001", label: "Ann Lee (P-0001)" },
      { id: "P-0002", label: "Bo Castillo (P-0002)" },
      { id: "P-0003", label: "Cy Núñez (P-0003)" },
    ]);
  });

  it("count for whom a person chose, in the same run; importing again leaves that as it is", () => {
    const planner = open(TYPO, HOME, STRANGER);
    expect(counted(planner)).toEqual([3, 0]);
    const done = choose(planner, { "ann.le@river.org": "P-0001", "castillo@home.example": "Bo Castillo (P-0002)" });
    expect(done).toMatchObject({ ok: true, problems: [], data: { total: 1, unmatched: [{ name: "Zoe Quist" }] } });
    expect(matches(planner)).toEqual([
      ["ann.le@river.org", "P-0001", "Your choice", "Counts"],
      ["castillo@home.example", "P-0002", "Your choice", "Counts"],
      ["zoe@elsewhere.example", "", "", "Not matched"],
    ]);
    expect(planner.column("Survey matches", "Your choice")).toEqual(["Ann Lee (P-0001)", "Bo Castillo (P-0002)", ""]);
    expect(counted(planner)).toEqual([3, 2]);
    expect(planner.call("importResponses", answers("end", TYPO, HOME, STRANGER)).changes).toEqual([]);
    const { choices } = { choices: done.data?.before.map(({ key }, at) => ({ key, choice: `P-000${at + 1}` })) };
    expect(planner.call("matchAnswers", { choices })).toMatchObject({ ok: true, changes: [] });
  });

  it("are no answers where they are left out, and come back where that is undone", () => {
    const planner = open(TYPO, STRANGER);
    const { data } = choose(planner, { "zoe@elsewhere.example": "Leave out" });
    expect(matches(planner)[1]).toEqual(["zoe@elsewhere.example", "", "Your choice", "Left out"]);
    expect(counted(planner)).toEqual([1, 0]);
    expect(data?.before).toMatchObject([{ choice: "" }]);
    const undone = planner.call("matchAnswers", { choices: data?.before });
    expect(undone.data?.before).toMatchObject([{ choice: "Leave out" }]);
    expect(matches(planner)[1]).toEqual(["zoe@elsewhere.example", "", "", "Not matched"]);
    expect(counted(planner)).toEqual([2, 0]);
    planner.call("matchAnswers", { choices: undone.data?.before });
    expect(counted(planner)).toEqual([1, 0]);
  });

  it("show their suggestion again where a choice is undone", () => {
    const planner = open(TYPO, HOME);
    const before = picture(planner.services.workbook(), false);
    const { data } = choose(planner, { "ann.le@river.org": "P-0003", "castillo@home.example": "P-0001" });
    planner.call("matchAnswers", { choices: data?.before });
    expect(differences(picture(planner.services.workbook(), false), before)).toEqual([]);
  });

  it("of the same e-mail follow by themselves: later ones, in other surveys and in other files", () => {
    const planner = open(TYPO);
    planner.call("importResponses", answers("baseline", [...TYPO.slice(0, 3), "1"], STRANGER));
    choose(planner, { "ann.le@river.org": "P-0001" });
    expect(matches(planner).slice(0, 2)).toEqual([
      ["ann.le@river.org", "P-0001", "Your choice", "Counts"],
      ["ann.le@river.org", "P-0001", "Your choice", "Counts"],
    ]);
    const later = ["2026-09-05 10:00:00", " Ann.Le@River.org", "", "2"];
    const next = reopen(planner).call("importResponses", answers("check-in", later));
    expect(next.data).toMatchObject({ matched: 1, unmatched: 0 });
    planner.call("importResponses", answers("end", TYPO, later));
    expect(planner.column("Survey matches", "Standing")).toEqual(["Replaced", "Counts", "Not matched", "Counts"]);
  });

  it("of the same word in place of a code do not follow: anybody can have written it", () => {
    const planner = openSetUp();
    planner.call("importRoster", table("people.csv", PEOPLE));
    const rows = [
      ["Timestamp", "Participant code", "Clear?"],
      ["2026-09-01 10:00:00", "none", "4"],
      ["2026-09-01 11:00:00", "none", "2"],
      ["2026-09-01 12:00:00", "k7wq2m9b", "3"],
      ["2026-09-01 13:00:00", "k7wq2m9b", "5"],
    ];
    planner.call("importResponses", { survey: "end", ...table("end.csv", rows) });
    const [first, , typo] = listed(planner);
    const choices = [
      { key: first?.key, choice: "P-0001" },
      { key: typo?.key, choice: "P-0002" },
    ];
    planner.call("matchAnswers", { choices });
    expect(matches(planner).map(([given, id, , standing]) => [given, id, standing])).toEqual([
      ["none", "P-0001", "Counts"],
      ["none", "", "Not matched"],
      ["k7wq2m9b", "P-0002", "Replaced"],
      ["k7wq2m9b", "P-0002", "Counts"],
    ]);
  });

  it("do not follow a choice where another was made for the answer itself, or the Roster knows the e-mail by now", () => {
    const planner = open(TYPO, STRANGER);
    planner.call("importResponses", answers("baseline", TYPO));
    const [first, , other] = listed(planner);
    const choices = [
      { key: first?.key, choice: "P-0001" },
      { key: other?.key, choice: "P-0003" },
    ];
    planner.call("matchAnswers", { choices });
    expect(matches(planner).map(([, id]) => id)).toEqual(["P-0001", "", "P-0003"]);
    // Tied to two people by now, the e-mail is nobody's.
    expect(planner.call("importResponses", answers("check-in", TYPO)).data).toMatchObject({ matched: 0 });
    choose(planner, { "zoe@elsewhere.example": "P-0002" });
    planner.typeRow("Roster", { Name: "Zoe Quist", "E-mail": "zoe@elsewhere.example" });
    planner.call("importResponses", answers("reviewer-poll", STRANGER));
    expect(matches(planner).at(-1)).toEqual(["zoe@elsewhere.example", "zoe@elsewhere.example", "E-mail", "Counts"]);
    expect(matches(planner)[1]?.[1]).toBe("P-0002");
  });

  it("may be chosen by hand in the tab as well", () => {
    const planner = open(TYPO, STRANGER);
    planner.type("Survey matches", "Your choice", 2, "Cy Núñez");
    planner.type("Survey matches", "Your choice", 3, "leave OUT");
    planner.call("importResponses", answers("end", TYPO, STRANGER));
    expect(matches(planner).map(([, id, , standing]) => [id, standing])).toEqual([
      ["P-0003", "Counts"],
      ["", "Left out"],
    ]);
  });
});

describe("answers that come with a test message", () => {
  it("are nobody's, whatever address they come with", () => {
    const planner = openSetUp();
    planner.call("importRoster", table("people.csv", PEOPLE));
    const rows = [
      ["Timestamp", "Survey code", "Email Address", "Clear?"],
      ["2026-09-01 10:00:00", "test", "ann.lee@river.org", "5"],
    ];
    const done = planner.call("importResponses", { survey: "end", ...table("end.csv", rows) });
    expect(done.data).toMatchObject({ matched: 0, unmatched: 0 });
    expect(counted(planner)).toEqual([0, 0]);
    expect(matches(planner)).toEqual([["test, ann.lee@river.org", "", "Test message", "Left out"]]);
    expect(listed(planner)).toEqual([]);
  });
});

describe("an anonymous survey", () => {
  it("has no matches at all, and what was written of it before is blanked", () => {
    const planner = open(TYPO);
    planner.call("importResponses", answers("baseline", TYPO));
    planner.type("Surveys", "Answers", planner.column("Surveys", "Survey").indexOf("End survey") + 2, "Anonymous");
    planner.call("importResponses", answers("end", TYPO, STRANGER));
    expect(planner.rows("Survey matches")).toMatchObject([
      { Survey: "End survey", Standing: "No longer there" },
      { Survey: "Baseline", Standing: "Not matched" },
    ]);
    expect(planner.rows("Survey matches")[0]).not.toHaveProperty("Given as");
    expect(listed(planner).map(({ survey }) => survey)).toEqual(["Baseline"]);
  });
});

describe("choices", () => {
  it("of several surveys in a mixed order all land in their rows", () => {
    const planner = open(TYPO, STRANGER);
    planner.call("importResponses", answers("baseline", HOME, STRANGER));
    planner.editor.sort("Survey matches", 3);
    const all = listed(planner);
    const done = planner.call("matchAnswers", {
      choices: all.map(({ key, given }) => ({ key, choice: given.startsWith("zoe") ? "Leave out" : "P-0001" })),
    });
    expect(codesOf(done)).toEqual([]);
    expect(planner.column("Survey matches", "Standing").toSorted()).toEqual([
      "Counts",
      "Counts",
      "Left out",
      "Left out",
    ]);
    expect(planner.call("collectAnswers", {}).changes).toEqual([]);
  });

  it("of two coordinators for different answers both stand, though the tab was sorted between", () => {
    const planner = open(TYPO, HOME, STRANGER);
    const [mine, theirs] = [listed(planner), listed(planner)];
    planner.call("matchAnswers", { choices: [{ key: mine[0]?.key, choice: "P-0001" }] });
    planner.editor.sort("Survey matches", 3, true);
    const last = planner.call("matchAnswers", { choices: [{ key: theirs[1]?.key, choice: "P-0002" }] });
    expect(last).toMatchObject({ ok: true, problems: [], data: { total: 1 } });
    expect(matches(planner).map(([given, id]) => [given, id])).toEqual([
      ["zoe@elsewhere.example", ""],
      ["castillo@home.example", "P-0002"],
      ["ann.le@river.org", "P-0001"],
    ]);
  });

  it("land in their rows, whenever somebody sorts the tab while they are written", () => {
    const filled = open(TYPO, HOME, STRANGER);
    const choices = listed(filled).map(({ key, given }) => ({
      key,
      choice: given.startsWith("zoe") ? "Leave out" : "P-0001",
    }));
    const calls = callsOf(
      () => reopen(filled),
      (planner) => planner.call("matchAnswers", { choices }),
    ).length;
    for (let sortedAt = 0; sortedAt < calls; sortedAt++) {
      const planner = reopen(filled);
      let at = 0;
      const remove = planner.services.hooks.beforeCall(() => {
        if (at++ === sortedAt) planner.editor.sort("Survey matches", 3, true);
      });
      planner.call("matchAnswers", { choices });
      remove();
      expect(matches(planner), `sorted before call ${sortedAt}`).toEqual([
        ["zoe@elsewhere.example", "", "Your choice", "Left out"],
        ["castillo@home.example", "P-0001", "Your choice", "Counts"],
        ["ann.le@river.org", "P-0001", "Your choice", "Replaced"],
      ]);
    }
  });

  it("for an answer that is gone, or of nobody on the Roster, change no other and are reported", () => {
    const planner = open(TYPO, STRANGER);
    const choices = [
      { key: "end gone", choice: "P-0001" },
      { key: listed(planner)[1]?.key, choice: "=HYPERLINK(1)" },
    ];
    expect(codesOf(planner.call("matchAnswers", { choices })).toSorted()).toEqual([
      "answer-gone",
      "unknown-participant",
    ]);
    expect(planner.column("Survey matches", "Your choice")).toEqual(["", "=HYPERLINK(1)"]);
    expect(matches(planner).map(([, , , standing]) => standing)).toEqual(["Not matched", "Not matched"]);
  });

  it("are at most as many as one run can write", () => {
    const planner = open(TYPO);
    const choices = Array.from({ length: 26 }, (_, at) => ({ key: `end ${at}`, choice: "" }));
    expect(codesOf(planner.call("matchAnswers", { choices }))).toEqual(["bad-input"]);
  });

  it("stopped at any call and made again leave what an undisturbed run leaves", () => {
    const filled = open(TYPO, HOME, STRANGER);
    filled.call("importResponses", answers("baseline", TYPO, STRANGER));
    const [typo, home, stranger] = listed(filled);
    const choices = [
      { key: typo?.key, choice: "P-0001" },
      { key: home?.key, choice: "P-0002" },
      { key: stranger?.key, choice: "Leave out" },
    ];
    const run: Run = (planner) => planner.call("matchAnswers", { choices });
    const again = () => reopen(filled);
    const kinds = callsOf(again, run);
    const uncut = again();
    run(uncut);
    const wanted = picture(uncut.services.workbook());
    for (const cut of distinctCuts(kinds)) {
      const planner = again();
      runCut(planner, run, cut);
      const later = reopen(planner);
      expect(run(later).ok).toBe(true);
      expect(differences(picture(later.services.workbook()), wanted), `cut before call ${cut.at}`).toEqual([]);
    }
  });

  it("cost the same calls however many answers there are", () => {
    const cost = (many: number) => {
      const rows = Array.from({ length: many }, (_, at) => [
        `2026-09-01 10:00:${10 + (at % 50)}`,
        `who${at}@x.org`,
        "",
        String(at),
      ]);
      const planner = open(...rows);
      planner.call("matchAnswers", {});
      const looked = planner.cost();
      planner.call("matchAnswers", { choices: [{ key: listed(planner)[0]?.key, choice: "P-0001" }] });
      return [looked, planner.cost()];
    };
    expect(cost(200)).toEqual(cost(2));
  });
});
