/**
 * Loads a built bundle as Apps Script would on every call: in a realm of its own that has ECMAScript's globals and
 * nothing else, except services that must not be touched.
 */
import vm from "node:vm";
import { ECMASCRIPT_GLOBALS, SERVICE_NAMES } from "./apps-script.mjs";

/** Something whose every property throws, so that whoever touches it is found out. @param {string} name */
function untouchable(name) {
  /** @param {PropertyKey} [member] */
  const refuse = (member) => {
    throw new Error(`${name}${member === undefined ? "" : `.${String(member)}`} was touched`);
  };
  return new Proxy(() => undefined, {
    apply: () => refuse(),
    deleteProperty: (_, member) => refuse(member),
    get: (_, member) => refuse(member),
    getOwnPropertyDescriptor: (_, member) => refuse(member),
    getPrototypeOf: () => refuse(),
    has: (_, member) => refuse(member),
    ownKeys: () => refuse(),
    set: (_, member) => refuse(member),
  });
}

/**
 * @param {string} code
 * @param {Record<string, unknown>} [services] those that may be used; all others refuse every touch
 * @returns {Record<string, unknown>} what the bundle declared at the top
 */
export function loadBundle(code, services = {}) {
  const given = { ...Object.fromEntries(SERVICE_NAMES.map((name) => [name, untouchable(name)])), ...services };
  const context = vm.createContext({ ...given });
  const allowed = [...ECMASCRIPT_GLOBALS, ...Object.keys(given)];
  vm.runInContext(
    `for (const name of Object.getOwnPropertyNames(globalThis)) if (!${JSON.stringify(allowed)}.includes(name)) delete globalThis[name];`,
    context,
  );
  vm.runInContext(code, context, { filename: "Code.js" });
  return Object.fromEntries(Object.entries(context).filter(([name]) => !Object.hasOwn(given, name)));
}

/** @typedef {{ caption: string, name: string }} MenuItem */

/**
 * Opens the menu as an add-on that is installed but not yet used in this file, where only the menu may be touched.
 *
 * @param {string} code
 * @returns {MenuItem[]}
 */
export function menuItems(code) {
  /** @type {MenuItem[]} */
  const items = [];
  let shown = false;
  const submenu = strict("Menu", {
    addItem: (/** @type {string} */ caption, /** @type {string} */ name) => {
      items.push({ caption, name });
      return submenu;
    },
  });
  const menu = strict("Menu", {
    addItem: (/** @type {string} */ caption, /** @type {string} */ name) => {
      items.push({ caption, name });
      return menu;
    },
    addSeparator: () => menu,
    addSubMenu: () => menu,
    addToUi: () => {
      shown = true;
    },
  });
  const ui = strict("Ui", { createAddonMenu: () => menu, createMenu: () => submenu });
  const { onOpen } = loadBundle(code, {
    ScriptApp: strict("ScriptApp", { AuthMode: { NONE: "NONE", LIMITED: "LIMITED", FULL: "FULL" } }),
    SpreadsheetApp: strict("SpreadsheetApp", { getUi: () => ui }),
  });
  if (typeof onOpen !== "function") throw new Error("onOpen is not declared");
  onOpen({ authMode: "NONE" });
  if (!shown) throw new Error("onOpen does not add the menu");
  return items;
}

/** An object that has these members and throws for any other. @template {object} T @param {string} name @param {T} members @returns {T} */
function strict(name, members) {
  return new Proxy(members, {
    get(target, member, receiver) {
      if (Reflect.has(target, member)) return Reflect.get(target, member, receiver);
      throw new Error(`${name}.${String(member)} was touched`);
    },
  });
}
