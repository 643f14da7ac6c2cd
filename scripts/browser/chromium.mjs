/** Headless Chromium as it comes with the packages: on Linux nothing of it needs to be installed on the machine. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The package's own file looks for its fonts in /tmp. The machine's fill in for signs that they lack. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="relative">font-cache</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/** Of several that unpack at once one wins; the others use what it made. */
const WAITING = `unpacking-${process.pid}`;

/**
 * Starts a browser. Elsewhere than on Linux for x64, which is all that the package has, it is the installed Chrome.
 *
 * @returns {Promise<import("playwright-core").Browser>} to be closed by the caller
 */
export async function launchChromium() {
  // No name leads anywhere: what is not on this machine cannot be reached, even where a test does not look.
  const args = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
  if (process.platform !== "linux" || process.arch !== "x64") return chromium.launch({ args, channel: "chrome" });
  const folder = await unpacked();
  return chromium.launch({
    args: [...args, "--disable-gpu", "--font-render-hinting=none"],
    executablePath: join(folder, "chromium"),
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
    },
  });
}

/** Where the unpacked browser is. */
async function unpacked() {
  const { version } = JSON.parse(await readFile(join(ROOT, "node_modules/@sparticuz/chromium/package.json"), "utf8"));
  const cache = join(ROOT, "node_modules/.cache");
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const waiting = join(cache, WAITING);
  await mkdir(waiting, { recursive: true });
  await promisify(execFile)(process.execPath, [join(ROOT, "scripts/browser/unpack.mjs")], {
    env: { ...process.env, TMPDIR: waiting },
  });
  await writeFile(join(waiting, "fonts.conf"), FONTS);
  await rename(waiting, folder).catch(async (problem) => {
    await rm(waiting, { recursive: true, force: true });
    if (!existsSync(folder)) throw problem;
  });
  return folder;
}
