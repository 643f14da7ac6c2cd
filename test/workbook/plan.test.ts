import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertRows, joinPlans, plan, updateCells, upsertRows } from "../../src/workbook/plan";
import type { RowCells } from "../../src/workbook/tab";
import { results } from "../../src/workbook/tabs/results";
import { review } from "../../src/workbook/tabs/review";
import { roster } from "../../src/workbook/tabs/roster";
import { applied, type Cells, rowsOf, snapshotOf, tabSnapshot } from "./builders";

const resultsOf = (rows: readonly Cells[]) => snapshotOf({ results: rows });
const upserted = (present: readonly Cells[], wanted: readonly RowCells[], concerns?: (at: number) => boolean) => {
  const snapshot = resultsOf(present);
  return applied(snapshot, upsertRows(results, snapshot.tabs.get("results"), wanted, concerns));
};

describe("plan", () => {
  it("leaves out changes that change nothing", () => {
    const nothing = [
      insertRows(roster, []),
      updateCells(roster, undefined, []),
      { kind: "add-columns", tab: "roster", columns: [] },
      { kind: "mark-columns", tab: "roster", columns: [] },
    ] as const;
    expect(plan(nothing).changes).toEqual([]);
    expect(joinPlans(plan(nothing), plan([insertRows(roster, [{ name: "Ann" }])])).changes).toHaveLength(1);
  });

  it("changes a tab's cells together, so that no block is written over another with what stood there before", () => {
    const change = (tab: string, at: number) =>
      ({ kind: "update-cells", tab, cells: [{ at, column: "name", value: "x" }] }) as const;
    const added = { kind: "add-columns", tab: "roster", columns: ["notes"] } as const;
    const joined = joinPlans(plan([change("roster", 0), change("groups", 0)]), plan([added, change("roster", 5)]));
    expect(joined.changes).toEqual([
      change("groups", 0),
      added,
      { ...change("roster", 0), cells: [...change("roster", 0).cells, ...change("roster", 5).cells] },
    ]);
  });
});

describe("updateCells", () => {
  const now = tabSnapshot(roster, [{ name: "Ann", enrolledOn: { date: "2026-09-01" } }]);
  it("leaves out cells that hold the value already", () => {
    const same = { at: 0, column: "enrolledOn", value: { date: "2026-09-01" } };
    const other = { at: 0, column: "enrolledOn", value: "2026-09-01" };
    expect(updateCells(roster, now, [same, other])).toMatchObject({ cells: [other] });
  });
  it("has nothing to change in a tab that is not there", () => {
    expect(updateCells(roster, undefined, [{ at: 0, column: "name", value: "Bob" }])).toMatchObject({ cells: [] });
  });
});

describe("upsertRows", () => {
  it("updates known rows in place, adds new ones at the end, and blanks figures of rows no longer wanted", () => {
    const left = upserted(
      [
        { key: "a", group: "Rural", enrolled: 1, low: 0.1, verdict: "old" },
        { key: "gone", group: "Urban", enrolled: 9, verdict: "was so" },
      ],
      [
        { key: "a", group: "Rural", enrolled: 2 },
        { key: "b", group: "Suburban", enrolled: 3 },
      ],
    );
    expect(rowsOf(left, "results")).toEqual([
      { key: "a", group: "Rural", enrolled: 2 },
      { key: "gone", group: "Urban", verdict: "was so" },
      { key: "b", group: "Suburban", enrolled: 3 },
    ]);
  });

  it("leaves people's columns of its rows alone, and rows without a key", () => {
    const snapshot = snapshotOf({
      review: [{ key: "a", what: "old", decision: "Done", note: "mine" }, { note: "my row" }],
    });
    const left = applied(snapshot, upsertRows(review, snapshot.tabs.get("review"), [{ key: "a", what: "new" }]));
    expect(rowsOf(left, "review")).toEqual([
      { key: "a", what: "new", decision: "Done", note: "mine" },
      { note: "my row" },
    ]);
  });

  it("touches only the rows that it is about", () => {
    const left = upserted(
      [
        { key: "a", enrolled: 1 },
        { key: "b", enrolled: 2 },
      ],
      [],
      (at) => at === 1,
    );
    expect(rowsOf(left, "results")).toEqual([{ key: "a", enrolled: 1 }, { key: "b" }]);
  });

  it("takes the upper one of two rows with one key", () => {
    const left = upserted(
      [
        { key: "a", enrolled: 1 },
        { key: "a", enrolled: 1 },
      ],
      [{ key: "a", enrolled: 5 }],
    );
    expect(rowsOf(left, "results")).toEqual([
      { key: "a", enrolled: 5 },
      { key: "a", enrolled: 1 },
    ]);
  });

  it("refuses a tab whose rows have no key", () => {
    expect(() => upsertRows(roster, undefined, [])).toThrow("roster has no row key");
  });

  it("plans nothing the second time, whatever stood there", () => {
    const row = fc.record(
      {
        key: fc.constantFrom("a", "b", "c", "d"),
        group: fc.string(),
        enrolled: fc.nat(),
        low: fc.double({ noNaN: true }),
      },
      { requiredKeys: ["key"] },
    );
    const byKey = fc.uniqueArray(row, { selector: ({ key }) => key });
    fc.assert(
      fc.property(fc.array(row), byKey, (present, wanted) => {
        const once = upserted(present, wanted);
        expect(plan(upsertRows(results, once.tabs.get("results"), wanted)).changes).toEqual([]);
        for (const { key, enrolled } of wanted)
          expect(rowsOf(once, "results").find((each) => each.key === key)?.enrolled).toBe(enrolled);
      }),
    );
  });
});

describe("applyInMemory", () => {
  it("puts new columns at the right end, where rows can be written into them", () => {
    const { layout, headers, rows } = tabSnapshot(roster, [{ name: "Ann" }]);
    const { notes: _, ...columns } = layout.columns;
    const tab = {
      headers: headers.slice(0, -1),
      rows: rows.map((row) => row.slice(0, -1)),
      layout: { ...layout, columns, missing: ["notes"] },
    };
    const left = applied({ tabs: new Map([["roster", tab]]) }, [
      { kind: "add-columns", tab: "roster", columns: ["notes"] },
      { kind: "update-cells", tab: "roster", cells: [{ at: 0, column: "notes", value: "kept" }] },
      insertRows(roster, [{ name: "Bob", notes: "too" }]),
    ]);
    expect(left.tabs.get("roster")?.layout.missing).toEqual([]);
    expect(rowsOf(left, "roster")).toEqual([
      { name: "Ann", notes: "kept" },
      { name: "Bob", notes: "too" },
    ]);
  });

  it("clears rows, and gives notes back", () => {
    const left = applied(snapshotOf({ roster: [{ name: "Ann" }] }), [{ kind: "clear-rows", tab: "roster" }]);
    expect(rowsOf(left, "roster")).toEqual([]);
    const tab = tabSnapshot(roster, []);
    const unmarked = { tabs: new Map([["roster", { ...tab, layout: { ...tab.layout, unmarked: ["name"] } }]]) };
    const marked = applied(unmarked, [{ kind: "mark-columns", tab: "roster", columns: ["name"] }]);
    expect(marked.tabs.get("roster")?.layout.unmarked).toEqual([]);
  });
});
