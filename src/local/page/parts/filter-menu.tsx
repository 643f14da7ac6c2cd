import { useEffect, useState } from "preact/hooks";
import { Ask } from "./ask";

interface FilterMenuProps {
  readonly title: string;
  readonly texts: readonly string[];
  readonly hidden: readonly string[];
  readonly onFilter: (hidden: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Which texts of a column show. */
export function FilterMenu({ title, texts, hidden, onFilter, onClose }: FilterMenuProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set(hidden));
  const [search, setSearch] = useState("");
  useEffect(() => setLeft(new Set(hidden)), [hidden]);
  const found = texts.filter((text) => text.toLowerCase().includes(search.toLowerCase()));
  const set = (changed: readonly string[], isShown: boolean) => {
    const next = new Set(left);
    for (const text of changed)
      if (isShown) next.delete(text);
      else next.add(text);
    setLeft(next);
  };
  return (
    <Ask title={title} action="Apply filter" onAct={() => onFilter([...left])} onClose={onClose}>
      <label class="field">
        Find a value
        <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
      </label>
      <p class="buttons">
        <button type="button" onClick={() => set(found, true)}>
          Select all
        </button>
        <button type="button" onClick={() => set(found, false)}>
          Clear
        </button>
      </p>
      <fieldset class="filter-values">
        <legend class="for-readers">Values that show</legend>
        {found.length === 0 && <p>No value like that.</p>}
        {found.map((text) => (
          <label key={text}>
            <input
              type="checkbox"
              checked={!left.has(text)}
              onChange={(event) => set([text], event.currentTarget.checked)}
            />
            {text === "" ? "(Blanks)" : text}
          </label>
        ))}
      </fieldset>
    </Ask>
  );
}
