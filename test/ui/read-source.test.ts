import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readSource, type SourceChoice } from "../../src/ui/read-source";

const BLANK: SourceChoice = { kind: "file", file: null, text: "", tab: "" };
const fileOf = (name: string, ...parts: BlobPart[]): SourceChoice => ({ ...BLANK, file: new File(parts, name) });

describe("the table that a person chose", () => {
  it("is read from a file, cell by cell, as text", async () => {
    expect(await readSource(fileOf("people.csv", 'E-mail;Name;School\r\nann@x.org;"Lee; Ann";Hill\r\n'))).toEqual({
      name: "people.csv",
      cells: [["E-mail", "Name", "School"], ["ann@x.org", "Lee; Ann", "Hill"], [""]],
    });
  });

  it("is read from pasted text", async () => {
    expect(await readSource({ ...BLANK, kind: "text", text: "E-mail\tName\nann@x.org\t=1+1" })).toMatchObject({
      cells: [
        ["E-mail", "Name"],
        ["ann@x.org", "=1+1"],
      ],
    });
  });

  it("is left to the server where it is a tab", async () => {
    expect(await readSource({ ...BLANK, kind: "tab", tab: "Sign-ups" })).toEqual({ name: "Sign-ups" });
  });

  it("is read from a workbook, whatever it is called, and says which sheets were not", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("People").addRows([["E-mail"], ["ann@x.org"]]);
    book.addWorksheet("Old").addRows([["E-mail"]]);
    expect(await readSource(fileOf("people.csv", await book.xlsx.writeBuffer()))).toEqual({
      name: "people.csv",
      cells: [["E-mail"], ["ann@x.org"]],
      found: [{ code: "sheets-not-read", value: "Old" }],
    });
  });

  it("comes with a note where the encoding was guessed", async () => {
    const latin = Uint8Array.from("Name\nJosé\nRenée\n", (letter) => letter.charCodeAt(0));
    expect(await readSource(fileOf("old.csv", latin))).toMatchObject({
      found: [{ code: "encoding-guessed", value: "windows-1252" }],
    });
  });

  it.each([
    ["no file", BLANK, "Choose a file"],
    ["an empty file", fileOf("a.csv"), "a.csv is empty"],
    ["a workbook", fileOf("a.xlsx", Uint8Array.of(0x50, 0x4b, 3, 4)), "no Excel workbook that can be read"],
    ["blank text", { ...BLANK, kind: "text", text: " \n" } as const, "Paste the table"],
    ["no tab", { ...BLANK, kind: "tab" } as const, "Choose a tab"],
  ])("is refused with advice: %s", async (_, choice, advice) => {
    expect(await readSource(choice)).toEqual({ message: expect.stringContaining(advice) });
  });
});
