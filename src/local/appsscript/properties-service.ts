import type { PropertiesData } from "../outside-data";
import { signatureError, text } from "./arguments";
import type { Execution } from "./execution";
import { loud } from "./loud";

type Properties = GoogleAppsScript.Properties.Properties;

const valueBytes = 9 * 1024;
const storeBytes = 500 * 1024;

/** Starts with what was kept; `properties` gives what is kept now. */
export function createPropertiesService(
  execution: Execution,
  kept: PropertiesData,
): { service: GoogleAppsScript.Properties.PropertiesService; properties: () => PropertiesData } {
  const stores = {
    document: createStore(execution, kept.document),
    user: createStore(execution, kept.user),
    script: createStore(execution, kept.script),
  };
  const service = loud<GoogleAppsScript.Properties.PropertiesService>(execution, "PropertiesService", {
    getDocumentProperties: () => stores.document.store,
    getUserProperties: () => stores.user.store,
    getScriptProperties: () => stores.script.store,
  });
  const properties = () => ({
    document: stores.document.entries(),
    user: stores.user.entries(),
    script: stores.script.entries(),
  });
  return { service, properties };
}

function createStore(
  execution: Execution,
  start: Readonly<Record<string, string>>,
): { store: Properties; entries: () => Record<string, string> } {
  let kept = new Map(Object.entries(start));
  const replace = (next: Map<string, string>): Properties => {
    for (const value of next.values()) {
      if (bytes(value) > valueBytes) throw new Error("Argument too large: value");
    }
    const total = [...next].reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
    if (total > storeBytes) {
      throw new Error("You have exceeded the property storage quota. Please remove some properties and try again.");
    }
    kept = next;
    return self;
  };
  const self: Properties = loud<Properties>(execution, "Properties", {
    getProperty: (key) => kept.get(text("PropertiesService.Properties.getProperty", key)) ?? null,
    getProperties: () => Object.fromEntries(kept),
    setProperty: (key, value) => replace(new Map(kept).set(String(key), String(value))),
    setProperties: (properties: unknown, deleteAllOthers = false) => {
      if (typeof properties !== "object" || properties === null) {
        throw signatureError("PropertiesService.Properties.setProperties", [properties]);
      }
      const next = deleteAllOthers ? new Map<string, string>() : new Map(kept);
      for (const [key, value] of Object.entries(properties)) next.set(key, String(value));
      return replace(next);
    },
    deleteProperty: (key) => {
      const next = new Map(kept);
      next.delete(key);
      return replace(next);
    },
  });
  return { store: self, entries: () => Object.fromEntries(kept) };
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
