import { useRef, useState } from "preact/hooks";
import { Menu, type MenuEntry } from "./menu";

export interface BarMenu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** The menus over the sheet: File, Edit, View, Extensions. */
export function MenuBar({ menus }: { readonly menus: readonly BarMenu[] }) {
  const [open, setOpen] = useState<number | null>(null);
  const [stop, setStop] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const buttons = () => [...(bar.current?.querySelectorAll<HTMLButtonElement>(":scope > button") ?? [])];
  const go = (index: number) => {
    const next = (index + menus.length) % menus.length;
    setStop(next);
    buttons()[next]?.focus();
    return next;
  };
  const opened = open === null ? undefined : menus[open];
  const place = open === null ? undefined : buttons()[open]?.getBoundingClientRect();
  return (
    <div ref={bar} class="menu-bar" role="menubar" aria-label="Menu">
      {menus.map(({ label }, index) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          aria-haspopup="menu"
          aria-expanded={open === index}
          tabIndex={index === stop ? 0 : -1}
          onClick={() => {
            setStop(index);
            setOpen(open === index ? null : index);
          }}
          onPointerEnter={() => {
            if (open !== null) setOpen(index);
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowRight") go(index + 1);
            else if (event.key === "ArrowLeft") go(index - 1);
            else if (event.key === "ArrowDown") setOpen(index);
            else return;
            event.preventDefault();
          }}
        >
          {label}
        </button>
      ))}
      {opened && place && (
        <Menu
          key={opened.label}
          label={opened.label}
          entries={opened.entries}
          at={{ x: place.left, y: place.bottom }}
          onClose={(next) => {
            if (next !== undefined && open !== null) setOpen(go(open + next));
            else {
              setOpen(null);
              if (open !== null) buttons()[open]?.focus();
            }
          }}
        />
      )}
    </div>
  );
}
