import type { Source } from "../commands/input";
import { decodeText, type FileProblem } from "../files/decode-text";
import { readDelimited } from "../files/delimited-text";

/** Where a table is: all three are kept, so that changing one's mind loses nothing. */
export interface SourceChoice {
  readonly kind: "file" | "text" | "tab";
  readonly file: File | null;
  readonly text: string;
  readonly tab: string;
}

/** A table ready to be sent. */
export interface ReadTable {
  readonly source: Source;
  /** What deserves a look, or blank. */
  readonly warning: string;
}

const sentences: Readonly<Record<FileProblem, string>> = {
  "file-empty": "is empty. Check that it is the right one, download it again, then choose it again.",
  "file-unreadable":
    "could not be read. Check that it is not open elsewhere or damaged, save it as CSV (UTF-8), then choose it again.",
  "xlsx-not-csv":
    "is an Excel workbook, and a CSV file was expected. Open it in Excel or Google Sheets, save the sheet as CSV (UTF-8), then choose that.",
};

/** Reads the chosen table where it was picked; a tab is left to the server. */
export async function readSource({
  kind,
  file,
  text,
  tab,
}: SourceChoice): Promise<ReadTable | { readonly message: string }> {
  if (kind === "tab") return tab === "" ? { message: "Choose a tab." } : { source: { name: tab }, warning: "" };
  if (kind === "text") {
    if (text.trim() === "") return { message: "Paste the table, with its headers in the first line." };
    return { source: { name: "Pasted text", cells: cellsIn(text) }, warning: "" };
  }
  return file ? readFile(file) : { message: "Choose a file." };
}

async function readFile(file: File): Promise<ReadTable | { readonly message: string }> {
  // The browser refuses a file that was moved or changed since it was picked.
  const bytes = await file.arrayBuffer().catch(() => null);
  const decoded = bytes ? decodeText(new Uint8Array(bytes)) : ({ problem: "file-unreadable" } as const);
  if ("problem" in decoded) return { message: `${file.name} ${sentences[decoded.problem]}` };
  const warning = decoded.guessed
    ? `${file.name} is not UTF-8 and was read as ${decoded.encoding}. Check accented letters; if they look wrong, save the file as “CSV UTF-8” and choose it again.`
    : "";
  return { source: { name: file.name, cells: cellsIn(decoded.text) }, warning };
}

const cellsIn = (text: string): string[][] => readDelimited(text).map((cells) => [...cells]);
