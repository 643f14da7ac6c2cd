import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface PageViewProps {
  readonly title: string;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page over the sheet: a way back, a title that takes the keyboard, and what it is about. */
export function PageView({ title, actions, children }: PageViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <main class="page-view">
      <nav class="page-bar" aria-label="Page">
        <a href="#sheet">Back to the sheet</a>
        <span class="page-actions">{actions}</span>
      </nav>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
