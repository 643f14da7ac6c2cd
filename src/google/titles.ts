import type { Title } from "../workbook/set-up-plan";
import type { Tab } from "../workbook/tab";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * The name that a new tab gets. A person's own tab with our name is left alone, and ours becomes "Roster (planner)";
 * a blank tab of that name is taken over, since a set-up that was cut off leaves one.
 */
export function chooseTitle(spreadsheet: Spreadsheet, tab: Tab): Title {
  const names = [tab.title, `${tab.title} (planner)`];
  for (let number = 2; ; number++) {
    const title = names.shift() ?? `${tab.title} (planner ${number})`;
    const sheet = spreadsheet.getSheetByName(title);
    const foreign = title !== tab.title;
    if (!sheet) return { title, adopt: null, foreign };
    if (isBlankSheet(sheet)) return { title, adopt: title, foreign };
  }
}

/** The name of a new spreadsheet's one empty tab, which nobody needs beside ours; null where there is anything else. */
export function onlyBlankTab(spreadsheet: Spreadsheet): string | null {
  const [only, ...others] = spreadsheet.getSheets();
  return only && others.length === 0 && isBlankSheet(only) ? only.getName() : null;
}

function isBlankSheet(sheet: Sheet): boolean {
  return sheet
    .getDataRange()
    .getValues()
    .every((row) => row.every((cell) => cell === ""));
}
