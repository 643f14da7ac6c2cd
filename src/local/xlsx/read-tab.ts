import { type FileTab, richText, type XlsxPackage } from "../../files/xlsx-package";
import { child, childrenOf, flag, unescapeText, visitElements, type XmlElement } from "../../files/xml";
import type { CellData, CellFormat, NoteData, RectangleData } from "../workbook-data";
import { MAX_COLUMNS, MAX_ROWS, parseRange } from "./address";
import { shiftFormula } from "./formula";
import { type ConditionalLook, type FileStyles, readColor, readLook } from "./read-styles";

/** What stands in a tab's own XML. */
export interface TabContent {
  readonly cells: readonly CellData[];
  readonly notes: readonly NoteData[];
  readonly frozenRows: number;
  readonly locked: boolean;
  readonly columns: readonly {
    readonly min: number;
    readonly max: number;
    readonly style: CellFormat;
    readonly width: number | null;
    readonly hidden: boolean;
  }[];
  readonly hiddenRows: readonly number[];
  /** Colour of the tab itself. */
  readonly color: string | null;
  readonly hasFilter: boolean;
  readonly rowStyles: ReadonlyMap<number, CellFormat>;
  /** Styles of the cells that stand in the file, by column and row. */
  readonly cellStyles: ReadonlyMap<number, ReadonlyMap<number, CellFormat>>;
  readonly validations: readonly XmlElement[];
  readonly conditionals: readonly {
    readonly ranges: string;
    readonly rule: XmlElement;
    readonly look: ConditionalLook;
  }[];
}

/** Reads a tab as it stands in the file, before ids, true names and cut texts are put back. */
export async function readTab(tab: FileTab, file: XlsxPackage, styles: FileStyles): Promise<TabContent> {
  const xml = await file.part(tab.path);
  if (xml === null) throw new Error(`${tab.path} is missing`);
  const cells = new CellReader(file, styles);
  const columns: TabContent["columns"][number][] = [];
  const validations: XmlElement[] = [];
  const conditionals: TabContent["conditionals"][number][] = [];
  let frozenRows = 0;
  let locked = false;
  let color: string | null = null;
  let hasFilter = false;
  visitElements(
    xml,
    ["tabColor", "row", "col", "pane", "sheetProtection", "autoFilter", "dataValidation", "conditionalFormatting"],
    (element) => {
      const { attributes } = element;
      switch (element.name) {
        case "tabColor":
          color = readColor(element, styles.themeColors);
          break;
        case "autoFilter":
          hasFilter = true;
          break;
        case "row":
          cells.row(element);
          break;
        case "col":
          columns.push({
            min: Number(attributes.min),
            max: Math.min(Number(attributes.max), MAX_COLUMNS),
            style: styles.cells[Number(attributes.style ?? 0)] ?? {},
            width: flag(attributes.customWidth) ? Number(attributes.width) : null,
            hidden: flag(attributes.hidden),
          });
          break;
        case "pane":
          if (attributes.state?.startsWith("frozen")) frozenRows = Number(attributes.ySplit ?? 0);
          break;
        case "sheetProtection":
          locked = flag(attributes.sheet);
          break;
        case "dataValidation":
          validations.push(element);
          break;
        case "conditionalFormatting": {
          const ranges = attributes.sqref ?? child(element, "sqref")?.text ?? "";
          for (const rule of childrenOf(element, "cfRule")) {
            const inline = child(rule, "dxf");
            const look = inline
              ? readLook(inline, styles.themeColors)
              : (styles.conditional[Number(rule.attributes.dxfId ?? Number.NaN)] ?? {});
            conditionals.push({ ranges, rule, look });
          }
          break;
        }
      }
    },
  );
  conditionals.sort((a, b) => Number(a.rule.attributes.priority ?? 0) - Number(b.rule.attributes.priority ?? 0));
  const notesPath = await file.related(tab.path, "comments");
  const notesXml = notesPath === null ? null : await file.part(notesPath);
  const notes = readNotes(notesXml);
  return { ...cells.result(), notes, frozenRows, locked, color, hasFilter, columns, validations, conditionals };
}

/** Reads the rows of one tab. */
class CellReader {
  readonly #cells: CellData[] = [];
  readonly #rowStyles = new Map<number, CellFormat>();
  readonly #cellStyles = new Map<number, Map<number, CellFormat>>();
  /** Formulas that later cells share, by number, with the cell that they were written for. */
  readonly #shared = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();
  /** Results of array formulas that stand in other cells than the formula. */
  readonly #spilled: RectangleData[] = [];
  readonly #hiddenRows: number[] = [];
  #row = 0;

  constructor(
    readonly file: XlsxPackage,
    readonly styles: FileStyles,
  ) {}

  row(element: XmlElement): void {
    const { r, s, customFormat, hidden } = element.attributes;
    this.#row = r === undefined ? this.#row + 1 : Number(r);
    if (!(this.#row >= 1 && this.#row <= MAX_ROWS)) throw new Error("a row outside the grid");
    if (s !== undefined && flag(customFormat)) this.#rowStyles.set(this.#row, this.styles.cells[Number(s)] ?? {});
    if (flag(hidden)) this.#hiddenRows.push(this.#row);
    let column = 0;
    for (const cell of childrenOf(element, "c")) {
      const address = cell.attributes.r;
      const place = address === undefined ? null : parseRange(address);
      column = place?.column ?? column + 1;
      if (column > MAX_COLUMNS) throw new Error("a cell outside the grid");
      this.#cell(cell, this.#row, column);
    }
  }

  result(): Pick<TabContent, "cells" | "hiddenRows" | "rowStyles" | "cellStyles"> {
    const inArray = (cell: CellData) =>
      this.#spilled.some(
        ({ row, column, rows, columns }) =>
          cell.row >= row && cell.row < row + rows && cell.column >= column && cell.column < column + columns,
      );
    const cells =
      this.#spilled.length === 0
        ? this.#cells
        : this.#cells.filter((cell) => cell.formula !== undefined || !inArray(cell));
    return { cells, hiddenRows: this.#hiddenRows, rowStyles: this.#rowStyles, cellStyles: this.#cellStyles };
  }

  #cell(element: XmlElement, row: number, column: number): void {
    const style = this.styles.cells[Number(element.attributes.s ?? 0)] ?? {};
    const inColumn = this.#cellStyles.get(column) ?? new Map<number, CellFormat>();
    this.#cellStyles.set(column, inColumn.set(row, style));
    const formula = this.#formula(child(element, "f"), row, column);
    const value = this.#value(element, style);
    // LibreOffice has no booleans of its own and saves a literal one, such as a checkbox, as a formula.
    const isLiteral = typeof value === "boolean" && (formula === "TRUE()" || formula === "FALSE()");
    if (formula !== null && !isLiteral) this.#cells.push({ row, column, value: value ?? "", formula });
    else if (value !== null) this.#cells.push({ row, column, value });
  }

  #formula(element: XmlElement | undefined, row: number, column: number): string | null {
    if (!element || element.attributes.t === "dataTable") return null;
    const { t, si, ref } = element.attributes;
    const formula = element.text;
    if (t === "array" && ref !== undefined) {
      const range = parseRange(ref);
      if (range && range.rows * range.columns > 1) this.#spilled.push(range);
    }
    if (t !== "shared" || si === undefined) return formula || null;
    if (formula) {
      this.#shared.set(si, { formula, row, column });
      return formula;
    }
    const master = this.#shared.get(si);
    return master ? shiftFormula(master.formula, row - master.row, column - master.column) : null;
  }

  #value(element: XmlElement, style: CellFormat): string | number | boolean | null {
    const text = child(element, "v")?.text;
    switch (element.attributes.t) {
      case "s":
        return text === undefined ? null : (this.file.sharedStrings[Number(text)] ?? null);
      case "inlineStr": {
        const inline = child(element, "is");
        return inline ? richText(inline) : null;
      }
      case "str":
      case "e":
        return text === undefined ? null : unescapeText(text);
      case "b":
        return text === undefined ? null : flag(text.trim());
      case "d":
        return text === undefined ? null : (Date.parse(`${text.replace(/Z$/, "")}Z`) || 0) / 86_400_000 + 25_569;
      default: {
        if (text === undefined || text.trim() === "") return null;
        const number = Number(text);
        if (!Number.isFinite(number)) return text;
        return this.file.date1904 && isDateFormat(style.numberFormat) ? number + 1462 : number;
      }
    }
  }
}

function isDateFormat(format: string | undefined): boolean {
  return format !== undefined && /[dmyhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

function readNotes(xml: string | null): NoteData[] {
  const notes: NoteData[] = [];
  if (xml !== null) {
    visitElements(xml, ["comment"], (comment) => {
      const place = parseRange(comment.attributes.ref ?? "");
      const text = child(comment, "text");
      if (place && text) notes.push({ row: place.row, column: place.column, text: richText(text) });
    });
  }
  return notes;
}
