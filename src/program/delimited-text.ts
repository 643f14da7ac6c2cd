import Papa from "papaparse";

/** Records of a CSV or TSV text, each with its row number as a spreadsheet would show it. */
export interface DelimitedText {
  readonly records: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly delimiter: string;
}

/**
 * Splits CSV, TSV or semicolon text into cells, exactly as they were written; blank lines are left out. The delimiter
 * is found by Papa Parse. Sheets writes TSV without any quoting, other tools with: both readings are tried, and the
 * one whose rows fit the header better is taken.
 * @example readDelimited('a,b\n"1,5",2').records[1]?.cells // ["1,5", "2"]
 */
export function readDelimited(text: string): DelimitedText {
  const quoted = parse(text, '"');
  if (quoted.delimiter !== "\t" && quoted.sound) return quoted;
  const bare = parse(text, UNUSED, quoted.delimiter);
  return bare.misfits < quoted.misfits ? bare : quoted;
}

/** A character that stands in no file: "no quoting" for Papa Parse, which wants one. */
const UNUSED = "\uffff";

function parse(text: string, quoteChar: string, delimiter = ""): DelimitedText & { sound: boolean; misfits: number } {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), {
    quoteChar,
    delimiter,
    delimitersToGuess: [",", "\t", ";", "|"],
  });
  const records = parsed.data
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const width = records[0]?.cells.length ?? 0;
  return {
    records,
    delimiter: parsed.meta.delimiter,
    sound: !parsed.errors.some(({ type }) => type === "Quotes"),
    misfits: records.filter(({ cells }) => cells.length !== width).length,
  };
}
