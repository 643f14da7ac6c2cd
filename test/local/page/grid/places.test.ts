import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  edgesIn,
  isInside,
  letters,
  nameOf,
  nameOfRange,
  rectangleOf,
  selectCell,
  selectionNamed,
  stepFrom,
} from "../../../../src/local/page/grid/places";

const size = { rowCount: 1000, columnCount: 800 };
const anyPlace = fc.record({
  row: fc.integer({ min: 1, max: size.rowCount }),
  column: fc.integer({ min: 1, max: size.columnCount }),
});

describe("the name of a place", () => {
  it("counts columns as spreadsheets do", () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(letters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });

  it("leads back to it, however many cells it has", () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (active, end) => {
        const range = rectangleOf({ active, end }, size);
        const found = selectionNamed(nameOfRange(range), size);
        expect(found && rectangleOf(found, size)).toEqual(range);
      }),
    );
  });

  it("may be written small, with dollar signs, or with room around it", () => {
    expect(selectionNamed(" $b$2:d9 ", size)).toEqual({ active: { row: 2, column: 2 }, end: { row: 9, column: 4 } });
    expect(selectionNamed("C7", size)).toEqual(selectCell({ row: 7, column: 3 }));
  });

  it.each(["", "B", "12", "B0", "A1001", "AEU1", "A1:B", "A1:B2:C3", "Roster!A1", "=A1"])("is none: %j", (name) => {
    expect(selectionNamed(name, size)).toBeNull();
  });
});

describe("a selection", () => {
  it("is the rectangle between two cells, in whichever direction it was drawn", () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, anyPlace, (active, end, other) => {
        const range = rectangleOf({ active, end }, size);
        expect(rectangleOf({ active: end, end: active }, size)).toEqual(range);
        expect(isInside(range, active.row, active.column) && isInside(range, end.row, end.column)).toBe(true);
        const between = (at: number, one: number, two: number) => at >= Math.min(one, two) && at <= Math.max(one, two);
        expect(isInside(range, other.row, other.column)).toBe(
          between(other.row, active.row, end.row) && between(other.column, active.column, end.column),
        );
      }),
    );
  });

  it("of whole rows or columns reaches to the tab's ends", () => {
    const active = { row: 4, column: 3 };
    const end = { row: 5, column: 3 };
    expect(nameOfRange(rectangleOf({ active, end, whole: "rows" }, size))).toBe(`A4:${letters(800)}5`);
    expect(nameOfRange(rectangleOf({ active, end, whole: "columns" }, size))).toBe("C1:C1000");
  });
});

describe("a step", () => {
  const visible = { rows: [1, 2, 5, 6, 9], columns: [1, 3] };

  it("goes over what is hidden", () => {
    expect(stepFrom({ row: 2, column: 1 }, 1, 0, visible)).toEqual({ row: 5, column: 1 });
    expect(stepFrom({ row: 5, column: 3 }, -1, -1, visible)).toEqual({ row: 2, column: 1 });
  });

  it("stops at the edges", () => {
    expect(nameOf(stepFrom({ row: 6, column: 3 }, 40, 1, visible))).toBe("C9");
    expect(nameOf(stepFrom({ row: 2, column: 1 }, -40, -1, visible))).toBe("A1");
  });

  it("from a place that has been hidden since leads to one that shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -6, max: 6 }), (row, rows) => {
        fc.pre(rows !== 0);
        expect(visible.rows).toContain(stepFrom({ row, column: 1 }, rows, 0, visible).row);
      }),
    );
  });

  it("stays where nothing shows at all", () => {
    expect(stepFrom({ row: 3, column: 2 }, 1, 1, { rows: [], columns: [] })).toEqual({ row: 3, column: 2 });
  });
});

describe("the line around a range", () => {
  const range = { row: 2, column: 2, rows: 2, columns: 3 };

  it("goes along its outer cells only", () => {
    expect(edgesIn(range, 2, 2)).toBe("top left");
    expect(edgesIn(range, 3, 4)).toBe("bottom right");
    expect(edgesIn(range, 2, 3)).toBe("top");
    expect(edgesIn(range, 4, 2)).toBe("");
  });

  it("is not drawn around one cell, which has its own", () => {
    expect(edgesIn({ ...range, rows: 1, columns: 1 }, 2, 2)).toBe("");
  });
});
