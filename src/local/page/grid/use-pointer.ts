import { useRef } from "preact/hooks";
import { type Place, type Selection, selectCell } from "./places";

interface PointerTargets {
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onToggle: (place: Place) => void;
  readonly onFill: (to: Place) => void;
}

/** What a pointer does to cells: presses select, drags select more or fill, and a checkbox is ticked by a press. */
export function usePointer({ selection, onSelect, onToggle, onFill }: PointerTargets) {
  const drag = useRef<"select" | "fill" | null>(null);
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    if (event.target.closest(".editor, a")) return;
    if (event.target.closest(".fill-handle")) {
      drag.current = "fill";
      event.preventDefault();
      return;
    }
    const place = placeAt(event.target);
    if (!place) return;
    drag.current = "select";
    onSelect(event.shiftKey ? { ...selection, end: place } : selectCell(place));
    if (event.target.closest("[data-checkbox]")) {
      event.preventDefault();
      drag.current = null;
      onToggle(place);
    }
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (drag.current !== "select" || event.buttons !== 1) return;
    const place = placeAt(document.elementFromPoint(event.clientX, event.clientY));
    const { active, end } = selection;
    if (place && (place.row !== end.row || place.column !== end.column)) onSelect({ active, end: place });
  };
  const onPointerUp = (event: PointerEvent): void => {
    if (drag.current === "fill") {
      const place = placeAt(document.elementFromPoint(event.clientX, event.clientY));
      if (place) onFill(place);
    }
    drag.current = null;
  };
  return { onPointerDown, onPointerMove, onPointerUp };
}

/** The cell that an element stands in. */
export function placeAt(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row][data-column]") : null;
  return cell && { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
