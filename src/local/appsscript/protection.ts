import type { Desk } from "./desk";
import { enumeration, loud } from "./loud";

type Protection = GoogleAppsScript.Spreadsheet.Protection;

export const protectionType = enumeration<typeof GoogleAppsScript.Spreadsheet.ProtectionType>("ProtectionType", [
  "RANGE",
  "SHEET",
]);

/** Protection of a whole tab, the only kind here. */
export function createProtection(desk: Desk, tabId: number): Protection {
  const state = () => {
    const { protection } = desk.file.tab(tabId);
    if (!protection) throw new Error("The protection has been removed.");
    return protection;
  };
  const later = (change: () => void): Protection => {
    desk.execution.later(() => {
      change();
      desk.file.revision++;
    });
    return self;
  };
  const self: Protection = loud<Protection>(desk.execution, "Protection", {
    getDescription: () => state().description,
    isWarningOnly: () => state().warningOnly,
    setDescription: (description) =>
      later(() => {
        state().description = description;
      }),
    setWarningOnly: (warningOnly) =>
      later(() => {
        state().warningOnly = warningOnly;
      }),
  });
  return self;
}
