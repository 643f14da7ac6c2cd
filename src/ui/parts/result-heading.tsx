import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** The heading over what came back. It takes the focus, so that the eye and a screen reader go on from there. */
export function ResultHeading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
