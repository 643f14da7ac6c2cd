import { signatureError, text, wholeNumber } from "./arguments";
import { type Desk, placeOf, type Spreadsheet } from "./desk";
import { sameTab } from "./formula-rewriting";
import { loud } from "./loud";

export function createSpreadsheet(desk: Desk): Spreadsheet {
  const { execution, file } = desk;
  const sheetOrNull = (tab: { id: number } | null | undefined) => (tab ? desk.sheet(tab.id) : null);

  return loud<Spreadsheet>(execution, "Spreadsheet", {
    getId: () => file.id,
    getName: () => file.name,
    getUrl: () => `https://docs.google.com/spreadsheets/d/${file.id}/edit`,
    getSpreadsheetTimeZone: () => file.timeZone,
    getSpreadsheetLocale: () => file.locale,
    getSheets: () => file.tabs.map((tab) => desk.sheet(tab.id)),
    getSheetById: (id) => sheetOrNull(file.tabs.find((tab) => tab.id === id)),
    getSheetByName: (name) => sheetOrNull(file.tabNamed(name)),
    getActiveSheet: () => desk.sheet(file.activeTabId),
    setActiveSheet: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => {
      execution.settle();
      file.activeTabId = sheet.getSheetId();
      return sheet;
    },
    insertSheet: (name?: unknown, index?: unknown, ...options: unknown[]) => {
      if (typeof name !== "string" || options.length > 0) {
        throw new Error("not in the local workspace: Spreadsheet.insertSheet other than by name, or name and index");
      }
      const active = file.tabs.findIndex((tab) => tab.id === file.activeTabId);
      const place = index === undefined ? active + 1 : wholeNumber("SpreadsheetApp.Spreadsheet.insertSheet", index);
      execution.settle();
      return desk.sheet(file.insertTab(name, place).id);
    },
    getRangeByName: (name) => {
      execution.settle();
      const named = [...file.namedRanges.values()].find((candidate) => sameTab(candidate.name, name));
      return named ? desk.range({ tabId: named.sheetId, range: named.range }) : null;
    },
    setNamedRange: (name, range) => {
      const member = "SpreadsheetApp.Spreadsheet.setNamedRange";
      const { tabId, range: rectangle } = placeOf(member, range);
      if (!isRangeName(text(member, name))) throw new Error(`The name "${name}" is not valid for a named range.`);
      execution.settle();
      for (const known of file.namedRanges.keys()) if (sameTab(known, name)) file.namedRanges.delete(known);
      file.namedRanges.set(name, { name, sheetId: tabId, range: rectangle });
      file.revision++;
    },
    toast: (message: unknown, title: unknown = "", ...rest: unknown[]) => {
      if (typeof message !== "string" || typeof title !== "string") {
        throw signatureError("SpreadsheetApp.Spreadsheet.toast", [message, title, ...rest]);
      }
      desk.toast(message, title);
    },
  });
}

/** Letters, digits and underscores, and nothing that could be a cell. */
function isRangeName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name) && !/^(?:[a-z]{1,3}\d+|r\d*c\d*|true|false)$/i.test(name);
}
