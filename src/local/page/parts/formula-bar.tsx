import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CellDetail, TabOutline } from "../../workspace/protocol";
import type { Editing } from "../grid/grid-props";
import { nameOfRange, type Place, rectangleOf, type Selection, selectionNamed } from "../grid/places";

interface FormulaBarProps {
  readonly tab: TabOutline;
  readonly selection: Selection;
  readonly detail: CellDetail | null;
  readonly isReadOnly: boolean;
  readonly onGo: (selection: Selection) => void;
  /** Says whether the cell has the text now. */
  readonly onCommit: (begun: Omit<Editing, "text">, text: string) => Promise<boolean>;
  readonly onLeave: () => void;
}

/** Where the active cell is, and what is really in it. */
export function FormulaBar({ tab, selection, detail, isReadOnly, onGo, onCommit, onLeave }: FormulaBarProps) {
  const name = nameOfRange(rectangleOf(selection, tab));
  const input = detail?.input ?? "";
  const [place, setPlace] = useState(name);
  const [text, setText] = useState(input);
  useLayoutEffect(() => setPlace(name), [name]);
  /** What is being typed. The selection may go elsewhere before the field is left. */
  const draft = useRef<Editing | null>(null);
  const shown = useRef({ input, key: "" });
  const key = `${tab.id} ${name}`;
  shown.current = { input, key };
  useLayoutEffect(() => {
    if (!draft.current) setText(input);
  }, [input, key]);
  const commit = async () => {
    const made = draft.current;
    draft.current = null;
    if (!made) return;
    const stays = made.tabId === tab.id && samePlace(made.place, selection.active);
    if (!stays) setText(input);
    const isTaken = await onCommit(made, made.text);
    if (!isTaken && stays && !draft.current && shown.current.key === key) setText(shown.current.input);
  };
  return (
    <div class="formula-bar">
      <input
        class="name-box"
        aria-label="Go to cell"
        value={place}
        onInput={(event) => setPlace(event.currentTarget.value)}
        onBlur={() => setPlace(name)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") onLeave();
          if (event.key !== "Enter") return;
          const named = selectionNamed(place, tab);
          if (named) onGo(named);
          else setPlace(name);
        }}
      />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <input
        class="cell-input"
        aria-label="Content of the active cell"
        spellcheck={false}
        readOnly={isReadOnly}
        value={text}
        onInput={(event) => {
          const text = event.currentTarget.value;
          const begun = draft.current ?? { tabId: tab.id, place: selection.active, before: detail?.input ?? null };
          draft.current = { ...begun, text };
          setText(text);
        }}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") {
            draft.current = null;
            setText(input);
          }
          if (event.key === "Enter") void commit();
          if (event.key === "Enter" || event.key === "Escape") onLeave();
        }}
      />
    </div>
  );
}

function samePlace(one: Place, other: Place): boolean {
  return one.row === other.row && one.column === other.column;
}
