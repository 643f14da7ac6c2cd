import { describe, expect, it } from "vitest";
import { answerTab } from "../../../src/workbook/answer-tabs";
import type { CellValue } from "../../../src/workbook/cell";
import { type AnswerChoices, planAnswersHere } from "../../../src/workbook/imports/responses";
import { findColumns } from "../../../src/workbook/layout";
import { recordTabs } from "../../../src/workbook/set-up-plan";
import { remember } from "../../../src/workbook/settings";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { headerNote } from "../../../src/workbook/tab";
import {
  answersImport,
  applied,
  codesIn,
  rowsOf,
  snapshotOf,
  tableOf,
  usualSurvey,
  withAnswers,
  withRows,
} from "../builders";

const ROSTER = [
  { id: "P-0001", name: "Ann", email: "ann@x.org", code: "k7wq2m9x" },
  { id: "P-0002", name: "Bob", email: "bob@x.org", code: "c4t8rz3n" },
];
const PEOPLE = snapshotOf({ roster: ROSTER });

function run(text: string, snapshot: Snapshot = PEOPLE, choices: AnswerChoices = {}) {
  const { tab, planned } = answersImport("end", tableOf(text), snapshot, choices);
  const { plan, data } = planned(seenBy(snapshot, tab));
  const done = applied(seenBy(snapshot, tab), plan, [tab]);
  // Remembered once all is written, as every command does.
  const left = applied(done, remember(done, recordTabs([tab], done, new Map([[tab.key, 7]]), null)));
  return { plan, data, left, tab, codes: codesIn(plan.problems), matches: rowsOf(left, "responses") };
}

/** The answer tab as it is read for a file with other headers: the columns of both. */
function seenBy(snapshot: Snapshot, tab: ReturnType<typeof answerTab>): Snapshot {
  const now = snapshot.tabs.get(tab.key);
  if (!now) return snapshot;
  const keys = new Map(Object.entries(now.layout.columns).map(([key, at]) => [at, key]));
  const notes = now.headers.map((_, at) => `· ${tab.key}.${keys.get(at) ?? ""}`);
  return { tabs: new Map(snapshot.tabs).set(tab.key, { ...now, layout: findColumns(tab, now.headers, notes) }) };
}
const answersIn = ({ tabs }: Snapshot) => tabs.get("answers-file-end");

describe("planAnswersFromFile", () => {
  it("keeps answers whole and as text, and ties them to people by code, then e-mail", () => {
    const { left, data, matches } = run(
      "Timestamp,Survey code,Email,Why?\n2026-09-14 10:00:00,K7WQ2M9X,,=1+1\n2026-09-14 11:00:00,,BOB@x.org,007",
    );
    expect(answersIn(left)?.rows).toEqual([
      ["2026-09-14 10:00:00", "K7WQ2M9X", "", "=1+1"],
      ["2026-09-14 11:00:00", "", "BOB@x.org", "007"],
    ]);
    expect(matches).toMatchObject([
      {
        participant: "P-0001",
        matchedBy: "Code",
        standing: "Counts",
        survey: "End survey",
        given: "K7WQ2M9X",
        copies: 1,
      },
      { participant: "P-0002", matchedBy: "E-mail", standing: "Counts", answeredOn: "2026-09-14T11:00:00" },
    ]);
    expect(data).toMatchObject({ rows: 2, added: 2, matched: 2, unmatched: 0, replaced: 0 });
  });

  it("counts a person's latest answer, and the others as replaced", () => {
    const { matches, codes } = run(
      "Timestamp,Email,Why?\n2026-09-20 10:00:00,ann@x.org,new\n2026-09-14 10:00:00,ann@x.org,old",
    );
    expect(matches.map(({ standing }) => standing)).toEqual(["Counts", "Replaced"]);
    expect(codes).toEqual(["duplicate-response"]);
  });

  it("goes by the order of the rows where moments can be read two ways", () => {
    const { matches } = run("Timestamp,Email,Why?\n9/8/2026 10:00:00,ann@x.org,old\n10/8/2026 10:00:00,ann@x.org,new");
    expect(matches.map(({ standing }) => standing)).toEqual(["Replaced", "Counts"]);
  });

  it("counts a row that stands there twice once, and keeps how often it stood", () => {
    const row = "2026-09-14 10:00:00,ann@x.org,yes\n";
    const { matches, data } = run(`Timestamp,Email,Why?\n${row}${row}`);
    expect(matches).toMatchObject([{ copies: 2, standing: "Counts" }]);
    expect(data).toMatchObject({ rows: 2, added: 1 });
  });

  it("reports answers of nobody known, and follows the person that somebody chose", () => {
    const text = "Timestamp,Email,Why?\n2026-09-14 10:00:00,zed@x.org,yes";
    const first = run(text);
    expect(first.codes).toEqual(["unmatched-response"]);
    expect(first.matches).toMatchObject([{ standing: "Not matched" }]);
    const answered = first.matches.map((row) => ({ ...row, chosen: "Bob" }));
    const second = run(text, withRows(first.left, { responses: answered }));
    expect(second.matches).toMatchObject([
      { participant: "P-0002", matchedBy: "Your choice", standing: "Counts", chosen: "Bob" },
    ]);
    expect(run(text, second.left).plan.changes).toEqual([]);
  });

  it("tells people without an id apart", () => {
    const typed = snapshotOf({ roster: [{ email: "ann@x.org" }, { email: "bob@x.org" }] });
    const { matches } = run("Timestamp,Email\n2026-09-14 10:00:00,ann@x.org\n2026-09-14 11:00:00,bob@x.org", typed);
    expect(matches.map(({ participant, standing }) => [participant, standing])).toEqual([
      ["ann@x.org", "Counts"],
      ["bob@x.org", "Counts"],
    ]);
  });

  it("adds only what is new of a later export, and a column for a new question", () => {
    const first = run("Timestamp,Email,Why?\n2026-09-14 10:00:00,ann@x.org,yes");
    const text = "Timestamp,Email,Why?,How?\n2026-09-14 10:00:00,ann@x.org,yes,\n2026-09-15 10:00:00,bob@x.org,no,well";
    const second = run(text, first.left);
    expect(second.data).toMatchObject({ rows: 2, added: 1, matched: 2 });
    expect(answersIn(second.left)?.headers).toEqual(["Timestamp", "Email", "Why?", "How?"]);
    expect(answersIn(second.left)?.rows[1]).toEqual(["2026-09-15 10:00:00", "bob@x.org", "no", "well"]);
    expect(run(text, second.left).plan.changes).toEqual([]);
  });

  it("keeps rows that are longer than the header, and blank and repeated headers", () => {
    const text = "Timestamp,Why?,,Why?\n2026-09-14 10:00:00,a,b,c,d\n";
    const once = run(text);
    expect(answersIn(once.left)?.rows).toEqual([["2026-09-14 10:00:00", "a", "b", "c", "d"]]);
    expect(once.codes).toEqual(expect.arrayContaining(["header-blank", "header-duplicated"]));
    expect(run(text, once.left).plan.changes).toEqual([]);
  });

  it("makes no tab for a file without answers", () => {
    expect(run("Timestamp,Why?\n").plan.changes).toEqual([]);
  });
});

describe("planAnswersHere", () => {
  const headers = ["Timestamp", "Email", "Why?"];
  const linked = (rows: readonly (readonly CellValue[])[], snapshot = PEOPLE) =>
    withAnswers(snapshot, "end", headers, rows, "form");
  const match = (snapshot: Snapshot) => {
    const { plan, data } = planAnswersHere(usualSurvey("end"), snapshot);
    return { plan, data, left: applied(snapshot, plan) };
  };
  const ANN = [{ date: "2026-09-14T10:00:00" }, "ann@x.org", "yes"];
  const BOB = [{ date: "2026-09-15T10:00:00" }, "bob@x.org", "no"];

  it("writes only the match list", () => {
    const { plan, data } = match(linked([ANN, BOB]));
    expect(plan.changes.map(({ tab }) => tab)).toEqual(["responses"]);
    expect(data).toMatchObject({ rows: 2, added: 2, matched: 2, unmatched: 0, replaced: 0 });
  });

  it("follows answers that were edited or deleted", () => {
    const first = match(linked([ANN, BOB])).left;
    const edited = match(linked([[...ANN.slice(0, 2), "yes, indeed"]], first));
    expect(rowsOf(edited.left, "responses").map(({ standing, participant }) => [standing, participant])).toEqual([
      ["Counts", "P-0001"],
      ["No longer there", "P-0002"],
    ]);
    expect(match(edited.left).plan.changes).toEqual([]);
  });

  it("leaves the matches of other surveys alone", () => {
    const other = { key: "k", survey: "Baseline", participant: "P-0001", standing: "Counts", copies: 1 };
    const { left } = match(linked([ANN], snapshotOf({ roster: ROSTER, responses: [other] })));
    expect(rowsOf(left, "responses")[0]).toEqual(other);
  });

  it("has notes of ours in none of its columns", () => {
    expect(Object.keys(answerTab(usualSurvey("end"), "form").columns)).toEqual([]);
    expect(headerNote(answerTab(usualSurvey("end"), "form"), "x")).toBe("· answers-form-end.x");
  });
});
