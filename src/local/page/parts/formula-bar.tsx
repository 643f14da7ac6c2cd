import { useEffect, useState } from "preact/hooks";
import type { CellDetail, TabOutline } from "../../workspace/protocol";
import { nameOfRange, rectangleOf, type Selection, selectionNamed } from "../grid/places";

interface FormulaBarProps {
  readonly tab: TabOutline;
  readonly selection: Selection;
  readonly detail: CellDetail | null;
  readonly isReadOnly: boolean;
  readonly onGo: (selection: Selection) => void;
  readonly onCommit: (text: string) => void;
  readonly onLeave: () => void;
}

/** Where the active cell is, and what is really in it. */
export function FormulaBar({ tab, selection, detail, isReadOnly, onGo, onCommit, onLeave }: FormulaBarProps) {
  const name = nameOfRange(rectangleOf(selection, tab));
  const input = detail?.input ?? "";
  const [place, setPlace] = useState(name);
  const [text, setText] = useState(input);
  useEffect(() => setPlace(name), [name]);
  useEffect(() => setText(input), [input, name]);
  const commit = () => {
    if (text !== input) onCommit(text);
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
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") setText(input);
          if (event.key === "Enter") commit();
          if (event.key === "Enter" || event.key === "Escape") onLeave();
        }}
      />
    </div>
  );
}
