import { useId, useState } from "preact/hooks";
import { Ask } from "./ask";

interface TextAskProps {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  readonly isLong?: boolean;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

/** Asks for a text. */
export function TextAsk({ title, label, initial, isLong = false, onDone, onClose }: TextAskProps) {
  const id = useId();
  const [text, setText] = useState(initial);
  return (
    <Ask title={title} action="Save" onAct={() => onDone(text)} onClose={onClose}>
      <label class="field" for={id}>
        {label}
        {isLong ? (
          <textarea id={id} rows={5} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        ) : (
          <input id={id} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        )}
      </label>
    </Ask>
  );
}
