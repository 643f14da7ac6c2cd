import type { CellFormat, ConditionalFormatData, ValidationRule } from "../workbook-data";
import { type AxisEdit, movePosition, moveRectangle } from "./axis-edit";
import { CellLayer } from "./cell-layer";
import { rewriteRuleForRows } from "./formula-rewriting";
import type { Interner } from "./interner";
import { isTextFormat, isUnformatted } from "./number-format";
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
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
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

  noGrowthWaiting(): void {
    this.waiting = { rows: 0, columns: 0 };
  }

  restructure(edit: AxisEdit): void {
    for (const layer of [this.cells, this.notes, this.formats, this.rules]) layer.restructure(edit);
    const change = { insert: edit.count, remove: -edit.count, move: 0 }[edit.kind];
    if (edit.axis === "row") {
      this.rowCount += change;
      this.hiddenRows = movedSet(this.hiddenRows, edit);
    } else {
      this.columnCount += change;
      this.columnWidths = new Map(
        [...this.columnWidths].flatMap(([column, width]) => {
          const moved = movePosition(edit, column);
          return moved === null ? [] : [[moved, width] as const];
        }),
      );
      this.hiddenColumns = movedSet(this.hiddenColumns, edit);
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
    inheritLayer(this.formats, line, count, axis, this);
    inheritLayer(this.rules, line, count, axis, this);
    this.conditionalFormats = this.conditionalFormats.map((rule) => ({
      ...rule,
      ranges: rule.ranges.map((range) => {
        if (axis === "row") return range.row + range.rows - 1 === line ? { ...range, rows: range.rows + count } : range;
        return range.column + range.columns - 1 === line ? { ...range, columns: range.columns + count } : range;
      }),
    }));
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
}

function movedSet(places: ReadonlySet<number>, edit: AxisEdit): Set<number> {
  return new Set([...places].flatMap((place) => movePosition(edit, place) ?? []));
}

function inheritLayer<T>(layer: CellLayer<T>, line: number, count: number, axis: "row" | "column", tab: Tab): void {
  const across = axis === "row" ? tab.columnCount : tab.rowCount;
  for (let place = 1; place <= across; place++) {
    const value = axis === "row" ? layer.get(line, place) : layer.get(place, line);
    if (value === undefined) continue;
    for (let offset = 1; offset <= count; offset++) {
      if (axis === "row") layer.set(line + offset, place, value);
      else layer.set(place, line + offset, value);
    }
  }
}
