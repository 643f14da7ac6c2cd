import { describe, expect, it } from "vitest";
import { cellText, isBlank, sameCell } from "../../src/workbook/cell";

describe("cells", () => {
  it.each([
    ["", true],
    ["  \n", true],
    [false, true],
    [undefined, true],
    ["0", false],
    [0, false],
    [true, false],
    [{ date: "2026-09-01" }, false],
  ] as const)("%j is blank: %s", (cell, blank) => {
    expect(isBlank(cell)).toBe(blank);
  });

  it.each([
    ["a ", "a "],
    [1.5, "1.5"],
    [true, "TRUE"],
    [{ date: "2026-09-01T14:30:00" }, "2026-09-01T14:30:00"],
    [{ formula: "=1" }, "=1"],
  ] as const)("%j reads %s", (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });

  it("are the same only in kind and value", () => {
    expect(sameCell({ date: "2026-09-01" }, { date: "2026-09-01" })).toBe(true);
    expect(sameCell({ date: "2026-09-01" }, "2026-09-01")).toBe(false);
    expect(sameCell({ date: "=1" }, { formula: "=1" })).toBe(false);
    expect(sameCell("1", 1)).toBe(false);
    expect(sameCell("", false)).toBe(false);
  });
});
