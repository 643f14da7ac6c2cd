import type { Tab } from "../appsscript/tab";

/** What a cell shows. */
type TextOf = (tab: Tab, row: number, column: number) => string;

/** The rows that a tab's filter hides, of those below the frozen ones that have content. */
export function filteredRows(tab: Tab, textOf: TextOf): ReadonlySet<number> {
  const columns = Object.entries(tab.filter?.hidden ?? {}).map(
    ([column, texts]) => [Number(column), new Set(texts)] as const,
  );
  const rows = new Set<number>();
  if (columns.length === 0) return rows;
  const last = tab.cells.lastRow();
  for (let row = tab.frozenRows + 1; row <= last; row++) {
    if (columns.some(([column, texts]) => texts.has(textOf(tab, row, column)))) rows.add(row);
  }
  return rows;
}

/** The rows that do not show, in order: hidden by a person or by the filter. */
export function hiddenRowsOf(tab: Tab, textOf: TextOf): number[] {
  return [...new Set([...tab.hiddenRows, ...filteredRows(tab, textOf)])].sort((one, other) => one - other);
}
