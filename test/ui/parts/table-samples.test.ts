import { describe, expect, it } from "vitest";
import { samplesIn } from "../../../src/ui/parts/table-samples";

const table = [
  ["First name", "", "E-mail", ""],
  ["", "", "", ""],
  ["Ana", " x ", "ana@b.example", "y"],
];

describe("the samples beside a table's headers", () => {
  it("are the first cell that is not blank, of the header's own column wherever that stands", () => {
    expect(samplesIn(["E-mail", "First name"], table)).toEqual(["ana@b.example", "Ana"]);
  });

  it("tell headers apart that are blank or doubled", () => {
    expect(samplesIn(["", ""], table)).toEqual(["x", "y"]);
  });

  it("are missing where the table lacks the header, and for a tab", () => {
    expect(samplesIn(["Name"], table)).toEqual([""]);
    expect(samplesIn(["E-mail"])).toEqual([""]);
  });
});
