import { describe, expect, it } from "vitest";
import { mergeRow } from "../../../src/workbook/imports/merge";
import type { Decision } from "../../../src/workbook/imports/review-list";
import type { RowCells, Tab } from "../../../src/workbook/tab";
import { roster } from "../../../src/workbook/tabs/roster";
import { submissions } from "../../../src/workbook/tabs/submissions";
import { frozen } from "../../program/freeze";
import { type Cells, tabSnapshot } from "../builders";

function merge(
  tab: Tab,
  present: Cells,
  row: RowCells,
  texts: Readonly<Record<string, string>> = {},
  decision?: Decision,
) {
  const now = tabSnapshot(tab, [present]);
  const place = frozen({ file: "f.csv", row: 7, texts });
  const first = mergeRow(tab, now, 0, frozen(row), "P-0001", place, new Map());
  if (!decision) return first;
  return mergeRow(tab, now, 0, row, "P-0001", place, new Map(first.conflicts.map(({ key }) => [key, decision])));
}

describe("mergeRow", () => {
  it("fills in what is blank, and leaves what says the same", () => {
    const row = { name: "ann  LEE ", email: "ann@x.org", school: "North", notes: "" };
    const { cells, conflicts } = merge(roster, { name: "Ann Lee", notes: "mine" }, row);
    expect(cells).toEqual([
      { at: 0, column: "email", value: "ann@x.org" },
      { at: 0, column: "school", value: "North" },
    ]);
    expect(conflicts).toEqual([]);
  });

  it("asks where both say something else, and changes nothing", () => {
    const { cells, conflicts } = merge(roster, { school: "South" }, { school: "North" });
    expect(cells).toEqual([]);
    expect(conflicts).toMatchObject([
      {
        inFile: "North",
        inSheet: "South",
        problem: { code: "conflict", file: "f.csv", row: 7, column: "School", value: "North", other: "South" },
      },
    ]);
  });

  it.each<[Decision, unknown]>([
    ["use-file", [{ at: 0, column: "school", value: "North" }]],
    ["keep-sheet", []],
    ["done", []],
  ])("asks no more once somebody decided %s", (decision, cells) => {
    expect(merge(roster, { school: "South" }, { school: "North" }, {}, decision)).toEqual({ cells, conflicts: [] });
  });

  it("writes no column of the planner's", () => {
    expect(merge(roster, { id: "P-0001" }, { id: "X-1", code: "abc" })).toEqual({ cells: [], conflicts: [] });
  });

  it("settles what was not known yet, and asks nothing of a file that is behind", () => {
    expect(merge(submissions, { outcome: "Pending" }, { outcome: "Awarded" }).cells).toHaveLength(1);
    expect(merge(submissions, { outcome: "Awarded" }, { outcome: "Pending" })).toEqual({ cells: [], conflicts: [] });
    expect(merge(submissions, { outcome: "" }, { outcome: "Pending" }).cells).toHaveLength(1);
    expect(merge(submissions, { outcome: "Awarded" }, { outcome: "Not yet" }).conflicts).toHaveLength(1);
  });

  it("reads anew what an earlier import had to keep as text", () => {
    const present = { submittedOn: "3/4/2026" };
    const { cells } = merge(submissions, present, { submittedOn: { date: "2026-03-04" } }, { submittedOn: "3/4/2026" });
    expect(cells).toEqual([{ at: 0, column: "submittedOn", value: { date: "2026-03-04" } }]);
    expect(
      merge(submissions, present, { submittedOn: { date: "2026-05-06" } }, { submittedOn: "5/6/2026" }).conflicts,
    ).toHaveLength(1);
  });

  it("fills a box only with a tick", () => {
    expect(merge(roster, { consent: false }, { consent: true }).cells).toHaveLength(1);
    expect(merge(roster, { consent: true }, { consent: false })).toEqual({ cells: [], conflicts: [] });
  });

  it("leaves out columns that the tab no longer has", () => {
    const { layout, ...rest } = tabSnapshot(roster, [{ name: "Ann" }]);
    const { school: _, ...columns } = layout.columns;
    const now = { ...rest, layout: { ...layout, columns } };
    const place = { file: "f.csv", row: 7, texts: {} };
    expect(mergeRow(roster, now, 0, { school: "North" }, "P-0001", place, new Map())).toEqual({
      cells: [],
      conflicts: [],
    });
  });
});
