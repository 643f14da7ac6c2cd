/**
 * Which names a piece of JavaScript uses without declaring them, and whether a `typeof` protects the use.
 *
 *     freeReferences(parseModule("let a = b; if (typeof c !== 'undefined') c(); typeof d"))
 *     // b unguarded, c guarded; `typeof d` alone is no use of d
 *
 * Scopes are those of ECMAScript, without `with` and `eval`. A guard is an `if`, `?:`, `&&` or `||` whose test says
 * that the name is there; an early `return` is not understood, so such code is reported rather than trusted.
 */
import { parse } from "acorn";

/**
 * @typedef {import("acorn").AnyNode} Node
 * @typedef {{ name: string, node: Node, line: number, guarded: boolean }} Reference
 * @typedef {{ names: Set<string>, parent: Scope | undefined }} Scope
 */

/** @param {string} code */
export function parseModule(code) {
  return parse(code, { ecmaVersion: "latest", sourceType: "module", locations: true });
}

/** A script as Apps Script is sure to accept it. @param {string} code */
export function parseScript(code) {
  return parse(code, { ecmaVersion: 2019, sourceType: "script", locations: true });
}

/**
 * @param {Node} program
 * @returns {Reference[]}
 */
export function freeReferences(program) {
  /** @type {Reference[]} */
  const found = [];
  visit(program, undefined, new Set());
  return found;

  /**
   * @param {Node} node
   * @param {Scope | undefined} outer
   * @param {ReadonlySet<string>} guards
   */
  function visit(node, outer, guards) {
    const scope = opensScope(node) ? { names: declaredIn(node), parent: outer } : outer;
    if (node.type === "Identifier") {
      if (!isDeclared(node.name, scope))
        found.push({ name: node.name, node, line: node.loc?.start.line ?? 0, guarded: guards.has(node.name) });
      return;
    }
    if (node.type === "UnaryExpression" && node.operator === "typeof" && node.argument.type === "Identifier") return;
    if (node.type === "IfStatement" || node.type === "ConditionalExpression") {
      visit(node.test, scope, guards);
      visit(node.consequent, scope, both(guards, proven(node.test, true)));
      if (node.alternate) visit(node.alternate, scope, both(guards, proven(node.test, false)));
      return;
    }
    if (node.type === "LogicalExpression" && node.operator !== "??") {
      visit(node.left, scope, guards);
      visit(node.right, scope, both(guards, proven(node.left, node.operator === "&&")));
      return;
    }
    for (const child of usedChildren(node)) visit(child, scope, guards);
  }
}

/**
 * Every node of a tree, parents first.
 *
 * @param {Node} node
 * @returns {Generator<Node, void, undefined>}
 */
export function* nodesOf(node) {
  yield node;
  for (const child of children(node)) yield* nodesOf(child);
}

/** @param {Node} node @returns {Node[]} */
function children(node) {
  return Object.values(node).flat().filter(isNode);
}

/** The children that stand for a value: not the name of a property, a label or an imported binding. @param {Node} node */
function usedChildren(node) {
  switch (node.type) {
    case "MemberExpression":
      return node.computed ? [node.object, node.property] : [node.object];
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return [...(node.computed ? [node.key] : []), ...(node.value ? [node.value] : [])];
    case "LabeledStatement":
      return [node.body];
    case "ExportSpecifier":
      return [node.local];
    case "ImportSpecifier":
    case "MetaProperty":
    case "BreakStatement":
    case "ContinueStatement":
      return [];
    default:
      return children(node);
  }
}

/** @param {unknown} value @returns {value is Node} */
function isNode(value) {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** @param {Node} node */
function isFunction(node) {
  return ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"].includes(node.type);
}

/** @param {Node} node */
function opensScope(node) {
  return (
    isFunction(node) ||
    /^(Program|BlockStatement|StaticBlock|For\w*Statement|SwitchStatement|CatchClause|Class\w+)$/.test(node.type)
  );
}

/** The names that a scope declares itself. @param {Node} node @returns {Set<string>} */
function declaredIn(node) {
  /** @type {Set<string>} */
  const names = new Set();
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      for (const parameter of node.params) addPattern(parameter, names);
      if (node.type === "FunctionExpression" && node.id) names.add(node.id.name);
      if (node.type !== "ArrowFunctionExpression") names.add("arguments");
      addHoisted(node.body, names);
      break;
    case "ClassDeclaration":
    case "ClassExpression":
      if (node.id) names.add(node.id.name);
      break;
    case "CatchClause":
      if (node.param) addPattern(node.param, names);
      break;
    case "SwitchStatement":
      for (const part of node.cases) addLexical(part.consequent, names);
      break;
    default:
      if (node.type === "Program") addHoisted(node, names);
      addLexical(children(node), names);
  }
  return names;
}

/** `var` reaches out of blocks, up to the function. @param {Node} node @param {Set<string>} names */
function addHoisted(node, names) {
  if (node.type === "VariableDeclaration" && node.kind === "var")
    for (const { id } of node.declarations) addPattern(id, names);
  for (const child of children(node)) if (!isFunction(child)) addHoisted(child, names);
}

/** @param {readonly Node[]} statements @param {Set<string>} names */
function addLexical(statements, names) {
  for (const statement of statements) {
    if (statement.type === "VariableDeclaration") for (const { id } of statement.declarations) addPattern(id, names);
    else if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration") {
      if (statement.id) names.add(statement.id.name);
    } else if (statement.type === "ImportDeclaration")
      for (const { local } of statement.specifiers) names.add(local.name);
    else if (statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration") {
      if (statement.declaration) addLexical([statement.declaration], names);
    }
  }
}

/** The names that a binding pattern binds. @param {Node} pattern @param {Set<string>} names */
function addPattern(pattern, names) {
  switch (pattern.type) {
    case "Identifier":
      names.add(pattern.name);
      break;
    case "ObjectPattern":
      for (const part of pattern.properties) addPattern(part.type === "Property" ? part.value : part.argument, names);
      break;
    case "ArrayPattern":
      for (const part of pattern.elements) if (part) addPattern(part, names);
      break;
    case "AssignmentPattern":
      addPattern(pattern.left, names);
      break;
    case "RestElement":
      addPattern(pattern.argument, names);
  }
}

/** @param {string} name @param {Scope | undefined} scope @returns {boolean} */
function isDeclared(name, scope) {
  return scope !== undefined && (scope.names.has(name) || isDeclared(name, scope.parent));
}

/**
 * The names that are surely there when a test comes out as `outcome`. Minifiers write `typeof x < "u"` for
 * `typeof x !== "undefined"`.
 *
 * @param {Node} test
 * @param {boolean} outcome
 * @returns {Set<string>}
 */
function proven(test, outcome) {
  if (test.type === "UnaryExpression" && test.operator === "!") return proven(test.argument, !outcome);
  if (test.type === "LogicalExpression" && test.operator === (outcome ? "&&" : "||"))
    return both(proven(test.left, outcome), proven(test.right, outcome));
  if (test.type !== "BinaryExpression") return new Set();
  const [type, text] = test.left.type === "UnaryExpression" ? [test.left, test.right] : [test.right, test.left];
  if (type.type !== "UnaryExpression" || type.operator !== "typeof" || type.argument.type !== "Identifier")
    return new Set();
  if (text.type !== "Literal") return new Set();
  const saysUndefined = text.value === "undefined";
  const saysPresent =
    (/^!==?$/.test(test.operator) && saysUndefined) ||
    (/^===?$/.test(test.operator) && !saysUndefined) ||
    (test.operator === "<" && text.value === "u" && type === test.left);
  const saysAbsent =
    (/^===?$/.test(test.operator) && saysUndefined) ||
    (test.operator === ">" && text.value === "u" && type === test.left);
  return (outcome ? saysPresent : saysAbsent) ? new Set([type.argument.name]) : new Set();
}

/** @template T @param {ReadonlySet<T>} a @param {ReadonlySet<T>} b @returns {Set<T>} */
function both(a, b) {
  return new Set([...a, ...b]);
}
