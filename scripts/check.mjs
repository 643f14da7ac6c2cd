/**
 * Everything that can be told without running the product: types, lint and format, dead code, rooms.
 * Prints a line for each check, and a tool's own output only where it failed.
 *
 * usage: node scripts/check.mjs
 */
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const AT_ONCE = 2;

/** @typedef {{ name: string, command: string[], complaint?: (output: string) => string | undefined }} Check */

/** @param {string} name @returns {Check} */
const types = (name) => ({ name: `types ${name}`, command: ["tsc", "-p", name] });

/** @type {Check[]} */
const CHECKS = [
  types("tsconfig.json"),
  types("tsconfig.pure.json"),
  types("tsconfig.server.json"),
  types("tsconfig.ui.json"),
  types("tsconfig.page.json"),
  types("tsconfig.worker.json"),
  { name: "lint and format", command: ["biome", "check", "--error-on-warnings", "--colors=off", "."] },
  { name: "dead code", command: ["knip", "--treat-config-hints-as-errors"] },
  {
    name: "rooms",
    command: ["depcruise", "src", "scripts"],
    // Without a TypeScript that it knows, dependency-cruiser looks at nothing and is content.
    complaint: (output) => (/\(([1-9]\d*) modules/.test(output) ? undefined : "dependency-cruiser looked at no module"),
  },
];

/** @param {Check} check */
async function run({ name, command: [program = "", ...args], complaint }) {
  const started = performance.now();
  const PATH = [join(ROOT, "node_modules/.bin"), process.env.PATH].join(delimiter);
  const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, PATH }, shell: process.platform === "win32" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  const problem = code === 0 ? complaint?.(output) : output.trim() || `${program} ended with ${code}`;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${problem === undefined ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (problem !== undefined) console.log(`\n${problem}\n`);
  return problem === undefined;
}

const waiting = [...CHECKS];
const results = await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    let passed = true;
    for (let check = waiting.shift(); check; check = waiting.shift()) passed = (await run(check)) && passed;
    return passed;
  }),
);
process.exitCode = results.every(Boolean) ? 0 : 1;
