import { decodeText, type TextProblem } from "./decode-text";
import { readDelimited } from "./delimited-text";
import { looksLikeWorkbook, readXlsxTable, type XlsxProblem } from "./xlsx-table";

export type FileProblem = TextProblem | XlsxProblem;

/** What deserves a look in a file that was read. */
interface FileNote {
  readonly code: "encoding-guessed" | "sheets-not-read";
  /** The encoding, or the sheets. */
  readonly value: string;
}

/** The cells of a file that a person picked, as text, line by line. */
interface FileTable {
  readonly cells: readonly (readonly string[])[];
  readonly notes: readonly FileNote[];
}

/**
 * Reads a table from a CSV, TSV, text or .xlsx file, whatever its name ends in.
 *
 * @example
 * const table = await readTable(new Uint8Array(await file.arrayBuffer()));
 * if ("problem" in table) report(table.problem);
 */
export async function readTable(bytes: Uint8Array): Promise<FileTable | { readonly problem: FileProblem }> {
  if (looksLikeWorkbook(bytes)) {
    const table = await readXlsxTable(bytes);
    if ("problem" in table) return table;
    const { cells, others } = table;
    return { cells, notes: others.length > 0 ? [{ code: "sheets-not-read", value: others.join(", ") }] : [] };
  }
  const decoded = decodeText(bytes);
  if ("problem" in decoded) return decoded;
  const { text, encoding, guessed } = decoded;
  return { cells: readDelimited(text), notes: guessed ? [{ code: "encoding-guessed", value: encoding }] : [] };
}
