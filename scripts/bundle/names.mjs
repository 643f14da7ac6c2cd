/**
 * The names by which menus, triggers and pages call the server: everything that must be a declared function.
 *
 * Pages call the server through a typed client that is called `server` wherever it is used: `server.importRoster(…)`.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { nodesOf, parseModule } from "./references.mjs";

/** @typedef {{ name: string, from: string }} CalledName */

/**
 * The calls in src/ui: `server.name` and `google.script.run…name()`.
 *
 * @param {string} root
 * @returns {Promise<CalledName[]>}
 */
export async function namesCalledByPages(root) {
  const folder = join(root, "src/ui");
  const files = (await readdir(folder, { recursive: true }).catch(() => /** @type {string[]} */ ([])))
    .filter((file) => /\.tsx?$/.test(file))
    .sort();
  const called = await Promise.all(
    files.map(async (file) => {
      const { code } = await esbuild.transform(await readFile(join(folder, file), "utf8"), {
        loader: "tsx",
        jsx: "automatic",
      });
      return namesCalledIn(code).map((name) => ({ name, from: `src/ui/${file}` }));
    }),
  );
  return called.flat();
}

/**
 * @param {string} code a module
 * @returns {string[]}
 */
export function namesCalledIn(code) {
  return [...nodesOf(parseModule(code))].flatMap((node) => {
    if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return [];
    const name = node.property.name;
    if (node.object.type === "Identifier" && node.object.name === "server") return [name];
    return startsAtRun(node.object) && !/^with(SuccessHandler|FailureHandler|UserObject)$/.test(name) ? [name] : [];
  });
}

/** Whether an expression is `google.script.run`, with or without handlers. @param {import("acorn").Expression | import("acorn").Super} node @returns {boolean} */
function startsAtRun(node) {
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression") return startsAtRun(node.callee.object);
  return node.type === "MemberExpression" && !node.computed && dotted(node) === "google.script.run";
}

/** @param {import("acorn").Expression | import("acorn").Super | import("acorn").PrivateIdentifier} node @returns {string} */
function dotted(node) {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression" || node.computed) return "?";
  return `${dotted(node.object)}.${dotted(node.property)}`;
}

/**
 * Names that stand as text in a program: `.addItem(caption, "name")` and `.newTrigger("name")`.
 *
 * @param {import("acorn").Program} program
 * @returns {CalledName[]}
 */
export function namesWrittenIn(program) {
  return [
    ...textArguments(program, "addItem", 1).map((name) => ({ name, from: "addItem(…)" })),
    ...textArguments(program, "newTrigger", 0).map((name) => ({ name, from: "newTrigger(…)" })),
  ];
}

/**
 * The pages that a program opens: `.createHtmlOutputFromFile("ui/sidebar")`.
 *
 * @param {import("acorn").Program} program
 */
export function pagesOpenedBy(program) {
  return textArguments(program, "createHtmlOutputFromFile", 0);
}

/**
 * The texts that are given to a method, as far as they stand in the call.
 *
 * @param {import("acorn").Program} program
 * @param {string} method
 * @param {number} position
 */
function textArguments(program, method, position) {
  return [...nodesOf(program)].flatMap((node) => {
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return [];
    if (node.callee.property.type !== "Identifier" || node.callee.property.name !== method) return [];
    const argument = node.arguments[position];
    return argument?.type === "Literal" && typeof argument.value === "string" ? [argument.value] : [];
  });
}
