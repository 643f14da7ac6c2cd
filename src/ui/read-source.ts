import type { Source } from "../commands/input";
import { readDelimited } from "../files/delimited-text";
import { type FileProblem, readTable } from "../files/read-table";

/** Where a table is: all three are kept, so that changing one's mind loses nothing. */
export interface SourceChoice {
  readonly kind: "file" | "text" | "tab";
  readonly file: File | null;
  readonly text: string;
  readonly tab: string;
}

const sentences: Readonly<Record<FileProblem, string>> = {
  "file-empty": "is empty. Check that it is the right one, download it again, then choose it again.",
  "file-unreadable":
    "could not be read. Check that it is not open elsewhere or damaged, save it as CSV (UTF-8), then choose it again.",
  "xlsx-damaged":
    "is no Excel workbook that can be read. Open it in Excel or Google Sheets, save it as .xlsx or CSV (UTF-8), then choose that.",
  "xlsx-protected": "has a password. Open it in Excel, save it without a password, then choose that.",
  "xls-old": "is in the format of old Excel. Open it in Excel or Google Sheets, save it as .xlsx, then choose that.",
  "xlsx-too-large":
    "holds more cells than a spreadsheet can. Check that it is the right one, keep only the sheet with the table, then choose it again.",
};

/** Reads the chosen table where it was picked; a tab is left to the server. */
export async function readSource({
  kind,
  file,
  text,
  tab,
}: SourceChoice): Promise<Source | { readonly message: string }> {
  if (kind === "tab") return tab === "" ? { message: "Choose a tab." } : { name: tab };
  if (kind === "text") {
    if (text.trim() === "") return { message: "Paste the table, with its headers in the first line." };
    return { name: "Pasted text", cells: copied(readDelimited(text)) };
  }
  return file ? readFile(file) : { message: "Choose a file." };
}

async function readFile(file: File): Promise<Source | { readonly message: string }> {
  // The browser refuses a file that was moved or changed since it was picked.
  const bytes = await file.arrayBuffer().catch(() => null);
  const table = bytes ? await readTable(new Uint8Array(bytes)) : ({ problem: "file-unreadable" } as const);
  if ("problem" in table) return { message: `${file.name} ${sentences[table.problem]}` };
  const { cells, notes } = table;
  return { name: file.name, cells: copied(cells), ...(notes.length > 0 && { found: [...notes] }) };
}

const copied = (cells: readonly (readonly string[])[]): string[][] => cells.map((line) => [...line]);
