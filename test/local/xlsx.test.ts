import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import type { CellData, CellFormat, FormatData, ValidationRule, WorkbookData } from "../../src/local/workbook-data";
import { readXlsx, writeXlsx } from "../../src/local/xlsx";
import { ROOT } from "../helpers/project";
import { cells, SAMPLE, tab, workbook } from "./workbook-sample";

async function read(bytes: Uint8Array): Promise<WorkbookData> {
  const result = await readXlsx(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.workbook;
}

const writtenAndRead = async (book: WorkbookData) => read(await writeXlsx(book));

/** The cells of a workbook that has only these in its one tab, after writing and reading. */
async function cellsBack(given: readonly CellData[]): Promise<readonly CellData[]> {
  return (await writtenAndRead(workbook([tab({ id: 0, name: "A", cells: given })]))).sheets[0]?.cells ?? [];
}

async function part(bytes: Uint8Array, path: string): Promise<string> {
  return (await (await JSZip.loadAsync(bytes)).file(path)?.async("string")) ?? "";
}

/** Any UTF-16 whatever: controls, lone surrogates, and what looks like the format's own escapes. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "_",
        "_x",
        "_x0041_",
        "_x005F_",
        "x0001_",
        "_X0041_",
        "_xd83d_",
        "\r",
        "\n",
        "\r\n",
        "\u0001",
        " ",
      ),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.string({ unit: "binary" }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

describe("writeXlsx and readXlsx", () => {
  it("give the same workbook back", async () => {
    expect(await writtenAndRead(SAMPLE)).toEqual(SAMPLE);
  });

  it("give the same bytes for the same workbook, and for what was read from them", async () => {
    const bytes = await writeXlsx(SAMPLE);
    expect(await writeXlsx(SAMPLE)).toEqual(bytes);
    expect(await writeXlsx(await read(bytes))).toEqual(bytes);
  });

  it("keep any text in any place", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (first, second, third) => {
        const rule: ValidationRule = { kind: "list", values: [first, second], allowInvalid: true, helpText: null };
        const book = workbook(
          [
            tab({
              id: 3,
              name: first || "-",
              cells: cells([[first, second, ["=1", third]]]),
              notes: [{ row: 1, column: 1, text: third }],
              validations: [
                { range: { row: 1, column: 1, rows: 1, columns: 1 }, rule },
                {
                  range: { row: 1, column: 2, rows: 1, columns: 1 },
                  rule: { kind: "date", allowInvalid: false, helpText: second || null },
                },
              ],
            }),
          ],
          { name: second },
        );
        expect(await writtenAndRead(book)).toEqual(book);
      }),
      { numRuns: 150 },
    );
  });

  it("keep any number", async () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 20 }), async (numbers) => {
        const given = numbers.map((value, index) => ({ row: index + 1, column: 1, value: value === 0 ? 0 : value }));
        expect(await cellsBack(given)).toEqual(given);
      }),
    );
  });

  it("bring any formats into one shape that stays, and looks the same", async () => {
    const span = fc
      .record({ row: fc.nat(11), column: fc.nat(5), rows: fc.nat(7), columns: fc.nat(4) })
      .map((range) => ({
        row: range.row + 1,
        column: range.column + 1,
        rows: Math.min(range.rows + 1, 12 - range.row),
        columns: Math.min(range.columns + 1, 6 - range.column),
      }));
    const format: fc.Arbitrary<CellFormat> = fc.record(
      {
        bold: fc.boolean(),
        background: fc.constantFrom(null, "#ff0000", "#00ff00"),
        fontColor: fc.constantFrom(null, "#0000ff"),
        wrap: fc.boolean(),
        numberFormat: fc.constantFrom("@", "0.00%", "yyyy-mm-dd", '"a" 0;[Red]-0'),
        verticalAlignment: fc.constantFrom("top", "middle", "bottom"),
      },
      { requiredKeys: [] },
    );
    const formats = fc.array(fc.record({ range: span, format }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(formats, async (given) => {
        const book = workbook([tab({ id: 0, name: "A", rowCount: 12, columnCount: 6, formats: given })]);
        const back = await writtenAndRead(book);
        expect(looks(back.sheets[0]?.formats ?? [])).toEqual(looks(given));
        expect(await writtenAndRead(back)).toEqual(back);
      }),
      { numRuns: 150 },
    );
  });

  it("keep a text that is longer than Excel allows, and show in the file that it is cut", async () => {
    const long = [`${"y".repeat(40_000)}a`, `${"y".repeat(40_000)}b`, `${"z".repeat(32_700)}${"😀".repeat(5000)}`];
    const book = workbook([
      tab({ id: 0, name: "A", cells: cells([long]), notes: [{ row: 2, column: 1, text: "n".repeat(50_000) }] }),
    ]);
    const bytes = await writeXlsx(book);
    const texts = [...(await part(bytes, "xl/sharedStrings.xml")).matchAll(/<t[^>]*>([^<]*)<\/t>/g)];
    expect(Math.max(...texts.map(([, text = ""]) => text.length))).toBeLessThanOrEqual(32_767);
    expect(texts.filter(([, text = ""]) => text.endsWith("]") && text.includes("… [cut here"))).toHaveLength(3);
    expect(await read(bytes)).toEqual(book);
  });

  it("keep texts as texts, so that editing a cell in Excel makes no formula of it", async () => {
    const sheet = await part(await writeXlsx(SAMPLE), "xl/worksheets/sheet2.xml");
    expect(sheet).not.toContain("<f>");
    expect(await part(await writeXlsx(SAMPLE), "xl/styles.xml")).toContain('quotePrefix="1"');
  });

  it("give a workbook without tabs one, as every file needs", async () => {
    expect((await writtenAndRead(workbook([]))).sheets).toHaveLength(1);
  });

  it("refuse a cell that Excel has no place for", async () => {
    const outside = tab({ id: 0, name: "A", cells: [{ row: 1_048_577, column: 1, value: 1 }] });
    await expect(writeXlsx(workbook([outside]))).rejects.toThrow('row 1048577, column 1 (tab "A")');
  });

  it("write 400,000 cells in a few seconds", async () => {
    const row = (number: number) =>
      Array.from({ length: 20 }, (_, at) => (at % 3 ? `text ${number} ${at}` : number * at));
    const rows = cells(Array.from({ length: 10_000 }, (_, number) => row(number)));
    const book = workbook(
      [1, 2].map((id) => tab({ id, name: `Tab ${id}`, rowCount: 10_000, columnCount: 20, cells: rows })),
    );
    const started = performance.now();
    await writeXlsx(book);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  const naughty = join(ROOT, "../shared/data/blns.json");
  it.skipIf(!existsSync(naughty))("keep every naughty string", async () => {
    const strings: string[] = JSON.parse(readFileSync(naughty, "utf8"));
    const given = strings.map((value, index) => ({ row: index + 1, column: 1, value }));
    expect(await cellsBack(given)).toEqual(given);
  });
});

/** What each cell looks like, without what is the default anyway. */
function looks(formats: readonly FormatData[]): Map<string, CellFormat> {
  const cellLooks = new Map<string, CellFormat>();
  for (const { range, format } of formats) {
    for (let row = range.row; row < range.row + range.rows; row += 1) {
      for (let column = range.column; column < range.column + range.columns; column += 1) {
        cellLooks.set(`${row}:${column}`, { ...cellLooks.get(`${row}:${column}`), ...format });
      }
    }
  }
  const shown = [...cellLooks].map(([place, look]): [string, CellFormat] => {
    const kept = Object.entries(look).filter(([, value]) => value && value !== "bottom");
    return [place, Object.fromEntries(kept)];
  });
  return new Map(shown.filter(([, look]) => Object.keys(look).length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("the file", () => {
  it("prefixes newer functions, outside texts only", async () => {
    const formulas: Record<string, string> = {
      '=IFS(A2>1,"IFS(")': '_xlfn.IFS(A2>1,"IFS(")',
      "=FILTER(B:B,B:B>0)": "_xlfn._xlws.FILTER(B:B,B:B>0)",
      "=SORT(UNIQUE(B:B))": "_xlfn._xlws.SORT(_xlfn.UNIQUE(B:B))",
      "=LET(x,1,total, {1,2},SUM(x,total)+y)": "_xlfn.LET(_xlpm.x,1,_xlpm.total, {1,2},SUM(_xlpm.x,_xlpm.total)+y)",
      "=MAP(B1:B3,LAMBDA(v,v*2))": "_xlfn.MAP(B1:B3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*2))",
      "=SUM('Ann''s'!B1,XLOOKUP(1,B:B,C:C))": "SUM('Ann''s'!B1,_xlfn.XLOOKUP(1,B:B,C:C))",
      "=COUNTIF(B:B,TRUE)": "COUNTIF(B:B,TRUE)",
    };
    const given = Object.keys(formulas).map((formula, index) => ({ row: index + 1, column: 1, value: 0, formula }));
    const bytes = await writeXlsx(workbook([tab({ id: 0, name: "A", cells: given })]));
    const written = [...(await part(bytes, "xl/worksheets/sheet1.xml")).matchAll(/<f>([^<]*)<\/f>/g)];
    expect(written.map(([, formula = ""]) => formula.replaceAll("&gt;", ">").replaceAll("&quot;", '"'))).toEqual(
      Object.values(formulas),
    );
    expect((await read(bytes)).sheets[0]?.cells).toEqual(given);
  });

  it("writes a formula over several ranges so that every program takes it for the same", async () => {
    const rule = {
      ranges: [
        { row: 5, column: 3, rows: 2, columns: 1 },
        { row: 2, column: 2, rows: 2, columns: 1 },
      ],
      formula: "=C5>$A$1",
      background: "#ff0000",
    };
    const back = await writtenAndRead(workbook([tab({ id: 0, name: "A", conditionalFormats: [rule] })]));
    expect(back.sheets[0]?.conditionalFormats).toEqual([
      { ...rule, ranges: [rule.ranges[0]] },
      { ...rule, ranges: [rule.ranges[1]], formula: "=B2>$A$1" },
    ]);
  });

  it("gives tabs whose names Excel does not allow names that it does", async () => {
    const names = ["a/b", "a?b", "A*B", "x".repeat(40), "x".repeat(41), "'quoted'", "History", "[]", "ok"];
    const book = workbook(names.map((name, id) => tab({ id, name })));
    const xml = await part(await writeXlsx(book), "xl/workbook.xml");
    const inFile = [...xml.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = ""]) => name);
    expect(inFile).toEqual([
      "a b",
      "a b 2",
      "A B 3",
      "x".repeat(31),
      `${"x".repeat(29)} 2`,
      "quoted",
      "History tab",
      "Tab",
      "ok",
    ]);
    expect((await writtenAndRead(book)).sheets.map((sheet) => sheet.name)).toEqual(names);
  });

  it("means the same to another library", async () => {
    const book = new ExcelJS.Workbook();
    // ExcelJS makes an object for each cell that a rule reaches: not for a million rows here.
    const sheets = SAMPLE.sheets.map((sheet) => ({ ...sheet, rowCount: 1000 }));
    const bytes = await writeXlsx({ ...SAMPLE, sheets });
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const start = book.getWorksheet("Start");
    const roster = book.getWorksheet("Roster");
    expect(book.worksheets.map((sheet) => sheet.state)).toEqual([
      "visible",
      "visible",
      "hidden",
      "visible",
      "visible",
      "veryHidden",
    ]);
    expect(start?.getCell("B1").value).toEqual({ formula: 'COUNTIF(Roster!C:C,"independent")', result: 3 });
    expect(roster?.getCell("A2").value).toBe('=HYPERLINK("http://x")');
    expect(roster?.getCell("D2").value).toBe(true);
    expect(roster?.getCell("F2").value).toEqual(new Date("2025-09-01T00:00:00Z"));
    expect(roster?.getCell("F150").numFmt).toBe("yyyy-mm-dd");
    expect(roster?.getCell("B1").font).toMatchObject({ bold: true, color: { argb: "FFFFFFFF" } });
    expect(roster?.getCell("A1").note).toContain("roster.name");
    expect(roster?.getCell("C150").dataValidation).toMatchObject({
      type: "list",
      formulae: ['"independent,facilitated,the ""other"" one"'],
    });
    expect(roster?.getCell("D150").dataValidation).toMatchObject({ type: "list", formulae: ['"TRUE,FALSE"'] });
    expect(roster?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(book.definedNames.getRanges("Models").ranges).toEqual(["Lists!$A$2:$A$4"]);
  });
});

describe("readXlsx of what is no .xlsx", () => {
  const zipOf = async (files: Record<string, string>) => {
    const zip = new JSZip();
    for (const [path, text] of Object.entries(files)) zip.file(path, text);
    return zip.generateAsync({ type: "uint8array" });
  };

  it("says why", async () => {
    const bytes = await writeXlsx(SAMPLE);
    const damaged = await JSZip.loadAsync(bytes);
    damaged.file("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row");
    const missing = (await JSZip.loadAsync(bytes)).remove("xl/worksheets/sheet2.xml");
    const cases: [string, Uint8Array][] = [
      ["file-empty", new Uint8Array()],
      ["not-xlsx", new TextEncoder().encode("Name,E-mail\n")],
      ["not-xlsx", await zipOf({ "word/document.xml": "<document/>" })],
      ["old-or-encrypted", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
      ["xlsx-damaged", bytes.subarray(0, bytes.length / 2)],
      ["xlsx-damaged", await damaged.generateAsync({ type: "uint8array" })],
      ["xlsx-damaged", await missing.generateAsync({ type: "uint8array" })],
    ];
    for (const [reason, file] of cases) expect(await readXlsx(file)).toEqual({ ok: false, reason });
  });

  it("never throws, whatever is done to the bytes", async () => {
    const bytes = await writeXlsx(SAMPLE);
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const file = Uint8Array.from(bytes);
        for (const { at, to } of changes) file[at] = to;
        expect(typeof (await readXlsx(file)).ok).toBe("boolean");
      }),
      { numRuns: 100 },
    );
  });
});
