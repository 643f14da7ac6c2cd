import { type DateFormat, dateFormatsOf, isoOfSerial } from "./xlsx-dates";
import { openPackage, richText, type XlsxPackage } from "./xlsx-package";
import { child, unescapeText, visitElements, type XmlElement } from "./xml";
import { TooLarge } from "./zip";

/** Why a workbook's table could not be read. */
export type XlsxProblem =
  /** An archive, or an old file of Excel, without a workbook that can be read. */
  | "xlsx-damaged"
  | "xlsx-protected"
  /** Excel's format of before 2007. */
  | "xls-old"
  | "xlsx-too-large"
  | "file-empty";

interface XlsxTable {
  /** The cells of one sheet as text, line by line. */
  readonly cells: readonly (readonly string[])[];
  readonly sheet: string;
  /** Sheets that have something in them and were not read. */
  readonly others: readonly string[];
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];
/** As the name of a part stands in an .xlsx file with a password. */
const ENCRYPTED_PART = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** As many cells as Google Sheets can hold. */
const MOST_CELLS = 10_000_000;

/** Whether a file begins as workbooks of Excel do. */
export const looksLikeWorkbook = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP) || startsWith(bytes, OLE);

/**
 * The table in an .xlsx file: its first visible sheet with something in it. Cells come as text, as they would in a CSV
 * file: dates as `2026-09-01` or `2026-09-01T14:30:00`, by the wall clock and whatever their format; numbers in their
 * shortest form; TRUE and FALSE; of formulas what they came to. Text stays as it is, `=1+1` and `007` too.
 *
 * @example
 * const table = await readXlsxTable(new Uint8Array(await file.arrayBuffer()));
 * if ("problem" in table) report(table.problem);
 */
export async function readXlsxTable(bytes: Uint8Array): Promise<XlsxTable | { readonly problem: XlsxProblem }> {
  if (startsWith(bytes, OLE)) return { problem: isEncrypted(bytes) ? "xlsx-protected" : "xls-old" };
  try {
    const file = await openPackage(bytes);
    return file ? await firstTable(file) : { problem: "xlsx-damaged" };
  } catch (error) {
    return { problem: error instanceof TooLarge ? "xlsx-too-large" : "xlsx-damaged" };
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function isEncrypted(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(ENCRYPTED_PART[0] ?? 0);
  while (at >= 0 && !ENCRYPTED_PART.every((byte, place) => bytes[at + place] === byte))
    at = bytes.indexOf(ENCRYPTED_PART[0] ?? 0, at + 1);
  return at >= 0;
}

async function firstTable(file: XlsxPackage): Promise<XlsxTable | { readonly problem: XlsxProblem }> {
  const formats = dateFormatsOf(file.stylesXml);
  const sheets = [...file.tabs].sort((a, b) => Number(a.hidden) - Number(b.hidden));
  let table: { readonly name: string; readonly cells: readonly (readonly string[])[] } | undefined;
  const others: string[] = [];
  for (const { name, path, hidden } of sheets) {
    const xml = await file.part(path);
    if (xml === null) throw new Error("A sheet that is listed is not there.");
    if (table && !hidden && FILLED.test(xml)) others.push(name);
    if (table) continue;
    const cells = cellsOf(xml, file, formats);
    if (cells.length > 0) table = { name, cells };
  }
  return table ? { cells: table.cells, sheet: table.name, others } : { problem: "file-empty" };
}

/** A cell's value. */
const FILLED = /<(?:\w+:)?(?:v|is)>/;

function cellsOf(xml: string, file: XlsxPackage, formats: readonly DateFormat[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row = 0;
  let size = 0;
  visitElements(xml, ["row"], ({ attributes, children }) => {
    const number = Number(attributes.r);
    row = Number.isInteger(number) && number > 0 ? number : row + 1;
    const cells: string[] = [];
    let column = 0;
    for (const cell of children) {
      column = columnOf(cell.attributes.r) ?? column + 1;
      const text = textOf(cell, file, formats);
      if (text === "") continue;
      while (cells.length < column - 1) cells.push("");
      cells[column - 1] = text;
    }
    if (cells.length === 0) return;
    size += cells.length + Math.max(0, row - rows.length - 1);
    if (size > MOST_CELLS || column > MOST_CELLS) throw new TooLarge();
    while (rows.length < row - 1) rows.push([]);
    rows[row - 1] = cells;
  });
  return rows;
}

/** @example columnOf("AB12") // 28 */
function columnOf(address: string | undefined): number | null {
  const [, letters] = /^\$?([A-Z]{1,3})\$?\d*$/.exec(address ?? "") ?? [];
  return letters === undefined ? null : [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
}

function textOf(cell: XmlElement, file: XlsxPackage, formats: readonly DateFormat[]): string {
  const { t = "n", s } = cell.attributes;
  if (t === "inlineStr") {
    const inline = child(cell, "is");
    return inline ? richText(inline) : "";
  }
  const value = child(cell, "v")?.text ?? "";
  switch (t) {
    case "s":
      return file.sharedStrings[Number(value)] ?? "";
    case "str":
    case "e":
      return unescapeText(value);
    case "b":
      return value === "" ? "" : value === "1" || value === "true" ? "TRUE" : "FALSE";
    case "d":
      return value.replace(/(?:\.\d+)?Z?$/, "");
    default:
      return numberText(value, formats[Number(s ?? 0)], file.date1904);
  }
}

/** Fifteen digits are what a spreadsheet holds: the rest is how 0.1 + 0.2 comes to 0.30000000000000004. */
const DIGITS = 15;

function numberText(value: string, format: DateFormat | undefined, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  const date = format && (format.day || format.clock) ? isoOfSerial(number, format, from1904) : null;
  if (date !== null) return date;
  return /^-?\d+$/.test(value) ? value : String(Number(number.toPrecision(DIGITS)));
}
