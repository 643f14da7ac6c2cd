import type { CellDetail, ChartOutline, TabOutline } from "../../workspace/protocol";
import type { Leave } from "./cell-editor";
import type { KeyMeaning } from "./keys";
import type { Painted } from "./painted";
import type { Place, Selection } from "./places";

export interface Editing {
  readonly tabId: number;
  readonly place: Place;
  /** What the cell held when the edit began; null where that was not known yet. */
  readonly before: string | null;
  readonly text: string;
}

export interface GridProps {
  readonly tab: TabOutline;
  readonly revision: number;
  readonly painted: Painted;
  readonly charts: readonly ChartOutline[];
  readonly selection: Selection;
  readonly detail: CellDetail | null;
  readonly editing: Editing | null;
  /** Goes up when the active cell is to take the keyboard. */
  readonly focusCount: number;
  readonly onSelect: (selection: Selection) => void;
  readonly onKey: (meaning: Exclude<KeyMeaning, { kind: "select" }>) => void;
  readonly onCommit: (text: string, leave: Leave, next: Place) => void;
  readonly onCancel: () => void;
  readonly onToggle: (place: Place) => void;
  readonly onMenu: (at: { readonly x: number; readonly y: number }, from: "cell" | "row" | "column") => void;
  readonly onResize: (column: number, width: number) => void;
  readonly onFill: (to: Place) => void;
  readonly onCopy: (isCut: boolean) => void;
  readonly onPaste: (data: DataTransfer) => void;
  readonly onRemoveChart: (chartId: string) => void;
}
