import { describe, expect, it } from "vitest";
import { type Key, meaningOf } from "../../../../src/local/page/grid/keys";
import { type Place, type Selection, selectCell } from "../../../../src/local/page/grid/places";
import { tabOutline, visibleIn } from "../a-tab";

const tab = tabOutline({ hiddenRows: [4, 8], hiddenColumns: [2] });
const MIDDLE = selectCell({ row: 5, column: 3 });

/** What "Ctrl+Shift+Z" means; `place` is where a selection goes. */
function meaning(words: string, { selection = MIDDLE, isCheckbox = false } = {}) {
  const held = words.split("+");
  const key: Key = {
    key: held.at(-1) ?? "",
    ctrlKey: held.includes("Ctrl"),
    metaKey: held.includes("Meta"),
    shiftKey: held.includes("Shift"),
    altKey: held.includes("Alt"),
  };
  return meaningOf(key, selection, tab, visibleIn(tab), { page: 3, isCheckbox });
}

describe("keys that move", () => {
  it.each<readonly [string, Place]>([
    ["ArrowUp", { row: 3, column: 3 }],
    ["ArrowDown", { row: 6, column: 3 }],
    ["ArrowLeft", { row: 5, column: 1 }],
    ["ArrowRight", { row: 5, column: 4 }],
    ["PageUp", { row: 1, column: 3 }],
    ["PageDown", { row: 9, column: 3 }],
    ["Home", { row: 5, column: 1 }],
    ["End", { row: 5, column: 4 }],
    ["Ctrl+Home", { row: 1, column: 1 }],
    // Row 8 is the last with content, but it does not show.
    ["Ctrl+End", { row: 7, column: 4 }],
    ["Ctrl+ArrowDown", { row: 7, column: 3 }],
    ["Meta+ArrowUp", { row: 1, column: 3 }],
    ["Ctrl+ArrowRight", { row: 5, column: 4 }],
    ["Ctrl+ArrowLeft", { row: 5, column: 1 }],
  ])("%s", (words, place) => {
    expect(meaning(words)).toEqual({ kind: "select", selection: selectCell(place) });
  });

  it("draw the selection out with Shift, from where it began", () => {
    const selection: Selection = { active: { row: 3, column: 3 }, end: { row: 5, column: 3 } };
    expect(meaning("Shift+ArrowDown", { selection })).toEqual({
      kind: "select",
      selection: { active: { row: 3, column: 3 }, end: { row: 6, column: 3 } },
    });
  });

  it("select all that shows with Ctrl+A", () => {
    expect(meaning("Ctrl+a")).toEqual({
      kind: "select",
      selection: { active: { row: 1, column: 1 }, end: { row: 10, column: 6 } },
    });
  });
});

describe("keys that do something", () => {
  it.each([
    ["Ctrl+z", "undo"],
    ["Meta+z", "undo"],
    ["Ctrl+Shift+Z", "redo"],
    ["Ctrl+y", "redo"],
    ["Ctrl+d", "fill-down"],
    ["Ctrl+r", "fill-right"],
    ["Delete", "clear"],
    ["Backspace", "clear"],
    ["ContextMenu", "menu"],
    ["Shift+F10", "menu"],
  ] as const)("%s", (words, kind) => {
    expect(meaning(words)).toEqual({ kind });
  });

  it("begin an edit: of what stands there, or with what is typed", () => {
    expect(meaning("Enter")).toEqual({ kind: "edit", text: null });
    expect(meaning("F2")).toEqual({ kind: "edit", text: null });
    expect(meaning("Shift+A")).toEqual({ kind: "edit", text: "A" });
    expect(meaning("=")).toEqual({ kind: "edit", text: "=" });
    expect(meaning(" ")).toEqual({ kind: "edit", text: " " });
  });

  it("tick a checkbox, in which nothing is typed", () => {
    for (const words of [" ", "Enter", "F2"]) expect(meaning(words, { isCheckbox: true })).toEqual({ kind: "toggle" });
    expect(meaning("a", { isCheckbox: true })).toBeNull();
    expect(meaning("Delete", { isCheckbox: true })).toEqual({ kind: "clear" });
  });
});

it.each([
  "Tab",
  "Shift+Tab",
  "Escape",
  "Shift",
  "F5",
  "Alt+ArrowDown",
  "Alt+f",
  "Ctrl+c",
  "Ctrl+v",
  "Ctrl+x",
  "Ctrl+f",
])("%s is left to the browser", (words) => {
  expect(meaning(words)).toBeNull();
});
