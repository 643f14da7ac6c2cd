import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** This repository. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A folder of its own that is gone after the test. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "planner-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A small project with this repository's dependencies and settings, and with these source files. */
export function projectWith(files: Record<string, string>): string {
  const root = temporaryFolder();
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "dir");
  for (const file of ["package.json", "tsconfig.json", "appsscript.json", ".dependency-cruiser.cjs"])
    cpSync(join(ROOT, file), join(root, file));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
