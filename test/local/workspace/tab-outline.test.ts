import { expect, test } from "vitest";
import { tabOutline } from "../../../src/local/workspace/tab-outline";
import { openTab } from "./a-cell";

test("a tab's outline has its size, what is hidden and how far content goes", () => {
  const { open, tab, name, editor } = openTab();
  editor.type(name, "C5", "x");
  editor.hideRows(name, 7);
  editor.hideColumns(name, 2);
  tab.frozenRows = 1;
  tab.columnWidths.set(3, 200);
  expect(tabOutline(open, tab)).toEqual({
    id: tab.id,
    name,
    hidden: false,
    color: null,
    rowCount: 1000,
    columnCount: 26,
    lastRow: 5,
    lastColumn: 3,
    frozenRows: 1,
    columnWidths: { 3: 200 },
    hiddenRows: [7],
    hiddenColumns: [2],
    filter: null,
    protection: null,
    hasForm: false,
  });
});

test("rows that the filter hides are in the outline, by what they show", () => {
  const { open, tab, name, editor } = openTab();
  for (const [row, text] of ["Share", "50%", "25%", "50%"].entries()) editor.type(name, `A${row + 1}`, text);
  tab.frozenRows = 1;
  tab.filter = { hidden: { 1: ["50%"] } };
  expect(tabOutline(open, tab).hiddenRows).toEqual([2, 4]);
});
