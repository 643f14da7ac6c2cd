import type { CellFormat, ConditionalFormatData, FormatData } from "../workbook-data";
import { MAIN } from "./namespaces";
import { normalFormat } from "./normal-format";
import { xmlAttribute } from "./text";

/** What Sheets shows where nothing is set, in points and as Excel's font. */
const FONT = '<sz val="10"/><name val="Arial"/><family val="2"/>';
const FIRST_CUSTOM_FORMAT = 164;

interface Style extends CellFormat {
  /** Excel's mark for text that begins like a formula: editing the cell keeps it text. */
  readonly quoted?: true;
}

/** The styles of a file being written. A style's number is its index among the file's `cellXfs`; 0 is the default. */
export class StyleTable {
  readonly #styles: Style[] = [{}];
  readonly #numbers = new Map<string, number>([["{}", 0]]);
  readonly #dxfs: string[] = [];

  /** The number of the style that results where a format is laid over another. */
  over(below: number, format: CellFormat): number {
    return this.#number(normalFormat({ ...this.#styles[below], ...format }), this.#styles[below]?.quoted);
  }

  quoted(number: number): number {
    return this.#number(this.#styles[number] ?? {}, true);
  }

  wraps(number: number): boolean {
    return this.#styles[number]?.wrap ?? false;
  }

  /** The number of the look of a conditional format. */
  conditional(rule: ConditionalFormatData): number {
    const font = (rule.strikethrough ? "<strike/>" : "") + (rule.fontColor ? color("color", rule.fontColor) : "");
    const fill = rule.background
      ? `<fill><patternFill patternType="solid">${color("fgColor", rule.background)}${color("bgColor", rule.background)}</patternFill></fill>`
      : "";
    this.#dxfs.push(`<dxf>${font && `<font>${font}</font>`}${fill}</dxf>`);
    return this.#dxfs.length - 1;
  }

  toXml(): string {
    const numberFormats = new Parts(FIRST_CUSTOM_FORMAT);
    const fonts = new Parts(0, [`<font>${FONT}</font>`]);
    const fills = new Parts(0, [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
    ]);
    const xfs = this.#styles.map((style) => {
      const { numberFormat, bold, background, fontColor, wrap, verticalAlignment, quoted } = style;
      const format = numberFormat ? numberFormats.number(xmlAttribute(numberFormat)) : 0;
      const font = fonts.number(
        `<font>${bold ? "<b/>" : ""}${FONT.replace("<name", `${fontColor ? color("color", fontColor) : ""}<name`)}</font>`,
      );
      const fill = background
        ? fills.number(
            `<fill><patternFill patternType="solid">${color("fgColor", background)}<bgColor indexed="64"/></patternFill></fill>`,
          )
        : 0;
      const vertical = verticalAlignment
        ? ` vertical="${verticalAlignment === "middle" ? "center" : verticalAlignment}"`
        : "";
      const alignment = wrap || vertical ? `<alignment${vertical}${wrap ? ' wrapText="1"' : ""}/>` : "";
      const applied = [format && "NumberFormat", font && "Font", fill && "Fill", alignment && "Alignment"]
        .filter(Boolean)
        .map((what) => ` apply${what}="1"`)
        .join("");
      return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"${quoted ? ' quotePrefix="1"' : ""}${applied}>${alignment}</xf>`;
    });
    return `<styleSheet xmlns="${MAIN}">${
      numberFormats.all.length
        ? list(
            "numFmts",
            numberFormats.all.map(
              (code, at) => `<numFmt numFmtId="${at + FIRST_CUSTOM_FORMAT}" formatCode="${code}"/>`,
            ),
          )
        : ""
    }${list("fonts", fonts.all)}${list("fills", fills.all)}<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list("cellXfs", xfs)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${list("dxfs", this.#dxfs)}</styleSheet>`;
  }

  #number(style: CellFormat, quoted?: true): number {
    const whole: Style = quoted ? { ...style, quoted } : style;
    const key = JSON.stringify(whole);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#styles.push(whole);
    this.#numbers.set(key, this.#styles.length - 1);
    return this.#styles.length - 1;
  }
}

/** Distinct pieces of XML, numbered in the order in which they came. */
class Parts {
  readonly #numbers = new Map<string, number>();

  constructor(
    readonly first: number,
    readonly all: string[] = [],
  ) {
    all.forEach((part, at) => {
      this.#numbers.set(part, first + at);
    });
  }

  number(part: string): number {
    const known = this.#numbers.get(part);
    if (known !== undefined) return known;
    this.all.push(part);
    this.#numbers.set(part, this.first + this.all.length - 1);
    return this.first + this.all.length - 1;
  }
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

/** An element that names a colour; empty where it is none. */
export function color(element: string, hex: string): string {
  const rgb = /^#([0-9a-f]{6})$/i.exec(hex)?.[1];
  return rgb ? `<${element} rgb="FF${rgb.toUpperCase()}"/>` : "";
}

/** The style numbers of a tab's cells by column and row (both counted from 0); columns without any are missing. */
export function paint(formats: readonly FormatData[], rowCount: number, table: StyleTable): Map<number, Uint32Array> {
  const columns = new Map<number, Uint32Array>();
  for (const { range, format } of formats) {
    const laid = new Map<number, number>();
    for (let column = range.column; column < range.column + range.columns; column += 1) {
      const rows = columns.get(column) ?? new Uint32Array(rowCount);
      columns.set(column, rows);
      const end = Math.min(range.row - 1 + range.rows, rowCount);
      for (let row = range.row - 1; row < end; row += 1) {
        const below = rows[row] ?? 0;
        const number = laid.get(below) ?? table.over(below, format);
        laid.set(below, number);
        rows[row] = number;
      }
    }
  }
  return columns;
}
