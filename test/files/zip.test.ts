import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { openZip, TooLarge } from "../../src/files/zip";

const zipOf = (files: Record<string, string>, compression: "DEFLATE" | "STORE" = "DEFLATE") => {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(files)) zip.file(path, text);
  return zip.generateAsync({ type: "uint8array", compression, comment: "made here" });
};

const textOf = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes);

describe("an archive", () => {
  it.each(["DEFLATE", "STORE"] as const)("gives its entries as they were: %s", async (compression) => {
    const entry = openZip(
      await zipOf({ "a/b.xml": "<a>é</a>", "c.xml": "x".repeat(100_000), d: "" }, compression),
      1e6,
    );
    expect(textOf(await entry("a/b.xml"))).toBe("<a>é</a>");
    expect(textOf(await entry("c.xml"))).toBe("x".repeat(100_000));
    expect(textOf(await entry("d"))).toBe("");
    expect(await entry("e")).toBeNull();
  });

  it("is stopped where its entries together come to too much", async () => {
    const entry = openZip(await zipOf({ a: "x".repeat(60_000), b: "x".repeat(60_000) }), 100_000);
    await entry("a");
    await expect(entry("b")).rejects.toThrow(TooLarge);
  });

  it("is stopped where an entry unpacks to more than it says", async () => {
    const bytes = await zipOf({ a: "x".repeat(1_000_000) });
    const directory = bytes.lastIndexOf(0x50, bytes.length - 40);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect(view.getUint32(directory, true)).toBe(0x02014b50);
    view.setUint32(directory + 24, 10, true);
    await expect(openZip(bytes, 100_000)("a")).rejects.toThrow(TooLarge);
  });

  it("is refused where it is cut off, encrypted or none at all", async () => {
    const bytes = await zipOf({ a: "x".repeat(1000) });
    expect(() => openZip(bytes.slice(0, -30), 1e6)).toThrow("cut off");
    expect(() => openZip(Uint8Array.of(0x50, 0x4b), 1e6)).toThrow("no zip archive");
    const flagged = bytes.slice();
    flagged[bytes.lastIndexOf(0x50, bytes.length - 40) + 8] = 1;
    await expect(openZip(flagged, 1e6)("a")).rejects.toThrow("encrypted");
  });
});
