/** What clasp would push, built afresh: does it hold in Apps Script? */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Program, parse } from "acorn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildAddon, MAX_BUNDLE_BYTES } from "../scripts/build.mjs";
import { absentGlobals, neededScopes, RESTRICTED_SCOPES } from "../scripts/bundle/apps-script.mjs";
import { loadBundle, menuItems } from "../scripts/bundle/load.mjs";
import { namesCalledByPages, namesWrittenIn, pagesOpenedBy } from "../scripts/bundle/names.mjs";
import { parseScript } from "../scripts/bundle/references.mjs";
import { ROOT } from "./helpers/project";

const SCOPES = "https://www.googleapis.com/auth/";

const project = mkdtempSync(join(tmpdir(), "planner-push-"));
let code: string;
let program: Program;
let pages: [name: string, html: string][];

beforeAll(async () => {
  const { files } = await buildAddon({ root: ROOT, dist: join(project, "dist") });
  code = files.get("Code.js") ?? "";
  program = parseScript(code);
  pages = [...files].filter(([path]) => path.endsWith(".html"));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** The pages that people see; words.html is data. */
const shown = () => pages.filter(([path]) => path.startsWith("ui/"));

function declaredFunctions(): string[] {
  return program.body
    .flatMap((statement) => (statement.type === "FunctionDeclaration" ? [statement.id.name] : []))
    .sort();
}

describe("Code.js", () => {
  it("parses as an ES2019 script", () => {
    expect(() => parse(code, { ecmaVersion: 2019, sourceType: "script" })).not.toThrow();
  });

  it("is no larger than the build allows", () => {
    expect(Buffer.byteLength(code)).toBeGreaterThan(0);
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(MAX_BUNDLE_BYTES);
  });

  it("loads with ECMAScript's globals alone, and touches no service while loading", () => {
    const globals = Object.entries(loadBundle(code));
    const names = (callable: boolean) =>
      globals.flatMap(([name, value]) => ((typeof value === "function") === callable ? [name] : [])).sort();
    expect(names(true)).toEqual(declaredFunctions());
    // zod keeps its settings in a global of its own.
    expect(names(false).filter((name) => name !== "__zod_globalConfig")).toEqual(["Addon"]);
  });

  it("uses no global that Apps Script lacks, except behind typeof", () => {
    expect(absentGlobals(program)).toEqual([]);
  });

  it("declares exactly what src/addon.ts exports, and so nothing private can be called", () => {
    const { Addon } = loadBundle(code);
    expect(declaredFunctions()).toEqual(Object.keys(Object(Addon)).sort());
    expect(declaredFunctions().filter((name) => name.endsWith("_"))).toEqual([]);
    const others = program.body.filter(
      (statement) => statement.type !== "FunctionDeclaration" && !("directive" in statement),
    );
    expect(others).toMatchObject([{ type: "VariableDeclaration", declarations: [{ id: { name: "Addon" } }] }]);
  });

  it("passes on every argument that Google gives", () => {
    for (const name of declaredFunctions())
      expect(code).toContain(`function ${name}(...args) {\n  return Addon.${name}(...args);\n}`);
  });

  it("opens its menu in authorization mode NONE, touching nothing else", () => {
    expect(menuItems(code).length).toBeGreaterThan(0);
  });

  it("declares the function of every menu item and trigger, and onInstall", () => {
    const names = [...menuItems(code), ...namesWrittenIn(program)].map(({ name }) => name);
    expect(declaredFunctions()).toEqual(expect.arrayContaining(["onInstall", "onOpen", ...names]));
  });

  it("declares every function that a page calls", async () => {
    const called = await namesCalledByPages(ROOT);
    expect(called.filter(({ name }) => !declaredFunctions().includes(name))).toEqual([]);
    if (pages.length > 0) expect(called).not.toEqual([]);
  });

  it("opens only pages that are pushed with it", () => {
    const files = pages.map(([path]) => path);
    expect(files).toEqual(expect.arrayContaining(pagesOpenedBy(program).map((page) => `${page}.html`)));
  });
});

describe("the pages", () => {
  it("load nothing from anywhere", () => {
    for (const [, html] of shown()) {
      const tags = html.match(
        /<(?:link|iframe|img|object|embed)\b|<script\s[^>]*>|@import|url\(\s*["']?(?:https?:)?\/\//gi,
      );
      expect(tags).toBeNull();
    }
  });

  it("hold one style and one script each, and nothing closes them early", () => {
    for (const [, html] of shown()) {
      expect(html.match(/<script>/g)).toHaveLength(1);
      expect(html.match(/<\/script/gi)).toHaveLength(1);
      expect(html.match(/<\/style/gi) ?? []).toHaveLength(html.match(/<style>/g)?.length ?? 0);
      expect(() => parse(/<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? "(", { ecmaVersion: 2020 })).not.toThrow();
    }
  });
});

describe("the manifest", () => {
  it("asks for exactly the scopes that the services in use need", () => {
    const manifest = JSON.parse(readFileSync(join(project, "dist/appsscript.json"), "utf8"));
    const { scopes, unclear } = neededScopes(program);
    expect(unclear).toEqual([]);
    expect([...manifest.oauthScopes].sort()).toEqual(scopes);
    expect(scopes).toContain(`${SCOPES}spreadsheets.currentonly`);
    expect(scopes).not.toContain(`${SCOPES}spreadsheets`);
    expect(scopes.filter((scope) => RESTRICTED_SCOPES.includes(scope))).toEqual([]);
  });

  it("runs on V8 and is not that of a card add-on", () => {
    const manifest = JSON.parse(readFileSync(join(project, "dist/appsscript.json"), "utf8"));
    expect(manifest).toMatchObject({ runtimeVersion: "V8", timeZone: "Etc/UTC" });
    expect(manifest).not.toHaveProperty("addOns");
  });
});

it("clasp would push the bundle, the manifest and the pages, and nothing else", () => {
  for (const file of [".clasp.json", ".claspignore"]) cpSync(join(ROOT, file), join(project, file));
  const status = execFileSync(join(ROOT, "node_modules/.bin/clasp"), ["show-file-status", "--json"], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, HOME: project }, // no login needed, and none of this machine's is used
  });
  const pushed: string[] = JSON.parse(status).filesToPush;
  expect(pushed.sort()).toEqual(
    ["dist/Code.js", "dist/appsscript.json", ...pages.map(([path]) => `dist/${path}`)].sort(),
  );
});
