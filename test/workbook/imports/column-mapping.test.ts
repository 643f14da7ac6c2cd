import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChosenColumns, mapColumns } from "../../../src/workbook/imports/column-mapping";
import { roster } from "../../../src/workbook/tabs/roster";
import { submissions } from "../../../src/workbook/tabs/submissions";

const offered = Object.keys(roster.columns).filter((key) => key !== "code");
const map = (headers: readonly string[], chosen: ChosenColumns = []) => mapColumns(roster, offered, headers, chosen);

describe("mapColumns", () => {
  it.each([
    [
      "headers in any order and wording",
      ["E-MAIL ADDRESS", "full_name", "Support level"],
      ["email", "name", "supportGroup"],
    ],
    ["a key of ours", ["gradeLevel"], ["gradeLevel"]],
    ["a short header that holds one name of ours", ["Work e-mail address (required)"], ["email"]],
    ["no header twice", ["Email", "Email address"], ["email", null]],
    ["the exact header before one that only holds it", ["Your school", "School"], [null, "school"]],
    [
      "no long question in which a name of ours stands by chance",
      ["What would you like your school to do about e-mail, if anything?"],
      [null],
    ],
    ["no header that could be several", ["School e-mail support group"], ["supportGroup"]],
    ["no blank header", ["", " ", "?"], [null, null, null]],
    ["no column that only we give", ["Survey code"], [null]],
  ])("maps %s", (_, headers, keys) => {
    expect(map(headers)).toEqual(keys);
  });

  it("follows what people chose, before any name", () => {
    const chosen = [
      { header: "e mail", column: "notes" },
      { header: "Mail 2", column: "email" },
      { header: "School", column: "" },
    ];
    expect(map(["E-mail", "Mail 2", "School", "Notes"], chosen)).toEqual(["notes", "email", null, null]);
  });

  it("reads over choices of columns that there are not", () => {
    expect(map(["Name"], [{ header: "Name", column: "shoe-size" }])).toEqual([null]);
  });

  it("maps the headers of a submissions file", () => {
    const headers = ["Username", "Micro-credential name", "Try", "Date submitted", "Decision", "Date awarded"];
    const keys = Object.keys(submissions.columns).filter((key) => key !== "id");
    expect(mapColumns(submissions, keys, headers, [])).toEqual([
      "participant",
      "microCredential",
      "attempt",
      "submittedOn",
      "outcome",
      "decidedOn",
    ]);
  });

  it("uses no column twice and maps only to those offered, whatever the headers", () => {
    const word = fc.constantFrom("Name", "E-mail", "School", "work email", "id", "Grade", "Survey code", "");
    const header = fc.oneof(
      word,
      fc.string(),
      fc.tuple(word, word).map((two) => two.join(" ")),
    );
    const chosen = fc.array(fc.record({ header, column: fc.constantFrom("name", "email", "", "code", "nonsense") }));
    fc.assert(
      fc.property(fc.array(header), chosen, (headers, choices) => {
        const keys = map(headers, choices).filter((key) => key !== null);
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(offered).toContain(key);
      }),
    );
  });
});
