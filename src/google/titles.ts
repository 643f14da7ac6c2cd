import type { Title } from "../workbook/set-up-plan";
import type { Tab } from "../workbook/tab";

/**
 * The name that a new tab gets. A person's own tab with our name is left alone, and ours becomes "Roster (planner)";
 * a blank tab of that name is taken over, since a set-up that was cut off leaves one.
 */
export function chooseTitle(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, tab: Tab): Title {
  const names = [tab.title, `${tab.title} (planner)`];
  for (let number = 2; ; number++) {
    const title = names.shift() ?? `${tab.title} (planner ${number})`;
    const sheet = spreadsheet.getSheetByName(title);
    if (!sheet) return { title, adopt: false, foreign: title !== tab.title };
    const cells = sheet.getDataRange().getValues();
    if (cells.every((row) => row.every((cell) => cell === "")))
      return { title, adopt: true, foreign: title !== tab.title };
  }
}
