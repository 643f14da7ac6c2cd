/**
 * Prints the one command that README.md gives under a marker:
 *
 *     <!-- tests -->
 *     ```sh
 *     npm ci && npm test
 *     ```
 *
 * usage: node scripts/readme-command.mjs tests|main-job
 */
import { readFileSync } from "node:fs";
import { isMain } from "./is-main.mjs";

/**
 * @param {string} markdown
 * @param {string} marker
 */
export function commandUnder(markdown, marker) {
  const lines = markdown.split(/\r?\n/).map((line) => line.trim());
  const at = lines.flatMap((line, index) => (line === `<!-- ${marker} -->` ? [index] : []));
  if (at.length !== 1)
    throw new Error(`README.md: expected the line <!-- ${marker} --> once, found it ${at.length} times`);
  const after = lines.slice(Number(at[0]) + 1).join("\n");
  const commands =
    /^\s*```sh\n([\s\S]*?)\n```/
      .exec(after)?.[1]
      ?.split("\n")
      .filter((line) => line !== "") ?? [];
  const [command] = commands;
  if (command === undefined || commands.length > 1)
    throw new Error(`README.md: expected a \`\`\`sh block with one command under <!-- ${marker} -->`);
  return command;
}

if (isMain(import.meta.url)) {
  console.log(commandUnder(readFileSync(new URL("../README.md", import.meta.url), "utf8"), process.argv[2] ?? "tests"));
}
