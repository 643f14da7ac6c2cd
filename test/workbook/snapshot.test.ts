import { describe, expect, it } from "vitest";
import { cellAt, typedRows, withoutBlankTail } from "../../src/workbook/snapshot";
import { roster } from "../../src/workbook/tabs/roster";
import { submissions } from "../../src/workbook/tabs/submissions";
import { snapshotOf, tabSnapshot } from "./builders";

describe("typedRows", () => {
  it("reads cells as their columns say, with the row that people see", () => {
    const snapshot = snapshotOf({
      roster: [{ name: " Ann ", enrolledOn: { date: "2026-09-01" }, consent: true, status: "withdrawn" }],
    });
    const { rows, problems } = typedRows(snapshot, roster);
    expect(rows).toMatchObject([
      {
        at: 0,
        sheetRow: 2,
        values: { name: "Ann", enrolledOn: "2026-09-01", consent: true, status: "withdrawn", email: null },
      },
    ]);
    expect(problems).toEqual([]);
  });

  it("leaves blank rows out, ticked boxes aside, and keeps the numbers of the others", () => {
    const snapshot = snapshotOf({ roster: [{ name: "Ann" }, {}, { consent: false }, { name: "Bob" }] });
    expect(typedRows(snapshot, roster).rows.map(({ sheetRow }) => sheetRow)).toEqual([2, 5]);
  });

  it("leaves out rows in which only a column of people's own is filled", () => {
    const tab = tabSnapshot(roster, [{ name: "Ann" }]);
    const rows = [...tab.rows, [...(tab.rows[0] ?? []).map(() => ""), "lunch"]];
    const { rows: read } = typedRows({ tabs: new Map([["roster", { ...tab, rows }]]) }, roster);
    expect(read).toHaveLength(1);
  });

  it("reports every cell that does not fit, with tab, column, row and value, and reads it as nothing", () => {
    const { rows, problems } = typedRows(
      snapshotOf({ submissions: [{ outcome: "Perhaps", attempt: "two", submittedOn: "next week" }] }),
      submissions,
    );
    expect(rows[0]?.values).toMatchObject({ outcome: null, attempt: null, submittedOn: null });
    expect(problems).toMatchObject([
      { code: "not-a-number", tab: "Submissions", column: "Attempt", row: 2, value: "two" },
      { code: "not-a-date", column: "Submitted on", value: "next week" },
      { code: "unknown-choice", column: "Outcome", value: "Perhaps" },
    ]);
  });

  it("reads a tab that is not there, or a column that was deleted, as blank", () => {
    expect(typedRows({ tabs: new Map() }, roster)).toEqual({ rows: [], problems: [] });
    const { layout, ...rest } = tabSnapshot(roster, [{ name: "Ann", email: "ann@x.org" }]);
    const { email: _, ...columns } = layout.columns;
    const snapshot = { tabs: new Map([["roster", { ...rest, layout: { ...layout, columns } }]]) };
    expect(typedRows(snapshot, roster).rows[0]?.values).toMatchObject({ name: "Ann", email: null });
  });
});

describe("the rows of a snapshot", () => {
  it("end where the last filled one does: blanks, spaces and unticked boxes make no row", () => {
    expect(withoutBlankTail([["a"], [""], ["b"], ["", false], [" "]])).toEqual([["a"], [""], ["b"]]);
    expect(withoutBlankTail([[false]])).toEqual([]);
    expect(withoutBlankTail([[0]])).toEqual([[0]]);
  });

  it("have blanks wherever nothing is", () => {
    const tab = tabSnapshot(roster, [{ name: "Ann" }]);
    expect(cellAt(tab, 0, "name")).toBe("Ann");
    expect([cellAt(tab, 1, "name"), cellAt(tab, 0, "shoe-size"), cellAt(tab, -1, "name")]).toEqual(["", "", ""]);
  });
});
