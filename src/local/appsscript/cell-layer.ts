import type { RectangleData } from "../workbook-data";
import { type AxisEdit, movePosition } from "./axis-edit";

/**
 * One kind of thing that a tab's cells can have (content, a note, a format, a validation rule): a sparse grid, by row.
 * A structural edit goes over all layers of a tab alike, which is how they stay in step.
 */
export class CellLayer<T> {
  private rows: ((T | undefined)[] | undefined)[] = [];

  get(row: number, column: number): T | undefined {
    return this.rows[row]?.[column];
  }

  set(row: number, column: number, value: T | undefined): void {
    const cells = this.rows[row];
    if (cells) cells[column] = value;
    else if (value !== undefined) {
      while (this.rows.length < row) this.rows.push(undefined);
      const fresh: (T | undefined)[] = [];
      fresh[column] = value;
      this.rows[row] = fresh;
    }
  }

  /** Changes each cell of a rectangle by its present value. */
  update(range: RectangleData, change: (value: T | undefined) => T | undefined): void {
    for (let row = range.row; row < range.row + range.rows; row++) {
      for (let column = range.column; column < range.column + range.columns; column++) {
        this.set(row, column, change(this.get(row, column)));
      }
    }
  }

  forEach(visit: (value: T, row: number, column: number) => void): void {
    this.rows.forEach((cells, row) => {
      cells?.forEach((value, column) => {
        if (value !== undefined) visit(value, row, column);
      });
    });
  }

  lastRow(): number {
    for (let row = this.rows.length - 1; row > 0; row--) {
      if (this.rows[row]?.some((value) => value !== undefined)) return row;
    }
    return 0;
  }

  lastColumn(): number {
    let last = 0;
    for (const cells of this.rows) {
      if (!cells) continue;
      for (let column = cells.length - 1; column > last; column--) if (cells[column] !== undefined) last = column;
    }
    return last;
  }

  restructure(edit: AxisEdit): void {
    if (edit.axis === "row") this.rows = rearranged(this.rows, edit);
    else this.rows = this.rows.map((cells) => cells && rearranged(cells, edit));
  }

  /** Puts row `order[i]` at `first + i`, in the columns of the range only. */
  permuteRows(range: RectangleData, order: readonly number[]): void {
    const taken = order.map((row) => this.rows[row]?.slice(range.column, range.column + range.columns) ?? []);
    taken.forEach((cells, index) => {
      for (let offset = 0; offset < range.columns; offset++) {
        this.set(range.row + index, range.column + offset, cells[offset]);
      }
    });
  }

  copy(): CellLayer<T> {
    const copy = new CellLayer<T>();
    copy.rows = this.rows.map((cells) => cells?.slice());
    return copy;
  }

  /** The layer as few rectangles of one value each; values are compared by identity. */
  rectangles(): { range: RectangleData; value: T }[] {
    const found: { range: RectangleData; value: T }[] = [];
    let open = new Map<string, number>();
    for (let column = 1; column <= this.lastColumn(); column++) {
      const next = new Map<string, number>();
      for (const run of this.runs(column)) {
        const key = `${run.row}:${run.rows}`;
        const left = open.get(key);
        const neighbour = left === undefined ? undefined : found[left];
        if (left !== undefined && neighbour && neighbour.value === run.value) {
          found[left] = { ...neighbour, range: { ...neighbour.range, columns: neighbour.range.columns + 1 } };
          next.set(key, left);
        } else {
          next.set(key, found.length);
          found.push({ range: { row: run.row, column, rows: run.rows, columns: 1 }, value: run.value });
        }
      }
      open = next;
    }
    return found;
  }

  private runs(column: number): { row: number; rows: number; value: T }[] {
    const runs: { row: number; rows: number; value: T }[] = [];
    for (let row = 1; row < this.rows.length; row++) {
      const value = this.get(row, column);
      if (value === undefined) continue;
      const last = runs.at(-1);
      if (last && last.value === value && last.row + last.rows === row) last.rows++;
      else runs.push({ row, rows: 1, value });
    }
    return runs;
  }
}

function rearranged<V>(line: readonly (V | undefined)[], edit: AxisEdit): (V | undefined)[] {
  if (edit.kind === "insert") {
    if (line.length <= edit.at) return line.slice();
    return [...line.slice(0, edit.at), ...new Array<undefined>(edit.count).fill(undefined), ...line.slice(edit.at)];
  }
  if (edit.kind === "remove") return [...line.slice(0, edit.at), ...line.slice(edit.at + edit.count)];
  if (line.length <= Math.min(edit.at, edit.to)) return line.slice();
  const moved: (V | undefined)[] = [];
  for (let place = 0; place < line.length; place++) {
    const target = movePosition(edit, place);
    if (target === null || line[place] === undefined) continue;
    while (moved.length < target) moved.push(undefined);
    moved[target] = line[place];
  }
  return moved;
}
