import type { TabOutline } from "../../workspace/protocol";
import type { Painted } from "./painted";

const NARROWEST = 40;
const WIDEST = 600;
/** Beside the text: the cell's own padding and line, and the arrow of a cell with choices. */
const PADDING = 14;
const ARROW = 20;
const CHECKBOX = 28;

/** The width, in pixels, in which each text of a column that was painted so far has room on its line. */
export function fittingWidth(column: number, painted: Painted, tab: TabOutline, grid: HTMLElement | null): number {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen || !grid) return tab.columnWidths[column] ?? WIDEST;
  const { fontSize, fontFamily } = getComputedStyle(grid);
  let widest = 0;
  for (let row = 1; row <= tab.lastRow; row++) {
    const cell = painted.cell(row, column);
    if (!cell) continue;
    if (cell.checkbox !== undefined) widest = Math.max(widest, CHECKBOX);
    pen.font = `${cell.bold ? "bold" : "normal"} ${fontSize} ${fontFamily}`;
    // A wrapped text needs room for its longest word only.
    for (const part of cell.text.split(cell.wrap ? /\s+/ : "\n"))
      widest = Math.max(widest, pen.measureText(part).width + (cell.choices ? ARROW : 0));
  }
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(widest) + PADDING));
}
