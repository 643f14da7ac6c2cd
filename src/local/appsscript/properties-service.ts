import { signatureError, text } from "./arguments";
import type { Execution } from "./execution";
import { loud } from "./loud";

type Properties = GoogleAppsScript.Properties.Properties;

const valueBytes = 9 * 1024;
const storeBytes = 500 * 1024;

export function createPropertiesService(execution: Execution): GoogleAppsScript.Properties.PropertiesService {
  const stores = {
    document: createStore(execution),
    user: createStore(execution),
    script: createStore(execution),
  };
  return loud<GoogleAppsScript.Properties.PropertiesService>(execution, "PropertiesService", {
    getDocumentProperties: () => stores.document,
    getUserProperties: () => stores.user,
    getScriptProperties: () => stores.script,
  });
}

function createStore(execution: Execution): Properties {
  let kept = new Map<string, string>();
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
  return self;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
