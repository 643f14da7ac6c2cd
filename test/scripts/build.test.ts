/** What the build refuses, and what it makes of a small project. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildAddon, bundleProblems, MAX_BUNDLE_BYTES, sizeProblems } from "../../scripts/build.mjs";
import { absentGlobals, neededScopes, usedServices } from "../../scripts/bundle/apps-script.mjs";
import { loadBundle, menuItems } from "../../scripts/bundle/load.mjs";
import { namesCalledIn, namesWrittenIn, pagesOpenedBy } from "../../scripts/bundle/names.mjs";
import { inline } from "../../scripts/bundle/pages.mjs";
import { parseScript } from "../../scripts/bundle/references.mjs";
import { projectWith } from "../helpers/project";

const MENU = `export function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem("Open", "openPage").addToUi(); }\n`;
const OPEN = `export function openPage(...names) { return names; }\n`;
const WORDS = { "src/content/stored-words.ts": `export const storedWords = { greeting: "<Hello>" };\n` };
const TEMPLATE = "<!doctype html><html><head></head><body></body></html>";

/** A bundle as the build writes it, around some code. */
function bundle(body: string, menu = "onOpen"): string {
  return `var Addon = (() => { ${body}; return { onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem("x", "${menu}").addToUi() } } })();
    function onOpen(...args) { return Addon.onOpen(...args) }`;
}

describe("a project", () => {
  it("is built into a bundle, pages and a manifest", async () => {
    const root = projectWith({
      ...WORDS,
      "src/addon.ts": `import { split } from "./split";\n${MENU}${OPEN}export const read = (text: string) => split(text);\n`,
      "src/split.ts": `export const split = (text: string) => text.split(";");\n`,
      "src/ui/page.html": TEMPLATE,
      "src/ui/page.tsx": `import "./page.css";\nimport { server } from "./server";\nserver.openPage("</script>", \`https://\${server}\`);\n`,
      "src/ui/page.css": `body { color: red }`,
      "src/ui/server.ts": `export const server = google.script.run as never;\n`,
    });
    const { files, exported } = await buildAddon({ root });
    expect([...files.keys()]).toEqual(["Code.js", "words.html", "ui/page.html"]);
    expect(exported).toEqual(["onOpen", "openPage", "read"]);
    for (const file of ["Code.js", "ui/page.html", "appsscript.json"])
      expect(existsSync(join(root, "dist", file))).toBe(true);

    const { openPage, read } = loadBundle(files.get("Code.js") ?? "");
    expect(Array.from((openPage as (...names: string[]) => string[])("a", "b", "c"))).toEqual(["a", "b", "c"]);
    expect(JSON.stringify((read as (text: string) => unknown)("a;b"))).toBe('["a","b"]');
    expect(files.get("words.html")).toContain('{"greeting":"\\u003cHello>"}');

    const page = files.get("ui/page.html") ?? "";
    expect(page).toContain("<style>body{color:red}</style>");
    expect(page.match(/<\/script/g)).toHaveLength(1);
    expect(page).not.toContain("`");
  });

  it.each([
    [
      "a page calls what is not exported",
      { "src/ui/a.tsx": `server.missing()` },
      'src/ui/a.tsx: src/addon.ts exports no "missing"',
    ],
    [
      "a private name is exported",
      { "src/addon.ts": `${MENU}${OPEN}export function secret_() {}` },
      '"secret_": the name ends in "_"',
    ],
    [
      "something else than a function is exported",
      { "src/addon.ts": `${MENU}${OPEN}export const limit = 3` },
      '"limit" is not a function',
    ],
    ["a menu item leads nowhere", { "src/addon.ts": MENU }, 'menu item "Open": src/addon.ts exports no "openPage"'],
    [
      "there is a default export",
      { "src/addon.ts": `${MENU}${OPEN}export default onOpen` },
      "a default export has no name",
    ],
    ["a template has no entry", { "src/ui/b.html": TEMPLATE }, "src/ui/b.html: there is no b.tsx beside it"],
    [
      "a timer is used",
      { "src/addon.ts": `${MENU}export const openPage = () => setTimeout(onOpen, 3)` },
      'Apps Script has no "setTimeout"',
    ],
    [
      "a service is used while loading",
      { "src/addon.ts": `${MENU}${OPEN}SpreadsheetApp.flush()` },
      "SpreadsheetApp.flush was touched",
    ],
    [
      "a page that is opened is missing",
      { "src/addon.ts": `${MENU}export const openPage = () => HtmlService.createHtmlOutputFromFile("ui/c")` },
      "there is no src/ui/c.html",
    ],
    ["an import is missing", { "src/addon.ts": `import "./gone"` }, 'Could not resolve "./gone"'],
  ])("is refused where %s", async (_, files: Record<string, string>, problem) => {
    const root = projectWith({ ...WORDS, "src/addon.ts": MENU + OPEN, ...files });
    await expect(buildAddon({ root })).rejects.toThrow(problem);
    expect(existsSync(join(root, "dist"))).toBe(false);
  });
});

describe("a bundle", () => {
  it("is accepted when nothing is wrong", () => {
    expect(bundleProblems(bundle("1"), ["onOpen"], [], [])).toEqual([]);
  });

  it("is refused over the limit, which is in bytes", () => {
    expect(sizeProblems("x".repeat(MAX_BUNDLE_BYTES))).toEqual([]);
    expect(sizeProblems("é".repeat(MAX_BUNDLE_BYTES / 2 + 1))).toEqual([
      expect.stringContaining(`${MAX_BUNDLE_BYTES + 2} bytes`),
    ]);
  });

  it.each([
    "SpreadsheetApp.getUi",
    "typeof PropertiesService.x",
    "Object.keys(Session)",
    "'a' in CacheService",
    "console.log(1)",
    "LockService()",
  ])("that does %s while loading is found out", (touch) =>
    expect(() => loadBundle(bundle(touch))).toThrow("was touched"),
  );

  it.each(["setTimeout", "URL", "performance", "structuredClone", "WeakRef", "process"])(
    "finds no %s when it loads",
    (name) => {
      expect(() => loadBundle(bundle(name))).toThrow(`${name} is not defined`);
    },
  );

  it("that reads a property in NONE mode is found out", () => {
    expect(() =>
      menuItems(bundle("1").replace("onOpen() {", "onOpen() { PropertiesService.getDocumentProperties();")),
    ).toThrow("PropertiesService.getDocumentProperties was touched");
    expect(() => menuItems(bundle("1").replace("onOpen() {", "onOpen() { SpreadsheetApp.getActive();"))).toThrow(
      "was touched",
    );
    expect(() => menuItems(bundle("1").replace("createAddonMenu", "createMenu"))).toThrow("Menu.addToUi was touched");
    expect(() => menuItems(bundle("1").replace(".addToUi()", ""))).toThrow("does not add the menu");
  });
});

describe("names", () => {
  it("are found in what pages call", () => {
    expect(
      namesCalledIn(
        "server.a(1); google.script.run.withSuccessHandler(f).withFailureHandler(g).b(); google.script.run.c()",
      ),
    ).toEqual(expect.arrayContaining(["a", "b", "c"]));
    expect(namesCalledIn("client.a(); google.script.host.close()")).toEqual([]);
  });

  it("are found where they stand as text", () => {
    const program = parseScript(
      `menu.addItem("A", "a"); ScriptApp.newTrigger("b"); HtmlService.createHtmlOutputFromFile("ui/c")`,
    );
    expect(namesWrittenIn(program).map(({ name }) => name)).toEqual(["a", "b"]);
    expect(pagesOpenedBy(program)).toEqual(["ui/c"]);
  });
});

describe("globals that Apps Script lacks", () => {
  it("are told from those that it has", () => {
    const names = (code: string) => absentGlobals(parseScript(code)).map(({ name }) => name);
    expect(names("setTimeout(f); new TextDecoder(); structuredClone(Map)")).toEqual([
      "setTimeout",
      "f",
      "TextDecoder",
      "structuredClone",
    ]);
    expect(names("SpreadsheetApp.flush(); new Map(JSON); console.log(Utilities)")).toEqual([]);
    expect(names("typeof window < 'u' && window.x")).toEqual([]);
  });
});

describe("scopes", () => {
  const scopes = (code: string) =>
    neededScopes(parseScript(code)).scopes.map((scope) => scope.replace("https://www.googleapis.com/auth/", ""));

  it.each([
    ["SpreadsheetApp.getActiveSpreadsheet()", ["spreadsheets.currentonly"]],
    ["SpreadsheetApp.getUi()", ["script.container.ui"]],
    ["SpreadsheetApp.openById(id)", ["spreadsheets"]],
    ["DocumentApp.create('x')", ["documents"]],
    ["DriveApp", ["drive"]],
    ["GmailApp.search('x')", ["https://mail.google.com/"]],
    ["Session.getActiveUserLocale(); ScriptApp.AuthMode.NONE; LockService.getDocumentLock()", []],
    ["Session.getActiveUser()", ["userinfo.email"]],
    ["ScriptApp.newTrigger('x')", ["script.scriptapp"]],
  ])("%s", (code, expected) => expect(scopes(code)).toEqual(expected));

  it("cannot be told where a service is passed around", () => {
    expect(neededScopes(parseScript("const app = SpreadsheetApp; app.openById(1)")).unclear).toEqual([
      "SpreadsheetApp",
    ]);
  });

  it("go by the services in use", () => {
    expect(usedServices(parseScript("Utilities.sleep(SpreadsheetApp); var MailApp; MailApp"))).toEqual([
      "SpreadsheetApp",
      "Utilities",
    ]);
  });
});

describe("a template", () => {
  it("keeps a page whole whatever the script holds", () => {
    expect(inline("a.html", TEMPLATE, `"</script><!--$&$'"`, "")).toContain(`<script>"<\\/script><\\!--$&$'"</script>`);
  });

  it.each([`<link rel="stylesheet" href="a.css">`, `<script src="https://x">`, `<img src="a.png">`])(
    "may not load %s",
    (tag) => {
      expect(() => inline("a.html", TEMPLATE.replace("<head>", `<head>${tag}`), "1", "")).toThrow(
        "does not belong in a template",
      );
    },
  );

  it("has a head and a body to put things into", () => {
    expect(() => inline("a.html", "<html><body></body></html>", "1", "")).toThrow(
      "a.html: expected </head> exactly once",
    );
  });
});
