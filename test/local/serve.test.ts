/** `npm start` from a terminal's point of view. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { buildLocal } from "../../scripts/bundle/local.mjs";
import { ROOT } from "../helpers/project";

/** A folder like the project's. */
const home = mkdtempSync(join(tmpdir(), "planner-start-"));

beforeAll(async () => {
  await buildLocal(ROOT, join(home, "build/local"));
  symlinkSync(join(ROOT, "node_modules"), join(home, "node_modules"), "dir");
  mkdirSync(join(home, "site"));
  writeFileSync(join(home, "site/index.html"), "the page");
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill();
});

interface Started {
  readonly said: string;
  /** Null as long as it serves. */
  readonly code: number | null;
}

/** Until it says how to stop it, or ends. */
function start(...words: string[]): Promise<Started> {
  const child = spawn(process.execPath, [join(home, "build/local/serve.mjs"), ...words]);
  started.push(child);
  return new Promise((resolve) => {
    let said = "";
    const listen = (text: string) => {
      said += text;
      if (said.includes("Stop it with Ctrl+C.")) resolve({ said, code: null });
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    child.on("close", (code) => resolve({ said, code }));
  });
}

const addressIn = ({ said }: Started): string => /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? "no address";

it("prints where the page is, and serves it", async () => {
  const page = await fetch(addressIn(await start("--no-open")));
  expect(await page.text()).toBe("the page");
});

it("takes the next port where the usual one is taken", async () => {
  const [first, second] = [addressIn(await start("--no-open")), addressIn(await start("--no-open"))];
  expect(Number(new URL(second).port)).toBeGreaterThan(Number(new URL(first).port));
  expect((await fetch(second)).status).toBe(200);
});

it("keeps to the port asked for", async () => {
  const { port } = new URL(addressIn(await start("--port", "0")));
  const second = await start("--port", port);
  expect(second).toMatchObject({ code: 1, said: expect.stringContaining(`Port ${port} is taken`) });
});

it.each([["--port", "x"], ["--port", "70000"], ["--roster"]])("shows how it is used for %s %s", async (...words) => {
  expect(await start(...words)).toMatchObject({ code: 1, said: expect.stringContaining("usage: npm start") });
});
