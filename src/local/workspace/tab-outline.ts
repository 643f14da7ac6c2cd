import type { OpenSheet } from "../appsscript/open-sheet";
import type { Tab } from "../appsscript/tab";
import { displayText } from "./display-text";
import { hiddenRowsOf } from "./filter";
import type { TabOutline } from "./protocol";

/** Everything about a tab but its cells. */
export function tabOutline(sheet: OpenSheet, tab: Tab): TabOutline {
  return {
    id: tab.id,
    name: tab.name,
    hidden: tab.hidden,
    color: tab.color,
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    lastRow: tab.cells.lastRow(),
    lastColumn: tab.cells.lastColumn(),
    frozenRows: tab.frozenRows,
    columnWidths: Object.fromEntries(tab.columnWidths),
    hiddenRows: hiddenRowsOf(tab, (...place) => displayText(sheet, ...place)),
    hiddenColumns: [...tab.hiddenColumns].sort((one, other) => one - other),
    filter: tab.filter,
    protection: tab.protection && { ...tab.protection },
    hasForm: tab.formUrl !== null,
  };
}
