import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerRow } from "../../../src/workbook/answers";
import { planMatches } from "../../../src/workbook/imports/match-list";
import { peopleOf } from "../../../src/workbook/people";
import { plan } from "../../../src/workbook/plan";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { applied, type Cells, rowsOf, snapshotOf, usualSurvey, withRows } from "../builders";

const ROSTER = [
  { id: "P-0001", name: "Ann Lee", email: "ann.lee@x.org", code: "k7wq2m9x", school: "Elm Street" },
  { id: "P-0002", name: "Bob Stone", email: "bob.stone@x.org", code: "c4t8rz3n" },
  { email: "no.id@x.org" },
];
const PEOPLE = snapshotOf({ roster: ROSTER });

const row = (key: string, more: Partial<AnswerRow> = {}): AnswerRow => ({
  ...{ key: `end ${key}`, exportKey: `end ${key}`, cells: [key], timestamp: "2026-09-14T10:00:00" },
  ...{ code: "", email: "", name: "", copies: 1 },
  ...more,
});

function match(rows: readonly AnswerRow[], snapshot: Snapshot = PEOPLE, survey = usualSurvey("end")) {
  const { changes, ...found } = planMatches(survey, rows, peopleOf(snapshot), snapshot, "answers");
  const left = applied(snapshot, changes);
  return { changes, found, left, list: rowsOf(left, "responses") };
}

/** As if people had written these choices into the list, by the answer's key. */
const chosen = (snapshot: Snapshot, choices: Readonly<Record<string, string>>): Snapshot =>
  withRows(snapshot, {
    responses: rowsOf(snapshot, "responses").map((cells): Cells => {
      const choice = choices[String(cells.key)];
      return choice === undefined ? cells : { ...cells, chosen: choice };
    }),
  });

describe("planMatches", () => {
  it("suggests who may have answered, with the reasons, and only where nobody is known", () => {
    const { list } = match([
      row("a", { email: "ann.le@x.org", cells: ["Elm Street", "4"] }),
      row("b", { code: "c4t8rz3n", email: "ann.le@x.org" }),
      row("c", { email: "zoe@elsewhere.example" }),
    ]);
    expect(list.map(({ suggestion = "", why = "", standing = "" }) => [standing, suggestion, why])).toEqual([
      ["Not matched", "Ann Lee (P-0001)", "E-mail that differs by a letter or two, same school"],
      ["Counts", "", ""],
      ["Not matched", "", ""],
    ]);
  });

  it("suggests people whom nobody has numbered yet by what finds them again", () => {
    const { left, list } = match([row("a", { email: "no.idd@x.org" })]);
    expect(list).toMatchObject([{ suggestion: "no.id@x.org" }]);
    const again = match([row("a", { email: "no.idd@x.org" })], chosen(left, { "end a": "no.id@x.org" }));
    expect(again.list).toMatchObject([{ standing: "Counts", participant: "no.id@x.org", matchedBy: "Your choice" }]);
  });

  it("heeds no choice that fits nobody, or several people", () => {
    const rows = [row("a", { email: "zed@x.org" })];
    const { left } = match(rows);
    for (const words of ["somebody", "?", "P-9999"])
      expect(match(rows, chosen(left, { "end a": words })).list).toMatchObject([
        { standing: "Not matched", chosen: words },
      ]);
  });

  it("lets the earlier answer of a person count where the later one is left out", () => {
    const rows = [
      row("a", { email: "ann.lee@x.org" }),
      row("b", { email: "ann.lee@x.org", timestamp: "2026-09-15T10:00:00" }),
    ];
    const { left, list } = match(rows);
    expect(list.map(({ standing }) => standing)).toEqual(["Replaced", "Counts"]);
    const again = match(rows, chosen(left, { "end b": "Leave out" }));
    expect(again.list.map(({ standing }) => standing)).toEqual(["Counts", "Left out"]);
    expect(again.found).toMatchObject({ matched: 1, unmatched: 0, replaced: 0 });
  });

  it("keeps a choice for the e-mail after the answer was edited, and so is another row", () => {
    const first = match([row("a", { email: "zed@x.org" })]).left;
    const decided = match([row("a", { email: "zed@x.org" })], chosen(first, { "end a": "P-0002" })).left;
    const edited = match([row("b", { email: "zed@x.org" })], decided);
    expect(edited.list.map(({ standing, participant }) => [standing, participant])).toEqual([
      ["No longer there", "P-0002"],
      ["Counts", "P-0002"],
    ]);
  });

  it("remembers no name: another may have it", () => {
    const first = match([row("a", { name: "Ann Leigh" })]).left;
    const again = match(
      [row("a", { name: "Ann Leigh" }), row("b", { name: "Ann Leigh" })],
      chosen(first, { "end a": "P-0001" }),
    );
    expect(again.list.map(({ standing }) => standing)).toEqual(["Counts", "Not matched"]);
  });

  it("planned again on what it left plans nothing, whatever was chosen", () => {
    const answer = fc.record({
      code: fc.constantFrom("", "k7wq2m9x", "k7wq2m9y", "test"),
      email: fc.constantFrom("", "ann.lee@x.org", "ann.le@x.org", "zed@x.org"),
      name: fc.constantFrom("", "Bob Stone", "Ann"),
      timestamp: fc.constantFrom("", "2026-09-14T10:00:00", "9/10/2026"),
    });
    const choice = fc.constantFrom("", "P-0001", "Bob Stone", "Leave out", "nobody");
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 6 }), fc.array(choice, { maxLength: 6 }), (given, choices) => {
        const rows = given.map((each, at) => row(String(at), each));
        const first = match(rows).left;
        const decided = chosen(first, Object.fromEntries(choices.map((each, at) => [`end ${at}`, each])));
        const second = match(rows, decided);
        const third = match(rows, second.left);
        expect(plan(third.changes).changes).toEqual([]);
        const { matched, unmatched, replaced } = second.found;
        expect(matched + unmatched + replaced).toBeLessThanOrEqual(rows.length);
      }),
    );
  });

  it("takes as much longer as there are more answers", () => {
    const people = Array.from({ length: 2000 }, (_, at) => ({
      id: `P-${at}`,
      name: `N ${at}`,
      email: `p${at}@x.org`,
      code: "",
    }));
    const snapshot = snapshotOf({ roster: people });
    const rows = Array.from({ length: 20_000 }, (_, at) => row(String(at), { email: `p${at % 2000}@x.org` }));
    const time = (many: number): number => {
      const start = process.cpuUsage();
      match(rows.slice(0, many), match(rows.slice(0, many), snapshot).left);
      return process.cpuUsage(start).user;
    };
    time(5000);
    expect(time(20_000) / time(5000)).toBeLessThan(12);
  });
});
