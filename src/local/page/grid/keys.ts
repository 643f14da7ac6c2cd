import type { TabOutline } from "../../workspace/protocol";
import { type Place, type Selection, selectCell, stepFrom, type Visible } from "./places";

/** A key as an event has it. */
export type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** What a key asks of the grid when no cell is being edited. */
export type KeyMeaning =
  | { readonly kind: "select"; readonly selection: Selection }
  | { readonly kind: "edit"; readonly text: string | null }
  | { readonly kind: "clear" | "undo" | "redo" | "toggle" | "menu" | "fill-down" | "fill-right" };

/**
 * What a key means, as in Sheets, but for Tab: outside an edit it leaves the grid, so that the keyboard is never
 * caught. Null: nothing of the grid's.
 *
 * @param page how many rows a page has
 * @param isCheckbox whether the active cell is a checkbox
 */
export function meaningOf(
  key: Key,
  selection: Selection,
  tab: TabOutline,
  visible: Visible,
  { page, isCheckbox }: { readonly page: number; readonly isCheckbox: boolean },
): KeyMeaning | null {
  if (key.altKey) return null;
  const command = key.ctrlKey || key.metaKey;
  const from = key.shiftKey ? selection.end : selection.active;
  const target = targetOf(key, from, tab, visible, page);
  if (target) {
    return { kind: "select", selection: key.shiftKey ? { ...selection, end: target } : selectCell(target) };
  }
  const name = key.key.length === 1 ? key.key.toLowerCase() : key.key;
  if (command) {
    if (name === "a") return { kind: "select", selection: everything(visible) };
    if (name === "z") return { kind: key.shiftKey ? "redo" : "undo" };
    if (name === "y") return { kind: "redo" };
    if (name === "d") return { kind: "fill-down" };
    if (name === "r" && !key.shiftKey) return { kind: "fill-right" };
    return null;
  }
  if (name === " " && isCheckbox) return { kind: "toggle" };
  if (name === "Enter" || name === "F2") return isCheckbox ? { kind: "toggle" } : { kind: "edit", text: null };
  if (name === "Delete" || name === "Backspace") return { kind: "clear" };
  if (name === "ContextMenu" || (name === "F10" && key.shiftKey)) return { kind: "menu" };
  return key.key.length === 1 && !isCheckbox ? { kind: "edit", text: key.key } : null;
}

function targetOf(key: Key, from: Place, tab: TabOutline, visible: Visible, page: number): Place | null {
  const command = key.ctrlKey || key.metaKey;
  const first = { row: visible.rows[0] ?? 1, column: visible.columns[0] ?? 1 };
  const last = {
    row: visible.rows.findLast((row) => row <= tab.lastRow) ?? first.row,
    column: visible.columns.findLast((column) => column <= tab.lastColumn) ?? first.column,
  };
  switch (key.key) {
    case "ArrowUp":
      return command ? { ...from, row: first.row } : stepFrom(from, -1, 0, visible);
    case "ArrowDown":
      return command ? { ...from, row: Math.max(from.row, last.row) } : stepFrom(from, 1, 0, visible);
    case "ArrowLeft":
      return command ? { ...from, column: first.column } : stepFrom(from, 0, -1, visible);
    case "ArrowRight":
      return command ? { ...from, column: Math.max(from.column, last.column) } : stepFrom(from, 0, 1, visible);
    case "PageUp":
      return command ? null : stepFrom(from, -page, 0, visible);
    case "PageDown":
      return command ? null : stepFrom(from, page, 0, visible);
    case "Home":
      return command ? first : { ...from, column: first.column };
    case "End":
      return command ? last : { ...from, column: last.column };
    default:
      return null;
  }
}

function everything({ rows, columns }: Visible): Selection {
  return {
    active: { row: rows[0] ?? 1, column: columns[0] ?? 1 },
    end: { row: rows.at(-1) ?? 1, column: columns.at(-1) ?? 1 },
  };
}
