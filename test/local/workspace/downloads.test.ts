import { parse } from "papaparse";
import { describe, expect, it } from "vitest";
import { documentFile, tabFile, workbookFile } from "../../../src/local/workspace/downloads";
import { readXlsx } from "../../../src/local/xlsx";
import { SAMPLE } from "../workbook-sample";

/** As Excel sees the file: with its byte order mark. */
async function textOf(file: Blob): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());
}

describe("the CSV of a tab", () => {
  it("begins with a byte order mark and ends every line as Excel does", async () => {
    expect(
      await textOf(
        tabFile([
          ["Name", "Größe"],
          ["Ana", ""],
        ]),
      ),
    ).toBe("\uFEFFName,Größe\r\nAna,\r\n");
    expect(await textOf(tabFile([]))).toBe("\uFEFF");
  });

  it("quotes what would fall apart otherwise", async () => {
    const rows = [["a,b", 'the "other" one', "two\nlines", " led", "plain"]];
    const text = await tabFile(rows).text();
    expect(text).toBe('"a,b","the ""other"" one","two\nlines"," led",plain\r\n');
    expect(parse<string[]>(text.trimEnd()).data).toEqual(rows);
  });

  it.each([
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "-",
    "=",
    "-1e",
    "+1 x",
    "-1,2,=3",
  ])("makes no formula of %j", async (text) => {
    const [[field = ""] = []] = parse<string[]>((await tabFile([[text]]).text()).slice(0, -2), { delimiter: "," }).data;
    expect(field).toBe(`'${text}`);
  });

  it.each(["-3.5", "+12", "-1,204.50", "-45%", "12", "'quoted", "a=b", "2026-09-02"])(
    "leaves what is no formula alone: %s",
    async (text) => {
      const [[field = ""] = []] = parse<string[]>((await tabFile([[text]]).text()).slice(0, -2), {
        delimiter: ",",
      }).data;
      expect(field).toBe(text);
    },
  );
});

describe("Office files", () => {
  it("are the workbook, readable again", async () => {
    const file = await workbookFile(SAMPLE);
    expect(file.type).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    const read = await readXlsx(new Uint8Array(await file.arrayBuffer()));
    expect(read.ok && read.workbook.sheets.map(({ name }) => name)).toEqual(SAMPLE.sheets.map(({ name }) => name));
  });

  it("are a document", async () => {
    const file = await documentFile({ id: "d", name: "Report", blocks: [{ kind: "paragraph", text: "Hello" }] });
    expect(file.type).toBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    expect((await file.text()).slice(0, 2)).toBe("PK");
  });
});
