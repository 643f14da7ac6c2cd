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

/** The frame of every dialog: what is in it, what is going on, and the buttons, the primary one first. */
export function Page({ title, status, actions, done = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Wherever what had the focus is gone, people start again from the top and not from nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
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
