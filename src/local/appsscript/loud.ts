import type { Execution } from "./execution";

/**
 * Makes a service object out of the members that the local workspace has. The result is typed as Google's whole
 * interface, truthfully: every other member exists too, and throws its own name. Each call goes through the execution,
 * which counts it, checks the authorization mode and lets tests act before it.
 */
export function loud<Full extends object>(execution: Execution, name: string, members: Partial<Full>): Full {
  const proxy = new Proxy(members, {
    get(target, key) {
      const known: unknown = Reflect.get(target, key);
      if (typeof key === "symbol" || quiet.has(key)) return known;
      const member = `${name}.${key}`;
      if (typeof known === "function") {
        return (...args: unknown[]): unknown => execution.call(member, () => Reflect.apply(known, proxy, args));
      }
      if (known !== undefined) return known;
      throw new Error(`not in the local workspace: ${member}`);
    },
    set(_, key) {
      throw new Error(`${name}.${String(key)} cannot be set`);
    },
  });
  // The one place where a part is called the whole: the proxy answers for the rest.
  return proxy as Full;
}

/** What JavaScript itself asks of any object that is awaited, printed or turned into JSON. */
const quiet = new Set([
  "then",
  "toJSON",
  "toString",
  "valueOf",
  "constructor",
  "asymmetricMatch",
  "$$typeof",
  "nodeType",
]);

/** An enumeration as Apps Script has them: objects that print and serialise as their name. */
export function enumeration<Full extends object>(name: string, keys: readonly (keyof Full & string)[]): Full {
  const values = keys.map((key) => [key, new EnumValue(key)] as const);
  const proxy = new Proxy(Object.freeze(Object.fromEntries(values)), {
    get(target, key) {
      if (typeof key === "symbol" || quiet.has(key) || Object.hasOwn(target, key)) return Reflect.get(target, key);
      throw new Error(`not in the local workspace: ${name}.${key}`);
    },
  });
  return proxy as unknown as Full;
}

class EnumValue {
  constructor(private readonly key: string) {}

  toString(): string {
    return this.key;
  }

  toJSON(): string {
    return this.key;
  }
}
