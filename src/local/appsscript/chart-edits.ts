import type { ChartData, RectangleData } from "../workbook-data";
import { type AxisEdit, movePosition } from "./axis-edit";

/** How charts follow what happens to the tabs that they stand on and show. Charts that stay as they were stay the same list. */
type Charts = readonly ChartData[];

/**
 * Charts after an edit of a tab: their ranges follow the cells, and where they stand on that tab, they move along.
 *
 * @param moved where a range of the edited tab goes; null when all of it is removed
 */
export function chartsAfterEdit(
  charts: Charts,
  edit: AxisEdit,
  {
    editedId,
    isHome,
    moved,
  }: { editedId: number; isHome: boolean; moved: (range: RectangleData) => RectangleData | null },
): Charts {
  return changed(charts, (chart) => {
    const ranges = chart.ranges.flatMap((part) => {
      if (part.sheetId !== editedId) return [part];
      const range = moved(part.range);
      return range ? [{ ...part, range }] : [];
    });
    if (!isHome) return { ...chart, ranges };
    // The cell under its corner may be gone: then it stands where that was.
    const at = movePosition(edit, chart[edit.axis]) ?? edit.at;
    return { ...chart, ranges, [edit.axis]: at };
  });
}

/** Charts that showed cells of a tab show nothing of it any more. */
export function chartsWithoutTab(charts: Charts, tabId: number): Charts {
  return changed(charts, (chart) => ({ ...chart, ranges: chart.ranges.filter(({ sheetId }) => sheetId !== tabId) }));
}

/** The charts of a tab's copy, which show the copy's cells. */
export function chartsOfCopy(charts: Charts, from: number, to: number, newId: () => string): Charts {
  return charts.map((chart) => ({
    ...chart,
    id: newId(),
    ranges: chart.ranges.map((part) => (part.sheetId === from ? { ...part, sheetId: to } : part)),
  }));
}

function changed(charts: Charts, change: (chart: ChartData) => ChartData): Charts {
  const next = charts.map(change);
  return JSON.stringify(next) === JSON.stringify(charts) ? charts : next;
}
