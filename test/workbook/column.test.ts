import { describe, expect, it } from "vitest";
import { checkbox, choice, date, figure, fold, number, optionOf, suggestion, text } from "../../src/workbook/column";

const options = [
  { id: "not-yet", label: "Not yet" },
  { id: "awarded", label: "Awarded" },
] as const;

describe("a column reads", () => {
  it.each([
    ["text", text("A"), [" a ", 1, true, { date: "2026-09-01" }], ["a", "1", "TRUE", "2026-09-01"]],
    ["a date", date("A"), [{ date: "2026-09-01" }, "2026-09-01", 46_266], ["2026-09-01", undefined, undefined]],
    ["a number", number("A"), [1, "1", true], [1, undefined, undefined]],
    ["a box", checkbox("A"), [true, false, "", "yes"], [true, false, false, undefined]],
    ["a choice", choice("A", options), ["not  YET", "NOT-YET", "no"], ["not-yet", "not-yet", undefined]],
    ["a suggestion", suggestion("A", { kind: "list", options }), [" Other ", 3], ["Other", "3"]],
    ["a figure", figure("A"), [3, " 3 new "], [3, "3 new"]],
  ] as const)("%s", (_, column, cells, values) => {
    expect(cells.map((cell) => column.read(cell))).toEqual(values);
  });

  it("a blank as nothing, whatever its type", () => {
    for (const column of [text("A"), date("A"), number("A"), choice("A", options)])
      expect([column.read(""), column.read("  "), column.read(false)]).toEqual([null, null, null]);
  });
});

describe("words", () => {
  it("are compared without case, spaces and punctuation, in any script", () => {
    expect(fold("  E-mail   Address: ")).toBe("e mail address");
    expect(fold("ДАТА/время")).toBe("дата время");
    expect(fold("¿?")).toBe("");
  });

  it("mean an option by its id or label", () => {
    expect(optionOf(options, " awarded ")?.label).toBe("Awarded");
    expect(optionOf(options, "")).toBeUndefined();
  });
});
