import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SheetEdit, TabOutline } from "../../workspace/protocol";
import { Menu, type MenuEntry } from "./menu";

interface TabBarProps {
  readonly tabs: readonly TabOutline[];
  readonly activeTabId: number;
  readonly isReadOnly: boolean;
  readonly onShow: (tabId: number) => void;
  readonly onEdit: (edit: SheetEdit) => void;
  readonly onDelete: (tab: TabOutline) => void;
}

/** The tabs of the workbook. F2 or a double click renames; the menu key or a right click has the rest. */
export function TabBar({ tabs, activeTabId, isReadOnly, onShow, onEdit, onDelete }: TabBarProps) {
  const list = useRef<HTMLDivElement>(null);
  const [renamed, setRenamed] = useState<number | null>(null);
  const [menu, setMenu] = useState<{ tab: TabOutline; at: { x: number; y: number } } | null>(null);
  const [allAt, setAllAt] = useState<{ x: number; y: number } | null>(null);
  const shown = tabs.filter(({ hidden }) => !hidden);

  const room = useRoom(list, shown.length);
  useEffect(() => {
    list.current?.querySelector(`[data-tab="${activeTabId}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [activeTabId]);

  const focus = (tabId: number | undefined) => {
    if (tabId === undefined) return;
    onShow(tabId);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tabId}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, tab: TabOutline) => {
    const at = shown.indexOf(tab);
    if (event.key === "ArrowRight") focus(shown[(at + 1) % shown.length]?.id);
    else if (event.key === "ArrowLeft") focus(shown[(at - 1 + shown.length) % shown.length]?.id);
    else if (event.key === "Home") focus(shown[0]?.id);
    else if (event.key === "End") focus(shown.at(-1)?.id);
    else if (event.key === "F2" && !isReadOnly) setRenamed(tab.id);
    else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) openMenu(tab, event.currentTarget);
    else return;
    event.preventDefault();
  };
  const openMenu = (tab: TabOutline, element: EventTarget | null) => {
    const box = element instanceof Element ? element.getBoundingClientRect() : null;
    setMenu({ tab, at: { x: box?.left ?? 0, y: (box?.top ?? 0) - 230 } });
  };
  const entriesOf = (tab: TabOutline): MenuEntry[] => {
    const at = tabs.indexOf(tab);
    return [
      { label: "Rename", onChoose: () => setRenamed(tab.id) },
      { label: "Duplicate", onChoose: () => onEdit({ kind: "duplicate-tab", tabId: tab.id }) },
      {
        label: "Move left",
        isDisabled: at === 0,
        onChoose: () => onEdit({ kind: "move-tab", tabId: tab.id, index: at - 1 }),
      },
      {
        label: "Move right",
        isDisabled: at === tabs.length - 1,
        onChoose: () => onEdit({ kind: "move-tab", tabId: tab.id, index: at + 1 }),
      },
      {
        label: "Hide",
        isDisabled: shown.length === 1,
        onChoose: () => onEdit({ kind: "hide-tab", tabId: tab.id }),
      },
      "separator",
      { label: "Delete", isDisabled: tabs.length === 1, onChoose: () => onDelete(tab) },
    ];
  };

  return (
    <div class="tab-bar">
      <button
        type="button"
        class="icon"
        aria-label="Add tab"
        disabled={isReadOnly}
        onClick={() => onEdit({ kind: "add-tab" })}
      >
        +
      </button>
      <button
        type="button"
        class="icon"
        aria-label="All tabs"
        aria-haspopup="menu"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setAllAt({ x: box.left, y: box.top - 30 * tabs.length });
        }}
      >
        ☰
      </button>
      <div ref={list} class="tabs" role="tablist" aria-label="Tabs of the workbook">
        {shown.map((tab) => (
          <div
            key={tab.id}
            class={tab.id === activeTabId ? "tab is-active" : "tab"}
            role="tab"
            aria-selected={tab.id === activeTabId}
            aria-controls="sheet"
            tabIndex={tab.id === activeTabId ? 0 : -1}
            data-tab={tab.id}
            style={tab.color ? { boxShadow: `inset 0 -3px ${tab.color}` } : undefined}
            onClick={() => onShow(tab.id)}
            onDblClick={() => {
              if (!isReadOnly) setRenamed(tab.id);
            }}
            onContextMenu={(event) => {
              event.preventDefault();
              onShow(tab.id);
              if (!isReadOnly) openMenu(tab, event.currentTarget);
            }}
            onKeyDown={(event) => onKeyDown(event, tab)}
          >
            {tab.name}
          </div>
        ))}
      </div>
      {(room.left || room.right) &&
        (["left", "right"] as const).map((side) => (
          <button
            key={side}
            type="button"
            class="icon scroll-tabs"
            // The arrow keys go through the tabs: this is for the mouse only.
            tabIndex={-1}
            aria-hidden="true"
            title={`More tabs to the ${side}`}
            disabled={!room[side]}
            onClick={() => list.current?.scrollBy({ left: side === "left" ? -SCROLLED : SCROLLED })}
          >
            {side === "left" ? "‹" : "›"}
          </button>
        ))}
      {renamed !== null && (
        <RenameTab
          name={tabs.find(({ id }) => id === renamed)?.name ?? ""}
          onDone={(name) => {
            const tabId = renamed;
            setRenamed(null);
            if (name !== null) onEdit({ kind: "rename-tab", tabId, name });
            list.current?.querySelector<HTMLElement>(`[data-tab="${tabId}"]`)?.focus();
          }}
        />
      )}
      {menu && <Menu label={menu.tab.name} at={menu.at} entries={entriesOf(menu.tab)} onClose={() => setMenu(null)} />}
      {allAt && (
        <Menu
          label="All tabs"
          at={allAt}
          entries={tabs.map((tab) => ({
            label: tab.hidden ? `${tab.name} (hidden: show it)` : tab.name,
            onChoose: () => {
              if (tab.hidden) onEdit({ kind: "show-tab", tabId: tab.id });
              onShow(tab.id);
            },
          }))}
          onClose={() => setAllAt(null)}
        />
      )}
    </div>
  );
}

/** So many pixels at a click. */
const SCROLLED = 300;

/** Whether tabs are out of sight to either side. */
function useRoom(list: RefObject<HTMLDivElement | null>, count: number) {
  const [room, setRoom] = useState({ left: false, right: false });
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      const left = scrollLeft > 1;
      const right = scrollLeft < scrollWidth - clientWidth - 1;
      setRoom((before) => (before.left === left && before.right === right ? before : { left, right }));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look);
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [list, count]);
  return room;
}

function RenameTab({ name, onDone }: { readonly name: string; readonly onDone: (name: string | null) => void }) {
  const [text, setText] = useState(name);
  // The field loses the focus once more when it goes.
  const isDone = useRef(false);
  const done = (next: string | null) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(next);
  };
  return (
    <input
      class="rename"
      aria-label={`New name of ${name}`}
      maxLength={100}
      value={text}
      ref={(field) => {
        if (field && document.activeElement !== field) field.select();
      }}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={() => done(text !== name && text !== "" ? text : null)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") done(null);
      }}
    />
  );
}
