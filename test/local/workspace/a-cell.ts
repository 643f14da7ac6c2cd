import type { OpenSheet } from "../../../src/local/appsscript/open-sheet";
import type { Tab } from "../../../src/local/appsscript/tab";
import { openServices } from "../appsscript/open-services";

/** A fresh workbook, and its first tab as the workspace sees it. */
export function openTab(options?: Parameters<typeof openServices>[0]) {
  const services = openServices(options);
  const first = services.open.file.tabs[0];
  if (!first) throw new Error("A workbook without tabs");
  return { ...services, tab: first, name: first.name };
}

/** A1 with a value that a script wrote, in a number format if one is given. */
export function cellWith(
  value: unknown,
  numberFormat?: string,
  options?: Parameters<typeof openServices>[0],
): { open: OpenSheet; tab: Tab; type: (text: string) => void; content: () => unknown } {
  const { open, tab, name, sheet, globals, editor } = openTab(options);
  const cell = sheet.getRange("A1");
  if (numberFormat !== undefined) cell.setNumberFormat(numberFormat);
  cell.setValue(value);
  globals.SpreadsheetApp.flush();
  return { open, tab, type: (text) => editor.type(name, "A1", text), content: () => tab.cells.get(1, 1) };
}
