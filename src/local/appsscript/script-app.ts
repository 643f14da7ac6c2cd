import type { TriggerData } from "../outside-data";
import { signatureError, text } from "./arguments";
import type { Execution } from "./execution";
import { enumeration, loud } from "./loud";

type ScriptApp = GoogleAppsScript.Script.ScriptApp;
type SpreadsheetTriggerBuilder = GoogleAppsScript.Script.SpreadsheetTriggerBuilder;
type Trigger = GoogleAppsScript.Script.Trigger;

export const authMode = enumeration<ScriptApp["AuthMode"]>("AuthMode", ["NONE", "LIMITED", "FULL"]);
const authorizationStatus = enumeration<ScriptApp["AuthorizationStatus"]>("AuthorizationStatus", [
  "REQUIRED",
  "NOT_REQUIRED",
]);
const eventType = enumeration<ScriptApp["EventType"]>("EventType", ["ON_FORM_SUBMIT"]);
const triggerSource = enumeration<ScriptApp["TriggerSource"]>("TriggerSource", ["SPREADSHEETS"]);

/** The triggers are those of an add-on in one spreadsheet: one of a kind. */
export function createScriptApp(parts: {
  execution: Execution;
  randomId: () => string;
  triggers: readonly TriggerData[];
  spreadsheetId: string;
  isSpreadsheet: (candidate: unknown) => boolean;
}): { app: ScriptApp; triggers: () => TriggerData[] } {
  const { execution, randomId, spreadsheetId, isSpreadsheet } = parts;
  let kept = [...parts.triggers];

  const create = (functionName: string): Trigger => {
    if (kept.length > 0) {
      throw new Error(
        "The Add-on has created too many triggers of this type in this document for this Google user account.",
      );
    }
    const trigger: TriggerData = { id: randomId(), functionName, event: "ON_FORM_SUBMIT" };
    kept = [...kept, trigger];
    return handed(trigger);
  };
  const handed = (trigger: TriggerData) => createTrigger(execution, trigger, spreadsheetId);
  const missing = (scopes: unknown): boolean => {
    const { withheldScopes } = execution;
    if (scopes === undefined) return withheldScopes.size > 0;
    if (!Array.isArray(scopes)) throw signatureError("ScriptApp.getAuthorizationInfo", [scopes]);
    return scopes.some((scope) => withheldScopes.has(String(scope)));
  };

  const app = loud<ScriptApp>(execution, "ScriptApp", {
    AuthMode: authMode,
    AuthorizationStatus: authorizationStatus,
    EventType: eventType,
    TriggerSource: triggerSource,
    getAuthorizationInfo: (_mode: unknown, scopes?: unknown) => {
      const required = missing(scopes);
      return loud<GoogleAppsScript.Script.AuthorizationInfo>(execution, "AuthorizationInfo", {
        getAuthorizationStatus: () => authorizationStatus[required ? "REQUIRED" : "NOT_REQUIRED"],
        getAuthorizationUrl: () => (required ? "https://accounts.google.com/o/oauth2/auth" : ""),
      });
    },
    requireScopes: (_mode, scopes) => {
      if (missing(scopes)) throw new Error("Authorization is required to perform that action.");
    },
    newTrigger: (functionName) => {
      const name = text("ScriptApp.newTrigger", functionName);
      return loud<GoogleAppsScript.Script.TriggerBuilder>(execution, "TriggerBuilder", {
        forSpreadsheet: (spreadsheet: unknown) => {
          if (!isSpreadsheet(spreadsheet)) throw signatureError("TriggerBuilder.forSpreadsheet", [spreadsheet]);
          return spreadsheetTrigger(execution, () => create(name));
        },
      });
    },
    getProjectTriggers: () => kept.map(handed),
    getUserTriggers: (document: unknown) => {
      if (!isSpreadsheet(document)) throw signatureError("ScriptApp.getUserTriggers", [document]);
      return kept.map(handed);
    },
    deleteTrigger: (trigger) => {
      const id = trigger.getUniqueId();
      kept = kept.filter((other) => other.id !== id);
    },
  });
  return { app, triggers: () => [...kept] };
}

function spreadsheetTrigger(execution: Execution, create: () => Trigger): SpreadsheetTriggerBuilder {
  let hasEvent = false;
  const self: SpreadsheetTriggerBuilder = loud<SpreadsheetTriggerBuilder>(execution, "SpreadsheetTriggerBuilder", {
    onFormSubmit: () => {
      hasEvent = true;
      return self;
    },
    create: () => {
      if (!hasEvent) throw new Error("The trigger has no event.");
      return create();
    },
  });
  return self;
}

function createTrigger(execution: Execution, { id, functionName, event }: TriggerData, spreadsheetId: string): Trigger {
  return loud<Trigger>(execution, "Trigger", {
    getUniqueId: () => id,
    getHandlerFunction: () => functionName,
    getEventType: () => eventType[event],
    getTriggerSource: () => triggerSource.SPREADSHEETS,
    getTriggerSourceId: () => spreadsheetId,
  });
}
