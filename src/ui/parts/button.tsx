import type { ComponentChildren } from "preact";

interface ButtonProps {
  /** One primary button at a time. */
  readonly primary?: boolean;
  /** Sends the form that it stands in, or the one with this id. */
  readonly submits?: string;
  /** Something runs: the button stays where it is, keeps the focus, and does nothing. */
  readonly busy?: boolean;
  /** Said instead of the visible words where those alone do not tell which one it is. */
  readonly name?: string;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

export function Button({ primary = false, submits, busy = false, name, onClick, children }: ButtonProps) {
  return (
    <button
      type={submits === undefined ? "button" : "submit"}
      form={submits}
      class={primary ? "primary" : undefined}
      aria-disabled={busy}
      aria-label={name}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}
