import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CellDetail } from "../../workspace/protocol";

/** Where the active cell goes once an edit is done. */
export type Leave = "down" | "up" | "right" | "left" | "stay";

interface CellEditorProps {
  readonly label: string;
  readonly initial: string;
  readonly rule: CellDetail["rule"];
  /** Whether there will be choices, known before the rule is. */
  readonly hasChoices: boolean;
  readonly onCommit: (text: string, leave: Leave) => void;
  readonly onCancel: () => void;
}

/** The text of a cell being edited, with the choices that its rule offers. */
export function CellEditor({ label, initial, rule, hasChoices, onCommit, onCancel }: CellEditorProps) {
  const id = useId();
  const [text, setText] = useState(initial);
  const [isTouched, setIsTouched] = useState(false);
  const [at, setAt] = useState(-1);
  const line = useRef<HTMLInputElement>(null);
  const lines = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState("");
  const choices = rule?.choices ?? [];
  // The field stays the same one when the rule comes in while somebody is typing.
  const [isLine] = useState(hasChoices || choices.length > 0);
  // What was there before must not narrow the choices: only what is typed does.
  const offered = isTouched
    ? choices.filter((choice) => choice.toLowerCase().includes(text.trim().toLowerCase()))
    : choices;

  // Before anything else is typed: the next key is the editor's.
  useLayoutEffect(() => {
    const field = line.current ?? lines.current;
    field?.focus();
    field?.setSelectionRange(initial.length, initial.length);
  }, [initial]);
  useLayoutEffect(() => {
    const field = lines.current;
    if (!field) return;
    field.style.height = "0";
    field.style.height = `${field.scrollHeight}px`;
  });

  // Where there is no room below or to the right, it opens to the other side.
  useLayoutEffect(() => {
    const grid = box.current?.closest(".grid")?.getBoundingClientRect();
    const editor = box.current?.getBoundingClientRect();
    if (!grid || !editor) return;
    const isUpward = editor.bottom > grid.bottom && editor.top - editor.height > grid.top;
    const isLeftward = editor.right > grid.right && editor.right - editor.width > grid.left;
    setSide(`${isUpward ? " is-upward" : ""}${isLeftward ? " is-leftward" : ""}`);
  }, [choices.length]);

  const finish = (value: string, leave: Leave) => {
    if (isDone.current) return;
    isDone.current = true;
    onCommit(value, leave);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.isComposing) return;
    const chosen = at >= 0 ? offered[at] : undefined;
    if (event.key === "Enter" && event.altKey) {
      event.preventDefault();
      const field = lines.current;
      field?.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
      if (field) change(field.value);
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      const isBack = event.shiftKey;
      const leave = event.key === "Tab" ? (isBack ? "left" : "right") : isBack ? "up" : "down";
      finish(chosen ?? text, leave);
    } else if (event.key === "Escape") {
      event.preventDefault();
      isDone.current = true;
      onCancel();
    } else if (offered.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((before) => Math.max(-1, Math.min(offered.length - 1, before + step)));
    }
  };

  const change = (value: string) => {
    setText(value);
    setIsTouched(true);
    setAt(-1);
  };
  const common = {
    "aria-label": label,
    "aria-describedby": rule?.helpText ? `${id}-help` : undefined,
    spellcheck: false,
    value: text,
    onKeyDown,
    onBlur: () => finish(text, "stay"),
  };

  return (
    <div ref={box} class={`editor${side}`}>
      {isLine ? (
        <input
          {...common}
          ref={line}
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-choices`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          onInput={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <textarea {...common} ref={lines} rows={1} onInput={(event) => change(event.currentTarget.value)} />
      )}
      {choices.length > 0 && (
        <div class="choices" role="listbox" id={`${id}-choices`} aria-label="Choices">
          {offered.map((choice, index) => (
            <div
              key={choice}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onPointerDown={(event) => {
                event.preventDefault();
                event.stopPropagation();
                finish(choice, "stay");
              }}
            >
              {choice}
            </div>
          ))}
        </div>
      )}
      {rule?.helpText && (
        <div class="editor-help" id={`${id}-help`}>
          {rule.helpText}
        </div>
      )}
    </div>
  );
}
