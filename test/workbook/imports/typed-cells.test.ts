import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DateOrder } from "../../../src/program/date-columns";
import type { CellValue } from "../../../src/workbook/cell";
import type { Column } from "../../../src/workbook/column";
import { typedColumn } from "../../../src/workbook/imports/typed-cells";
import { roster } from "../../../src/workbook/tabs/roster";
import { submissions } from "../../../src/workbook/tabs/submissions";
import { frozen } from "../../program/freeze";
import { snapshotOf } from "../builders";

const snapshot = snapshotOf({
  groups: [{ name: "Valley lab", model: "Online learning lab / PLC" }],
  catalogue: [{ name: "Assessment Basics" }],
});
function typed(column: Column, values: readonly CellValue[], order?: DateOrder) {
  const rows = values.map((_, at) => at + 2);
  return typedColumn(column, frozen(values), { file: "f.csv", header: "H", rows }, snapshot, order);
}
const { name, supportGroup, status, enrolledOn, microCredential, location, consent } = roster.columns;
const { attempt, outcome } = submissions.columns;

describe("typedColumn", () => {
  it.each<[string, Column, readonly CellValue[], readonly unknown[]]>([
    ["texts as they are", name, ["=1+1", " Ann ", "007", 5], ["=1+1", " Ann ", "007", "5"]],
    [
      "choices by id, label, or other case",
      status,
      ["WITHDRAWN", " started", "enrolled"],
      ["Withdrawn", "Started", "Enrolled"],
    ],
    ["outcomes", outcome, ["not-yet", "Not Yet", "awarded"], ["Not yet", "Not yet", "Awarded"]],
    ["groups by the names in the workbook", supportGroup, ["valley LAB"], ["Valley lab"]],
    [
      "groups by the support models, too",
      supportGroup,
      ["plc", "basic support"],
      ["Online learning lab / PLC", "Basic support"],
    ],
    ["names of the catalogue", microCredential, ["assessment basics"], ["Assessment Basics"]],
    ["numbers with and without thousands", attempt, ["2", " 1,234.5 ", "-1", "+3", 4], [2, 1234.5, -1, 3, 4]],
    ["boxes", consent, ["yes", "X", "no", "", true, "✓", "0"], [true, true, false, false, true, true, false]],
    [
      "dates of the whole column",
      enrolledOn,
      ["9/1/2026", "9/14/2026", "", { date: "2026-09-02" }],
      [{ date: "2026-09-01" }, { date: "2026-09-14" }, "", { date: "2026-09-02" }],
    ],
    ["blanks as blanks", location, ["", "  "], ["", ""]],
  ])("reads %s", (_, column, values, cells) => {
    expect(typed(column, values)).toEqual({ cells, problems: [] });
  });

  it.each<[string, Column, string, string]>([
    ["unknown-choice", status, "Maybe", "Maybe"],
    ["unknown-choice", supportGroup, "Mountain lab", "Mountain lab"],
    ["not-a-number", attempt, "second", "second"],
    ["not-a-number", attempt, "1,2", "1,2"],
    ["not-a-number", consent, "perhaps", "perhaps"],
    ["not-a-date", enrolledOn, "soon", "soon"],
    ["impossible-date", enrolledOn, "2026-02-30", "2026-02-30"],
    ["ambiguous-date", enrolledOn, "3/4/2026", "3/4/2026"],
  ])("keeps and reports %s", (code, column, value, kept) => {
    const { cells, problems } = typed(column, [value]);
    expect(cells).toEqual([kept]);
    expect(problems).toEqual([{ code, severity: "warning", file: "f.csv", column: "H", row: 2, value }]);
  });

  it("settles dates by the order that a person chose", () => {
    expect(typed(enrolledOn, ["3/4/2026"], "dmy").cells).toEqual([{ date: "2026-04-03" }]);
    expect(typed(enrolledOn, ["3/4/2026"], "mdy").cells).toEqual([{ date: "2026-03-04" }]);
  });

  it("loses nothing: what is not read is kept as the text it was, and reported", () => {
    const column = fc.constantFrom<Column>(...Object.values(roster.columns), ...Object.values(submissions.columns));
    fc.assert(
      fc.property(column, fc.array(fc.string()), (any, values) => {
        const { cells, problems } = typed(any, values);
        expect(cells).toHaveLength(values.length);
        cells.forEach((cell, at) => {
          if (problems.some(({ row }) => row === at + 2)) expect(cell).toBe(values[at]);
          if (any.type === "text" || any.type === "link")
            expect(cell).toBe((values[at] ?? "").trim() === "" ? "" : values[at]);
        });
      }),
    );
  });
});
