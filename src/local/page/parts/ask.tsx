import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface AskProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly action: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
  /** Nothing to be done but to read it. */
  readonly isNotice?: boolean;
}

/** A question of the page's own, before something that cannot be taken back lightly. */
export function Ask({ title, children, action, onAct, onClose, isNotice = false }: AskProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog
      ref={box}
      class="ask"
      aria-labelledby={id}
      onClose={onClose}
      onCancel={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onAct();
        }}
      >
        <h2 id={id}>{title}</h2>
        {children}
        <div class="buttons">
          <button type="submit" class="is-main">
            {action}
          </button>
          {!isNotice && (
            <button type="button" onClick={onClose}>
              Cancel
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
