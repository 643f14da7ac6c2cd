import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { closeDialog } from "../server";
import { Button } from "./button";

interface PageProps {
  /** What the dialog's own title bar says; here for those who cannot see that. */
  readonly title: string;
  /** What is going on, or blank. */
  readonly status: string;
  readonly actions?: ComponentChildren;
  /** The work is done: closing is all that is left to do. */
  readonly done?: boolean;
  readonly children: ComponentChildren;
}

const FIRST_FIELD = ".content :is(input, select, textarea):not(:disabled)";

/** The frame of every dialog: what is in it, what is going on, and the buttons, the primary one first. */
export function Page({ title, status, actions, done = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isBegun = useRef(false);
  // People begin in the first field. Wherever what had the focus is gone later, they start again from the top.
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement !== body && (isBegun.current || activeElement !== heading.current)) return;
    const first = isBegun.current ? null : document.querySelector<HTMLElement>(FIRST_FIELD);
    if (first) isBegun.current = true;
    (first ?? heading.current)?.focus({ preventScroll: true });
  });
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented) closeDialog();
    };
    document.addEventListener("keydown", closeOnEscape);
    return () => document.removeEventListener("keydown", closeOnEscape);
  }, []);
  return (
    <main>
      <h1 class="unseen" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div class="content" aria-busy={status !== ""}>
        {children}
      </div>
      <footer>
        <p role="status" class="status">
          {status}
        </p>
        <div class="actions">
          {done ? null : actions}
          <Button primary={done} onClick={closeDialog}>
            Close
          </Button>
          {done ? actions : null}
        </div>
      </footer>
    </main>
  );
}
