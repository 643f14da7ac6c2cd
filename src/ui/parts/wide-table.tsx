import type { ComponentChildren } from "preact";

interface WideTableProps {
  /** What it shows, for those who do not see it. */
  readonly label: string;
  /** A table. */
  readonly children: ComponentChildren;
}

/** A table that scrolls sideways where a dialog is too narrow for it. */
export function WideTable({ label, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
