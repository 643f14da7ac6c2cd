import type { RectangleData } from "../workbook-data";
import { type AxisEdit, movePosition } from "./axis-edit";

/** A row's cells by column, and the layer that may write into them. */
interface Row<T> {
  readonly owner: object;
  readonly cells: (T | undefined)[];
}

/** Whoever writes into a row of nobody's makes a copy of it first. */
const NOBODY = {};

/**
 * One kind of thing that a tab's cells can have (content, a note, a format, a validation rule): a sparse grid, by row.
 * A structural edit goes over all layers of a tab alike, which is how they stay in step.
 *
 * Copies share rows until one of them writes, so that keeping how a tab stood costs next to nothing.
 */
export class CellLayer<T> {
  private rows: (Row<T> | undefined)[] = [];
  /** Marks what is this layer's alone; it changes when a copy begins to share. */
  private mark: object = {};
  private ownerOfRows = this.mark;

  get(row: number, column: number): T | undefined {
    return this.rows[row]?.cells[column];
  }

  set(row: number, column: number, value: T | undefined): void {
    if (this.get(row, column) !== value) this.writable(row)[column] = value;
  }

  /** Changes each cell of a rectangle by its present value; `change` is asked once for each value that is there. */
  update(range: RectangleData, change: (value: T | undefined) => T | undefined): void {
    const changed = new Map<T | undefined, T | undefined>();
    const changeOnce = (present: T | undefined): T | undefined => {
      if (!changed.has(present)) changed.set(present, change(present));
      return changed.get(present);
    };
    // Rows that share their cells share what becomes of them.
    let before: Row<T> | undefined;
    let after: Row<T> | undefined;
    for (let row = range.row; row < range.row + range.rows; row++) {
      const line = this.rows[row];
      if (row === range.row || line !== before) after = changedRow(line, range, changeOnce);
      before = line;
      if (after !== line) this.place(row, after);
    }
  }

  forEach(visit: (value: T, row: number, column: number) => void): void {
    this.rows.forEach((line, row) => {
      line?.cells.forEach((value, column) => {
        if (value !== undefined) visit(value, row, column);
      });
    });
  }

  lastRow(): number {
    for (let row = this.rows.length - 1; row > 0; row--) {
      if (this.rows[row]?.cells.some((value) => value !== undefined)) return row;
    }
    return 0;
  }

  lastColumn(): number {
    let last = 0;
    let before: Row<T> | undefined;
    for (const line of this.rows) {
      if (!line || line === before) continue;
      before = line;
      const { cells } = line;
      for (let column = cells.length - 1; column > last; column--) if (cells[column] !== undefined) last = column;
    }
    return last;
  }

  restructure(edit: AxisEdit): void {
    this.rows =
      edit.axis === "row"
        ? rearranged(this.rows, edit)
        : this.rows.map((line) => line && { owner: this.mark, cells: rearranged(line.cells, edit) });
    this.ownerOfRows = this.mark;
  }

  /** Puts row `order[i]` at `first + i`, in the columns of the range only. */
  permuteRows(range: RectangleData, order: readonly number[]): void {
    const taken = order.map((row) => this.rows[row]?.cells.slice(range.column, range.column + range.columns) ?? []);
    taken.forEach((cells, index) => {
      for (let offset = 0; offset < range.columns; offset++) {
        this.set(range.row + index, range.column + offset, cells[offset]);
      }
    });
  }

  copy(): CellLayer<T> {
    const copy = new CellLayer<T>();
    copy.rows = this.rows;
    copy.ownerOfRows = this.ownerOfRows;
    this.mark = {};
    return copy;
  }

  /** Whether nothing was written into either since one was copied from the other. */
  isAsIn(other: CellLayer<T>): boolean {
    if (this.rows === other.rows) return true;
    if (this.rows.length !== other.rows.length) return false;
    return this.rows.every((line, row) => line === other.rows[row]);
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

  private writable(row: number): (T | undefined)[] {
    const line = this.rows[row];
    if (line?.owner === this.mark && this.ownerOfRows === this.mark) return line.cells;
    const cells = line ? line.cells.slice() : [];
    this.place(row, { owner: this.mark, cells });
    return cells;
  }

  private place(row: number, line: Row<T> | undefined): void {
    if (this.ownerOfRows !== this.mark) {
      this.rows = this.rows.slice();
      this.ownerOfRows = this.mark;
    }
    while (this.rows.length < row) this.rows.push(undefined);
    this.rows[row] = line;
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

/** The same row where nothing in it changes. */
function changedRow<T>(
  line: Row<T> | undefined,
  { column: first, columns }: RectangleData,
  change: (value: T | undefined) => T | undefined,
): Row<T> | undefined {
  let cells: (T | undefined)[] | null = null;
  for (let column = first; column < first + columns; column++) {
    const present = line?.cells[column];
    const wanted = change(present);
    if (wanted === present) continue;
    cells ??= line ? line.cells.slice() : [];
    cells[column] = wanted;
  }
  return cells === null ? line : { owner: NOBODY, cells };
}
