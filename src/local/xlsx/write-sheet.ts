import { a1Of, columnLetters } from "../appsscript/a1";
import type {
  CellData,
  ConditionalFormatData,
  RectangleData,
  SheetData,
  ValidationData,
  ValidationRule,
  WorkbookData,
} from "../workbook-data";
import { MAX_COLUMNS, MAX_ROWS, reference, ruleAddress } from "./address";
import { formulaToFile, shiftFormula, spellBooleans } from "./formula";
import { type HelperWriter, MAX_CELL_TEXT, MAX_PROMPT } from "./helper-tab";
import { MAIN, RELATIONSHIPS } from "./namespaces";
import { xmlAttribute, xmlFormula, xmlText } from "./text";
import { color, paint, type StyleTable } from "./write-styles";

/** Excel refuses a file with a longer formula; the value stays. */
const MAX_FORMULA = 8192;
/** Of the choices that stand in the rule itself. */
const MAX_LIST = 255;
/** Of a column in Sheets, in pixels. */
const DEFAULT_WIDTH = 100;
/** Of a row in Excel, in points. */
const MAX_HEIGHT = 409;
const HIDDEN = ' hidden="1"';
/** Excel's own names for errors; those that only Sheets has are written as text. */
const ERRORS = new Set(["#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]);

/** What the tabs of a file share. */
export interface WriteContext {
  readonly workbook: WorkbookData;
  /** A tab's name to the one that it has in the file. */
  readonly fileNames: ReadonlyMap<string, string>;
  readonly styles: StyleTable;
  readonly strings: SharedStrings;
  readonly helper: HelperWriter;
}

/** A tab's own parts of the file. */
export interface SheetPart {
  readonly xml: string;
  readonly comments: { readonly xml: string; readonly drawing: string } | null;
}

/** The texts of a file's cells, each once. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  number(text: string): number {
    this.#uses += 1;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  toXml(): string {
    const items = [...this.#numbers.keys()].map((text) => `<si>${textElement(text)}</si>`);
    return `<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

function textElement(text: string): string {
  return `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ""}>${xmlText(text)}</t>`;
}

/** A tab as it stands in the file. */
export function sheetPart(sheet: SheetData, context: WriteContext): SheetPart {
  const rowCount = Math.min(sheet.rowCount, MAX_ROWS);
  const painted = paint(sheet.formats, rowCount, context.styles);
  const columnStyles = new Map<number, number>();
  for (const [column, rows] of painted) columnStyles.set(column, mostFrequent(rows));
  const frozen = sheet.frozenRows
    ? `<pane ySplit="${sheet.frozenRows}" topLeftCell="A${sheet.frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
    : "";
  const filter = filterRange(sheet);
  const xml = [
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetPr>${color("tabColor", sheet.color ?? "")}<pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultColWidth="${characters(DEFAULT_WIDTH)}" defaultRowHeight="15.75"/>`,
    columnsXml(sheet, columnStyles),
    "<sheetData>",
    ...rowsXml(sheet, rowCount, painted, columnStyles, context),
    "</sheetData>",
    sheet.protection && !sheet.protection.warningOnly ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : "",
    filter ? `<autoFilter ref="${a1Of(filter)}"/>` : "",
    ...sheet.conditionalFormats.map((rule, index) => conditionalXml(rule, index + 1, rowCount, context)),
    validationsXml(sheet.validations, rowCount, context),
    '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    sheet.notes.length > 0 ? '<legacyDrawing r:id="rId1"/>' : "",
    "</worksheet>",
  ].join("");
  return { xml, comments: sheet.notes.length > 0 ? commentParts(sheet.notes, context) : null };
}

function mostFrequent(numbers: Uint32Array): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = 0;
  for (const [number, count] of counts) if (count > (counts.get(best) ?? 0)) best = number;
  return best;
}

/** Excel measures in digits of the default font (7 pixels in Arial 10) and adds 5 pixels of padding. */
function characters(pixels: number): number {
  return Math.round(((pixels - 5) / 7) * 10_000) / 10_000;
}

function columnsXml(sheet: SheetData, styles: ReadonlyMap<number, number>): string {
  const columns: string[] = [];
  for (let column = 1; column <= Math.min(sheet.columnCount, MAX_COLUMNS); column += 1) {
    const width = sheet.columnWidths[column];
    const style = styles.get(column);
    const isHidden = sheet.hiddenColumns?.includes(column) === true;
    if (width === undefined && !style && !isHidden) continue;
    columns.push(
      `<col min="${column}" max="${column}" width="${characters(width ?? DEFAULT_WIDTH)}"${style ? ` style="${style}"` : ""}${width === undefined ? "" : ' customWidth="1"'}${isHidden ? HIDDEN : ""}/>`,
    );
  }
  return columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "";
}

function rowsXml(
  sheet: SheetData,
  rowCount: number,
  painted: ReadonlyMap<number, Uint32Array>,
  columnStyles: ReadonlyMap<number, number>,
  context: WriteContext,
): string[] {
  const byRow = new Map<number, CellData[]>();
  for (const cell of sheet.cells) {
    if (cell.row < 1 || cell.column < 1 || cell.row > MAX_ROWS || cell.column > MAX_COLUMNS) {
      throw new RangeError(`Excel has no cell in row ${cell.row}, column ${cell.column} (tab "${sheet.name}").`);
    }
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  // A column's style goes for its cells that are not in the file; only those that look otherwise must stand there.
  const columns = [...painted].sort(([a], [b]) => a - b);
  const hidden = new Set(sheet.hiddenRows?.filter((row) => row <= rowCount));
  const lastRow = [...sheet.cells.map((cell) => cell.row), ...hidden].reduce(
    (last, row) => Math.max(last, row),
    columns.length > 0 ? rowCount : 0,
  );
  const letters = Array.from({ length: MAX_COLUMNS + 1 }, (_, column) => (column <= 702 ? columnLetters(column) : ""));
  const lines: string[] = [];
  for (let row = 1; row <= lastRow; row += 1) {
    const cells = new Map<number, string>();
    let textLines = 1;
    for (const cell of byRow.get(row) ?? []) {
      const style = painted.get(cell.column)?.[row - 1] ?? columnStyles.get(cell.column) ?? 0;
      const address = (letters[cell.column] || columnLetters(cell.column)) + row;
      cells.set(cell.column, cellXml(cell, address, style, context));
      if (typeof cell.value === "string" && context.styles.wraps(style)) {
        const width = characters(sheet.columnWidths[cell.column] ?? DEFAULT_WIDTH);
        textLines = Math.max(textLines, wrappedLines(cell.value, width));
      }
    }
    for (const [column, styles] of columns) {
      const style = styles[row - 1];
      if (style === undefined || cells.has(column) || style === columnStyles.get(column)) continue;
      cells.set(column, `<c r="${letters[column] || columnLetters(column)}${row}" s="${style}"/>`);
    }
    if (cells.size === 0 && !hidden.has(row)) continue;
    const ordered = [...cells].sort(([a], [b]) => a - b).map(([, xml]) => xml);
    lines.push(`<row r="${row}"${height(textLines)}${hidden.has(row) ? HIDDEN : ""}>${ordered.join("")}</row>`);
  }
  return lines;
}

/** How many lines a text takes in a column so many digits wide, roughly. */
function wrappedLines(text: string, width: number): number {
  return text.split("\n").reduce((lines, line) => lines + Math.max(Math.ceil(line.length / Math.max(width, 1)), 1), 0);
}

/** LibreOffice fits no row to its text by itself. Without `customHeight` both fit it anew when somebody edits it. */
function height(textLines: number): string {
  return textLines > 1 ? ` ht="${Math.min(textLines * 13 + 3, MAX_HEIGHT)}"` : "";
}

function cellXml(cell: CellData, address: string, style: number, context: WriteContext): string {
  const { value } = cell;
  const formula = cell.formula === undefined ? null : formulaToFile(cell.formula, context.fileNames);
  const start = (styleNumber: number) => `<c r="${address}"${styleNumber ? ` s="${styleNumber}"` : ""}`;
  const formulaXml = formula === null || formula.length > MAX_FORMULA ? null : xmlFormula(formula);
  const f = formulaXml === null ? "" : `<f>${formulaXml}</f>`;
  if (typeof value === "boolean") return `${start(style)} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "number") {
    return Number.isFinite(value)
      ? `${start(style)}>${f}<v>${value}</v></c>`
      : `${start(style)} t="e">${f}<v>#NUM!</v></c>`;
  }
  const text = context.helper.shorten(value, MAX_CELL_TEXT);
  if (f) return `${start(style)} t="${ERRORS.has(text) ? "e" : "str"}">${f}<v>${xmlText(text)}</v></c>`;
  const shown = /^[=+\-@]/.test(text) ? context.styles.quoted(style) : style;
  return `${start(shown)} t="s"><v>${context.strings.number(text)}</v></c>`;
}

/**
 * The header and the rows that a tab's filter is about; null without one. Only its buttons go into the file: Excel would
 * want to know the texts that it shows, not those that it hides.
 */
export function filterRange(sheet: SheetData): RectangleData | null {
  if (!sheet.filter) return null;
  const header = Math.max(sheet.frozenRows, 1);
  let last = { row: header, column: 1 };
  for (const { row, column } of sheet.cells) {
    last = { row: Math.max(last.row, row), column: Math.max(last.column, column) };
  }
  return { row: header, column: 1, rows: last.row - header + 1, columns: last.column };
}

function conditionalXml(
  rule: ConditionalFormatData,
  priority: number,
  rowCount: number,
  context: WriteContext,
): string {
  const look = context.styles.conditional(rule);
  const element = (ranges: readonly RectangleData[], formula: string) =>
    `<conditionalFormatting sqref="${ranges.map((range) => ruleAddress(range, rowCount)).join(" ")}"><cfRule type="expression" dxfId="${look}" priority="${priority}"><formula>${xmlFormula(formula) ?? "FALSE()"}</formula></cfRule></conditionalFormatting>`;
  const first = rule.ranges[0];
  if (!first) return "";
  const formula = spellBooleans(formulaToFile(rule.formula, context.fileNames));
  // Programs differ on which cell a formula for several ranges is relative to, unless one of them is plainly the first.
  if (rule.ranges.every((range) => range.row >= first.row && range.column >= first.column)) {
    return element(rule.ranges, formula);
  }
  return rule.ranges
    .map((range) => element([range], shiftFormula(formula, range.row - first.row, range.column - first.column)))
    .join("");
}

function validationsXml(validations: readonly ValidationData[], rowCount: number, context: WriteContext): string {
  const elements = validations.flatMap(({ range, rule }) => {
    const condition = validationCondition(rule, context);
    if (!condition) return [];
    const help = rule.helpText
      ? ` showInputMessage="1" prompt="${xmlAttribute(context.helper.shorten(rule.helpText, MAX_PROMPT))}"`
      : "";
    const refuse = rule.allowInvalid ? "" : ' showErrorMessage="1"';
    return [
      `<dataValidation ${condition.attributes} allowBlank="1"${help}${refuse} sqref="${ruleAddress(range, rowCount)}"><formula1>${xmlFormula(condition.formula) ?? ""}</formula1></dataValidation>`,
    ];
  });
  return elements.length > 0
    ? `<dataValidations count="${elements.length}">${elements.join("")}</dataValidations>`
    : "";
}

function validationCondition(
  rule: ValidationRule,
  context: WriteContext,
): { readonly attributes: string; readonly formula: string } | null {
  switch (rule.kind) {
    case "checkbox":
      return { attributes: 'type="list"', formula: '"TRUE,FALSE"' };
    case "date":
      return { attributes: 'type="date" operator="greaterThanOrEqual"', formula: "1" };
    case "number":
      return { attributes: 'type="decimal" operator="greaterThanOrEqual"', formula: String(rule.atLeast) };
    case "list":
      return { attributes: 'type="list"', formula: listFormula(rule.values, context.helper) };
    case "range": {
      const source = context.workbook.sheets.find((sheet) => sheet.id === rule.sheetId);
      if (!source) return null;
      const tab = context.fileNames.get(source.name) ?? source.name;
      return { attributes: 'type="list"', formula: reference(tab, rule.range) };
    }
  }
}

function listFormula(values: readonly string[], helper: HelperWriter): string {
  const joined = values.join(",");
  const isInline = values.every(isPlainChoice) && joined.length <= MAX_LIST && joined !== "TRUE,FALSE";
  return isInline ? `"${joined.replaceAll('"', '""')}"` : helper.list(values);
}

/** In the rule itself, Excel has no way to write a comma, outer spaces or a line break in a choice. */
function isPlainChoice(value: string): boolean {
  return value !== "" && value === value.trim() && !/[,\n\t]/.test(value) && xmlText(value) === xmlFormula(value);
}

function commentParts(notes: SheetData["notes"], context: WriteContext): { xml: string; drawing: string } {
  const comments = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><r>${textElement(context.helper.shorten(text, MAX_CELL_TEXT))}</r></text></comment>`,
  );
  const shapes = notes.map(({ row, column, text }, index) => {
    const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil((line.length + 1) / 36), 1);
    const place = `${column}, 12, ${Math.max(row - 2, 0)}, 4, ${column + 2}, 40, ${Math.max(row - 2, 0) + Math.min(lines, 30)}, 4`;
    return `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${place}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
  });
  return {
    xml: `<comments xmlns="${MAIN}"><authors><author></author></authors><commentList>${comments.join("")}</commentList></comments>`,
    drawing: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join("")}</xml>`,
  };
}
