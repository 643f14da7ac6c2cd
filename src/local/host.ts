import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { constants, createContext, Script } from "node:vm";
import type * as addon from "../addon";
import { createServices, type LocalServices, type ServiceOptions } from "./appsscript/create-services";
import { startEngine } from "./appsscript/engine-model";
import { givenEvent } from "./appsscript/trigger-desk";
import type { WorkbookData } from "./workbook-data";
import { submitForm } from "./workspace/forms";
import type { FormAnswers } from "./workspace/protocol";

type Addon = typeof addon;

/** The functions of the bundle that Google calls by name, and what they give back. */
export type ServerFunction = keyof Addon;

/** The built bundle, running over local services as it would in Apps Script. */
export interface Host {
  readonly services: LocalServices;
  /** Runs one function as one execution: waiting writes go out at its end, the counter starts anew. */
  call<Name extends ServerFunction>(name: Name, ...input: unknown[]): ReturnType<Addon[Name]>;
  /** Answers a form as a person does; with that, the add-on's triggers run. */
  answerForm(formId: string, answers: FormAnswers): ReturnType<typeof submitForm>;
}

export interface HostOptions {
  readonly workbook: WorkbookData;
  /** What the build made: Code.js and the HTML files. */
  readonly dist: string;
  readonly now?: () => Date;
  readonly randomId?: () => string;
  /** What is outside the workbook, and how Google is to behave. */
  readonly world?: Pick<
    ServiceOptions,
    | "outside"
    | "mailQuota"
    | "refusedAddresses"
    | "unclearAddresses"
    | "formQuota"
    | "responseTabDelay"
    | "triggerFiring"
    | "withheldScopes"
  >;
}

/**
 * Loads `dist/Code.js` into a context of its own that has ECMAScript's globals and the local services, and nothing
 * else: what Apps Script lacks is missing here too.
 */
export function startHost({
  workbook,
  dist,
  now = () => new Date(),
  randomId = () => crypto.randomUUID(),
  world = {},
}: HostOptions): Host {
  startEngine(readFileSync(createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm")));
  // An ordinary global object: in a contextified one every mention of `Math` or `Date` costs a detour through Node.
  const context = createContext(constants.DONT_CONTEXTIFY);
  const RealmDate: DateConstructor = new Script("Date").runInContext(context);
  const services = createServices({
    ...world,
    workbook,
    scriptTimeZone: "Etc/UTC",
    now,
    randomId,
    htmlFiles: (name) => readFileSync(join(dist, `${name}.html`), "utf8"),
    makeDate: (instant) => new RealmDate(instant),
  });
  // The bundle's clock is ours as well: a frozen one for tests.
  RealmDate.now = () => now().getTime();
  Object.assign(context, services.globals, { Date: clockedDate(RealmDate, now) });
  new Script(readFileSync(join(dist, "Code.js"), "utf8"), { filename: "Code.js" }).runInContext(context);
  const parse: typeof JSON.parse = new Script("JSON.parse").runInContext(context);
  const execute = (name: string, given: readonly unknown[]): unknown => {
    services.calls.reset();
    try {
      const found: unknown = context[name];
      if (typeof found !== "function") throw new Error(`Script function not found: ${name}`);
      return Reflect.apply(found, undefined, given);
    } finally {
      services.endExecution();
    }
  };
  return {
    services,
    call: (name, ...input) => {
      // Google passes plain JSON both ways; so do we, which also keeps the two realms apart.
      const result = execute(name, parse(JSON.stringify(input)));
      return JSON.parse(JSON.stringify(result) ?? "null");
    },
    answerForm: (formId, answers) => {
      const submission = submitForm(services, formId, answers);
      const runs = submission.kind === "sent" ? submission.runs : [];
      services.triggers.carryOut(runs, ({ functionName, event }) => execute(functionName, [givenEvent(event, parse)]));
      return submission;
    },
  };
}

/** A Date of the bundle's realm whose "now" is the given clock's. */
function clockedDate(RealmDate: DateConstructor, now: () => Date): DateConstructor {
  return new Proxy(RealmDate, {
    construct: (target, given) =>
      given.length === 0 ? Reflect.construct(target, [now().getTime()]) : Reflect.construct(target, given),
  });
}
