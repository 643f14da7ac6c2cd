import type { CellFormat, FormatData, RectangleData } from "../workbook-data";
import type { TabContent } from "./read-tab";

/** The looks of a tab as rectangles that do not overlap: the same looks always give the same rectangles. */
export function readFormats(content: TabContent, rowCount: number, columnCount: number): FormatData[] {
  const formats: FormatData[] = [];
  /** Rectangles that end at the column before, by rows and look. */
  let open = new Map<string, { range: RectangleData; format: CellFormat; at: number }>();
  for (let column = 1; column <= columnCount; column += 1) {
    const below = content.columns.find(({ min, max }) => column >= min && column <= max)?.style ?? {};
    const own = new Map<number, CellFormat>(content.rowStyles);
    for (const [row, style] of content.cellStyles.get(column) ?? []) own.set(row, style);
    const next: typeof open = new Map();
    for (const { row, rows, format } of runs(own, below, rowCount)) {
      const key = `${row}:${rows}:${JSON.stringify(format)}`;
      const left = open.get(key);
      const range = { row, rows, column: left?.range.column ?? column, columns: (left?.range.columns ?? 0) + 1 };
      const at = left?.at ?? formats.length;
      formats[at] = { range, format };
      next.set(key, { range, format, at });
    }
    open = next;
  }
  return formats;
}

function runs(
  own: ReadonlyMap<number, CellFormat>,
  below: CellFormat,
  rowCount: number,
): { readonly row: number; readonly rows: number; readonly format: CellFormat }[] {
  const found: { row: number; rows: number; format: CellFormat; key: string }[] = [];
  const add = (row: number, rows: number, format: CellFormat) => {
    const key = JSON.stringify(format);
    const last = found.at(-1);
    if (last?.key === key) last.rows += rows;
    else if (rows > 0) found.push({ row, rows, format, key });
  };
  let next = 1;
  for (const [row, format] of [...own].sort(([a], [b]) => a - b)) {
    if (row > rowCount) break;
    add(next, row - next, below);
    add(row, 1, format);
    next = row + 1;
  }
  add(next, rowCount - next + 1, below);
  return found.filter(({ key }) => key !== "{}");
}
