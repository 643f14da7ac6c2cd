import { describe, expect, it } from "vitest";
import { readSource, type SourceChoice } from "../../src/ui/read-source";

const BLANK: SourceChoice = { kind: "file", file: null, text: "", tab: "" };
const fileOf = (name: string, ...parts: BlobPart[]): SourceChoice => ({ ...BLANK, file: new File(parts, name) });

describe("the table that a person chose", () => {
  it("is read from a file, cell by cell, as text", async () => {
    expect(await readSource(fileOf("people.csv", 'E-mail;Name;School\r\nann@x.org;"Lee; Ann";Hill\r\n'))).toMatchObject(
      {
        source: { name: "people.csv", cells: [["E-mail", "Name", "School"], ["ann@x.org", "Lee; Ann", "Hill"], [""]] },
        warning: "",
      },
    );
  });

  it("is read from pasted text", async () => {
    expect(await readSource({ ...BLANK, kind: "text", text: "E-mail\tName\nann@x.org\t=1+1" })).toMatchObject({
      source: {
        cells: [
          ["E-mail", "Name"],
          ["ann@x.org", "=1+1"],
        ],
      },
    });
  });

  it("is left to the server where it is a tab", async () => {
    expect(await readSource({ ...BLANK, kind: "tab", tab: "Sign-ups" })).toEqual({
      source: { name: "Sign-ups" },
      warning: "",
    });
  });

  it("comes with a warning where the encoding was guessed", async () => {
    const latin = Uint8Array.from("Name\nJosé\nRenée\n", (letter) => letter.charCodeAt(0));
    expect(await readSource(fileOf("old.csv", latin))).toMatchObject({ warning: expect.stringContaining("not UTF-8") });
  });

  it.each([
    ["no file", BLANK, "Choose a file"],
    ["an empty file", fileOf("a.csv"), "a.csv is empty"],
    ["a workbook", fileOf("a.xlsx", Uint8Array.of(0x50, 0x4b, 3, 4)), "save the sheet as CSV"],
    ["blank text", { ...BLANK, kind: "text", text: " \n" } as const, "Paste the table"],
    ["no tab", { ...BLANK, kind: "tab" } as const, "Choose a tab"],
  ])("is refused with advice: %s", async (_, choice, advice) => {
    expect(await readSource(choice)).toEqual({ message: expect.stringContaining(advice) });
  });
});
