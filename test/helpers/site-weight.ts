import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** Bytes by path inside the site. */
export type Weights = ReadonlyMap<string, number>;

/** All files of a built site as a server sends them: compressed. */
export async function siteWeights(site: string): Promise<Weights> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(
      paths.map(async (path) => {
        const { length } = await promisify(gzip)(await readFile(path));
        return [relative(site, path).replaceAll("\\", "/"), length] as const;
      }),
    ),
  );
}

/**
 * Those that were asked for, each once: the browser keeps what it has, and says nothing of a Worker's own script.
 *
 * @param addresses what was asked for, of a site that lies at the root
 */
export function weightsOf(addresses: readonly string[], all: Weights): Weights {
  const asked = new Set(addresses.map((address) => new URL(address).pathname.slice(1) || "index.html"));
  return new Map([...all].filter(([path]) => asked.has(path)));
}

export const sum = (weights: Weights): number => [...weights.values()].reduce((all, bytes) => all + bytes, 0);

/** A line each, heaviest first. */
export function heaviestFirst(weights: Weights): readonly (readonly [path: string, bytes: number])[] {
  return [...weights].sort(([, one], [, other]) => other - one);
}
