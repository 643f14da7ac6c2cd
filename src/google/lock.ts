const PATIENCE_MS = 10_000;

/**
 * Runs one command at a time in a document: its result, or null where somebody else's command holds the lock.
 * It keeps out our own commands only; people go on editing meanwhile.
 */
export function underLock<T>(work: () => T): { readonly result: T } | null {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(PATIENCE_MS)) return null;
  try {
    return { result: work() };
  } finally {
    lock.releaseLock();
  }
}
