import { useRef, useState } from "preact/hooks";
import { letters } from "./places";

interface ColumnHeaderProps {
  readonly column: number;
  readonly width: number;
  readonly isSelected: boolean;
  readonly isFiltered: boolean;
  readonly onSelect: (extend: boolean) => void;
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
  readonly onResize: (width: number) => void;
  /** Makes the column as wide as its content. */
  readonly onFit: () => void;
}

const NARROWEST = 24;

/** A column's letter. Its right edge can be dragged; a double click there fits the column to its content. */
export function ColumnHeader(props: ColumnHeaderProps) {
  const { column, width, isSelected, isFiltered, onSelect, onMenu, onResize, onFit } = props;
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const widthAt = (x: number) =>
    from.current ? Math.max(NARROWEST, Math.round(from.current.width + x - from.current.x)) : width;
  return (
    <div
      class={isSelected ? "column-header is-selected" : "column-header"}
      role="columnheader"
      aria-colindex={column}
      style={{ width: `${dragged ?? width}px` }}
      onPointerDown={(event) => {
        if (event.button === 0) onSelect(event.shiftKey);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      {letters(column)}
      {isFiltered && <span class="filtered" role="img" aria-label="filtered" />}
      <span
        class="resizer"
        onPointerDown={(event) => {
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = { x: event.clientX, width };
        }}
        onPointerMove={(event) => {
          if (from.current) setDragged(widthAt(event.clientX));
        }}
        onPointerUp={(event) => {
          const next = widthAt(event.clientX);
          from.current = null;
          setDragged(null);
          if (next !== width) onResize(next);
        }}
        onDblClick={onFit}
      />
    </div>
  );
}
