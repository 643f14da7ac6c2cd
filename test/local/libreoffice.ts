import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import JSZip from "jszip";
import { onTestFinished } from "vitest";

const run = promisify(execFile);

/** Whether LibreOffice is on this machine; tests that need it say so where it is not. */
export const soffice: boolean = await run("soffice", ["--version"], { timeout: 60_000 }).then(
  () => true,
  () => false,
);

/** Opens a file in LibreOffice and saves it as another type. */
export async function convert(bytes: Uint8Array, type: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "planner-soffice-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const profile = pathToFileURL(join(folder, "profile")).href;
  writeFileSync(join(folder, "book.xlsx"), bytes);
  const out = join(folder, "out");
  const args = ["--headless", `-env:UserInstallation=${profile}`, "--convert-to", type, "--outdir", out, "book.xlsx"];
  await run("soffice", args, { cwd: folder, timeout: 120_000 });
  return new Uint8Array(readFileSync(join(out, `book.${type.replace(/:.*/, "")}`)));
}

/** A file with some of its parts changed. */
export async function edited(
  bytes: Uint8Array,
  edits: Record<string, (xml: string) => string | null>,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const [path, edit] of Object.entries(edits)) {
    const xml = edit((await zip.file(path)?.async("string")) ?? "");
    if (xml === null) zip.remove(path);
    else zip.file(path, xml);
  }
  return zip.generateAsync({ type: "uint8array" });
}

/** A file whose formulas have lost their computed values: whoever opens it has to compute them. */
export async function withoutValues(bytes: Uint8Array): Promise<Uint8Array> {
  const sheets = Object.keys((await JSZip.loadAsync(bytes)).files).filter((path) =>
    /^xl\/worksheets\/[^/]+\.xml$/.test(path),
  );
  const strip = (xml: string) => xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1");
  return edited(bytes, Object.fromEntries(sheets.map((path) => [path, strip])));
}
