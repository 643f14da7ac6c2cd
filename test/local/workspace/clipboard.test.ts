import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOfClipboard, clipboardHtml, clipboardText } from "../../../src/local/workspace/clipboard";
import { copyCells } from "../../../src/local/workspace/copy-cells";
import { openServices } from "../appsscript/open-services";

const cell = fc
  .array(fc.oneof(fc.constantFrom('"', '""', "\t", "\n", "'", "=", " ", "a"), fc.string({ unit: "binary" })))
  .map((pieces) => pieces.join("").replaceAll("\r", ""));
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

describe("text on the clipboard", () => {
  test("comes back as the same cells, whatever is in them", () => {
    fc.assert(
      fc.property(table, (cells) => {
        expect(cellsOfClipboard(clipboardText(cells))).toEqual(cells);
      }),
    );
  });

  test.each<[string, string, string[][]]>([
    [
      "Excel's rows end with a line break",
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "Sheets' do not",
      "a\tb\nc\td",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a line break inside a cell", '"two\nlines"\tb', [["two\nlines", "b"]]],
    ["doubled quotation marks", '"say ""hi""\nnow"', [['say "hi"\nnow']]],
    ["quotation marks of a cell's own", '"Ann"\ta"b\t"x" y', [['"Ann"', 'a"b', '"x" y']]],
    ["a quotation mark that opens nothing", '5" pipe\t"six', [['5" pipe', '"six']]],
    ["formulas and apostrophes stay", "=A1\t'007\t+1", [["=A1", "'007", "+1"]]],
    ["blank cells and rows", "\ta\n\nb", [["", "a"], [""], ["b"]]],
    ["nothing", "", [[""]]],
  ])("%s", (_, text, cells) => {
    expect(cellsOfClipboard(text)).toEqual(cells);
  });

  test("reads ten thousand rows at once", () => {
    const text = Array.from({ length: 10_000 }, (_, row) => `"${row}\t'\t"x" y\t"a\n""b"""`).join("\n");
    const start = performance.now();
    expect(cellsOfClipboard(text).length).toBe(10_000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("a table on the clipboard", () => {
  test("has cells as text, never as HTML", () => {
    const html = clipboardHtml([['<b>&"x"', "two\nlines"]]);
    expect(html).toBe("<table><tr><td>&lt;b&gt;&amp;&quot;x&quot;</td><td>two<br>lines</td></tr></table>");
  });

  test("brings formulas and exact numbers back within the workspace, moved to where they are pasted", () => {
    const { editor, open } = openServices();
    editor.type("Sheet1", "A1", "=B1*$D$1");
    editor.type("Sheet1", "B1", "0.123456789012");
    editor.type("Sheet1", "C1", '\'=A<"&lt;">&amp;\n2');
    const { text, html } = copyCells(open, 0, { row: 1, column: 1, rows: 1, columns: 3 });
    expect(text.startsWith("0\t0.123456789\t")).toBe(true);
    expect(cellsOfClipboard(text, html, { row: 3, column: 2 })).toEqual([
      ["=C3*$D$1", "0.123456789012", '\'=A<"&lt;">&amp;\n2'],
    ]);
    expect(cellsOfClipboard(text, html)[0]?.[1]).toBe("0.123456789");
  });

  test("counts for nothing where it tells of other cells than the text, or is not ours", () => {
    const html = clipboardHtml([["x"]], { column: 1, lines: [{ row: 1, inputs: ["=A1", "=A2"] }] });
    const at = { row: 1, column: 1 };
    expect(cellsOfClipboard("x", html, at)).toEqual([["x"]]);
    expect(cellsOfClipboard("x", '<table data-planner-cells="{}"><tr><td>y</td></tr></table>', at)).toEqual([["x"]]);
    expect(cellsOfClipboard("x", '<table data-planner-cells="no json"></table>', at)).toEqual([["x"]]);
    expect(cellsOfClipboard("x", "<b>x</b>", at)).toEqual([["x"]]);
  });

  test("leaves out the rows that a filter hides", () => {
    const { editor, open } = openServices();
    for (const [index, text] of ["a", "b", "=B3"].entries()) editor.type("Sheet1", `A${index + 1}`, text);
    open.file.tab(0).filter = { hidden: { 1: ["b"] } };
    const { text, html } = copyCells(open, 0, { row: 1, column: 1, rows: 3, columns: 1 });
    expect(text).toBe("a\n\n");
    expect(cellsOfClipboard(text, html, { row: 1, column: 3 })).toEqual([["a"], ["=D2"]]);
  });
});
