import { describe, expect, it } from "vitest";
import { freeReferences, parseModule } from "../../scripts/bundle/references.mjs";

/** The free names of a program, those behind a `typeof` in brackets. */
function free(code: string): string[] {
  return freeReferences(parseModule(code)).map(({ name, guarded }) => (guarded ? `[${name}]` : name));
}

describe("free references", () => {
  it.each([
    ["a call", "setTimeout(f => f, 3)", ["setTimeout"]],
    ["a constructor", "new URL(location)", ["URL", "location"]],
    ["an assignment", "onmessage = 1", ["onmessage"]],
    ["a shorthand property", "({ fetch })", ["fetch"]],
    ["a computed key", "({ [crypto]: 1 })[process]", ["crypto", "process"]],
    ["a default", "function f({ a = window }, b = a) {}", ["window"]],
    ["a name that another function declares", "function f() { var File } File", ["File"]],
    ["a name that another block declares", "{ let Blob } Blob", ["Blob"]],
    ["a class's base", "class A extends Worker { static b = atob }", ["Worker", "atob"]],
    ["a spread", "f(...navigator); var f", ["navigator"]],
    ["an export", "export default performance", ["performance"]],
  ])("finds %s", (_, code, expected) => expect(free(code)).toEqual(expected));

  it.each([
    ["a property", "let a = {}; a.fetch = { setTimeout: 1 }.URL"],
    ["a method", "class A { fetch() {} get URL() { return this.File } }"],
    ["a label", "window: for (;;) { continue window }"],
    ["a parameter", "(function (File, [URL], { a: Blob, ...fetch }) { File + URL + Blob + fetch })"],
    ["a hoisted var", "(() => { URL = 1; if (1) { for (var URL of []); } })"],
    ["a hoisted function", "self(); function self() {}"],
    ["a caught error", "try {} catch (process) { process }"],
    ["a function's own name", "(function Worker() { Worker })"],
    ["an outer name", "const File = 1; (() => { { File } })"],
    ["an import", "import { fetch as get, URL } from 'x'; get(URL)"],
    ["a case's declaration", "switch (1) { case 1: let crypto; default: crypto }"],
    ["arguments", "function f() { return arguments }"],
    ["a typeof", "typeof window"],
  ])("does not take %s for one", (_, code) => expect(free(code)).toEqual([]));

  it.each([
    ["an if", "if (typeof self !== 'undefined') self", ["[self]"]],
    ["an else", "if (typeof self === 'undefined') 1; else self", ["[self]"]],
    ["a conditional", "typeof self == 'object' ? self : 1", ["[self]"]],
    ["an and", "typeof self < 'u' && self", ["[self]"]],
    ["an or", "typeof self > 'u' || self", ["[self]"]],
    ["one test of several", "if (1 && !(typeof self === 'undefined') && x) self", ["x", "[self]"]],
    ["the wrong branch", "if (typeof self === 'undefined') self", ["self"]],
    ["the wrong name", "if (typeof window !== 'undefined') self", ["self"]],
    ["a test that may not have been made", "if (x || typeof self !== 'undefined') self", ["x", "self"]],
    ["a use after the guard", "if (typeof self !== 'undefined') self; self", ["[self]", "self"]],
  ])("understands %s", (_, code, expected) => expect(free(code)).toEqual(expected));
});
