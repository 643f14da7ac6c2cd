import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import type { SheetData, WorkbookData } from "../../src/local/workbook-data";
import { readXlsx, writeXlsx } from "../../src/local/xlsx";
import { convert, edited, soffice } from "./libreoffice";
import { SAMPLE } from "./workbook-sample";

async function read(bytes: Uint8Array): Promise<WorkbookData> {
  const result = await readXlsx(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.workbook;
}

/** A file of one tab as Excel would write it, prefixes and all; `workbook` goes before the sheets. */
async function excelFile(sheet: string, parts: Record<string, string> = {}, workbook = ""): Promise<Uint8Array> {
  const zip = new JSZip();
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const links = (...entries: [string, string][]) =>
    `<Relationships>${entries.map(([type, target], at) => `<Relationship Id="r${at}" Type="${office}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
  const files = {
    "_rels/.rels": links(["officeDocument", "/xl/book.xml"]),
    "xl/book.xml": `<x:workbook xmlns:x="main" xmlns:r="${office}">${workbook}<x:sheets><x:sheet name="Data" sheetId="4" r:id="r0"/></x:sheets></x:workbook>`,
    "xl/_rels/book.xml.rels": links(
      ["worksheet", "tabs/one.xml"],
      ["sharedStrings", "../xl/strings.xml"],
      ["styles", "styles.xml"],
      ["theme", "theme.xml"],
    ),
    "xl/tabs/one.xml": `<worksheet>${sheet}</worksheet>`,
    ...parts,
  };
  for (const [path, xml] of Object.entries(files)) zip.file(path, `<?xml version="1.0"?>${xml}`);
  return zip.generateAsync({ type: "uint8array" });
}

async function onlySheet(bytes: Uint8Array): Promise<SheetData> {
  const [sheet] = (await read(bytes)).sheets;
  if (!sheet) throw new Error("no tab");
  return sheet;
}

describe("readXlsx of what Excel writes", () => {
  it("reads every way in which a value can stand", async () => {
    const sheet = await onlySheet(
      await excelFile(
        `<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>in_x0009_line</t></is></c></row>
        <row r="3"><c r="B3" t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c r="E3"><v>1.5E3</v></c><c t="d"><v>2026-09-02T12:00:00Z</v></c>
        <c s="0"/><c t="str"><f>"a"&amp;"b"</f><v>a&amp;lt;b</v></c><c><f>A1</f></c></row></sheetData>`,
        {
          "xl/strings.xml":
            "<sst><si><t> plain </t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb='0' eb='1'><t>sound</t></rPh></si></sst>",
        },
      ),
    );
    expect(sheet.cells).toEqual([
      { row: 1, column: 1, value: " plain " },
      { row: 1, column: 2, value: "rich text" },
      { row: 1, column: 3, value: "in\tline" },
      { row: 3, column: 2, value: true },
      { row: 3, column: 3, value: "#N/A" },
      { row: 3, column: 5, value: 1500 },
      { row: 3, column: 6, value: 46267.5 },
      { row: 3, column: 8, value: "a&lt;b", formula: '="a"&"b"' },
      { row: 3, column: 9, value: "", formula: "=A1" },
    ]);
  });

  it("reads filled-down formulas, and no spilled results as if somebody had typed them", async () => {
    const sheet = await onlySheet(
      await excelFile(
        `<sheetData><row r="1"><c r="B1"><f t="shared" ref="B1:C3" si="0">SUM(A1,$A$1)&amp;"A1"</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>2</v></c></row>
        <row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>
        <row r="5"><c r="A5"><f t="array" ref="A5:A6">_xlfn.UNIQUE(A1:A3)</f><v>1</v></c></row><row r="6"><c r="A6"><v>2</v></c></row></sheetData>`,
      ),
    );
    expect(sheet.cells.map((cell) => cell.formula)).toEqual([
      '=SUM(A1,$A$1)&"A1"',
      '=SUM(B1,$A$1)&"A1"',
      '=SUM(A3,$A$1)&"A1"',
      "=UNIQUE(A1:A3)",
    ]);
  });

  it("reads looks: numbered formats, theme colours, whole rows and columns", async () => {
    const sheet = await onlySheet(
      await excelFile(
        `<cols><col min="2" max="16384" width="20.7109375" style="1" customWidth="1"/></cols>
        <sheetData><row r="1" s="2" customFormat="1"><c r="A1" s="3"/></row></sheetData>`,
        {
          "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\\-mmm;@"/></numFmts>
          <fonts><font/><font><b/><color theme="1"/></font><font><color theme="4" tint="-0.5"/></font></fonts>
          <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.25"/></patternFill></fill></fills>
          <cellXfs><xf/><xf numFmtId="14"/><xf fontId="1" fillId="1"/><xf numFmtId="170" fontId="2"><alignment vertical="bottom"/></xf></cellXfs></styleSheet>`,
          "xl/theme.xml": `<a:theme xmlns:a="a"><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:theme>`,
        },
      ),
    );
    expect(sheet.formats).toEqual([
      { range: { row: 1, column: 1, rows: 1, columns: 1 }, format: { numberFormat: "d-mmm", fontColor: "#223962" } },
      { range: { row: 1, column: 2, rows: 1, columns: 25 }, format: { bold: true, background: "#bfbfbf" } },
      { range: { row: 2, column: 2, rows: 999, columns: 25 }, format: { numberFormat: "m/d/yyyy" } },
    ]);
    expect(sheet.columnWidths[2]).toBe(150);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1000, 26]);
  });

  it("counts dates from 1904 where the file does", async () => {
    const sheet = await onlySheet(
      await excelFile(
        '<sheetData><row r="1"><c r="A1" s="1"><v>44805</v></c><c r="B1"><v>44805</v></c></row></sheetData>',
        { "xl/styles.xml": '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>' },
        '<x:workbookPr date1904="1"/>',
      ),
    );
    expect(sheet.cells.map((cell) => cell.value)).toEqual([46267, 44805]);
  });

  it("reads rules that stand in Excel's newer places, and drops those that nothing here can say", async () => {
    const sheet = await onlySheet(
      await excelFile(
        `<sheetData/><conditionalFormatting sqref="B2:B9"><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>5</formula></cfRule>
        <cfRule type="colorScale" priority="3"/></conditionalFormatting>
        <dataValidations><dataValidation type="whole" showErrorMessage="1" sqref="A2:A3 C2"><formula1>1</formula1><formula2>9</formula2></dataValidation>
        <dataValidation type="custom" sqref="D1"><formula1>A1=1</formula1></dataValidation>
        <dataValidation type="list" errorStyle="warning" showErrorMessage="1" sqref="E1:E1048576"><formula1>choices</formula1></dataValidation></dataValidations>
        <extLst><ext><x14:dataValidations><x14:dataValidation type="list" showErrorMessage="1"><x14:formula1><xm:f>Data!$A$2:$A$4</xm:f></x14:formula1><xm:sqref>F2</xm:sqref></x14:dataValidation></x14:dataValidations>
        <x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="1"><xm:f>Data!A1</xm:f><x14:dxf><font><strike/></font></x14:dxf></x14:cfRule><xm:sqref>A1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
        {
          "xl/styles.xml":
            '<styleSheet><dxfs><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>',
        },
        "<x:definedNames><x:definedName name='Choices'>Data!$A:$A</x:definedName><x:definedName name='Gone'>#REF!</x:definedName></x:definedNames>",
      ),
    );
    const one = { rows: 1, columns: 1 };
    expect(sheet.validations).toEqual([
      {
        range: { row: 2, column: 1, rows: 2, columns: 1 },
        rule: { kind: "number", atLeast: 1, allowInvalid: false, helpText: null },
      },
      {
        range: { row: 2, column: 3, ...one },
        rule: { kind: "number", atLeast: 1, allowInvalid: false, helpText: null },
      },
      {
        range: { row: 1, column: 5, rows: 1000, columns: 1 },
        rule: {
          kind: "range",
          sheetId: 0,
          range: { row: 1, column: 1, rows: 1000, columns: 1 },
          allowInvalid: true,
          helpText: null,
        },
      },
      {
        range: { row: 2, column: 6, ...one },
        rule: {
          kind: "range",
          sheetId: 0,
          range: { row: 2, column: 1, rows: 3, columns: 1 },
          allowInvalid: false,
          helpText: null,
        },
      },
    ]);
    expect(sheet.conditionalFormats).toEqual([
      { ranges: [{ row: 1, column: 1, ...one }], formula: "=Data!A1", strikethrough: true },
      { ranges: [{ row: 2, column: 2, rows: 8, columns: 1 }], formula: "=B2<5", background: "#ffc7ce" },
    ]);
  });

  it("has an id for a file that never had one, always the same", async () => {
    const bytes = await excelFile("<sheetData/>");
    const book = await read(bytes);
    expect(book).toMatchObject({ name: "Untitled spreadsheet", timeZone: "Etc/UTC", locale: "en_US", namedRanges: [] });
    expect(book.id).toMatch(/^imported-[0-9a-f]{8}$/);
    expect((await read(bytes)).id).toBe(book.id);
  });
});

describe("readXlsx of our file after somebody changed it", () => {
  it("knows tabs again after they were renamed, moved and given other numbers", async () => {
    const bytes = await edited(await writeXlsx(SAMPLE), {
      "xl/workbook.xml": (xml) =>
        xml
          .replaceAll('name="Roster"', 'name="People"')
          .replaceAll("'Roster'!", "People!")
          .replace(/(<sheet name="Start"[^>]*>)(<sheet name="People"[^>]*>)/, "$2$1"),
    });
    const [people, start] = (await read(bytes)).sheets;
    expect(people).toMatchObject({ id: 991823744, name: "People", rowCount: 200 });
    expect(start).toMatchObject({ id: 0, name: "Start", protection: { warningOnly: true } });
  });

  it("falls back to defaults where what is hidden in the file is gone or makes no sense", async () => {
    const bytes = await writeXlsx(SAMPLE);
    const gone = await read(
      await edited(bytes, {
        "docProps/custom.xml": () => null,
        "xl/workbook.xml": (xml) => xml.replace(/<definedNames>.*<\/definedNames>/, ""),
      }),
    );
    expect(gone).toMatchObject({ name: SAMPLE.name, timeZone: "Etc/UTC", locale: "en_US" });
    expect(gone.sheets.map((sheet) => sheet.id)).toEqual([0, 1, 2, 3, 4]);
    expect(gone.sheets[3]?.name).toBe("Baseline   pre survey (response");

    const nonsense = JSON.stringify({
      id: 7,
      name: null,
      timeZone: "Mars/Olympus",
      locale: "<b>",
      tabs: { "0": { rowCount: -5, columnCount: 1e9, formUrl: "javascript:alert(1)", protection: "yes" }, x: {} },
    });
    const property = `<property name="planner.1"><lpwstr>[${nonsense.replaceAll("<", "&lt;")}]</lpwstr></property>`;
    const changed = await read(
      await edited(bytes, { "docProps/custom.xml": () => `<Properties>${property}</Properties>` }),
    );
    expect(changed).toMatchObject({ name: SAMPLE.name, timeZone: "Etc/UTC", locale: "en_US" });
    expect(changed.id).toMatch(/^imported-/);
    expect(changed.sheets[0]).toMatchObject({
      id: 0,
      rowCount: 1000,
      columnCount: 26,
      formUrl: null,
      protection: null,
    });
  });
});

const values = (sheet: SheetData | undefined) => sheet?.cells.map(({ row, column, value }) => ({ row, column, value }));

describe.skipIf(!soffice)(`LibreOffice${soffice ? "" : " (skipped: soffice is not on PATH)"}`, () => {
  it("computes the same figures from the formulas alone", { timeout: 180_000 }, async () => {
    const stripped = await edited(await writeXlsx(SAMPLE), {
      "xl/worksheets/sheet1.xml": (xml) => xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"),
    });
    expect(values((await read(stripped)).sheets[0])).not.toEqual(values(SAMPLE.sheets[0]));
    const csv = new TextDecoder().decode(await convert(stripped, "csv:Text - txt - csv (StarCalc):44,34,76"));
    expect(csv.split("\n").slice(0, 4)).toEqual([
      '"Enrolled, independent",3,,',
      "Facilitated with an award,2,,",
      '"Points, independent",10,,',
      "Share,1,,",
    ]);
    const back = await read(await convert(stripped, "xlsx"));
    expect(values(back.sheets[0])).toEqual(values(SAMPLE.sheets[0]));
  });

  it("keeps what a program needs to go on, when it saves the file", { timeout: 180_000 }, async () => {
    const back = await read(await convert(await writeXlsx(SAMPLE), "xlsx"));
    // Without a window LibreOffice has no views, and with them no frozen rows.
    const sheets = SAMPLE.sheets.map((sheet) => ({ ...sheet, frozenRows: 0 }));
    const expected = { ...SAMPLE, sheets: sheets.map((sheet) => ({ ...sheet, validations: [], notes: [] })) };
    expect({ ...back, sheets: back.sheets.map((sheet) => ({ ...sheet, validations: [], notes: [] })) }).toEqual(
      expected,
    );
    const rules = (book: WorkbookData) =>
      book.sheets.flatMap((sheet) => sheet.validations.map(({ rule }) => JSON.stringify(rule))).sort();
    expect(rules(back)).toEqual(rules(SAMPLE));
    expect(back.sheets[1]?.notes[0]).toEqual(SAMPLE.sheets[1]?.notes[0]);
  });
});
