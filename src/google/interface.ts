/** A menu entry: its words and the function that Google calls for it. */
export interface MenuItem {
  readonly label: string;
  readonly call: string;
}

/** Adds the planner's entry under Extensions. Touches nothing but the menu, so that it works before anybody allowed anything. */
export function addMenu(groups: readonly (readonly MenuItem[])[]): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  groups.forEach((items, at) => {
    if (at > 0) menu.addSeparator();
    for (const { label, call } of items) menu.addItem(label, call);
  });
  menu.addToUi();
}

/** Opens one of the built pages as a dialog. */
export function openDialog(page: string, title: string, height: number): void {
  const html = HtmlService.createHtmlOutputFromFile(page).setWidth(DIALOG_WIDTH).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(html, title);
}

const DIALOG_WIDTH = 600;
