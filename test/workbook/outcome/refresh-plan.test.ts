import { describe, expect, it } from "vitest";
import { planRefresh } from "../../../src/workbook/outcome/refresh-plan";
import { computeResults, decisionsIn } from "../../../src/workbook/outcome/results";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { applied, rowsOf, snapshotOf, withRows } from "../builders";
import { programOf } from "./program";

const START = [{ key: "refreshed" }, { key: "refreshed-on", value: "Not yet" }];
const changesOf = (snapshot: Snapshot, now = "2026-10-01T12:00:00") => {
  const { results, data } = computeResults(snapshot, { asOf: "2026-10-01", reference: null });
  return planRefresh(snapshot, results, decisionsIn(data), now, "seed");
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
