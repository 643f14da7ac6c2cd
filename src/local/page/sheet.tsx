import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { cellsOfClipboard } from "../workspace/clipboard";
import type { CellDetail, ChartOutline, TabOutline } from "../workspace/protocol";
import { Grid } from "./grid/grid";
import type { Editing } from "./grid/grid-props";
import type { KeyMeaning } from "./grid/keys";
import { type Place, rectangleOf, type Selection, selectCell } from "./grid/places";
import { CellNotes } from "./parts/cell-note";
import { FilterMenu } from "./parts/filter-menu";
import { FormulaBar } from "./parts/formula-bar";
import { Menu } from "./parts/menu";
import { TextAsk } from "./parts/text-ask";
import type { Session } from "./session";
import { sheetMenu } from "./sheet-menu";

interface SheetProps {
  readonly session: Session;
  readonly tab: TabOutline;
  readonly isReadOnly: boolean;
  /** Goes up when the grid is to take the keyboard. */
  readonly focusCount: number;
}

type Question =
  | { readonly kind: "note"; readonly place: Place; readonly text: string }
  | { readonly kind: "width"; readonly column: number }
  | { readonly kind: "filter"; readonly column: number; readonly texts: readonly string[] };

/** One tab with its formula bar: selection, editing, and what the menus do to it. */
export function Sheet({ session, tab, isReadOnly, focusCount }: SheetProps) {
  const [selections, setSelections] = useState<ReadonlyMap<number, Selection>>(new Map());
  const [details, setDetails] = useState<{ readonly key: string; readonly detail: CellDetail } | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [focused, setFocused] = useState(0);
  const selection =
    selections.get(tab.id) ?? selectCell({ row: Math.min(tab.frozenRows + 1, tab.rowCount), column: 1 });
  const range = rectangleOf(selection, tab);
  const { active } = selection;
  const revision = session.state.outline?.revision ?? 0;
  const key = `${tab.id}:${active.row}:${active.column}`;
  const detail = details?.key === key ? details.detail : null;
  const focusGrid = useCallback(() => setFocused((count) => count + 1), []);
  const select = (next: Selection) => {
    setSelections((before) => new Map(before).set(tab.id, next));
    focusGrid();
  };

  useEffect(() => {
    let isLatest = true;
    void session.api.cell(tab.id, active.row, active.column).then(
      (read) => isLatest && setDetails({ key, detail: read }),
      () => undefined,
    );
    return () => {
      isLatest = false;
    };
  }, [session, key, tab.id, active.row, active.column, revision]);

  const [charts, setCharts] = useState<readonly ChartOutline[]>([]);
  useEffect(() => {
    let isLatest = true;
    void session.api.charts(tab.id).then(
      (read) => isLatest && setCharts(read),
      () => undefined,
    );
    return () => {
      isLatest = false;
    };
  }, [session, tab.id, revision]);
  const painted = session.paintedTab(tab.id);
  const edit = session.edit.bind(session);
  /** The cell is that in which the edit began: another cell or tab may have come to the front meanwhile. */
  const type = async ({ tabId, place, before }: Omit<Editing, "text">, text: string): Promise<boolean> => {
    if (text === before) return true;
    const settle = session.paintedTab(tabId).type(place.row, place.column, text);
    const isMade = await edit({ kind: "type", tabId, row: place.row, column: place.column, text });
    settle(isMade ? (session.state.outline?.revision ?? null) : null);
    return isMade;
  };
  const begin = (text: string | null) => {
    if (isReadOnly) return;
    const shown = painted.cell(active.row, active.column);
    const input = detail?.input ?? shown?.input ?? shown?.text ?? "";
    setEditing({ tabId: tab.id, place: active, before: input, text: text ?? input });
  };
  const fill = (to: Place, from = range) => {
    const wide = {
      row: Math.min(from.row, to.row),
      column: Math.min(from.column, to.column),
      lastRow: Math.max(from.row + from.rows - 1, to.row),
      lastColumn: Math.max(from.column + from.columns - 1, to.column),
    };
    const filled = {
      row: wide.row,
      column: wide.column,
      rows: wide.lastRow - wide.row + 1,
      columns: wide.lastColumn - wide.column + 1,
    };
    void edit({ kind: "fill", tabId: tab.id, from, to: filled });
  };
  const onKey = (meaning: Exclude<KeyMeaning, { kind: "select" }>) => {
    switch (meaning.kind) {
      case "edit":
        return begin(meaning.text);
      case "clear":
        return void edit({ kind: "clear", tabId: tab.id, range });
      case "toggle":
        return void edit({ kind: "toggle", tabId: tab.id, range });
      case "undo":
        return void session.undo();
      case "redo":
        return void session.redo();
      case "fill-down":
        return fill(
          { row: range.row + range.rows - 1, column: range.column + range.columns - 1 },
          { ...range, rows: 1 },
        );
      case "fill-right":
        return fill(
          { row: range.row + range.rows - 1, column: range.column + range.columns - 1 },
          { ...range, columns: 1 },
        );
      case "menu":
        return;
    }
  };
  const used = {
    ...range,
    rows: Math.max(1, Math.min(range.rows, tab.lastRow - range.row + 1)),
    columns: Math.max(1, Math.min(range.columns, tab.lastColumn - range.column + 1)),
  };
  const copy = async (isCut: boolean) => {
    try {
      const copied = session.api.copy(tab.id, used);
      const part = (type: "text" | "html") =>
        copied.then((cells) => new Blob([cells[type]], { type: mimeTypes[type] }));
      await navigator.clipboard.write([
        new ClipboardItem({ [mimeTypes.text]: part("text"), [mimeTypes.html]: part("html") }),
      ]);
      if (isCut) await edit({ kind: "clear", tabId: tab.id, range: used });
    } catch {
      session.tell("error", "Not copied", "This browser did not let the page use the clipboard. Nothing was changed.");
    }
  };
  const paste = async (text: string, html: string) => {
    const given = cellsOfClipboard(text, html, { row: range.row, column: range.column });
    const [row = []] = given;
    const isOne = given.length === 1 && row.length === 1;
    // One cell fills the whole selection, as in Sheets.
    const cells = isOne
      ? Array.from({ length: range.rows }, () => new Array<string>(range.columns).fill(row[0] ?? ""))
      : given;
    if (!(await edit({ kind: "paste", tabId: tab.id, row: range.row, column: range.column, cells }))) return;
    select({
      // The keyboard and the view stay where the person was.
      active: { row: range.row, column: range.column },
      end: {
        row: Math.min(tab.rowCount, range.row + cells.length - 1),
        column: Math.min(tab.columnCount, range.column + (cells[0]?.length ?? 1) - 1),
      },
    });
  };
  const pasteByMenu = async () => {
    try {
      const items = await navigator.clipboard.read();
      const read = async (type: string) => {
        const blob = await items.find(({ types }) => types.includes(type))?.getType(type);
        return blob ? blob.text() : "";
      };
      await paste(await read(mimeTypes.text), await read(mimeTypes.html));
    } catch {
      session.tell("toast", "Press Ctrl+V to paste", "This browser lets the page read the clipboard by the keys only.");
    }
  };
  const openFilter = async (column: number) => {
    const texts = await session.working(session.api.columnTexts(tab.id, column));
    setQuestion({ kind: "filter", column, texts });
  };
  const entries = useMemo(
    () =>
      menu === null
        ? []
        : sheetMenu(tab, range, isReadOnly, {
            edit: (made) => void edit(made),
            copy: (isCut) => void copy(isCut),
            paste: () => void pasteByMenu(),
            note: () => setQuestion({ kind: "note", place: active, text: detail?.note ?? "" }),
            filter: (column) => void openFilter(column),
            width: (column) => setQuestion({ kind: "width", column }),
          }),
    [menu],
  );
  const close = () => {
    setQuestion(null);
    focusGrid();
  };

  return (
    <section class="sheet" id="sheet" aria-label={tab.name}>
      <FormulaBar
        tab={tab}
        selection={selection}
        detail={detail}
        isReadOnly={isReadOnly}
        onGo={select}
        onCommit={type}
        onLeave={focusGrid}
      />
      <div class="grid-place">
        <Grid
          key={tab.id}
          tab={tab}
          revision={revision}
          painted={painted}
          charts={charts}
          selection={selection}
          detail={detail}
          editing={editing?.tabId === tab.id ? editing : null}
          focusCount={focusCount * 1_000_000 + focused}
          onSelect={select}
          onKey={onKey}
          onCommit={(text, leave, next) => {
            setEditing(null);
            if (editing) void type(editing, text);
            if (leave !== "stay") select(selectCell(next));
            else focusGrid();
          }}
          onCancel={() => {
            setEditing(null);
            focusGrid();
          }}
          onToggle={(place) => {
            if (isReadOnly) return;
            void edit({ kind: "toggle", tabId: tab.id, range: { ...place, rows: 1, columns: 1 } });
          }}
          onMenu={(at) => setMenu(at)}
          onResize={(column, width) => void edit({ kind: "resize", tabId: tab.id, column, width })}
          onFill={fill}
          onCopy={(isCut) => void copy(isCut && !isReadOnly)}
          onPaste={(data) => {
            if (!isReadOnly) void paste(data.getData(mimeTypes.text), data.getData(mimeTypes.html));
          }}
          onRemoveChart={(chartId) => void edit({ kind: "remove-chart", tabId: tab.id, chartId })}
        />
        <CellNotes
          key={`notes of ${tab.id}`}
          read={({ row, column }) => session.api.cell(tab.id, row, column).catch(() => null)}
          active={active}
          detail={detail}
          isEditing={editing !== null}
        />
      </div>
      {menu && (
        <Menu
          label="Cells"
          at={menu}
          entries={entries}
          onClose={() => {
            setMenu(null);
            focusGrid();
          }}
        />
      )}
      {question?.kind === "note" && (
        <TextAsk
          title="Note"
          label="Note of this cell"
          initial={question.text}
          isLong
          onDone={(text) => {
            close();
            void edit({
              kind: "set-note",
              tabId: tab.id,
              row: question.place.row,
              column: question.place.column,
              text,
            });
          }}
          onClose={close}
        />
      )}
      {question?.kind === "width" && (
        <TextAsk
          title="Column width"
          label="Width in pixels"
          initial={String(tab.columnWidths[question.column] ?? 110)}
          onDone={(text) => {
            close();
            const width = Number(text);
            if (width >= 24 && width <= 2000)
              void edit({ kind: "resize", tabId: tab.id, column: question.column, width });
          }}
          onClose={close}
        />
      )}
      {question?.kind === "filter" && (
        <FilterMenu
          title="Filter by this column"
          texts={question.texts}
          hidden={tab.filter?.hidden[question.column] ?? []}
          onFilter={(hidden) => {
            close();
            void edit({ kind: "filter", tabId: tab.id, column: question.column, hidden });
          }}
          onClose={close}
        />
      )}
    </section>
  );
}

const mimeTypes = { text: "text/plain", html: "text/html" } as const;
