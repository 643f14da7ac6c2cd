import { expect, test } from "vitest";
import { createServices } from "../../../src/local/appsscript/create-services";
import { blankWorkbook } from "../../../src/local/appsscript/snapshot";
import { loadScript } from "../../../src/local/workspace/script";
import { bundle, surroundings } from "./a-program";

const { now } = surroundings("");

function load(functions: string) {
  const workbook = blankWorkbook({ id: "f", name: "F", timeZone: "Etc/UTC", locale: "en_US" });
  const { globals } = createServices({ workbook, scriptTimeZone: "Etc/UTC", now, randomId: () => "id" });
  return loadScript(bundle(functions), globals, now);
}

test("the functions of a bundle are found by their names, and nothing else is", () => {
  const script = load("add: (one, other) => one + other, version: 3");
  expect(script("add")?.(2, 3)).toBe(5);
  for (const name of ["missing", "version", "toString", "constructor", "__proto__"]) expect(script(name)).toBeNull();
});

test("a bundle has Google's services", () => {
  expect(load("name: () => SpreadsheetApp.getActiveSpreadsheet().getName()")("name")?.()).toBe("F");
});

test("a bundle's clock is the workspace's, and other dates are as they are", () => {
  const script = load(
    "now: () => [new Date().toISOString(), Date.now(), new Date(0).getTime(), new Date(2020, 1, 3).getDate(), new Date() instanceof Date]",
  );
  expect(script("now")?.()).toEqual(["2026-10-05T15:00:00.000Z", now().getTime(), 0, 3, true]);
});

test("what a bundle declares is nowhere else, and each program has a bundle of its own", () => {
  const functions = "count: () => (Addon.seen = (Addon.seen ?? 0) + 1)";
  const script = load(functions);
  script("count")?.();
  expect(script("count")?.()).toBe(2);
  expect(load(functions)("count")?.()).toBe(1);
  expect(Reflect.has(globalThis, "Addon")).toBe(false);
});

test("code that cannot be read says so at once", () => {
  expect(() => load("broken: (")).toThrow(SyntaxError);
});
