import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

export type MenuEntry =
  | {
      readonly label: string;
      readonly onChoose: () => void;
      readonly isDisabled?: boolean;
      readonly keys?: string;
    }
  | { readonly label: string; readonly entries: readonly MenuEntry[] }
  | "separator";

interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly at: { readonly x: number; readonly y: number };
  /** `next`: -1 or 1, when the arrow keys ask for the neighbouring menu of a bar. */
  readonly onClose: (next?: -1 | 1) => void;
  readonly isSub?: boolean;
}

/** A menu as the ARIA practices describe it: arrow keys move, letters find, Escape closes, a submenu opens to the right. */
export function Menu({ label, entries, at, onClose, isSub = false }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const [place, setPlace] = useState(at);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    setPlace({
      x: Math.max(0, Math.min(at.x, window.innerWidth - width - 4)),
      y: Math.max(0, Math.min(at.y, window.innerHeight - height - 4)),
    });
    items(element)[0]?.focus();
  }, [at.x, at.y]);

  useEffect(() => {
    if (isSub) return;
    const close = (event: PointerEvent) => {
      if (event.target instanceof Element && !event.target.closest("[role=menu]")) onClose();
    };
    document.addEventListener("pointerdown", close, true);
    return () => document.removeEventListener("pointerdown", close, true);
  }, [isSub, onClose]);

  const step = (by: number) => {
    const all = box.current ? items(box.current) : [];
    const now = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
    all[(now + by + all.length) % all.length]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const focused = document.activeElement;
    const all = box.current ? items(box.current) : [];
    const hasSub = focused instanceof HTMLElement && focused.getAttribute("aria-haspopup") === "menu";
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Home") all[0]?.focus();
    else if (event.key === "End") all.at(-1)?.focus();
    else if (event.key === "Escape" || event.key === "Tab") onClose();
    else if (event.key === "ArrowRight" && hasSub) focused.click();
    else if (event.key === "ArrowRight") onClose(isSub ? undefined : 1);
    else if (event.key === "ArrowLeft") onClose(isSub ? undefined : -1);
    else if (event.key.length === 1 && event.key !== " ") {
      all.find((item) => item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
      return;
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={box}
      class="menu"
      role="menu"
      aria-label={label}
      style={{ left: `${place.x}px`, top: `${place.y}px` }}
      onKeyDown={onKeyDown}
    >
      {entries.map((entry, index) => {
        if (entry === "separator") return <hr key={`separator-${String(index)}`} class="menu-line" />;
        const hasEntries = "entries" in entry;
        return (
          <div key={entry.label} role="none">
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-haspopup={hasEntries ? "menu" : undefined}
              aria-expanded={hasEntries ? open === index : undefined}
              disabled={hasEntries ? false : (entry.isDisabled ?? false)}
              onClick={() => {
                if (hasEntries) {
                  setOpen(index);
                  return;
                }
                onClose();
                entry.onChoose();
              }}
            >
              <span>{entry.label}</span>
              {hasEntries ? <span aria-hidden="true">▸</span> : entry.keys && <kbd>{entry.keys}</kbd>}
            </button>
            {hasEntries && open === index && (
              <Menu
                label={entry.label}
                entries={entry.entries.map((inner) => closing(inner, onClose))}
                at={rightOf(box.current, index)}
                isSub
                onClose={() => {
                  setOpen(null);
                  if (box.current)
                    items(box.current)
                      .find((item) => item.getAttribute("aria-haspopup"))
                      ?.focus();
                }}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Choosing in a submenu closes the whole menu. */
function closing(entry: MenuEntry, onClose: () => void): MenuEntry {
  if (entry === "separator") return entry;
  if ("entries" in entry) return { ...entry, entries: entry.entries.map((inner) => closing(inner, onClose)) };
  return {
    ...entry,
    onChoose: () => {
      onClose();
      entry.onChoose();
    },
  };
}

function items(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>(":scope > [role=none] > [role=menuitem]:not(:disabled)")];
}

function rightOf(menu: HTMLElement | null, index: number): { x: number; y: number } {
  const box = menu?.children[index]?.getBoundingClientRect();
  return { x: (box?.right ?? 0) - 2, y: box?.top ?? 0 };
}
