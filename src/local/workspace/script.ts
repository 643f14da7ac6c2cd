import type { LocalServices } from "../appsscript/create-services";

/** A function of the script by its name, as Google calls it; null where there is none. */
export type Script = (functionName: string) => ((...args: readonly unknown[]) => unknown) | null;

/**
 * Evaluates the built bundle among the services, as Apps Script does before each run. It has to stand in a function of
 * its own, not among the Worker's globals.
 *
 * @param code what the build made: `Code.js`
 */
export function loadScript(code: string, globals: LocalServices["globals"], now: () => Date): Script {
  const names = Object.keys(globals);
  // `Addon` is the bundle's own name for its exports, which are the functions that Google may call.
  const evaluate: unknown = Reflect.construct(Function, [...names, "Date", `${code}\nreturn Addon;`]);
  if (typeof evaluate !== "function") throw new Error("The add-on's code could not be read.");
  const addon: unknown = evaluate(...Object.values(globals), clockedDate(now));
  return (functionName) => {
    const found: unknown = Object.hasOwn(Object(addon), functionName) ? Reflect.get(Object(addon), functionName) : null;
    return typeof found === "function" ? (...args) => Reflect.apply(found, undefined, args) : null;
  };
}

/** A Date whose "now" is the given clock's. */
function clockedDate(now: () => Date): DateConstructor {
  return new Proxy(Date, {
    construct: (target, given) =>
      given.length === 0 ? Reflect.construct(target, [now().getTime()]) : Reflect.construct(target, given),
    get: (target, key) => (key === "now" ? () => now().getTime() : Reflect.get(target, key)),
  });
}
