import { describe, expect, it } from "vitest";
import type { MenuEntry } from "../../../src/local/page/parts/menu";
import { sheetMenu } from "../../../src/local/page/sheet-menu";
import type { RectangleData } from "../../../src/local/workbook-data";
import type { SheetEdit, TabOutline } from "../../../src/local/workspace/protocol";
import { tabOutline } from "./a-tab";

const CELL: RectangleData = { row: 5, column: 3, rows: 1, columns: 1 };

function menuOver(tab: Partial<TabOutline> = {}, range = CELL, isReadOnly = false) {
  const done: (SheetEdit | string)[] = [];
  const entries = sheetMenu(tabOutline(tab), range, isReadOnly, {
    edit: (edit) => done.push(edit),
    copy: (isCut) => done.push(isCut ? "cut" : "copy"),
    paste: () => done.push("paste"),
    note: () => done.push("note"),
    filter: (column) => done.push(`filter ${column}`),
    width: (column) => done.push(`width ${column}`),
  });
  const flat = (list: readonly MenuEntry[]): Exclude<MenuEntry, "separator">[] =>
    list.flatMap((entry) =>
      entry === "separator" ? [] : "entries" in entry ? [entry, ...flat(entry.entries)] : entry,
    );
  const all = flat(entries);
  return {
    labels: all.map(({ label }) => label),
    disabled: all.filter((entry) => "isDisabled" in entry && entry.isDisabled).map(({ label }) => label),
    /** What choosing it does. */
    choose: (label: string) => {
      const entry = all.find((each) => each.label === label);
      if (!entry || !("onChoose" in entry)) throw new Error(`No ${label} among ${all.map((each) => each.label)}`);
      entry.onChoose();
      return done.at(-1);
    },
  };
}

const on = (edit: object) => ({ tabId: 7, ...edit });

describe("the menu of the selected cells", () => {
  it("does what it says to as many rows and columns as are selected", () => {
    const range = { row: 5, column: 3, rows: 2, columns: 3 };
    const { choose } = menuOver({}, range);
    expect(choose("Insert 2 rows above")).toEqual(on({ kind: "insert", axis: "row", at: 5, count: 2 }));
    expect(choose("Insert 2 rows below")).toEqual(on({ kind: "insert", axis: "row", at: 7, count: 2 }));
    expect(choose("Insert 3 columns to the right")).toEqual(on({ kind: "insert", axis: "column", at: 6, count: 3 }));
    expect(choose("Delete 3 columns")).toEqual(on({ kind: "delete", axis: "column", at: 3, count: 3 }));
    expect(choose("Hide 2 rows")).toEqual(on({ kind: "hide", axis: "row", at: 5, count: 2 }));
    expect(choose("Clear cells")).toEqual(on({ kind: "clear", range }));
  });

  it("speaks of one row as one", () => {
    expect(menuOver().labels).toEqual(expect.arrayContaining(["Insert row above", "Delete row", "Hide column"]));
  });

  it("sorts, filters and sets the width by the first selected column", () => {
    const { choose } = menuOver();
    expect(choose("Sort sheet Z to A")).toEqual(on({ kind: "sort", column: 3, descending: true }));
    expect(choose("Filter by this column")).toBe("filter 3");
    expect(choose("Set column width")).toBe("width 3");
    expect(choose("Edit note")).toBe("note");
    expect(choose("Cut")).toBe("cut");
    expect(choose("Copy")).toBe("copy");
  });

  it("moves rows past their neighbour, and not past the tab's ends", () => {
    const { choose } = menuOver();
    expect(choose("Move row up")).toEqual(on({ kind: "move", axis: "row", at: 5, count: 1, before: 4 }));
    expect(choose("Move row down")).toEqual(on({ kind: "move", axis: "row", at: 5, count: 1, before: 7 }));
    expect(menuOver({}, { ...CELL, row: 1 }).labels).not.toContain("Move row up");
    expect(menuOver({}, { ...CELL, row: 10 }).labels).not.toContain("Move row down");
    expect(menuOver({}, { ...CELL, column: 6 }).labels).not.toContain("Move column right");
  });

  it("shows all hidden rows inside the selection and right beside it, and no others", () => {
    const hiddenRows = [2, 3, 4, 6, 7, 9];
    expect(menuOver({ hiddenRows }).choose("Show hidden rows")).toEqual(
      on({ kind: "show", axis: "row", at: 2, count: 6 }),
    );
    expect(menuOver({ hiddenColumns: [3] }, { ...CELL, column: 2, columns: 3 }).choose("Show hidden columns")).toEqual(
      on({ kind: "show", axis: "column", at: 2, count: 3 }),
    );
    expect(menuOver({ hiddenRows: [2, 9] }).labels).not.toContain("Show hidden rows");
  });

  it("offers to undo what is there: a filter, a freeze", () => {
    expect(menuOver().labels).not.toContain("Remove filter");
    expect(menuOver({ filter: { hidden: {} } }).choose("Remove filter")).toEqual(on({ kind: "clear-filter" }));
    expect(menuOver().choose("Freeze up to row 5")).toEqual(on({ kind: "freeze", rows: 5 }));
    expect(menuOver({ frozenRows: 5 }).choose("Unfreeze rows")).toEqual(on({ kind: "freeze", rows: 0 }));
  });

  it("only copies where the program is read-only", () => {
    const { labels, disabled } = menuOver({ filter: { hidden: {} } }, CELL, true);
    expect(labels.filter((label) => !disabled.includes(label))).toEqual(["Copy", "Rows", "Columns"]);
  });
});
