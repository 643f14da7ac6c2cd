/** The licences of what is bundled, since who passes on the files passes on these packages. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * @param {string} root the folder with node_modules/
 * @param {readonly string[]} paths files that went in, relative to root; the project's own are passed over
 * @returns {Promise<string>} each package once: its name, version, licence and the licence's text where it brings one
 */
export async function licencesOf(root, paths) {
  const folders = new Set(paths.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  const texts = await Promise.all([...folders].sort().map((folder) => licenceOf(join(root, folder))));
  return `Micro-credential Planner contains the packages below, each under its own licence.\n\n${texts.join("\n")}`;
}

/** @param {string} folder */
async function licenceOf(folder) {
  /** @type {{ name?: string, version?: string, license?: string, repository?: string | { url?: string } }} */
  const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const files = (await readdir(folder)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  const source = typeof about.repository === "string" ? about.repository : about.repository?.url;
  const head = `${about.name} ${about.version} (${about.license ?? "see below"})${source ? `, ${source}` : ""}`;
  return [head, "-".repeat(head.length), ...texts.map((text) => text.trim()), ""].join("\n");
}
