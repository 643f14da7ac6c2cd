import { describe, expect, it } from "vitest";
import { planRefresh } from "../../../src/workbook/outcome/refresh-plan";
import { computeResults } from "../../../src/workbook/outcome/results";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { applied, rowsOf, snapshotOf, withRows } from "../builders";
import { answered, answersBy, peopleOf } from "./answered";
import { programOf } from "./program";

const START = [{ key: "refreshed" }, { key: "refreshed-on", value: "Not yet" }];
const changesOf = (snapshot: Snapshot, now = "2026-10-01T12:00:00") => {
  return planRefresh(snapshot, computeResults(snapshot, { asOf: "2026-10-01", reference: null }), now, "seed");
};
const refresh = (snapshot: Snapshot) => applied(snapshot, changesOf(snapshot));
const row = (snapshot: Snapshot, key: string) => rowsOf(snapshot, "results").find((each) => each.key === key);

describe("planRefresh", () => {
  it("writes a row for everybody, for each support model and for each segment that somebody filled in", () => {
    const left = refresh(
      programOf([
        { group: "Independent", enrolled: 12, decided: 10, awarded: 5 },
        { group: "Basic support", enrolled: 10, decided: 0, awarded: 0 },
      ]),
    );
    expect(row(left, "all")).toMatchObject({
      enrolled: 22,
      decided: 10,
      awarded: 5,
      ofDecided: 0.5,
      low: expect.closeTo(0.2366, 4),
      high: expect.closeTo(0.7634, 4),
    });
    expect(row(left, "model independent")).toMatchObject({
      group: "Independent",
      benchmark: 0.53,
      verdict: expect.stringContaining("compared with"),
    });
    // Nobody has a decision: a blank, not a zero.
    expect(row(left, "model basic")).not.toHaveProperty("ofDecided");
    expect(rowsOf(left, "results").map(({ by }) => by)).toEqual(["Everybody", "Support model", "Support model"]);
  });

  it("stamps the time and the decisions counted, and moves the stamp only when something changed", () => {
    const snapshot = withRows(programOf([{ group: "Independent", enrolled: 3, decided: 2, awarded: 1 }]), {
      start: START,
    });
    const left = refresh(snapshot);
    expect(rowsOf(left, "start")[1]).toMatchObject({ value: "2026-10-01 12:00:00", counted: 2 });
    expect(changesOf(left, "2026-10-02T12:00:00")).toEqual([]);
  });

  it("stamps where a run was cut off before it", () => {
    const snapshot = withRows(programOf([{ group: "Independent", enrolled: 3, decided: 2, awarded: 1 }]), {
      start: START,
    });
    const cut = applied(snapshot, changesOf(snapshot).slice(0, -1));
    expect(changesOf(cut)).toMatchObject([{ kind: "update-cells", tab: "start" }]);
  });

  it("numbers rows that people typed, and gives them codes", () => {
    const left = refresh(snapshotOf({ roster: [{ name: "Ann" }], submissions: [{ participant: "Ann" }] }));
    expect(rowsOf(left, "roster")).toEqual([{ name: "Ann", id: "P-0001", code: expect.stringMatching(/^\w{8}$/) }]);
    expect(rowsOf(left, "submissions")).toEqual([{ participant: "Ann", id: "S-0001" }]);
  });

  it("remarks on support groups whose ticks mean another model", () => {
    const left = refresh(
      snapshotOf({
        groups: [
          { name: "A", model: "Basic support", f2f: true, email: true },
          { name: "B", model: "Basic support", f2f: true },
        ],
      }),
    );
    expect(rowsOf(left, "groups").map(({ labelCheck }) => labelCheck)).toEqual([
      expect.stringContaining("Standard support"),
      expect.anything(),
    ]);
  });

  it("leaves rows of groups that are gone, without their figures, and what people wrote beside", () => {
    const first = refresh(programOf([{ group: "Basic support", enrolled: 3, decided: 2, awarded: 1 }]));
    const left = refresh(
      withRows(programOf([{ group: "Independent", enrolled: 3, decided: 2, awarded: 1 }]), {
        results: rowsOf(first, "results"),
      }),
    );
    const gone = row(left, "model basic");
    expect(gone).toMatchObject({ by: "Support model", group: "Basic support" });
    expect(gone).not.toHaveProperty("enrolled");
  });

  it("goes on where people deleted a column of ours", () => {
    const { tabs } = programOf([{ group: "Independent", enrolled: 3, decided: 2, awarded: 1 }]);
    const tab = tabs.get("results");
    if (!tab) throw new Error("no Results");
    const { verdict: _, ...columns } = tab.layout.columns;
    const left = refresh({ tabs: new Map(tabs).set("results", { ...tab, layout: { ...tab.layout, columns } }) });
    expect(changesOf(left)).toEqual([]);
  });
});

describe("Survey results", () => {
  const PEOPLE = peopleOf([["Independent", "Rural", 14]]);
  const surveys = [
    { key: "baseline", survey: "Baseline" },
    { key: "end", survey: "End survey", target: 0.8 },
  ];
  const filming = (survey: string, answers: readonly string[]) => ({
    survey,
    titles: ["Filming?"],
    rows: answersBy(answers),
  });
  const said = (left: Snapshot) => rowsOf(left, "survey-results").map(({ key: _, ...cells }) => cells);

  it("have each survey's response rate beside its target", () => {
    const left = refresh(answered({ roster: PEOPLE, surveys }, filming("end", new Array(7).fill("4"))));
    expect(said(left).slice(0, 2)).toEqual([
      {
        survey: "End survey",
        question: "Response rate",
        answered: 7,
        answer: "People enrolled who answered",
        count: 7,
        share: 0.5,
      },
      {
        survey: "End survey",
        question: "Response rate",
        answered: 7,
        answer: "Target: people enrolled to hear from",
        // Four in five of 14.
        count: 12,
        share: 0.8,
      },
    ]);
  });

  it("have the change from the baseline with its interval, or say that there are too few pairs", () => {
    const before = ["1", "2", "3", "1", "2", "3", "1", "2", "3", "1", "2", "3"];
    const left = refresh(
      answered({ roster: PEOPLE, surveys }, filming("baseline", before), filming("end", new Array(14).fill("4"))),
    );
    const change = { survey: "End survey", question: "Filming?", type: "change", answered: 12, count: 12 };
    expect(said(left).filter(({ type }) => type === "change")).toEqual([
      { ...change, answer: "Baseline, of those who answered both", mean: 2 },
      { ...change, answer: "Now, of those who answered both", mean: 4 },
      {
        ...change,
        answer: "Change from baseline, of those who answered both",
        mean: 2,
        // R: t.test(rep(c(3, 2, 1), 4)): t with 11 degrees is 2.200985, the standard error 0.2461830.
        low: expect.closeTo(1.458155, 6),
        high: expect.closeTo(2.541845, 6),
      },
    ]);
    const few = refresh(
      answered({ roster: PEOPLE, surveys }, filming("baseline", before.slice(3)), filming("end", ["4", "4"])),
    );
    expect(said(few).filter(({ type }) => type === "change")).toEqual([
      {
        ...change,
        answered: 2,
        count: 2,
        answer: "Change from baseline: too few pairs, shown from 10 on",
      },
    ]);
  });

  it("of an anonymous survey say how many answers there are, until there are five", () => {
    const anonymous = [{ key: "end", survey: "End survey", answers: "Anonymous" }];
    const of = (size: number) =>
      said(refresh(answered({ surveys: anonymous }, filming("end", new Array(size).fill("4")))));
    expect(of(4).map(({ question, answer, count }) => [question, answer, count])).toEqual([
      ["Response rate", "Answers (anonymous) for the people enrolled", 4],
      ["All questions", "Answers: shown from 5 on", 4],
    ]);
    expect(of(5).some(({ question, mean }) => question === "Filming?" && mean === 4)).toBe(true);
  });

  it("write what there are tabs for: workbooks that were set up earlier lack two", () => {
    const { tabs } = answered({ roster: PEOPLE }, { ...filming("end", new Array(14).fill("4")), titles: ["Why?"] });
    const earlier = {
      tabs: new Map([...tabs].filter(([key]) => key !== "survey-groups" && key !== "written-answers")),
    };
    const written = new Set(changesOf(earlier).map(({ tab }) => tab));
    expect(written).toContain("survey-results");
    expect(written).not.toContain("survey-groups");
    expect(written).not.toContain("written-answers");
  });
});
