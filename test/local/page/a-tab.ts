import type { Visible } from "../../../src/local/page/grid/places";
import type { TabOutline } from "../../../src/local/workspace/protocol";

/** A tab of ten rows and six columns with content in the first eight by four. */
export function tabOutline(given: Partial<TabOutline> = {}): TabOutline {
  return {
    id: 7,
    name: "Roster",
    hidden: false,
    color: null,
    rowCount: 10,
    columnCount: 6,
    lastRow: 8,
    lastColumn: 4,
    frozenRows: 1,
    columnWidths: {},
    hiddenRows: [],
    hiddenColumns: [],
    filter: null,
    protection: null,
    hasForm: false,
    ...given,
  };
}

/** What shows of it. */
export function visibleIn({ rowCount, columnCount, hiddenRows, hiddenColumns }: TabOutline): Visible {
  const shown = (count: number, hidden: readonly number[]) =>
    Array.from({ length: count }, (_, at) => at + 1).filter((place) => !hidden.includes(place));
  return { rows: shown(rowCount, hiddenRows), columns: shown(columnCount, hiddenColumns) };
}
