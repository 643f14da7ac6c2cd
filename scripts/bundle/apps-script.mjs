/**
 * What Google Apps Script's V8 offers to a script, and which OAuth scope each service asks for.
 *
 * The list of globals is one of what is there, not of what is missing: `setTimeout`, `URL`, `TextDecoder`, `crypto`,
 * `process`, `structuredClone` and whatever a dependency may come to use tomorrow are absent unless named here.
 */
import { freeReferences, nodesOf } from "./references.mjs";

const SCOPES = "https://www.googleapis.com/auth/";

/** ECMAScript 2019, and `BigInt` and `globalThis`, which V8 has had since before Apps Script moved to it. */
export const ECMASCRIPT_GLOBALS = new Set(
  `Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array Float64Array
  Function Infinity Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError
  ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array
  Uint8ClampedArray WeakMap WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent globalThis isFinite isNaN
  parseFloat parseInt undefined`.split(/\s+/),
);

/**
 * What a use of each service needs: one scope whichever member is used, or a scope by member (`*` for the rest).
 * `null` asks for nothing. See Google's reference pages of the services.
 *
 * @type {Record<string, string | null | Record<string, string | null>>}
 */
const SERVICES = {
  CacheService: null,
  CalendarApp: "calendar",
  Charts: null,
  ContentService: null,
  DocumentApp: "documents",
  DriveApp: "drive",
  FormApp: "forms",
  GmailApp: "https://mail.google.com/",
  HtmlService: null,
  LockService: null,
  Logger: null,
  MailApp: "script.send_mail",
  PropertiesService: null,
  ScriptApp: {
    AuthMode: null,
    AuthorizationStatus: null,
    EventType: null,
    TriggerSource: null,
    getAuthorizationInfo: null,
    requireAllScopes: null,
    requireScopes: null,
    "*": "script.scriptapp",
  },
  Session: { getActiveUserLocale: null, getScriptTimeZone: null, "*": "userinfo.email" },
  SpreadsheetApp: {
    create: "spreadsheets",
    getUi: "script.container.ui",
    open: "spreadsheets",
    openById: "spreadsheets",
    openByUrl: "spreadsheets",
    "*": "spreadsheets.currentonly",
  },
  UrlFetchApp: "script.external_request",
  Utilities: null,
  XmlService: null,
  console: null,
};

export const SERVICE_NAMES = Object.keys(SERVICES);

/** Scopes for which Google demands a security assessment. */
export const RESTRICTED_SCOPES = [
  "https://mail.google.com/",
  ...["drive", "drive.readonly", "gmail.readonly", "gmail.modify", "gmail.compose"].map((name) => SCOPES + name),
];

/**
 * The globals that a program uses although Apps Script lacks them and no `typeof` protects the use.
 *
 * @param {import("acorn").Program} program
 */
export function absentGlobals(program) {
  return freeReferences(program).filter(
    ({ name, guarded }) => !guarded && !ECMASCRIPT_GLOBALS.has(name) && !Object.hasOwn(SERVICES, name),
  );
}

/**
 * The services that a program uses, each once.
 *
 * @param {import("acorn").Program} program
 */
export function usedServices(program) {
  const names = freeReferences(program).map(({ name }) => name);
  return [...new Set(names.filter((name) => Object.hasOwn(SERVICES, name)))].sort();
}

/**
 * The scopes that a program's use of services needs, and the uses of which this cannot be told: where scopes go by
 * member, the service must be used as `Service.member`, not be passed around.
 *
 * @param {import("acorn").Program} program
 */
export function neededScopes(program) {
  /** @type {Set<string>} */
  const scopes = new Set();
  const seen = new Set();
  for (const node of nodesOf(program)) {
    if (node.type !== "MemberExpression" || node.object.type !== "Identifier") continue;
    const service = SERVICES[node.object.name];
    if (service === undefined || service === null || typeof service === "string") continue;
    const member = node.computed || node.property.type !== "Identifier" ? undefined : node.property.name;
    if (member === undefined) continue;
    seen.add(node.object);
    const scope = Object.hasOwn(service, member) ? service[member] : service["*"];
    if (scope) scopes.add(scope);
  }
  const unclear = [];
  for (const { name, node } of freeReferences(program)) {
    const service = Object.hasOwn(SERVICES, name) ? SERVICES[name] : undefined;
    if (typeof service === "string") scopes.add(service);
    else if (service && !seen.has(node)) unclear.push(name);
  }
  return { scopes: [...scopes].map((scope) => (scope.includes("://") ? scope : SCOPES + scope)).sort(), unclear };
}
