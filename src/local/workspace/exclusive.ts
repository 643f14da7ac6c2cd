import { askedTurns } from "./exclusive-by-asking";

/** Who may change the program where several browser tabs have it open: one at a time. */
export interface Turns {
  /**
   * Takes the program for this tab if no other one has it, until the tab is closed. After `read-only` came `editing`,
   * what was read in between may be old: load it again.
   */
  takeTurn(): Promise<"editing" | "read-only">;
  /** Calls back once when the tab that has the program is gone. Another may be quicker to take its turn. */
  onFree(callback: () => void): void;
}

/** A page that is loaded again may come before its former self has gone. */
const PATIENCE_MS = 600;

/**
 * Turns at the things of one site, see {@link siteName}: by Web Locks, which a browser gives back when a tab goes,
 * however it goes; over plain http there are none, and tabs ask each other.
 *
 * @example if ((await turns.takeTurn()) === "read-only") turns.onFree(offerToEditHere)
 */
export function createTurns(name: string): Turns {
  const locks: LockManager | undefined = globalThis.navigator.locks;
  return locks ? lockedTurns(locks, name) : askedTurns(name);
}

function lockedTurns(locks: LockManager, name: string): Turns {
  let isOurs = false;
  const forever = new Promise<never>(() => undefined);
  const take = () =>
    new Promise<"editing" | "read-only">((resolve) => {
      const taken = () => {
        isOurs = true;
        resolve("editing");
        return forever;
      };
      locks.request(name, { signal: AbortSignal.timeout(PATIENCE_MS) }, taken).catch((error: unknown) => {
        // Where a browser denies locks it denies storage too, so that there is nothing to keep apart.
        resolve(error instanceof DOMException && error.name === "TimeoutError" ? "read-only" : "editing");
      });
    });
  return {
    takeTurn: async () => (isOurs ? "editing" : take()),
    onFree: (callback) => {
      locks.request(name, () => undefined).then(callback, () => undefined);
    },
  };
}
