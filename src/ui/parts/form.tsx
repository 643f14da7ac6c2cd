import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface FormProps {
  readonly id: string;
  /** What the fields were found to lack. Each new object sends the focus to the first field that is marked invalid. */
  readonly errors?: object;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}

/** A form that stays on its page. */
export function Form({ id, errors, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  // Whenever it was checked, not at every stroke.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [errors]);
  return (
    <form
      id={id}
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
