import { analyse } from "chardet";

export interface DecodedText {
  readonly text: string;
  /** The encoding's name for TextDecoder. */
  readonly encoding: string;
  /** Whether the encoding is only the likeliest one: then letters such as é deserve a look. */
  readonly guessed: boolean;
}

export type TextProblem = "file-empty" | "file-unreadable";

const BYTE_ORDER_MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;
/** Enough to tell an encoding by, and quick on a long file. */
const SAMPLE_BYTES = 256 * 1024;
/** Below this chardet has seen next to nothing that speaks for its guess. */
const LEAST_CONFIDENCE = 15;
/** A text with a few broken letters in it still looks as much like UTF-8. */
const DAMAGED_UTF8_CONFIDENCE = 50;
/** What a spreadsheet on Western Windows saves as CSV. */
const FALLBACK = "windows-1252";

/** Node 20.18.3 to 20.20 and others decode windows-1252 as Latin 1 (nodejs/node#56542): controls instead of “ ” ’ – €. */
const C1_CONTROLS = /[\u0080-\u009F]/g;
const WINDOWS_1252_C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/**
 * The text in the bytes of a CSV, TSV or text file, without its byte order mark.
 *
 * @example
 * const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
 * if ("problem" in decoded) report(decoded.problem);
 */
export function decodeText(bytes: Uint8Array): DecodedText | { readonly problem: TextProblem } {
  if (bytes.length === 0) return { problem: "file-empty" };
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => startsWith(bytes, mark));
  if (marked) return decodeMarked(bytes.subarray(marked.mark.length), marked.encoding);
  const utf16 = utf16ByNuls(bytes);
  if (utf16) return utf16;
  const utf8 = decode(bytes, "utf-8", true);
  if (utf8 !== null) return { text: utf8, encoding: "utf-8", guessed: false };
  return looksBinary(bytes) ? { problem: "file-unreadable" } : guess(bytes);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** Null where the bytes are not valid in that encoding, or this machine does not know it. */
function decode(bytes: Uint8Array, encoding: string, strict: boolean): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: strict, ignoreBOM: true }).decode(bytes);
    return encoding === FALLBACK
      ? text.replace(C1_CONTROLS, (char) => WINDOWS_1252_C1[char.charCodeAt(0) - 0x80] ?? char)
      : text;
  } catch {
    return null;
  }
}

function decodeMarked(bytes: Uint8Array, encoding: string): DecodedText | { readonly problem: TextProblem } {
  if (bytes.length === 0) return { problem: "file-empty" };
  const strict = decode(bytes, encoding, true);
  const text = strict ?? decode(bytes, encoding, false) ?? "";
  return { text, encoding, guessed: strict === null };
}

/** UTF-16 without a mark: every second byte of its plain letters, commas and line ends is a NUL, and no other byte is. */
function utf16ByNuls(bytes: Uint8Array): DecodedText | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [high = 0, low = 0] = nuls;
  if (Math.min(high, low) > 0 || Math.max(high, low) < sample.length / 20) return null;
  const encoding = low > 0 ? "utf-16le" : "utf-16be";
  const text = decode(bytes, encoding, true);
  return text === null || CONTROL.test(text) ? null : { text, encoding, guessed: true };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no text file has these but by mistake
const CONTROL = /[\u0000-\u0008\u000E-\u001F]/;

function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return controls > sample.length / 100;
}

function guess(bytes: Uint8Array): DecodedText {
  const candidates = analyse(bytes.subarray(0, SAMPLE_BYTES))
    .map(({ name, confidence }) => ({ encoding: name === "ISO-8859-1" ? FALLBACK : name.toLowerCase(), confidence }))
    .filter(
      ({ encoding, confidence }) => confidence >= (encoding === "utf-8" ? DAMAGED_UTF8_CONFIDENCE : LEAST_CONFIDENCE),
    )
    .sort((a, b) => b.confidence - a.confidence || Number(b.encoding === FALLBACK) - Number(a.encoding === FALLBACK));
  for (const { encoding } of candidates) {
    const text = decode(bytes, encoding, encoding !== "utf-8");
    if (text !== null) return { text, encoding, guessed: true };
  }
  return { text: decode(bytes, FALLBACK, false) ?? "", encoding: FALLBACK, guessed: true };
}
