import { Cell } from "./cell";
import { CellEditor, type Leave } from "./cell-editor";
import type { GridProps } from "./grid-props";
import { edgesIn, isInside, nameOf, type rectangleOf, type Selection, selectCell } from "./places";

/** A column in sight: where it begins and how wide it is, in pixels. */
interface ShownColumn {
  readonly column: number;
  readonly start: number;
  readonly width: number;
}

interface GridRowProps {
  readonly row: number;
  readonly grid: GridProps;
  /** The selected cells. */
  readonly range: ReturnType<typeof rectangleOf>;
  readonly columns: readonly ShownColumn[];
  /** The room that the columns out of sight at the left take. */
  readonly firstStart: number;
  /** The first column that is not hidden. */
  readonly firstColumn: number;
  /** Of a row that scrolls: its place among those, how far down it stands, and what measures it. */
  readonly index: number | undefined;
  readonly offset: number | undefined;
  readonly measure: ((element: HTMLDivElement | null) => void) | null;
  readonly onCommit: (text: string, leave: Leave) => void;
}

/** One row of the grid: its number, and its cells that are in sight. */
export function GridRow({ row, grid, range, columns, firstStart, firstColumn, ...props }: GridRowProps) {
  const { tab, painted, selection, editing, detail } = grid;
  const { active } = selection;
  const isLast = row === range.row + range.rows - 1;
  const looks = row === active.row || isLast ? "row has-active" : "row";
  const whole: Selection = { ...selectCell({ row, column: firstColumn }), whole: "rows" };
  return (
    <div
      class={editing?.place.row === row ? "row is-edited" : looks}
      role="row"
      aria-rowindex={row}
      data-index={props.index}
      ref={props.measure}
      style={props.offset === undefined ? undefined : { transform: `translateY(${props.offset}px)` }}
    >
      <div
        class={isInside(range, row, range.column) ? "row-header is-selected" : "row-header"}
        role="rowheader"
        onPointerDown={() => grid.onSelect(whole)}
        onContextMenu={(event) => {
          event.preventDefault();
          event.stopPropagation();
          grid.onSelect(whole);
          grid.onMenu({ x: event.clientX, y: event.clientY }, "row");
        }}
      >
        {row}
      </div>
      <div class="row-space" style={{ width: `${firstStart}px` }} />
      {columns.map(({ column, width }, at) => {
        const cell = painted.cell(row, column);
        const isActive = row === active.row && column === active.column;
        const isEdited = editing !== null && row === editing.place.row && column === editing.place.column;
        return (
          <Cell
            key={column}
            row={row}
            column={column}
            width={width}
            cell={cell}
            isHeader={row <= tab.frozenRows}
            isSelected={isInside(range, row, column)}
            edges={edgesIn(range, row, column)}
            isActive={isActive}
            room={roomFrom(at, columns, (place) => Boolean(painted.cell(row, place)?.text))}
            describedBy={isActive && (detail?.note || cell?.invalid) ? "active-note" : undefined}
          >
            {isEdited && (
              <CellEditor
                label={`Edit ${nameOf({ row, column })}`}
                initial={editing.text}
                rule={detail?.rule ?? null}
                hasChoices={cell?.choices === true}
                onCommit={props.onCommit}
                onCancel={grid.onCancel}
              />
            )}
          </Cell>
        );
      })}
      {isInside(range, row, range.column) && isLast && !editing && (
        <FillHandle columns={columns} last={range.column + range.columns - 1} />
      )}
    </div>
  );
}

/** How wide a text may become: over the blank cells to its right, up to the first that has a text. */
function roomFrom(at: number, columns: readonly ShownColumn[], isFilled: (column: number) => boolean): number {
  let end = at + 1;
  while (end < columns.length && !isFilled(columns[end]?.column ?? 0)) end++;
  return columns.slice(at, end).reduce((sum, { width }) => sum + width, 0);
}

/** The square at the lower right corner of the selection: dragging it fills. */
function FillHandle(props: { readonly columns: readonly ShownColumn[]; readonly last: number }) {
  const place = props.columns.find(({ column }) => column === props.last);
  if (!place) return null;
  return <div class="fill-handle" style={{ left: `${place.start + place.width - 4}px` }} />;
}
