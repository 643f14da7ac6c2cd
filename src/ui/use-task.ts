import { useRef, useState } from "preact/hooks";
import { sentenceOf } from "./server-error";

/** Work that takes a while, such as a call to the server. */
export interface Task<T> {
  readonly running: boolean;
  /** What came back last; it stays while the next one runs. */
  readonly value: T | null;
  /** Why the last one did not come back; else blank. */
  readonly failure: string;
  /** How often something came back: a key for what has to be shown, and focused, anew. */
  readonly round: number;
  /** Starts; of several that overlap, the last counts. */
  readonly start: (work: () => Promise<T>) => void;
  readonly clear: () => void;
}

const IDLE = { running: false, value: null, failure: "", round: 0 };

export function useTask<T>(): Task<T> {
  const [state, setState] = useState<Omit<Task<T>, "start" | "clear">>(IDLE);
  const latest = useRef(0);
  const start = (work: () => Promise<T>): void => {
    latest.current += 1;
    const mine = latest.current;
    const settle = (outcome: { readonly value: T | null; readonly failure: string }): void => {
      if (mine === latest.current) setState(({ round }) => ({ ...outcome, running: false, round: round + 1 }));
    };
    setState((before) => ({ ...before, running: true }));
    work().then(
      (value) => settle({ value, failure: "" }),
      (thrown) => settle({ value: null, failure: sentenceOf(thrown) }),
    );
  };
  const clear = (): void => {
    latest.current += 1;
    setState(IDLE);
  };
  return { ...state, start, clear };
}
