import type { Execution } from "./execution";
import { loud } from "./loud";

/** Who holds the document's lock: this script's run, another one, or nobody. */
export interface DocumentLock {
  holder: "this run" | "another run" | null;
}

export function createLockService(execution: Execution, lock: DocumentLock): GoogleAppsScript.Lock.LockService {
  /** Nobody gives a lock back while a script waits here, so that waiting is over at once. */
  const take = () => {
    if (lock.holder === "another run") return false;
    lock.holder = "this run";
    return true;
  };
  const documentLock = loud<GoogleAppsScript.Lock.Lock>(execution, "Lock", {
    tryLock: () => take(),
    waitLock: () => {
      if (!take()) throw new Error("Lock timeout: another process was holding the lock for too long.");
    },
    releaseLock: () => releaseOwnLock(lock),
    hasLock: () => lock.holder === "this run",
  });
  return loud<GoogleAppsScript.Lock.LockService>(execution, "LockService", { getDocumentLock: () => documentLock });
}

export function releaseOwnLock(lock: DocumentLock): void {
  if (lock.holder === "this run") lock.holder = null;
}
