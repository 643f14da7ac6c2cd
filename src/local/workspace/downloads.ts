import type { DocumentData } from "../document-data";
import type { WorkbookData } from "../workbook-data";

/** Files to take away. What writes Office files is fetched when one is first asked for. */

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** The workbook as .xlsx. */
export async function workbookFile(workbook: WorkbookData): Promise<Blob> {
  const { writeXlsx } = await import("../xlsx/write");
  return new Blob([new Uint8Array(await writeXlsx(workbook))], { type: `${OFFICE}.spreadsheetml.sheet` });
}

/** A document as .docx. */
export async function documentFile(document: DocumentData): Promise<Blob> {
  const { writeDocx } = await import("../docx");
  return new Blob([new Uint8Array(await writeDocx(document))], { type: `${OFFICE}.wordprocessingml.document` });
}

/**
 * A tab as CSV for Excel, given the texts that it shows. Excel takes a field that begins like a formula for one, so such
 * a text gets an apostrophe; a plain number such as -3.5 stays one.
 *
 * @example await tabFile([["Name", "Note"], ["Ana", "=1+1"]]).text() // "Name,Note\r\nAna,'=1+1\r\n"
 */
export function tabFile(rows: readonly (readonly string[])[]): Blob {
  const lines = rows.map((row) => `${row.map(field).join(",")}\r\n`);
  return new Blob(["\uFEFF", ...lines], { type: "text/csv;charset=utf-8" });
}

const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[-+]?\d[\d.,]*%?$/;

function field(text: string): string {
  const safe = FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
