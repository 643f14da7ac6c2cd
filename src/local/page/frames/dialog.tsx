import { useEffect, useId, useRef, useState } from "preact/hooks";
import { followLink } from "../follow-link";
import type { FramePage, Session } from "../session";
import { openElsewhere, ScriptFrame } from "./script-frame";

interface DialogProps {
  readonly session: Session;
  readonly page: FramePage;
  readonly onClosed: () => void;
}

/** A modal dialog of the add-on. */
export function Dialog({ session, page, onClosed }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [size, setSize] = useState({ width: page.width ?? 600, height: page.height ?? 480 });
  useEffect(() => box.current?.showModal(), []);
  const close = () => {
    session.change({ dialog: null });
    onClosed();
  };
  return (
    <dialog
      ref={box}
      class="dialog"
      aria-labelledby={id}
      style={{ width: `${size.width}px` }}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="frame-head">
        <h2 id={id}>{page.title}</h2>
        <button type="button" class="close" aria-label="Close" onClick={close}>
          ×
        </button>
      </div>
      <div class="dialog-page" style={{ height: `${size.height}px` }}>
        <ScriptFrame
          title={page.title}
          html={page.html}
          run={(name, args) => session.run(name, args)}
          onClose={close}
          onEscape={close}
          onFocusEditor={close}
          onLink={(href) => {
            if (followLink(href, session.state.outline)) session.change({ dialog: null });
            else openElsewhere(href);
          }}
          onSize={(next) => setSize((before) => ({ ...before, ...next }))}
        />
      </div>
    </dialog>
  );
}
