import { PROGRAM_FORMAT, type ProgramData, type ReadProgram, readProgram } from "./program-data";

/** A program as one file: JSON, compressed with gzip. The format comes first, so that a damaged file is known as ours. */

const FILE_LIMIT = 100 * 1024 * 1024;
/** A small file can unpack to any size. */
const TEXT_LIMIT = 400 * 1024 * 1024;

/** @example anchor.href = URL.createObjectURL(await writeProgramFile(data)) */
export async function writeProgramFile(data: ProgramData): Promise<Blob> {
  const { format, version, workbook, outside } = data;
  const json = new Blob([JSON.stringify({ format, version, workbook, outside })]);
  const packed = await new Response(json.stream().pipeThrough(new CompressionStream("gzip"))).blob();
  return new Blob([packed], { type: "application/gzip" });
}

/** Reads a program file, compressed or not; `limits` in bytes, of the file and of what it unpacks to. */
export async function readProgramFile(
  file: Blob,
  limits: { readonly file: number; readonly text: number } = { file: FILE_LIMIT, text: TEXT_LIMIT },
): Promise<ReadProgram> {
  if (file.size > limits.file) return tooLarge(file.size, limits.file);
  const text = await textOf(file, limits.text);
  if ("bytes" in text) return tooLarge(text.bytes, limits.text);
  const parsed = text.isWhole ? parseJson(text.read) : undefined;
  if (parsed !== undefined) return readProgram(parsed);
  const isOurs = text.read.slice(0, 200).replace(/\s/g, "").startsWith(`{"format":"${PROGRAM_FORMAT}"`);
  return { ok: false, problem: isOurs ? { code: "damaged-program", place: "file" } : { code: "not-a-program" } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function tooLarge(bytes: number, limit: number): ReadProgram {
  return { ok: false, problem: { code: "file-too-large", bytes, limit } };
}

/** The text of a file as far as it can be read, unpacked and is UTF-8, or how large it was when it was given up. */
async function textOf(
  file: Blob,
  limit: number,
): Promise<{ readonly read: string; readonly isWhole: boolean } | { readonly bytes: number }> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const pieces: string[] = [];
  let bytes = 0;
  try {
    const reader = (await unpacked(file)).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
      if (bytes > limit) {
        await reader.cancel();
        return { bytes };
      }
      pieces.push(decoder.decode(value, { stream: true }));
    }
    pieces.push(decoder.decode());
    return { read: pieces.join(""), isWhole: true };
  } catch {
    return { read: pieces.join(""), isWhole: false };
  }
}

async function unpacked(file: Blob): Promise<ReadableStream<Uint8Array>> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = first === 0x1f && second === 0x8b;
  return isGzip ? file.stream().pipeThrough(new DecompressionStream("gzip")) : file.stream();
}
