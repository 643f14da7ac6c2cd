/** Imports between the rooms of src/ point downward only, and the check that says so really looks. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ICruiseResult } from "dependency-cruiser";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { usedServices } from "../scripts/bundle/apps-script.mjs";
import { parseModule } from "../scripts/bundle/references.mjs";
import { projectWith, ROOT } from "./helpers/project";

/** A file in each room, with imports as they should be. */
const ORDERLY = {
  "src/addon.ts": `import { command } from "./commands/command";\nexport const onOpen = command;\n`,
  "src/commands/command.ts": `import { read } from "../google/read";\nimport { tab } from "../workbook/tab";\nexport const command = () => read(tab);\n`,
  "src/google/read.ts": `import type { Tab } from "../workbook/tab";\nexport const read = (tab: Tab) => tab;\n`,
  "src/workbook/tab.ts": `import * as z from "zod/mini";\nimport { rule } from "../program/rule";\nexport type Tab = string;\nexport const tab: Tab = String(rule) + String(z);\n`,
  "src/program/rule.ts": `import { words } from "../content/words";\nexport const rule = [words];\n`,
  "src/content/words.ts": `export const words = "";\n`,
  "src/ui/page.tsx": `import { render } from "preact";\nimport { part } from "./part";\nimport "../files/read";\nimport type * as addon from "../addon";\nexport type Server = typeof addon;\nexport const page = [render, part];\n`,
  "src/ui/part.ts": `export const part = 1;\n`,
  "src/local/cli.ts": `import { readFileSync } from "node:fs";\nimport { host } from "./appsscript/host";\nimport type { Tab } from "../workbook/tab";\nexport const cli: Tab = String([readFileSync, host]);\n`,
  "src/local/appsscript/host.ts": `import type { Tab } from "../../workbook/tab";\nexport const host: Tab = "";\n`,
  "src/files/read.ts": `import Papa from "papaparse";\nexport const read = Papa;\n`,
  "test/some.test.ts": `export const helper = 1;\n`,
};

/** The TypeScript files under a folder of this repository. */
function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`);
}

function cruise(root: string): ICruiseResult & { status: number | null } {
  const { status, stdout, stderr } = spawnSync(
    join(ROOT, "node_modules/.bin/depcruise"),
    ["src", "--output-type", "json"],
    { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (!stdout.startsWith("{")) throw new Error(`depcruise said: ${stdout}${stderr}`);
  return { ...JSON.parse(stdout), status };
}

function broken({ summary }: ICruiseResult): string[] {
  return summary.violations.map(({ rule, from }) => `${from}: ${rule.name}`).sort();
}

describe("the rule about rooms", () => {
  it("is content with imports that point downward, having looked at every file", () => {
    const result = cruise(projectWith(ORDERLY));
    expect(broken(result)).toEqual([]);
    expect(result.modules.map(({ source }) => source)).toEqual(
      expect.arrayContaining(Object.keys(ORDERLY).filter((path) => path.startsWith("src/"))),
    );
  });

  it("fails the command for one import that points upward", () => {
    const root = projectWith({ ...ORDERLY, "src/program/planted.ts": `import "../commands/command";\n` });
    const { status, stdout } = spawnSync(join(ROOT, "node_modules/.bin/depcruise"), ["src"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(status).not.toBe(0);
    expect(stdout).toContain("program-looks-up: src/program/planted.ts → src/commands/command.ts");
  });

  it("names every kind of import that is not allowed", () => {
    const planted = [
      ["src/commands/a.ts", `import "../addon";`, "commands-looks-up"],
      ["src/google/a.ts", `import "../commands/command";`, "google-looks-up"],
      ["src/workbook/a.ts", `import "../google/read";`, "workbook-looks-up"],
      ["src/program/a.ts", `import type { Tab } from "../workbook/tab";\nexport type A = Tab;`, "program-looks-up"],
      ["src/content/a.ts", `export const a = import("../program/rule");`, "content-looks-up"],
      ["src/commands/b.ts", `import "../ui/part";`, "server-looks-aside"],
      ["src/google/b.ts", `import "../local/appsscript/host";`, "server-looks-aside"],
      ["src/ui/a.ts", `import { words } from "../content/words";\nexport const a = words;`, "ui-reaches-into-server"],
      ["src/ui/b.ts", `import { onOpen } from "../addon";\nexport const b = onOpen;`, "ui-reaches-into-server"],
      ["src/local/a.ts", `import { tab } from "../workbook/tab";\nexport const a = tab;`, "local-reaches-into-server"],
      ["src/local/b.ts", `import "../ui/part";`, "ui-and-local-meet"],
      ["src/ui/c.ts", `import "../local/appsscript/host";`, "ui-and-local-meet"],
      ["src/local/appsscript/a.ts", `import "node:fs";`, "no-node-in-server-or-services"],
      ["src/local/workspace/a.ts", `import "node:fs";`, "no-node-in-server-or-services"],
      ["src/local/page/a.tsx", `import "node:path";`, "no-node-in-server-or-services"],
      ["src/google/c.ts", `import "fs";`, "no-node-in-server-or-services"],
      ["src/files/a.ts", `import "../program/rule";`, "files-look-around"],
      ["src/google/d.ts", `import "../files/read";`, "server-looks-aside"],
      ["src/program/d.ts", `import "papaparse";`, "server-imports-heavy-package"],
      ["src/program/b.ts", `import "exceljs";`, "server-imports-heavy-package"],
      ["src/program/c.ts", `import "zod";`, "server-imports-heavy-package"],
      ["src/local/c.ts", `import "../../test/some.test";`, "imports-test"],
      ["src/content/b.ts", `import "./gone";`, "not-to-unresolvable"],
      ["src/ui/d.ts", `import type { E } from "./e";\nexport type D = E;`, "no-circular"],
      ["src/ui/e.ts", `import type { D } from "./d";\nexport type E = D;`, "(reported with d.ts)"],
    ] as const;
    const result = cruise(
      projectWith({ ...ORDERLY, ...Object.fromEntries(planted.map(([path, text]) => [path, text])) }),
    );
    const expected = planted.filter(([, , rule]) => !rule.startsWith("("));
    expect(broken(result)).toEqual(expected.map(([path, , rule]) => `${path}: ${rule}`).sort());
  });

  it("sees this repository's own files", () => {
    const seen = new Set(cruise(ROOT).modules.map(({ source }) => source));
    const own = sourceFiles("src");
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((path) => !seen.has(path))).toEqual([]);
  });
});

describe("Google's globals", () => {
  const services = (path: string) =>
    usedServices(parseModule(transformSync(readFileSync(join(ROOT, path), "utf8"), { loader: "ts" }).code));

  it("are touched in src/google alone", () => {
    const server = sourceFiles("src").filter((path) => !/^src\/(google|ui|local)\//.test(path));
    expect(server).not.toEqual([]);
    expect(server.flatMap((path) => services(path).map((name) => `${path}: ${name}`))).toEqual([]);
    expect(sourceFiles("src/google").flatMap(services)).toContain("SpreadsheetApp");
  });
});
