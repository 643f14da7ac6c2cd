import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { TabOutline } from "../../workspace/protocol";
import { ChartBox } from "../chart-box";
import type { Leave } from "./cell-editor";
import { ColumnHeader } from "./column-header";
import { fittingWidth } from "./fitting-width";
import type { GridProps } from "./grid-props";
import { GridRow } from "./grid-row";
import { meaningOf } from "./keys";
import type { Painted } from "./painted";
import { isInside, type Place, rectangleOf, type Selection, selectCell, stepFrom, type Visible } from "./places";
import { placeAt, usePointer } from "./use-pointer";
import { useVirtual } from "./use-virtual";

const ROW_HEIGHT = 25;
const COLUMN_WIDTH = 110;
const ROW_HEADER = 48;
/** What is rendered has an end, whatever a program file says: frozen rows all are, and columns that take no room. */
const MOST_FROZEN = 100;
const NARROWEST = 10;

/** Where the person left a tab: it is there again when they come back to it. */
const leftAt = new WeakMap<Painted, { readonly top: number; readonly left: number }>();

/** The cells of one tab: it renders what is in sight, and says what the person does. */
export function Grid(props: GridProps) {
  const { tab, revision, painted, selection, editing } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const visible = useMemo(() => visibleOf(tab), [tab]);
  const frozenRows = Math.min(tab.frozenRows, MOST_FROZEN);
  const frozen = useMemo(() => visible.rows.filter((row) => row <= frozenRows), [visible, frozenRows]);
  const body = useMemo(() => visible.rows.filter((row) => row > frozenRows), [visible, frozenRows]);
  const headHeight = head.current?.offsetHeight ?? ROW_HEIGHT * (frozen.length + 1);
  const widthOf = (column: number) => Math.max(NARROWEST, tab.columnWidths[column] ?? COLUMN_WIDTH);
  const [from] = useState(() => leftAt.get(painted));

  const rows = useVirtual({
    count: body.length,
    scroller,
    sizeOf: () => ROW_HEIGHT,
    keyOf: (index) => body[index] ?? index,
    before: headHeight,
    from: from?.top ?? 0,
  });
  const columns = useVirtual({
    count: visible.columns.length,
    scroller,
    sizeOf: (index) => widthOf(visible.columns[index] ?? 1),
    keyOf: (index) => visible.columns[index] ?? index,
    before: ROW_HEADER,
    from: from?.left ?? 0,
    horizontal: true,
  });
  const widths = visible.columns.map(widthOf).join();
  useLayoutEffect(() => columns.measure(), [columns, widths]);

  const shownColumns = columns.getVirtualItems().map(({ index, start }) => {
    const column = visible.columns[index] ?? 1;
    return { column, start, width: widthOf(column) };
  });
  const shownRows = rows.getVirtualItems().map(({ index, start }) => ({ row: body[index] ?? 1, index, start }));
  const firstStart = (shownColumns[0]?.start ?? ROW_HEADER) - ROW_HEADER;
  const totalWidth = columns.getTotalSize() + ROW_HEADER;

  const firstRow = shownRows[0]?.row ?? 1;
  const lastRow = shownRows.at(-1)?.row ?? 1;
  useLayoutEffect(() => {
    if (frozen.length > 0) painted.need(1, frozenRows, revision);
    painted.need(firstRow, lastRow, revision);
  }, [painted, firstRow, lastRow, revision, frozen.length, frozenRows]);

  const { active, end } = selection;
  const isActiveShown =
    (frozen.includes(active.row) || shownRows.some(({ row }) => row === active.row)) &&
    shownColumns.some(({ column }) => column === active.column);
  const activeElement = () =>
    scroller.current?.querySelector<HTMLElement>(`[data-row="${active.row}"][data-column="${active.column}"]`) ?? null;

  function show(place: Place): void {
    const row = body.indexOf(place.row);
    const column = visible.columns.indexOf(place.column);
    if (row >= 0) rows.scrollToIndex(row, { align: "auto" });
    if (column >= 0) columns.scrollToIndex(column, { align: "auto" });
  }

  // The active cell comes into sight whenever it changes, not when somebody scrolls away from it or comes back to the tab.
  const isBack = useRef(from !== undefined);
  useLayoutEffect(() => {
    if (!isBack.current) show(active);
    isBack.current = false;
  }, [active.row, active.column]);
  useLayoutEffect(() => {
    if (editing) show(editing.place);
  }, [editing]);

  // A cell that scrolls out of sight is gone, and the keyboard with it: until it is back the table as a whole has it.
  const wanted = useRef(0);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isLost = hadFocus.current && (focused === document.body || focused === table.current);
    if ((wanted.current !== props.focusCount || isLost) && !editing) {
      const element = activeElement();
      if (element) wanted.current = props.focusCount;
      (element ?? table.current)?.focus({ preventScroll: true });
    }
    hadFocus.current = scroller.current?.contains(document.activeElement) ?? false;
  });

  const range = rectangleOf(selection, tab);
  const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 600) - headHeight) / ROW_HEIGHT) - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || (placeAt(event.target) === null && event.target !== table.current)) return;
    const isCheckbox = painted.cell(active.row, active.column)?.checkbox !== undefined;
    const meaning = meaningOf(event, selection, tab, visible, { page, isCheckbox });
    if (!meaning) return;
    event.preventDefault();
    if (meaning.kind === "select") {
      props.onSelect(meaning.selection);
      if (event.shiftKey) show(meaning.selection.end);
    } else if (meaning.kind === "menu") {
      const box = activeElement()?.getBoundingClientRect();
      props.onMenu({ x: box?.left ?? 0, y: box?.bottom ?? 0 }, "cell");
    } else props.onKey(meaning);
  };

  const pointer = usePointer({ selection, onSelect: props.onSelect, onToggle: props.onToggle, onFill: props.onFill });

  const commit = (text: string, leave: Leave) => {
    const [down, right] = steps[leave];
    props.onCommit(text, leave, stepFrom(editing?.place ?? active, down, right, visible));
  };

  const rowOf = (row: number, place: { readonly index?: number; readonly start?: number }) => (
    <GridRow
      key={row}
      row={row}
      grid={props}
      range={range}
      columns={shownColumns}
      firstStart={firstStart}
      firstColumn={visible.columns[0] ?? 1}
      index={place.index}
      offset={place.start === undefined ? undefined : place.start - rows.options.scrollMargin}
      measure={place.index === undefined ? null : rows.measureElement}
      onCommit={commit}
    />
  );

  const columnSelection = (column: number): Selection => ({
    ...selectCell({ row: visible.rows[0] ?? 1, column }),
    whole: "columns",
  });

  return (
    <div
      ref={scroller}
      class="grid"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        // Somebody went elsewhere; a cell that went from under the keyboard leaves nothing behind.
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) hadFocus.current = false;
      }}
      onKeyDown={onKeyDown}
      onBlur={({ target, relatedTarget }) => {
        const stays = relatedTarget instanceof Node && scroller.current?.contains(relatedTarget);
        if (target instanceof Node && target.isConnected && !stays) hadFocus.current = false;
      }}
      {...pointer}
      onScroll={({ currentTarget: { scrollTop, scrollLeft } }) =>
        leftAt.set(painted, { top: scrollTop, left: scrollLeft })
      }
      onClick={(event) => {
        const isArrow = event.target instanceof Element && event.target.closest(".cell-arrow") !== null;
        if (isArrow && !editing && !event.shiftKey) props.onKey({ kind: "edit", text: null });
      }}
      onDblClick={(event) => {
        if (placeAt(event.target) && !editing) props.onKey({ kind: "edit", text: null });
      }}
      onContextMenu={(event) => {
        const place = placeAt(event.target);
        if (!place || editing) return;
        event.preventDefault();
        if (!isInside(range, place.row, place.column)) props.onSelect(selectCell(place));
        props.onMenu({ x: event.clientX, y: event.clientY }, "cell");
      }}
      onCopy={(event) => {
        if (editing) return;
        event.preventDefault();
        props.onCopy(false);
      }}
      onCut={(event) => {
        if (editing) return;
        event.preventDefault();
        props.onCopy(true);
      }}
      onPaste={(event) => {
        if (editing || !event.clipboardData) return;
        event.preventDefault();
        props.onPaste(event.clipboardData);
      }}
    >
      <div
        ref={table}
        class="grid-table"
        role="grid"
        aria-label={tab.name}
        aria-rowcount={tab.rowCount}
        aria-colcount={tab.columnCount}
        aria-multiselectable="true"
        tabIndex={isActiveShown ? -1 : 0}
        onFocus={(event) => {
          if (event.target !== event.currentTarget || hadFocus.current) return;
          show(active);
          props.onSelect({ ...selection });
        }}
      >
        <div ref={head} class="grid-head" role="rowgroup" style={{ width: `${totalWidth}px` }}>
          <div class="row is-letters" role="row">
            <div
              class="row-header is-corner"
              role="columnheader"
              onPointerDown={() =>
                props.onSelect({
                  active: { row: 1, column: 1 },
                  end: { row: tab.rowCount, column: tab.columnCount },
                })
              }
            >
              <span class="for-readers">Row</span>
            </div>
            <div class="row-space" style={{ width: `${firstStart}px` }} />
            {shownColumns.map(({ column, width }) => (
              <ColumnHeader
                key={column}
                column={column}
                width={width}
                isSelected={column >= range.column && column < range.column + range.columns}
                isFiltered={(tab.filter?.hidden[column]?.length ?? 0) > 0}
                onSelect={(extend) =>
                  props.onSelect(
                    extend ? { ...selection, end: { ...end, column }, whole: "columns" } : columnSelection(column),
                  )
                }
                onMenu={(at) => {
                  props.onSelect(columnSelection(column));
                  props.onMenu(at, "column");
                }}
                onResize={(next) => props.onResize(column, next)}
                onFit={() => props.onResize(column, fittingWidth(column, painted, tab, scroller.current))}
              />
            ))}
          </div>
          {frozen.map((row) => rowOf(row, {}))}
        </div>
        <div class="grid-body" role="rowgroup" style={{ height: `${rows.getTotalSize()}px`, width: `${totalWidth}px` }}>
          {shownRows.map(({ row, index, start }) => rowOf(row, { index, start }))}
        </div>
      </div>
      {props.charts.map((chart) => (
        <ChartBox
          key={chart.id}
          chart={chart}
          left={
            ROW_HEADER + visible.columns.reduce((sum, column) => sum + (column < chart.column ? widthOf(column) : 0), 0)
          }
          top={rows.measurementsCache[body.findIndex((row) => row >= chart.row)]?.start ?? headHeight}
          onRemove={props.onRemoveChart}
        />
      ))}
    </div>
  );
}

const steps: Readonly<Record<Leave, readonly [down: number, right: number]>> = {
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
  stay: [0, 0],
};

function visibleOf(tab: TabOutline): Visible {
  const hiddenRows = new Set(tab.hiddenRows);
  const hiddenColumns = new Set(tab.hiddenColumns);
  return { rows: shown(tab.rowCount, hiddenRows), columns: shown(tab.columnCount, hiddenColumns) };
}

function shown(count: number, hidden: ReadonlySet<number>): number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter((place) => !hidden.has(place));
}
