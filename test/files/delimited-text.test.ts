import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readDelimited } from "../../src/files/delimited-text";
import { ROOT } from "../helpers/project";

const DATA = join(ROOT, "../shared/data");

describe("readDelimited", () => {
  it.each([
    [
      "commas",
      'a,b\n"1,5",2',
      [
        ["a", "b"],
        ["1,5", "2"],
      ],
    ],
    [
      "semicolons",
      "a;b\n1,5;2",
      [
        ["a", "b"],
        ["1,5", "2"],
      ],
    ],
    [
      "tabs",
      "a\tb\n1, 5\t2",
      [
        ["a", "b"],
        ["1, 5", "2"],
      ],
    ],
    [
      "bars",
      "a|b\n1|2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["lines ended as on Windows", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"], [""]]],
    [
      "lines within a cell",
      'a,b\n"one\ntwo",2',
      [
        ["a", "b"],
        ["one\ntwo", "2"],
      ],
    ],
    [
      "quotation marks within a cell",
      'a,b\n"say ""hi""",2',
      [
        ["a", "b"],
        ['say "hi"', "2"],
      ],
    ],
    [
      "a byte order mark",
      "\ufeffa,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "spaces as they are",
      "a, b \n 1,2",
      [
        ["a", " b "],
        [" 1", "2"],
      ],
    ],
    ["a single column", "e-mail\nann@x.org", [["e-mail"], ["ann@x.org"]]],
    ["nothing", "", []],
    [
      "tabs without any quoting, as Sheets writes them",
      'a\tb\n"quoted" word\t5" pipe\nx\ty',
      [
        ["a", "b"],
        ['"quoted" word', '5" pipe'],
        ["x", "y"],
      ],
    ],
    [
      "tabs with quoting, as other tools write them",
      'a\tb\n"one\ttwo"\t3',
      [
        ["a", "b"],
        ["one\ttwo", "3"],
      ],
    ],
    [
      "what looks like a formula or a number",
      "a,b\n=1+1,007",
      [
        ["a", "b"],
        ["=1+1", "007"],
      ],
    ],
  ])("reads %s", (_, text, cells) => {
    expect(readDelimited(text)).toEqual(cells);
  });

  /** At least two columns and two rows, the header of plain words: of less, no delimiter can be told. */
  const table = (cell: fc.Arbitrary<string>) =>
    fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc.tuple(
          fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: width, maxLength: width }),
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
        ),
      );
  const anything = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[a,;|\t"'\r\n =-]{0,12}$/));

  it.each([",", ";"])("gives back the very cells of any CSV that another program wrote with %s", (delimiter) => {
    fc.assert(
      fc.property(table(anything), fc.constantFrom("\n", "\r\n"), ([header, rows], newline) => {
        const text = Papa.unparse([header, ...rows], { delimiter, newline, quotes: true });
        expect(readDelimited(text)).toEqual([header, ...rows]);
      }),
    );
  });

  it("gives back the very cells of a CSV in which only some are quoted", () => {
    fc.assert(
      fc.property(table(anything), ([header, rows]) => {
        expect(readDelimited(Papa.unparse([header, ...rows]))).toEqual([header, ...rows]);
      }),
    );
  });

  it("gives back the very cells of the TSV that Sheets writes: no quoting, and spaces for tabs and line ends", () => {
    // Two cells that begin with a mark could as well be one quoted cell: only a mark that nothing closes tells.
    const cell = anything.map((text) => text.replace(/[\t\r\n]/g, " ").replace(/"/g, "'"));
    const marked = fc.tuple(table(cell), fc.nat(), fc.nat()).map(([[header, rows], row, column]) => {
      const at = row % rows.length;
      const cells = rows[at] ?? [];
      const place = column % cells.length;
      return [header, rows.with(at, cells.with(place, `"${cells[place]}`))] as const;
    });
    fc.assert(
      fc.property(fc.oneof(table(cell), marked), ([header, rows]) => {
        const text = [header, ...rows].map((row) => row.join("\t")).join("\r\n");
        expect(readDelimited(text)).toEqual([header, ...rows]);
      }),
    );
  });
});

describe.skipIf(!existsSync(DATA))("on real files", () => {
  const files = existsSync(DATA) ? readdirSync(DATA).filter((name) => /\.(csv|tsv)$/.test(name)) : [];
  // As data/README.md counts them.
  const told = new Map(
    existsSync(DATA)
      ? [...readFileSync(join(DATA, "README.md"), "utf8").matchAll(/^- `([^`]+)`.*?(\d[\d,]*) x (\d+)/gm)].map(
          ([, name = "", rows = "", columns]) => [name, [Number(rows.replace(",", "")), Number(columns)]],
        )
      : [],
  );

  it.each(files)("%s has the rows and columns that it is said to have", (name) => {
    const cells = readDelimited(readFileSync(join(DATA, name), "utf8"));
    const filled = cells.filter((row) => row.some((cell) => cell !== ""));
    expect([filled.length - 1, filled[0]?.length]).toEqual(told.get(name));
    expect(filled.filter((row) => row.length !== filled[0]?.length)).toEqual([]);
  });
});
