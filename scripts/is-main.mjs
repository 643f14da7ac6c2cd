import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Whether a module was started from the command line, rather than imported.
 *
 * @param {string} moduleUrl its `import.meta.url`
 */
export function isMain(moduleUrl) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === fileURLToPath(moduleUrl);
}
