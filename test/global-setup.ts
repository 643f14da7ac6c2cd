import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildAddon } from "../scripts/build.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder with the add-on, built from the sources as they are now. */
    readonly dist: string;
  }
}

/** Builds the add-on once for all tests that run it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "planner-dist-"));
  const dist = join(folder, "dist");
  await buildAddon({ dist });
  project.provide("dist", dist);
  return () => rm(folder, { recursive: true, force: true });
}
