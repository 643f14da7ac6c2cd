import fc from "fast-check";
import { expect, test } from "vitest";
import type { AxisEdit } from "../../../src/local/appsscript/axis-edit";
import { CellLayer } from "../../../src/local/appsscript/cell-layer";

type Change = (layer: CellLayer<number>) => void;

const place = fc.integer({ min: 1, max: 6 });
const axis = fc.constantFrom<"row" | "column">("row", "column");
const count = fc.integer({ min: 1, max: 2 });
const edit: fc.Arbitrary<AxisEdit> = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), axis, at: place, count }),
  fc.record({ kind: fc.constant("remove" as const), axis, at: place, count }),
  fc.record({ kind: fc.constant("move" as const), axis, at: place, count, to: place }),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, place, fc.option(fc.nat(3), { nil: undefined })).map(
    ([row, column, value]): Change =>
      (layer) =>
        layer.set(row, column, value),
  ),
  edit.map(
    (made): Change =>
      (layer) =>
        layer.restructure(made),
  ),
  fc.tuple(place, place).map(
    ([one, other]): Change =>
      (layer) =>
        layer.permuteRows({ row: Math.min(one, other), column: 1, rows: 2, columns: 6 }, [one, other]),
  ),
);

function cellsOf(layer: CellLayer<number>): string[] {
  const cells: string[] = [];
  layer.forEach((value, row, column) => {
    cells.push(`${row}:${column}=${value}`);
  });
  return cells;
}

test("a copy and what it was copied from never see each other's changes", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(change, fc.nat(3), fc.boolean()), { maxLength: 40 }), (steps) => {
      // Beside each layer that shares, one that was given every change alone.
      const layers = [{ shared: new CellLayer<number>(), changes: [] as Change[] }];
      for (const [made, which, isCopied] of steps) {
        const entry = layers[which % layers.length];
        if (!entry) continue;
        if (isCopied) layers.push({ shared: entry.shared.copy(), changes: [...entry.changes] });
        made(entry.shared);
        entry.changes.push(made);
      }
      for (const { shared, changes } of layers) {
        const alone = new CellLayer<number>();
        for (const made of changes) made(alone);
        expect(cellsOf(shared)).toEqual(cellsOf(alone));
      }
    }),
  );
});

test("a layer knows whether it is as in a copy", () => {
  const layer = new CellLayer<string>();
  layer.set(2, 1, "a");
  const copy = layer.copy();
  layer.set(2, 1, "a");
  layer.set(9, 9, undefined);
  expect(layer.isAsIn(copy)).toBe(true);
  layer.set(3, 1, "b");
  expect(layer.isAsIn(copy)).toBe(false);
  expect(copy.copy().isAsIn(copy)).toBe(true);
});
