import type { Change } from "./plan";
import type { Tab } from "./tab";

/**
 * A change in words, for a preview and for the summary afterwards.
 * @example describeChange({ kind: "insert-rows", tab: "roster", rows }, roster) // "Roster: 60 new rows"
 */
export function describeChange(change: Change, tab: Tab): string {
  switch (change.kind) {
    case "create-tab":
      return `New tab ${change.title}${change.rows.length > 0 ? ` with ${count(change.rows.length, "row")}` : ""}`;
    case "add-columns":
      return `${tab.title}: new ${change.columns.length === 1 ? "column" : "columns"} ${headers(tab, change.columns)}`;
    case "mark-columns":
      return `${tab.title}: the notes of ${headers(tab, change.columns)} put back`;
    case "dress-tab":
      return `${tab.title}: formats and dropdowns`;
    case "insert-charts":
      return `${tab.title}: ${count(change.charts.length, "chart")}`;
    case "clear-rows":
      return `${tab.title}: all rows cleared`;
    case "insert-rows":
      return `${tab.title}: ${count(change.rows.length, "new row")}`;
    case "update-cells":
      return `${tab.title}: ${count(change.cells.length, "cell")} filled in`;
  }
}

/** @example count(1, "row") // "1 row" */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

const headers = (tab: Tab, keys: readonly string[]): string =>
  keys.map((key) => `“${tab.columns[key]?.header || "without a header"}”`).join(", ");
