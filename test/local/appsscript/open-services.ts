import { readFileSync } from "node:fs";
import { createServices, type LocalServices, type ServiceOptions } from "../../../src/local/appsscript/create-services";
import { startEngine } from "../../../src/local/appsscript/engine-model";
import { blankWorkbook } from "../../../src/local/appsscript/snapshot";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Services over a fresh workbook, in Los Angeles on 2 September 2026, for tests to say only what matters to them. */
export function openServices(
  options: Partial<ServiceOptions> & { timeZone?: string; locale?: string } = {},
): Omit<LocalServices, "sheet"> & { spreadsheet: Spreadsheet; sheet: Sheet; open: LocalServices["sheet"] } {
  startEngine(readFileSync("node_modules/@ironcalc/wasm/wasm_bg.wasm"));
  const { timeZone = "America/Los_Angeles", locale = "en_US", ...rest } = options;
  let ids = 0;
  const services = createServices({
    workbook: blankWorkbook({ id: "file-1", name: "Program", timeZone, locale }),
    scriptTimeZone: "Etc/UTC",
    now: () => new Date("2026-09-02T12:00:00Z"),
    randomId: () => `id-${++ids}`,
    ...rest,
  });
  const mode = options.authMode ?? "FULL";
  services.setAuthMode("FULL");
  const spreadsheet = services.globals.SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getActiveSheet();
  services.setAuthMode(mode);
  services.calls.reset();
  return { ...services, spreadsheet, sheet, open: services.sheet };
}

/** What a cell holds after a script wrote a value into it. */
export function written(value: unknown, options?: Parameters<typeof openServices>[0]): unknown {
  const { sheet } = openServices(options);
  return sheet.getRange("A1").setValue(value).getValues()[0]?.[0];
}
