import type { CellData, SheetData, WorkbookData } from "../../src/local/workbook-data";

/** A tab that has what the test says, and nothing else. */
export function tab(given: Partial<SheetData> & { readonly id: number; readonly name: string }): SheetData {
  return {
    hidden: false,
    rowCount: 100,
    columnCount: 10,
    frozenRows: 0,
    columnWidths: {},
    cells: [],
    notes: [],
    formats: [],
    validations: [],
    conditionalFormats: [],
    protection: null,
    formUrl: null,
    ...given,
  };
}

export function workbook(sheets: readonly SheetData[], given: Partial<WorkbookData> = {}): WorkbookData {
  return {
    id: "1AbC_dEf-9",
    name: "Program “2026” — Ωλ",
    timeZone: "America/New_York",
    locale: "en_US",
    sheets,
    namedRanges: [],
    ...given,
  };
}

/** Rows of values from the first cell on; null for no cell, a text that begins with `=` for a formula and its value. */
export function cells(
  rows: readonly (readonly (CellData["value"] | null | readonly [string, CellData["value"]])[])[],
): CellData[] {
  return rows.flatMap((row, rowIndex) =>
    row.flatMap((entry, columnIndex) => {
      const place = { row: rowIndex + 1, column: columnIndex + 1 };
      if (entry === null) return [];
      return typeof entry === "object"
        ? [{ ...place, value: entry[1], formula: entry[0] }]
        : [{ ...place, value: entry }];
    }),
  );
}

const ROSTER_ROWS = { row: 2, rows: 199, columns: 1 };

/** One of everything that a workbook can have, as reading gives it back. */
export const SAMPLE = workbook(
  [
    tab({
      id: 0,
      name: "Start",
      rowCount: 1000,
      columnCount: 26,
      columnWidths: { 1: 220, 2: 90, 4: 13 },
      protection: { description: "Only the planner fills this", warningOnly: true },
      cells: cells([
        ["Enrolled, independent", ['=COUNTIF(Roster!C:C,"independent")', 3]],
        ["Facilitated with an award", ['=COUNTIFS(Roster!C:C,"facilitated",Roster!D:D,TRUE)', 2]],
        ["Points, independent", ['=SUMIFS(Roster!E:E,Roster!C:C,"independent")', 10]],
        ["Share", ['=IFERROR(B2/COUNTIF(Roster!C:C,"facilitated"),"–")', 1]],
        ["Without", ['=IFERROR(1/0,"none yet")', "none yet"]],
        ["Started", ['=TEXT(Roster!F2,"yyyy-mm-dd")', "2025-09-01"]],
        ["Newer functions", ['=IFS(FALSE,"a",TRUE,"b")', "b"], ['=TEXTJOIN("-",TRUE,"x","y")', "x-y"]],
        ["Newer functions", ['=MAXIFS(Roster!E:E,Roster!C:C,"independent")', 7], ['=CONCAT("IFS(","x")', "IFS(x"]],
        ["Error", ["=1/0", "#DIV/0!"], ["=B9=TRUE", "#DIV/0!"]],
        ["A tab with a long name", ["=COUNTA('Baseline / pre survey (responses) 2025-26 Cohort [A]'!A:A)", 1]],
        ["A name", ["=ROWS(Models)", 3], ["=1=2", false], ['=""', ""]],
      ]),
    }),
    tab({
      id: 991823744,
      name: "Roster",
      rowCount: 200,
      frozenRows: 1,
      color: "#38761d",
      hiddenRows: [4, 150],
      hiddenColumns: [2, 10],
      filter: { hidden: {} },
      cells: cells([
        ["Name", "E-mail", "Model", "Awarded", "Points", "Started", "Note"],
        ['=HYPERLINK("http://x")', "a@example.org", "independent", true, 3, 45901, " lead\ttab\nline "],
        ["00123", "-b@example.org", "independent", false, 7, 45902.5, "TRUE"],
        ["Zoë", null, "facilitated", true, 0.1, null, "12"],
        [null, null, "facilitated", true, -1e-9],
        [null, null, "independent"],
      ]),
      notes: [
        { row: 1, column: 1, text: "The person's name.\nAs they like it. · roster.name" },
        { row: 120, column: 2, text: " _x0041_ & <b>\r\n" },
      ],
      formats: [
        {
          range: { row: 1, column: 1, rows: 1, columns: 10 },
          format: { bold: true, background: "#1155cc", fontColor: "#ffffff", wrap: true, verticalAlignment: "middle" },
        },
        { range: { row: 4, column: 1, rows: 2, columns: 3 }, format: { background: "#ffff00" } },
        { range: { ...ROSTER_ROWS, column: 6 }, format: { numberFormat: "yyyy-mm-dd" } },
        { range: { ...ROSTER_ROWS, column: 7 }, format: { numberFormat: "@", wrap: true, verticalAlignment: "top" } },
      ],
      validations: [
        { range: { ...ROSTER_ROWS, column: 4 }, rule: { kind: "checkbox", allowInvalid: false, helpText: null } },
        {
          range: { ...ROSTER_ROWS, column: 3 },
          rule: {
            kind: "list",
            values: ["independent", "facilitated", 'the "other" one'],
            allowInvalid: true,
            helpText: "Pick one\nor leave it blank: _x0041_ & <b>",
          },
        },
        {
          range: { row: 2, column: 1, rows: 50, columns: 1 },
          rule: {
            kind: "list",
            values: Array.from({ length: 40 }, (_, index) => `Person, number ${index}`),
            allowInvalid: true,
            helpText: "h".repeat(300),
          },
        },
        {
          range: { row: 2, column: 8, rows: 9, columns: 1 },
          rule: {
            kind: "range",
            sheetId: 77,
            range: { row: 2, column: 1, rows: 3, columns: 1 },
            allowInvalid: false,
            helpText: null,
          },
        },
        {
          range: { row: 2, column: 9, rows: 9, columns: 1 },
          rule: { kind: "list", values: ["TRUE", "FALSE"], allowInvalid: false, helpText: null },
        },
        { range: { ...ROSTER_ROWS, column: 6 }, rule: { kind: "date", allowInvalid: false, helpText: "A date" } },
        {
          range: { ...ROSTER_ROWS, column: 5 },
          rule: { kind: "number", atLeast: 0.5, allowInvalid: false, helpText: null },
        },
      ],
      conditionalFormats: [
        {
          ranges: [{ row: 2, column: 1, rows: 199, columns: 10 }],
          formula: '=AND($D2=TRUE,$C2="facilitated")',
          background: "#d9ead3",
          fontColor: "#38761d",
          strikethrough: true,
        },
        {
          ranges: [
            { ...ROSTER_ROWS, column: 6 },
            { ...ROSTER_ROWS, column: 9 },
          ],
          formula: "=F2>45901",
          fontColor: "#cc0000",
        },
      ],
    }),
    tab({ id: 77, name: "Lists", hidden: true, cells: cells([["Model"], ["a"], ["b"], ["c"]]) }),
    tab({
      id: 5,
      name: "Baseline / pre survey (responses) 2025-26 Cohort [A]",
      formUrl: "https://docs.google.com/forms/d/x/edit",
      cells: cells([["Timestamp"]]),
    }),
    tab({
      id: 6,
      name: "Baseline / pre survey (responses) 2025-26 Cohort [B]",
      protection: { description: "Ours", warningOnly: false },
    }),
  ],
  { namedRanges: [{ name: "Models", sheetId: 77, range: { row: 2, column: 1, rows: 3, columns: 1 } }] },
);
