import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/files/decode-text";
import { ROOT } from "../helpers/project";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);

/** UTF-16 as a file holds it, low byte first or high byte first. */
function utf16(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const file = new Uint8Array((text.length + (mark ? 1 : 0)) * 2);
  const view = new DataView(file.buffer);
  [...(mark ? [0xfeff] : []), ...Array.from(text, (_, at) => text.charCodeAt(at))].forEach((unit, at) => {
    view.setUint16(at * 2, unit, order === "le");
  });
  return file;
}

/** A text in an encoding of one byte a letter. Node's windows-1252 lacks these, so they stand here by themselves. */
function singleByte(text: string, encoding: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(bytes(byte)), byte]),
  );
  const missing = encoding === "windows-1252" ? { "€": 0x80, "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96 } : {};
  for (const [letter, byte] of Object.entries(missing)) table.set(letter, byte);
  return Uint8Array.from(text, (letter) => table.get(letter) ?? 63);
}

describe("decodeText", () => {
  it("reads any UTF-8 text as itself, and says that it did not guess", () => {
    // A NUL is how UTF-16 without a mark is known; no text that people exchange has one.
    const text = fc.string({ unit: "binary", minLength: 1 }).map((any) => any.replaceAll("\0", "0"));
    fc.assert(
      fc.property(text, fc.boolean(), (any, mark) => {
        fc.pre(mark || !any.startsWith("\uFEFF"));
        expect(decodeText(utf8((mark ? "\uFEFF" : "") + any))).toEqual({
          text: any,
          encoding: "utf-8",
          guessed: false,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("reads UTF-16 with and without its mark", () => {
    const text = "Name,City\r\nZoë,Köln\r\nЗоя,Тула\r\n";
    for (const order of ["le", "be"] as const) {
      const encoding = `utf-16${order}`;
      expect(decodeText(utf16(text, order, true))).toEqual({ text, encoding, guessed: false });
      expect(decodeText(utf16(text, order, false))).toEqual({ text, encoding, guessed: true });
    }
  });

  it("does not take a NUL in UTF-8 for UTF-16", () => {
    const text = `id,note\n1,a${"\0"}b\n2,${"x".repeat(100)}\n`;
    expect(decodeText(utf8(text))).toEqual({ text, encoding: "utf-8", guessed: false });
  });

  it.each([
    ["windows-1252", "Name,E-mail\nJosé García,jose@example.org\nIt’s “quoted” – yes\n"],
    ["windows-1252", "€ 500\n"],
    ["windows-1251", "Имя;Город\nАнна Петрова;Москва\nИван Сидоров;Тула\n"],
    ["iso-8859-7", "Όνομα;Πόλη\nΓιώργος Παπαδόπουλος;Αθήνα\n"],
  ])("guesses %s, and says so", (encoding, text) => {
    expect(decodeText(singleByte(text, encoding))).toEqual({ text, encoding, guessed: true });
  });

  it("keeps a UTF-8 file with a mark and a broken letter in it, as a guess", () => {
    const file = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8("José"), 0xff, ...utf8(" ñ")]);
    expect(decodeText(file)).toEqual({ text: "José\uFFFD ñ", encoding: "utf-8", guessed: true });
  });

  it("names what is no text", () => {
    expect(decodeText(bytes())).toEqual({ problem: "file-empty" });
    expect(decodeText(bytes(0xef, 0xbb, 0xbf))).toEqual({ problem: "file-empty" });
    const png = bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0xff);
    expect(decodeText(png)).toEqual({ problem: "file-unreadable" });
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (file) => {
        const decoded = decodeText(file);
        expect("problem" in decoded || typeof decoded.text === "string").toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  const data = join(ROOT, "../shared/data");
  it.skipIf(!existsSync(data))("guesses nothing in the real files", () => {
    for (const name of readdirSync(data)) {
      expect(decodeText(readFileSync(join(data, name))), name).toMatchObject({ encoding: "utf-8", guessed: false });
    }
  });
});
