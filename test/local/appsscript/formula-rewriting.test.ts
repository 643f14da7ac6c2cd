import { describe, expect, test } from "vitest";
import type { AxisEdit } from "../../../src/local/appsscript/axis-edit";
import {
  rewriteForCopy,
  rewriteForDeletion,
  rewriteForEdit,
  rewriteForRename,
} from "../../../src/local/appsscript/formula-rewriting";
import { parseFormula, printFormula } from "../../../src/local/appsscript/formula-text";

const insertRows = (at: number, count = 1): AxisEdit => ({ kind: "insert", axis: "row", at, count });
const removeRows = (at: number, count = 1): AxisEdit => ({ kind: "remove", axis: "row", at, count });
const moveRows = (at: number, count: number, to: number): AxisEdit => ({ kind: "move", axis: "row", at, count, to });
const moveColumns = (at: number, count: number, to: number): AxisEdit => ({
  ...moveRows(at, count, to),
  axis: "column",
});
const insertColumns = (at: number): AxisEdit => ({ kind: "insert", axis: "column", at, count: 1 });
const removeColumns = (at: number): AxisEdit => ({ kind: "remove", axis: "column", at, count: 1 });

test.each([
  '=COUNTIFS(Roster!D:D,"<>",\'My "tab\'\'s"\'!$A$2:B10,">="&TODAY())',
  '="A1 and Roster!B2 stay"&A1',
  "=LOG10(A1)+SUM(2:3)+A2:A+tax_2026+1.5e3",
  "=Größe!A1+_x.y!B2",
])("%s comes through unchanged", (formula) => {
  expect(printFormula(parseFormula(formula))).toBe(formula);
});

describe("an edit of the grid", () => {
  test.each<[string, AxisEdit, string]>([
    ["=A5", insertRows(5), "=A6"],
    ["=A5", insertRows(6), "=A5"],
    ["=$A$5+Other!A5", insertRows(1, 2), "=$A$7+Other!A5"],
    ["=SUM(A2:A10)", insertRows(5), "=SUM(A2:A11)"],
    ["=SUM(A2:A10)", insertRows(11), "=SUM(A2:A10)"],
    ["=SUM(A2:A)", insertRows(2), "=SUM(A3:A)"],
    ["=SUM(A:A)", insertRows(2), "=SUM(A:A)"],
    ["=SUM(3:4)", insertRows(2), "=SUM(4:5)"],
    ["=A5", removeRows(5), "=#REF!"],
    ["=SUM(A2:A10)", removeRows(2, 3), "=SUM(A2:A7)"],
    ["=SUM(A2:A10)", removeRows(9, 5), "=SUM(A2:A8)"],
    ["=SUM(A2:A4)", removeRows(1, 9), "=SUM(#REF!)"],
    ["=A5", moveRows(5, 1, 2), "=A2"],
    ["=A2", moveRows(5, 1, 2), "=A3"],
    ["=A5", moveRows(5, 2, 10), "=A8"],
    ["=A9", moveRows(5, 2, 10), "=A7"],
    ["=SUM(A2:A10)", moveRows(10, 1, 4), "=SUM(A2:A10)"],
    ["=SUM(A2:A10)", moveRows(5, 1, 20), "=SUM(A2:A9)"],
    ["=SUM(A2:A10)", moveRows(20, 1, 5), "=SUM(A2:A11)"],
    ["=Home!A5", insertRows(1), "=Home!A6"],
    ["=home!A5", insertRows(1), "=home!A6"],
    ["=B1+SUM(C:D)", insertColumns(2), "=C1+SUM(D:E)"],
    ["=SUM(C:D)+C$1", removeColumns(3), "=SUM(C:C)+#REF!"],
    ["=COUNTIF(D:D,1)", moveColumns(4, 1, 1), "=COUNTIF(A:A,1)"],
    ["=COUNTIF(A:A,1)", moveColumns(4, 1, 1), "=COUNTIF(B:B,1)"],
    ["=1:1", insertColumns(1), "=1:1"],
  ])("%s after %o", (formula, edit, expected) => {
    expect(rewriteForEdit(formula, "Home", "Home", edit)).toBe(expected);
  });

  test("of another tab leaves a formula's own tab alone", () => {
    expect(rewriteForEdit("=A5+'My tab'!A5", "Home", "My tab", insertRows(1))).toBe("=A5+'My tab'!A6");
  });
});

test("renaming a tab renames it in formulas, with quotes where needed", () => {
  expect(rewriteForRename('=Roster!A1&"Roster!"', "Roster", "People's list")).toBe("='People''s list'!A1&\"Roster!\"");
  expect(rewriteForRename("='Old one'!A:A", "Old one", "New")).toBe("=New!A:A");
});

test("deleting a tab breaks the references to it", () => {
  expect(rewriteForDeletion("=SUM(Gone!A1:B2)+A1", "Gone")).toBe("=SUM(#REF!)+A1");
});

test("copying moves relative rows along", () => {
  expect(rewriteForCopy("=A2+$B$2+C$1+D:D", 3)).toBe("=A5+$B$2+C$1+D:D");
  expect(rewriteForCopy("=A2+$B$2+C$1+D:D+SUM(2:3)", 1, 2)).toBe("=C3+$B$2+E$1+F:F+SUM(3:4)");
  expect(rewriteForCopy("=A2+B3+SUM($A1:B2)", -1)).toBe("=A1+B2+SUM(#REF!)");
  expect(rewriteForCopy("=A2+$A3", 0, -1)).toBe("=#REF!+$A3");
});
