import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildAddon } from "../../scripts/build.mjs";
import { buildSite } from "../../scripts/bundle/site.mjs";
import { ROOT } from "../helpers/project";

declare module "vitest" {
  interface ProvidedContext {
    /** The folders that the browser tests share: the built add-on, and the site made of it. */
    readonly built: { readonly dist: string; readonly site: string };
  }
}

/** Builds add-on and site once for all browser tests, from the sources as they are now. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "planner-site-"));
  const built = { dist: join(folder, "dist"), site: join(folder, "site") };
  await buildAddon({ dist: built.dist });
  await buildSite({ root: ROOT, dist: built.dist, outdir: built.site });
  project.provide("built", built);
  project.provide("dist", built.dist);
  return () => rm(folder, { recursive: true, force: true });
}
