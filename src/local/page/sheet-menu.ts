import type { RectangleData } from "../workbook-data";
import type { SheetEdit, TabOutline } from "../workspace/protocol";
import type { MenuEntry } from "./parts/menu";

interface SheetActions {
  readonly edit: (edit: SheetEdit) => void;
  readonly copy: (isCut: boolean) => void;
  readonly paste: () => void;
  readonly note: () => void;
  readonly filter: (column: number) => void;
  readonly width: (column: number) => void;
}

/** What can be done with the selected cells, rows or columns. */
export function sheetMenu(
  tab: TabOutline,
  range: RectangleData,
  isReadOnly: boolean,
  { edit, copy, paste, note, filter, width }: SheetActions,
): readonly MenuEntry[] {
  const tabId = tab.id;
  const change = (label: string, made: SheetEdit, keys?: string): MenuEntry => ({
    label,
    isDisabled: isReadOnly,
    onChoose: () => edit(made),
    ...(keys !== undefined && { keys }),
  });
  const along = (axis: "row" | "column"): readonly MenuEntry[] => {
    const [at, count] = axis === "row" ? [range.row, range.rows] : [range.column, range.columns];
    const many = count === 1 ? axis : `${count} ${axis}s`;
    const [before, after] = axis === "row" ? ["above", "below"] : ["to the left", "to the right"];
    const size = axis === "row" ? tab.rowCount : tab.columnCount;
    const shown = withHidden(axis === "row" ? tab.hiddenRows : tab.hiddenColumns, at, count);
    return [
      change(`Insert ${many} ${before}`, { kind: "insert", tabId, axis, at, count }),
      change(`Insert ${many} ${after}`, { kind: "insert", tabId, axis, at: at + count, count }),
      change(`Delete ${many}`, { kind: "delete", tabId, axis, at, count }),
      change(`Hide ${many}`, { kind: "hide", tabId, axis, at, count }),
      ...(shown ? [change(`Show hidden ${axis}s`, { kind: "show", tabId, axis, ...shown })] : []),
      ...(at > 1 ? [change(`Move ${many} ${axis === "row" ? "up" : "left"}`, move(axis, at, count, at - 1))] : []),
      ...(at + count <= size
        ? [change(`Move ${many} ${axis === "row" ? "down" : "right"}`, move(axis, at, count, at + count + 1))]
        : []),
    ];
  };
  const move = (axis: "row" | "column", at: number, count: number, before: number): SheetEdit => ({
    kind: "move",
    tabId,
    axis,
    at,
    count,
    before,
  });
  const { column } = range;
  const isFiltered = tab.filter !== null;
  return [
    { label: "Cut", isDisabled: isReadOnly, onChoose: () => copy(true), keys: "Ctrl+X" },
    { label: "Copy", onChoose: () => copy(false), keys: "Ctrl+C" },
    { label: "Paste", isDisabled: isReadOnly, onChoose: paste, keys: "Ctrl+V" },
    change("Clear cells", { kind: "clear", tabId, range }, "Delete"),
    { label: "Edit note", isDisabled: isReadOnly, onChoose: note },
    "separator",
    change("Sort sheet A to Z", { kind: "sort", tabId, column, descending: false }),
    change("Sort sheet Z to A", { kind: "sort", tabId, column, descending: true }),
    { label: "Filter by this column", isDisabled: isReadOnly, onChoose: () => filter(column) },
    ...(isFiltered ? [change("Remove filter", { kind: "clear-filter", tabId })] : []),
    "separator",
    { label: "Rows", entries: along("row") },
    { label: "Columns", entries: along("column") },
    { label: "Set column width", isDisabled: isReadOnly, onChoose: () => width(column) },
    change(range.row === tab.frozenRows ? "Unfreeze rows" : `Freeze up to row ${range.row}`, {
      kind: "freeze",
      tabId,
      rows: range.row === tab.frozenRows ? 0 : range.row,
    }),
  ];
}

/** These lines with the hidden ones right beside them; null where none of all these is hidden. */
function withHidden(
  places: readonly number[],
  at: number,
  count: number,
): { readonly at: number; readonly count: number } | null {
  const hidden = new Set(places);
  let first = at;
  let end = at + count;
  while (hidden.has(first - 1)) first--;
  while (hidden.has(end)) end++;
  const has = places.some((place) => place >= first && place < end);
  return has ? { at: first, count: end - first } : null;
}
