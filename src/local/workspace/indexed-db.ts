/** IndexedDB's events as promises. */

/** A request's result. */
export function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Resolves once all that a transaction wrote is stored; rejects where none of it is. */
export function committed(transaction: IDBTransaction): Promise<void> {
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("", "AbortError"));
  });
  // It may end before anybody waits for it.
  done.catch(() => undefined);
  return done;
}

/**
 * Opens a database with one store of records, which is made where it is missing.
 *
 * @throws DOMException `VersionError` where a newer version of it is there
 */
export function openDatabase(name: string, version: number, store: string): Promise<IDBDatabase> {
  const request = factory().open(name, version);
  request.onupgradeneeded = () => {
    const database = request.result;
    if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
  };
  return settled(request);
}

export async function deleteDatabase(name: string): Promise<void> {
  await settled(factory().deleteDatabase(name));
}

function factory(): IDBFactory {
  const found: IDBFactory | undefined = globalThis.indexedDB;
  if (!found) throw new DOMException("this browser stores nothing", "SecurityError");
  return found;
}
