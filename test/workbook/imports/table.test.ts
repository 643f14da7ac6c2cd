import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { tableFromCells } from "../../../src/workbook/imports/table";
import { codesIn, tableOf } from "../builders";

describe("a table", () => {
  it("keeps the row numbers that people see, blank lines left out", () => {
    const { headers, rows } = tableOf("Name,E-mail\n\nAnn,ann@x.org\n , \nBob,bob@x.org\n");
    expect(headers).toEqual(["Name", "E-mail"]);
    expect(rows).toEqual([
      { row: 3, cells: ["Ann", "ann@x.org"] },
      { row: 5, cells: ["Bob", "bob@x.org"] },
    ]);
  });

  it("begins with the first line that says anything", () => {
    expect(tableOf("\n,\nName,E-mail\nAnn,a@x.org").headers).toEqual(["Name", "E-mail"]);
  });

  it.each([
    ["file-empty", ""],
    ["file-empty", "\n\n"],
    ["nothing-to-import", "Name,E-mail\n"],
    ["microsoft-forms-export", "ID,Start time,Completion time\n1,a,b"],
    ["qualtrics-export", 'StartDate,Q1\nStart Date,How?\n"{""ImportId"":""a""}","{""ImportId"":""b""}"\n1,2'],
  ])("reports %s", (code, text) => {
    expect(codesIn(tableOf(text).problems)).toEqual([code]);
  });

  it("takes none of Qualtrics' describing rows for an answer", () => {
    const text = 'StartDate,Q1\nStart Date,How?\n"{""ImportId"":""a""}","{""ImportId"":""b""}"\n2026-09-01,fine';
    expect(tableOf(text).rows).toEqual([{ row: 4, cells: ["2026-09-01", "fine"] }]);
  });

  it("gives short rows blanks, and keeps and reports what is beyond the header", () => {
    const { rows, problems } = tableOf("a,b\n1\n1,2,3\n1,2,,\n");
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["1", ""],
      ["1", "2", "3"],
      ["1", "2"],
    ]);
    expect(problems).toMatchObject([{ code: "ragged-row", row: 3, value: "3 cells", expected: "2 cells" }]);
  });

  it("cuts what no cell of Google Sheets can hold with an apostrophe before it, and says so", () => {
    const { rows, problems } = tableFromCells("f", [["a"], ["x".repeat(50_000)], ["y".repeat(49_999)]]);
    expect(rows.map(({ cells }) => String(cells[0]).length)).toEqual([49_999, 49_999]);
    expect(problems).toMatchObject([{ code: "cell-too-long", row: 2 }]);
  });

  it("holds every cell of any CSV as the text that it was", () => {
    const cell = fc.string({ unit: "binary" });
    const row = fc.tuple(fc.constant("x"), cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const { headers, rows: read } = tableOf(Papa.unparse([["a", "b", "c"], ...rows], { quotes: true }));
        expect(headers).toEqual(["a", "b", "c"]);
        expect(read.map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});
