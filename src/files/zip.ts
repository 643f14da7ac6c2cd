/**
 * Opens a zip archive and gives its entries by path, unpacked when asked for, null where there is none. They are stopped
 * once they have come to more than `mostBytes` together, whatever size they say they have.
 *
 * @throws Error where the bytes are no archive; each entry throws where it is damaged, encrypted or too large.
 * @example const xml = await openZip(bytes, 1e8)("xl/workbook.xml");
 */
export function openZip(bytes: Uint8Array, mostBytes: number): (path: string) => Promise<Uint8Array | null> {
  const entries = directoryOf(bytes);
  let left = mostBytes;
  return async (path) => {
    const entry = entries.get(path);
    if (!entry) return null;
    const content = await unpacked(bytes, entry, left);
    left -= content.length;
    return content;
  };
}

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  /** What it says; it can say anything. */
  readonly size: number;
  /** Where its own header begins, which repeats most of this. */
  readonly at: number;
}

const END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

function directoryOf(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = viewOf(bytes);
  const end = endOf(view);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Error("The archive's directory is damaged.");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const start = at + 46;
    entries.set(new TextDecoder().decode(bytes.subarray(start, start + (name ?? 0))), {
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = start + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** The directory's end stands at the archive's, before a comment that nearly no archive has. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) if (view.getUint32(at, true) === END) return at;
  throw new Error("This is no zip archive, or it is cut off.");
}

async function unpacked(bytes: Uint8Array, entry: Entry, most: number): Promise<Uint8Array> {
  const view = viewOf(bytes);
  if (view.getUint32(entry.at, true) !== LOCAL_HEADER) throw new Error("An entry is damaged.");
  if (entry.encrypted) throw new Error("An entry is encrypted.");
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.slice(start, start + entry.packedSize);
  if (entry.size > most) throw new TooLarge();
  if (packed.length < entry.packedSize) throw new Error("An entry is cut off.");
  if (packed.length > most) throw new TooLarge();
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw new Error("An entry is packed in a way that workbooks never are.");
  return inflated(packed, most);
}

async function inflated(packed: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      throw new TooLarge();
    }
    chunks.push(next.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** What is unpacked comes to more than it may. */
export class TooLarge extends Error {}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
