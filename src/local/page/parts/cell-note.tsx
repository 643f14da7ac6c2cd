import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CellDetail } from "../../workspace/protocol";
import type { Place } from "../grid/places";

interface CellNotesProps {
  /** Reads a cell that the pointer rests on. */
  readonly read: (place: Place) => Promise<CellDetail | null>;
  readonly active: Place;
  readonly detail: CellDetail | null;
  readonly isEditing: boolean;
}

interface Shown {
  readonly place: Place;
  readonly text: string;
}

/** The pointer rests on a cell for so long before its note shows. */
const REST_MS = 350;
const GAP = 6;

/** The note of the active cell, or of the cell that the pointer rests on, beside that cell. */
export function CellNotes({ read, active, detail, isEditing }: CellNotesProps) {
  const box = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<Shown | null>(null);
  const activeText = detail ? noteOf(detail, cellAt(box.current, active)) : "";
  const shown = isEditing ? null : (hovered ?? { place: active, text: activeText });
  const reading = useRef(read);
  reading.current = read;

  useEffect(() => {
    const grid = gridOf(box.current);
    let over: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (event: PointerEvent) => {
      const cell =
        event.type === "pointerover" && event.pointerType === "mouse" && event.target instanceof Element
          ? event.target.closest<HTMLElement>(".cell.has-note, .cell.is-invalid")
          : null;
      if (cell === over) return;
      over = cell;
      clearTimeout(timer);
      setHovered(null);
      if (!cell) return;
      timer = setTimeout(async () => {
        const place = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
        const found = await reading.current(place);
        if (found && over === cell) setHovered({ place, text: noteOf(found, cell) });
      }, REST_MS);
    };
    grid?.addEventListener("pointerover", follow);
    grid?.addEventListener("pointerleave", follow);
    grid?.addEventListener("pointerdown", follow);
    return () => {
      clearTimeout(timer);
      grid?.removeEventListener("pointerover", follow);
      grid?.removeEventListener("pointerleave", follow);
      grid?.removeEventListener("pointerdown", follow);
    };
  }, []);

  useLayoutEffect(() => {
    const note = box.current;
    const grid = gridOf(note);
    if (!note || !grid || !shown?.text) return;
    const put = () => {
      const cell = cellAt(note, shown.place)?.getBoundingClientRect();
      const frame = grid.getBoundingClientRect();
      const isInSight = cell && cell.bottom > frame.top && cell.top < frame.bottom && cell.left < frame.right;
      note.style.visibility = isInSight ? "" : "hidden";
      if (!cell) return;
      const right = cell.right - frame.left + GAP;
      const fits = right + note.offsetWidth <= frame.width;
      note.style.left = `${fits ? right : Math.max(GAP, cell.left - frame.left - note.offsetWidth - GAP)}px`;
      note.style.top = `${Math.max(0, Math.min(cell.top - frame.top, frame.height - note.offsetHeight - GAP))}px`;
    };
    put();
    grid.addEventListener("scroll", put);
    return () => grid.removeEventListener("scroll", put);
  });

  return (
    <div ref={box} class="note" id="active-note" role="note" hidden={!shown?.text}>
      {shown?.text}
    </div>
  );
}

function noteOf({ note, rule }: CellDetail, cell: HTMLElement | null): string {
  const isInvalid = cell?.classList.contains("is-invalid") ?? false;
  if (!isInvalid) return note;
  const help = rule?.helpText ?? "Choose one of the values offered.";
  return `Not one of the values asked for. ${help}${note === "" ? "" : `\n${note}`}`;
}

function gridOf(note: HTMLElement | null): HTMLElement | null {
  return note?.parentElement?.querySelector<HTMLElement>(".grid") ?? null;
}

function cellAt(note: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  return gridOf(note)?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;
}
