import * as fc from "fast-check";
import type { OutsideData } from "../../../src/local/outside-data";
import type { CellData, NoteData, SheetData, WorkbookData } from "../../../src/local/workbook-data";
import { type ProgramData, programOf } from "../../../src/local/workspace/program-data";
import { cells, SAMPLE, tab, workbook } from "../workbook-sample";

const NOTHING_OUTSIDE: OutsideData = {
  documents: [],
  forms: [],
  mail: { sent: [], quota: null },
  triggers: [],
  properties: { document: {}, user: {}, script: {} },
};

/** One of everything that can stand outside of a workbook. */
const OUTSIDE: OutsideData = {
  documents: [
    {
      id: "d1",
      name: "Report",
      blocks: [
        { kind: "title", text: "Report" },
        { kind: "heading", level: 2, text: "Results" },
        { kind: "table", rows: [["Model", "Awarded"], []], headerRow: true },
      ],
    },
  ],
  forms: [
    {
      id: "f1",
      fileName: "Baseline",
      title: "Before you start",
      description: "",
      confirmationMessage: "Thank you",
      closedMessage: "",
      published: true,
      acceptsResponses: true,
      collectsEmail: false,
      showsProgress: true,
      offersAnotherResponse: false,
      allowsResponseEdits: false,
      limitsToOneResponse: false,
      items: [
        { kind: "section", id: 1, title: "About you", helpText: "" },
        { kind: "text", id: 2, entry: "100", title: "Name", helpText: "", required: true },
        {
          kind: "list",
          id: 3,
          entry: "101",
          title: "Model",
          helpText: "",
          required: false,
          choices: ["a"],
          other: true,
        },
        {
          kind: "scale",
          id: 4,
          entry: "102",
          title: "How sure?",
          helpText: "",
          required: false,
          from: 1,
          to: 5,
          fromLabel: "not",
          toLabel: "very",
        },
        {
          kind: "checkbox-grid",
          id: 5,
          entry: "103",
          title: "Which?",
          helpText: "",
          required: false,
          rows: ["r"],
          columns: ["c"],
        },
      ],
      destination: { spreadsheetId: "1AbC_dEf-9", hasTab: true },
      responses: [
        {
          id: "r1",
          submittedAt: "2026-09-02T12:00:00.000Z",
          email: "",
          answers: [
            { itemId: 2, answer: "Ana" },
            { itemId: 3, answer: ["a"] },
            { itemId: 5, answer: [["c"], []] },
          ],
        },
      ],
    },
  ],
  mail: {
    sent: [
      {
        to: "a@example.org",
        cc: "",
        bcc: "",
        subject: "Survey",
        body: "Hello",
        htmlBody: "<p>Hello</p>",
        name: "",
        replyTo: "",
        sentAt: "2026-09-02T12:00:00.000Z",
      },
    ],
    quota: { spent: 1, since: "2026-09-02T12:00:00.000Z" },
  },
  triggers: [{ id: "t1", functionName: "onAnswer", event: "ON_FORM_SUBMIT" }],
  properties: { document: { run: "1" }, user: {}, script: {} },
};

/** A program with one of everything. */
export const FULL = programOf(
  {
    ...SAMPLE,
    sheets: SAMPLE.sheets.map((sheet) =>
      sheet.name === "Lists"
        ? {
            ...sheet,
            color: "#ff0000",
            hiddenRows: [3],
            hiddenColumns: [],
            questionColumns: { 2: "100" },
            filter: { hidden: { 1: ["b"] } },
            charts: [
              {
                id: "c1",
                kind: "bar",
                ranges: [{ sheetId: 77, range: { row: 1, column: 1, rows: 4, columns: 1 } }],
                title: "Models",
                stacked: "percent",
                colors: ["#112233"],
                row: 1,
                column: 3,
                width: 480,
                height: 300,
                description: "How many take which",
              },
            ],
          }
        : sheet,
    ),
  },
  OUTSIDE,
);

/** A program with one tab, for tests to say only what matters to them. */
export function programWith(sheet: Partial<SheetData> = {}, given: Partial<WorkbookData> = {}): ProgramData {
  return programOf(workbook([tab({ id: 1, name: "Roster", ...sheet })], given), NOTHING_OUTSIDE);
}

const anyText = fc.string({ unit: "binary", maxLength: 12 });
const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((number) => (Object.is(number, -0) ? 0 : number));
const ROWS = 30;
const COLUMNS = 8;
const place = { row: fc.integer({ min: 1, max: ROWS }), column: fc.integer({ min: 1, max: COLUMNS }) };

const anyCell: fc.Arbitrary<CellData> = fc.record(
  {
    ...place,
    value: fc.oneof(anyText, finite, fc.boolean()),
    formula: anyText.map((text) => `=${text}`),
  },
  { requiredKeys: ["row", "column", "value"] },
);
const anyNote: fc.Arbitrary<NoteData> = fc.record({ ...place, text: anyText });

/** Any program, as far as tabs, cells, notes, names and properties go. */
export const anyProgram: fc.Arbitrary<ProgramData> = fc
  .record({
    name: anyText,
    tabs: fc.array(fc.record({ cells: fc.array(anyCell), notes: fc.array(anyNote), hidden: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    }),
    properties: fc.dictionary(
      anyText.filter((key) => key !== "__proto__"),
      anyText,
    ),
  })
  .map(({ name, tabs, properties }) => {
    const sheets = tabs.map((given, id) =>
      tab({ id, name: `Tab ${id}`, rowCount: ROWS, columnCount: COLUMNS, ...given }),
    );
    const named = { name: "First", sheetId: 0, range: { row: 1, column: 1, rows: 2, columns: 1 } };
    const outside = { ...NOTHING_OUTSIDE, properties: { document: properties, user: {}, script: {} } };
    return programOf(workbook(sheets, { name, namedRanges: [named] }), outside);
  });

/** A program of so many rows of twelve cells. */
export function programOfRows(rowCount: number): ProgramData {
  const rows = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: 12 }, (_, column) => (column % 4 === 0 ? row * column : `text ${row} ${column}`)),
  );
  return programWith({ rowCount: rowCount + 10, columnCount: 20, cells: cells(rows) });
}
