import Papa from "papaparse";

/**
 * Splits CSV, TSV or semicolon text into cells, exactly as they were written, line by line. The delimiter is found by
 * Papa Parse. Sheets writes TSV without any quoting, other tools with: both readings are tried, and the one whose rows
 * fit the header better is taken.
 * @example readDelimited('a,b\n"1,5",2') // [["a", "b"], ["1,5", "2"]]
 */
export function readDelimited(text: string): readonly (readonly string[])[] {
  const quoted = parse(text, '"');
  const notTabs = quoted.sound && quoted.delimiter !== "\t";
  if (notTabs && quoted.misfits === 0) return quoted.records;
  // A quotation mark that opens nothing can also hide the delimiter: it is found anew.
  const bare = parse(text, UNUSED);
  if (notTabs && bare.delimiter !== "\t") return quoted.records;
  const better = quoted.sound ? bare.misfits < quoted.misfits : bare.misfits <= quoted.misfits;
  return better ? bare.records : quoted.records;
}

/** A character that stands in no file: "no quoting" for Papa Parse, which wants one. */
const UNUSED = "\uffff";

const LINES_TO_GUESS_BY = 20;

interface Parsed {
  readonly records: readonly (readonly string[])[];
  readonly delimiter: string;
  /** Every quotation mark that was opened was closed. */
  readonly sound: boolean;
  /** Records with more or fewer cells than the first. */
  readonly misfits: number;
}

function parse(text: string, quoteChar: string): Parsed {
  const whole = text.replace(/^\ufeff/, "");
  const settings = { quoteChar, delimitersToGuess: [",", "\t", ";", "|"] };
  // Blank lines count against a delimiter: the guess goes by the lines that say something. Papa Parse guesses with
  // quotation marks, whatever it is told.
  const guess = { ...settings, preview: LINES_TO_GUESS_BY, skipEmptyLines: true };
  const sample = (quoteChar === UNUSED ? whole.replace(/"/g, "") : whole).replace(/^[\r\n]+|[\r\n]+$/g, "");
  const { delimiter } = Papa.parse(sample, guess).meta;
  const parsed = Papa.parse<string[]>(whole, { ...settings, delimiter });
  const filled = parsed.data.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const width = filled[0]?.length ?? 0;
  return {
    records: parsed.data,
    delimiter,
    sound: !parsed.errors.some(({ type }) => type === "Quotes"),
    misfits: filled.filter((cells) => cells.length !== width).length,
  };
}
