import { signatureError } from "./arguments";
import { isDate } from "./cell-values";
import type { Execution } from "./execution";
import { formatDate } from "./format-date";
import { loud } from "./loud";

export function createUtilities(execution: Execution, randomId: () => string): GoogleAppsScript.Utilities.Utilities {
  return loud<GoogleAppsScript.Utilities.Utilities>(execution, "Utilities", {
    formatDate: (date: unknown, zone: unknown, pattern: unknown) => {
      if (
        !isDate(date) ||
        !Number.isFinite(date.getTime()) ||
        typeof zone !== "string" ||
        typeof pattern !== "string"
      ) {
        throw signatureError("Utilities.formatDate", [date, zone, pattern]);
      }
      return formatDate(date.getTime(), zone, pattern);
    },
    getUuid: () => randomId(),
    // Nothing here happens in the background, so that there is nothing to wait for.
    sleep: () => undefined,
  });
}

export function createSession(
  execution: Execution,
  session: { userLocale: string; scriptTimeZone: string },
): GoogleAppsScript.Base.Session {
  return loud<GoogleAppsScript.Base.Session>(execution, "Session", {
    getActiveUserLocale: () => session.userLocale,
    getScriptTimeZone: () => session.scriptTimeZone,
  });
}
