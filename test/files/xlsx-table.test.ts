import ExcelJS from "exceljs";
import fc from "fast-check";
import JSZip from "jszip";
import { beforeAll, describe, expect, it } from "vitest";
import { readXlsxTable } from "../../src/files/xlsx-table";

/** A workbook as ExcelJS writes it: a program that is not ours. */
async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const sheetOf = (...rows: unknown[][]) =>
  workbook((book) => {
    book.addWorksheet("Data").addRows(rows);
  });

async function edited(bytes: Uint8Array, path: string, edit: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  zip.file(path, edit((await zip.file(path)?.async("string")) ?? ""));
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const SHEET = "xl/worksheets/sheet1.xml";
const addRow = (row: string) => (xml: string) => xml.replace("</sheetData>", `${row}</sheetData>`);

async function cellsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[] | string> {
  const table = await readXlsxTable(bytes);
  return "problem" in table ? table.problem : table.cells;
}

describe("the table in a workbook", () => {
  it("comes as text, as it was typed", async () => {
    const bytes = await sheetOf(
      ["Code", "Answer", "Ready"],
      ["007", "=1+1", true],
      [" a ", "two\nlines", false],
      ["--", "+50", null],
    );
    expect(await cellsOf(bytes)).toEqual([
      ["Code", "Answer", "Ready"],
      ["007", "=1+1", "TRUE"],
      [" a ", "two\nlines", "FALSE"],
      ["--", "+50"],
    ]);
  });

  it("has numbers in their shortest form", async () => {
    expect(await cellsOf(await sheetOf([5, 4.5, 0.1 + 0.2, -3, 1e21, 20261201]))).toEqual([
      ["5", "4.5", "0.3", "-3", "1e+21", "20261201"],
    ]);
  });

  it("has what formulas came to, errors too, and rich texts without their looks", async () => {
    const rich = { richText: [{ text: "Strongly " }, { text: "agree", font: { bold: true } }] };
    const bytes = await sheetOf([
      { formula: "1+1", result: 2 },
      { formula: 'A1&"x"', result: "2x" },
      { error: "#N/A" },
      rich,
    ]);
    expect(await cellsOf(bytes)).toEqual([["2", "2x", "#N/A", "Strongly agree"]]);
  });

  it.each([
    ["yyyy-mm-dd hh:mm:ss", 46266.604166666664, "2026-09-01T14:30:00"],
    ["dd.mm.yyyy", 46266, "2026-09-01"],
    ["[$-409]m/d/yy h:mm AM/PM;@", 46266.6041666667, "2026-09-01T14:30:00"],
    ['d "days" mmm', 46266, "2026-09-01"],
    ["mmm yyyy", 46266, "2026-09-01"],
    ["m/d/yyyy", 46266.999999999, "2026-09-02"],
    ["m/d/yyyy h:mm", 42482.8318287, "2016-04-22T19:57:50"],
    ["h:mm", 0.604166666666667, "14:30:00"],
    ["[h]:mm", 1.5, "1.5"],
    ["0.00", 46266, "46266"],
    ['0 "days"', 3, "3"],
    ["[Red]0;[Blue]-0", 3, "3"],
    ["#,##0.00 [$€-407]", 3.5, "3.5"],
    ["General", 46266, "46266"],
    ["yyyy-mm-dd", 1, "1900-01-01"],
    ["yyyy-mm-dd", 61, "1900-03-01"],
    ["yyyy-mm-dd", -5, "-5"],
  ])("reads a number with the format %s as people see it", async (numFmt, value, text) => {
    const bytes = await workbook((book) => {
      const cell = book.addWorksheet("Data").getCell("A1");
      cell.value = value;
      cell.numFmt = numFmt;
    });
    expect(await cellsOf(bytes)).toEqual([[text]]);
  });

  it("has the same wall clock in a workbook that counts from 1904", async () => {
    const bytes = await workbook((book) => {
      book.properties.date1904 = true;
      const cell = book.addWorksheet("Data").getCell("A1");
      cell.value = new Date(Date.UTC(2026, 8, 1, 14, 30));
      cell.numFmt = "yyyy-mm-dd hh:mm";
    });
    expect(await cellsOf(bytes)).toEqual([["2026-09-01T14:30:00"]]);
  });

  it("keeps every cell in its row and column", async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet("Data");
      sheet.getCell("B2").value = "B2";
      sheet.getCell("AB4").value = "AB4";
      sheet.getCell("C9").font = { bold: true };
    });
    expect(await cellsOf(bytes)).toEqual([[], ["", "B2"], [], [...new Array<string>(27).fill(""), "AB4"]]);
  });

  it("is that of the first visible sheet with something in it, and the others are named", async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet("Hidden", { state: "hidden" }).addRow(["not me"]);
      book.addWorksheet("Empty");
      book.addWorksheet("Answers").addRow(["me"]);
      book.addWorksheet("More").addRow(["not me"]);
      book.addWorksheet("Also empty");
    });
    expect(await readXlsxTable(bytes)).toEqual({ cells: [["me"]], sheet: "Answers", others: ["More"] });
  });

  it("is found where another program chose other paths, prefixes and no addresses", async () => {
    const zip = new JSZip();
    const links = (...targets: [type: string, target: string][]) =>
      `<Relationships>${targets.map(([type, target], at) => `<Relationship Id="r${at}" Type="http://x/${type}" Target="${target}"/>`).join("")}</Relationships>`;
    zip.file("_rels/.rels", links(["officeDocument", "/book.xml"]));
    zip.file("_rels/book.xml.rels", links(["worksheet", "one.xml"]));
    zip.file("book.xml", '<x:workbook><x:sheets><x:sheet name="A" r:id="r0"/></x:sheets></x:workbook>');
    zip.file(
      "one.xml",
      "<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t='inlineStr'><x:is><x:t>two</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>",
    );
    expect(await cellsOf(await zip.generateAsync({ type: "uint8array" }))).toEqual([["1", "two"]]);
  });
});

describe("a workbook that cannot be read", () => {
  let sound: Uint8Array;
  beforeAll(async () => {
    sound = await sheetOf(["Name"], ["Ann"]);
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ["a cut-off file", () => sound.slice(0, sound.length / 2), "xlsx-damaged"],
    ["another archive", () => new JSZip().file("a.txt", "x").generateAsync({ type: "uint8array" }), "xlsx-damaged"],
    ["broken XML", () => edited(sound, SHEET, (xml) => xml.slice(0, 300)), "xlsx-damaged"],
    ["no sheet with anything in it", () => workbook((book) => void book.addWorksheet("A")), "file-empty"],
    ["old Excel", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 9, 8, 7), "xls-old"],
    [
      "a password",
      () =>
        Uint8Array.of(
          ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0x45, 0, 1],
          ...[..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]),
        ),
      "xlsx-protected",
    ],
    [
      "a row beyond every sheet",
      () => edited(sound, SHEET, addRow('<row r="99999999"><c><v>1</v></c></row>')),
      "xlsx-too-large",
    ],
    [
      "rows of endless width",
      () => edited(sound, SHEET, addRow('<row><c r="ZZZ1"><v>1</v></c></row>'.repeat(700))),
      "xlsx-too-large",
    ],
  ])("is named: %s", async (_, bytes, problem) => {
    expect(await cellsOf(await bytes())).toBe(problem);
  });

  it("never throws, whatever is done to its bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }), async (edits) => {
        const bytes = sound.slice();
        for (const [at, byte] of edits) bytes[at % bytes.length] = byte;
        const table = await readXlsxTable(bytes);
        expect("problem" in table || table.cells.length > 0).toBe(true);
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
