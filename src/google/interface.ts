import type { MenuGroup } from "../content/menu";

/** Adds the planner's entry under Extensions. Touches nothing but the menu, so that it works before anybody allowed anything. */
export function addMenu(groups: readonly MenuGroup[]): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createAddonMenu();
  groups.forEach(({ caption, items }, at) => {
    if (at > 0) menu.addSeparator();
    const own = caption === undefined ? menu : ui.createMenu(caption);
    for (const { label, call } of items) own.addItem(label, call);
    if (own !== menu) menu.addSubMenu(own);
  });
  menu.addToUi();
}

/** Opens one of the built pages as a dialog. */
export function openDialog(page: string, title: string, height: number): void {
  const html = HtmlService.createHtmlOutputFromFile(page).setWidth(DIALOG_WIDTH).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(html, title);
}

const DIALOG_WIDTH = 600;

/** Opens one of the built pages beside the sheet, in place of any other sidebar. */
export function openSidebar(page: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(page).setTitle(title));
}

/** Brings a tab to the front, by its sheet id or its name; false where there is none. */
export function showTab(which: number | string): boolean {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = typeof which === "number" ? spreadsheet.getSheetById(which) : spreadsheet.getSheetByName(which);
  if (sheet) spreadsheet.setActiveSheet(sheet);
  return sheet !== null;
}
