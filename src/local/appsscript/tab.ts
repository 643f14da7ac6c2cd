import type { CellFormat, ChartData, ConditionalFormatData, FilterData, ValidationRule } from "../workbook-data";
import { type AxisEdit, movePosition, moveRectangle } from "./axis-edit";
import { CellLayer } from "./cell-layer";
import { rewriteForCopy, rewriteRuleForRows } from "./formula-rewriting";
import type { Interner } from "./interner";
import { isTextFormat, isUnformatted } from "./number-format";
import { Refusal } from "./refusal";
import type { CellContent, TypedContent } from "./typed-text";

/** A tab as the workbook holds it. What belongs to cells is in layers, one for each kind of thing. */
export class Tab {
  name: string;
  hidden = false;
  frozenRows = 0;
  color: string | null = null;
  formUrl: string | null = null;
  protection: { description: string; warningOnly: boolean } | null = null;
  conditionalFormats: readonly ConditionalFormatData[] = [];
  /** How much a script's waiting writes will make the grid grow. */
  waiting = { rows: 0, columns: 0 };
  columnWidths = new Map<number, number>();
  /** Which of its form's questions a column of a response tab belongs to. */
  questionColumns = new Map<number, string>();
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  filter: FilterData | null = null;
  charts: readonly ChartData[] = [];
  cells = new CellLayer<CellContent>();
  notes = new CellLayer<string>();
  formats = new CellLayer<CellFormat>();
  rules = new CellLayer<ValidationRule>();

  constructor(
    readonly id: number,
    name: string,
    public rowCount: number,
    public columnCount: number,
  ) {
    this.name = name;
  }

  /** A tab with everything that this one has. The two share cells until one of them is written into. */
  copy(id = this.id, name = this.name): Tab {
    const copy = new Tab(id, name, this.rowCount, this.columnCount);
    copy.hidden = this.hidden;
    copy.frozenRows = this.frozenRows;
    copy.color = this.color;
    copy.formUrl = this.formUrl;
    copy.protection = this.protection && { ...this.protection };
    copy.conditionalFormats = this.conditionalFormats;
    copy.columnWidths = new Map(this.columnWidths);
    copy.questionColumns = new Map(this.questionColumns);
    copy.hiddenRows = new Set(this.hiddenRows);
    copy.hiddenColumns = new Set(this.hiddenColumns);
    copy.filter = this.filter;
    copy.charts = this.charts;
    copy.cells = this.cells.copy();
    copy.notes = this.notes.copy();
    copy.formats = this.formats.copy();
    copy.rules = this.rules.copy();
    return copy;
  }

  /** Whether this tab is still as a copy of it; cheap, and at worst takes a rewritten cell for a changed one. */
  isAsIn(copy: Tab): boolean {
    return (
      this.cells.isAsIn(copy.cells) &&
      this.notes.isAsIn(copy.notes) &&
      this.formats.isAsIn(copy.formats) &&
      this.rules.isAsIn(copy.rules) &&
      this.conditionalFormats === copy.conditionalFormats &&
      this.charts === copy.charts &&
      this.filter === copy.filter &&
      properties(this) === properties(copy)
    );
  }

  freeze(rows: number): void {
    if (rows < 0 || rows >= this.rowCount) throw new Refusal("You can't freeze all the rows on a sheet.");
    this.frozenRows = rows;
  }

  noGrowthWaiting(): void {
    this.waiting = { rows: 0, columns: 0 };
  }

  restructure(edit: AxisEdit): void {
    for (const layer of [this.cells, this.notes, this.formats, this.rules]) layer.restructure(edit);
    const change = { insert: edit.count, remove: -edit.count, move: 0 }[edit.kind];
    if (edit.axis === "row") {
      this.rowCount += change;
      this.frozenRows = frozenAfter(this.frozenRows, edit);
      this.hiddenRows = movedSet(this.hiddenRows, edit);
    } else {
      this.columnCount += change;
      this.columnWidths = movedMap(this.columnWidths, edit);
      this.questionColumns = movedMap(this.questionColumns, edit);
      this.hiddenColumns = movedSet(this.hiddenColumns, edit);
      this.filter = this.filter && movedFilter(this.filter, edit);
    }
    this.conditionalFormats = this.conditionalFormats.flatMap((rule) => {
      const ranges = rule.ranges.flatMap((range) => moveRectangle(edit, range) ?? []);
      if (ranges.length === 0) return [];
      if (edit.axis === "column") return [{ ...rule, ranges }];
      const shift = (ranges[0]?.row ?? 0) - (rule.ranges[0]?.row ?? 0);
      return [{ ...rule, ranges, formula: rewriteRuleForRows(rule.formula, this.name, edit, shift) }];
    });
  }

  /** New rows or columns look and behave like the line before them: formats, validation, conditional formats. */
  inheritFrom(line: number, count: number, axis: "row" | "column"): void {
    this.inheritLine(line, line + 1, count, axis);
    this.conditionalFormats = this.conditionalFormats.map((rule) => ({
      ...rule,
      ranges: rule.ranges.map((range) => {
        if (axis === "row") return range.row + range.rows - 1 === line ? { ...range, rows: range.rows + count } : range;
        return range.column + range.columns - 1 === line ? { ...range, columns: range.columns + count } : range;
      }),
    }));
  }

  /** New rows look and behave like the row after them, where the one before is a frozen header. */
  inheritFromBelow(first: number, count: number): void {
    const line = first + count;
    this.inheritLine(line, first, count, "row");
    this.conditionalFormats = this.conditionalFormats.map((rule) => {
      if (!rule.ranges.some((range) => range.row === line)) return rule;
      const ranges = rule.ranges.map((range) =>
        range.row === line ? { ...range, row: first, rows: range.rows + count } : range,
      );
      // The formula goes by the rule's first cell.
      const formula = rule.ranges[0]?.row === line ? rewriteForCopy(rule.formula, -count) : rule.formula;
      return { ...rule, ranges, formula };
    });
  }

  /** Puts content into a cell and, where it has no number format of its own, the format that came with the typing. */
  place(row: number, column: number, typed: TypedContent, formats: Interner<CellFormat>): void {
    this.cells.set(row, column, typed.content);
    if (typed.numberFormat === undefined) return;
    const format = this.formats.get(row, column);
    if (isUnformatted(format?.numberFormat)) {
      this.formats.set(row, column, formats.intern({ ...format, numberFormat: typed.numberFormat }));
    }
  }

  isText(row: number, column: number): boolean {
    return isTextFormat(this.formats.get(row, column)?.numberFormat);
  }

  private inheritLine(line: number, first: number, count: number, axis: "row" | "column"): void {
    const across = axis === "row" ? this.columnCount : this.rowCount;
    inheritLayer(this.formats, line, first, count, axis, across);
    inheritLayer(this.rules, line, first, count, axis, across);
  }
}

function properties(tab: Tab): string {
  const { name, rowCount, columnCount, hidden, frozenRows, color, formUrl, protection } = tab;
  const lists = [tab.columnWidths, tab.questionColumns, tab.hiddenRows, tab.hiddenColumns].map((list) => [...list]);
  return JSON.stringify([name, rowCount, columnCount, hidden, frozenRows, color, formUrl, protection, lists]);
}

function movedMap<T>(places: ReadonlyMap<number, T>, edit: AxisEdit): Map<number, T> {
  return new Map(
    [...places].flatMap(([place, value]) => {
      const moved = movePosition(edit, place);
      return moved === null ? [] : [[moved, value] as const];
    }),
  );
}

function movedSet(places: ReadonlySet<number>, edit: AxisEdit): Set<number> {
  return new Set([...places].flatMap((place) => movePosition(edit, place) ?? []));
}

/** Rows put in among the frozen ones are frozen too. */
function frozenAfter(frozen: number, edit: AxisEdit): number {
  if (edit.kind === "insert") return edit.at <= frozen ? frozen + edit.count : frozen;
  if (edit.kind === "move" || edit.at > frozen) return frozen;
  return frozen - Math.min(edit.count, frozen - edit.at + 1);
}

function movedFilter(filter: FilterData, edit: AxisEdit): FilterData {
  const hidden = new Map(Object.entries(filter.hidden).map(([column, texts]) => [Number(column), texts]));
  return { hidden: Object.fromEntries(movedMap(hidden, edit)) };
}

function inheritLayer<T>(
  layer: CellLayer<T>,
  line: number,
  first: number,
  count: number,
  axis: "row" | "column",
  across: number,
): void {
  for (let place = 1; place <= across; place++) {
    const value = axis === "row" ? layer.get(line, place) : layer.get(place, line);
    if (value === undefined) continue;
    for (let fresh = first; fresh < first + count; fresh++) {
      if (axis === "row") layer.set(fresh, place, value);
      else layer.set(place, fresh, value);
    }
  }
}
