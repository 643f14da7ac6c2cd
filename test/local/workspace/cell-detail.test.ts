import { expect, test } from "vitest";
import { cellDetail } from "../../../src/local/workspace/cell-detail";
import { openTab } from "./a-cell";

test("a cell is explained with its input, text, note and rule", () => {
  const { open, tab, name, editor } = openTab();
  editor.type(name, "A1", "=1/4");
  editor.setNote(name, "A1", "A quarter");
  tab.formats.set(1, 1, { numberFormat: "0%" });
  tab.rules.set(1, 1, { kind: "number", atLeast: 0, allowInvalid: false, helpText: "A share" });
  expect(cellDetail(open, tab.id, 1, 1)).toEqual({
    input: "=1/4",
    text: "25%",
    note: "A quarter",
    rule: { kind: "number", choices: null, allowInvalid: false, helpText: "A share" },
  });
  expect(cellDetail(open, tab.id, 9, 9)).toEqual({ input: "", text: "", note: "", rule: null });
});

test("choices come in order, each once, as they show", () => {
  const { open, tab, name, editor } = openTab();
  for (const [row, text] of ["b", "a", "", "9/1/2026", "b", '=""', "'5"].entries()) {
    editor.type(name, `B${row + 1}`, text);
  }
  const loose = { allowInvalid: true, helpText: null };
  const range = { row: 1, column: 2, rows: 1000, columns: 1 };
  tab.rules.set(1, 1, { kind: "range", sheetId: tab.id, range, ...loose });
  tab.rules.set(2, 1, { kind: "list", values: ["x", "y", "x"], ...loose });
  tab.rules.set(3, 1, { kind: "range", sheetId: 999, range, ...loose });
  const choices = [1, 2, 3].map((row) => cellDetail(open, tab.id, row, 1).rule?.choices);
  expect(choices).toEqual([["b", "a", "9/1/2026", "5"], ["x", "y"], []]);
});
