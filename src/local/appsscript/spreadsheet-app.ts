import type { CellValues } from "./cell-values";
import { booleanCriteria, createConditionalFormatBuilder } from "./conditional-format";
import { createDataValidationBuilder } from "./data-validation";
import type { Desk, Spreadsheet } from "./desk";
import type { Execution } from "./execution";
import { loud } from "./loud";
import { protectionType } from "./protection";
import { createRange } from "./range";
import { createSheet } from "./sheet";
import { createSpreadsheet } from "./spreadsheet";
import type { WorkbookFile } from "./workbook-file";

type SpreadsheetApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

export function createSpreadsheetApp(parts: {
  execution: Execution;
  file: WorkbookFile;
  values: CellValues;
  ui: GoogleAppsScript.Base.Ui;
  toast: Desk["toast"];
}): SpreadsheetApp {
  const { execution } = parts;
  let spreadsheet: Spreadsheet | null = null;
  const desk: Desk = {
    ...parts,
    spreadsheet: () => {
      spreadsheet ??= createSpreadsheet(desk);
      return spreadsheet;
    },
    sheet: (tabId) => createSheet(desk, tabId),
    range: (place) => createRange(desk, place),
  };
  return loud<SpreadsheetApp>(execution, "SpreadsheetApp", {
    getActiveSpreadsheet: desk.spreadsheet,
    getActive: desk.spreadsheet,
    getUi: () => {
      if (!execution.hasUi) throw new Error("Cannot call SpreadsheetApp.getUi() from this context.");
      return parts.ui;
    },
    flush: () => execution.settle(),
    newDataValidation: () => createDataValidationBuilder(execution),
    newConditionalFormatRule: () => createConditionalFormatBuilder(desk),
    ProtectionType: protectionType,
    BooleanCriteria: booleanCriteria,
  });
}
