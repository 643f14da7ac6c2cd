import type { RectangleData } from "../workbook-data";

/**
 * A change of a tab's grid along one axis, and where it takes positions and spans. Everything that stands in a grid
 * (cells, notes, formats, validation, conditional formats, named ranges, references in formulas) goes through here.
 */
export type AxisEdit =
  /** The new ones take the places `at` to `at + count - 1`. */
  | { readonly kind: "insert"; readonly axis: Axis; readonly at: number; readonly count: number }
  | { readonly kind: "remove"; readonly axis: Axis; readonly at: number; readonly count: number }
  /** The block goes to just before what stands at `to` now. */
  | { readonly kind: "move"; readonly axis: Axis; readonly at: number; readonly count: number; readonly to: number };

type Axis = "row" | "column";

/** The first and last place of a run; an open end (`D2:D`) is Infinity. */
type Span = readonly [first: number, last: number];

/** Where a single place goes; null when it is removed. */
export function movePosition(edit: AxisEdit, position: number): number | null {
  const after = edit.at + edit.count;
  if (edit.kind === "insert") return position >= edit.at ? position + edit.count : position;
  if (edit.kind === "remove") {
    if (position < edit.at) return position;
    return position < after ? null : position - edit.count;
  }
  if (edit.to >= edit.at && edit.to <= after) return position;
  if (edit.to > after) {
    if (position < edit.at || position >= edit.to) return position;
    return position < after ? position + edit.to - after : position - edit.count;
  }
  if (position < edit.to || position >= after) return position;
  return position < edit.at ? position + edit.count : position - (edit.at - edit.to);
}

/** Where a run goes; null when all of it is removed. */
export function moveSpan(edit: AxisEdit, [first, last]: Span): Span | null {
  if (edit.kind === "insert") return [movePosition(edit, first) ?? first, movePosition(edit, last) ?? last];
  if (edit.kind === "remove") return shrink(edit, [first, last]);
  const image = imageOfMove(edit, [first, last]);
  if (image[1] - image[0] === last - first || last === Number.POSITIVE_INFINITY) return image;
  // Rows taken out of the middle leave a shorter run; rows dropped into its middle join it.
  const shrunk = shrink(edit, [first, last]);
  if (!shrunk) return image;
  const to = edit.to > edit.at ? edit.to - edit.count : edit.to;
  return moveSpan({ kind: "insert", axis: edit.axis, at: to, count: edit.count }, shrunk);
}

export function moveRectangle(edit: AxisEdit, range: RectangleData): RectangleData | null {
  if (edit.axis === "row") {
    const span = moveSpan(edit, [range.row, range.row + range.rows - 1]);
    return span && { ...range, row: span[0], rows: span[1] - span[0] + 1 };
  }
  const span = moveSpan(edit, [range.column, range.column + range.columns - 1]);
  return span && { ...range, column: span[0], columns: span[1] - span[0] + 1 };
}

function shrink({ at, count }: AxisEdit, [first, last]: Span): Span | null {
  const after = at + count;
  const start = first < at ? first : Math.max(first, after) - count;
  const end = last < at ? last : Math.max(last, after - 1) - count;
  return end < start ? null : [start, end];
}

function imageOfMove(edit: AxisEdit & { kind: "move" }, [first, last]: Span): Span {
  const { at, count, to } = edit;
  const turns = [first, last, at - 1, at, at + count - 1, at + count, to - 1, to];
  const inside = turns.filter((place) => place >= first && place <= last);
  const images = inside.map((place) => movePosition(edit, place) ?? place);
  return [Math.min(...images), Math.max(...images)];
}
