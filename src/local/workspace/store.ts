import type { OutsideData } from "../outside-data";
import type { WorkbookData } from "../workbook-data";
import { committed, deleteDatabase, openDatabase, settled } from "./indexed-db";
import { PROGRAM_FORMAT, PROGRAM_VERSION, type ProgramData, readProgram } from "./program-data";
import type { WorkspaceProblem } from "./protocol";

/** Tabs whose content changed, by id, and parts outside of the workbook; names, order and such are always saved. */
export interface ChangedParts {
  readonly tabs?: readonly number[];
  readonly outside?: readonly (keyof OutsideData)[];
}

export type Saved = { readonly ok: true } | { readonly ok: false; readonly problem: WorkspaceProblem };

export type Stored =
  | { readonly kind: "none" }
  | { readonly kind: "program"; readonly data: ProgramData }
  | { readonly kind: "problem"; readonly problem: WorkspaceProblem };

export interface ProgramStore {
  load(): Promise<Stored>;
  /**
   * Keeps the program as it is when the turn comes: changes that arrive while a save is under way go out together in
   * the next one, and what could not be saved is tried again with the next change.
   *
   * @example await store.save({ tabs: [0], outside: ["mail"] })
   */
  save(changed: ChangedParts | "everything"): Promise<Saved>;
  /** Removes all that is stored. */
  clear(): Promise<Saved>;
}

const RECORDS = "records";
const HEAD = "head";
const tabKey = (id: number) => `tab ${id}`;
const OUTSIDE = "outside ";
const outsideKey = (part: string) => `${OUTSIDE}${part}`;

/** A workbook without its tabs' content. */
interface Head extends Omit<WorkbookData, "sheets"> {
  readonly tabIds: readonly number[];
}

/**
 * The program in this browser's IndexedDB, a record a part, so that a change writes little. All records of a save go
 * in one transaction: whatever happens, the store has the program as it was or as it became.
 *
 * @param name the database, see {@link siteName}
 * @param program gives the present program
 */
export function createProgramStore(name: string, program: () => ProgramData): ProgramStore {
  let connection: IDBDatabase | null = null;
  let unsaved: Changes = NOTHING;
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<Saved> | null = null;

  const disconnect = () => {
    connection?.close();
    connection = null;
  };

  const connect = async (): Promise<IDBDatabase> => {
    if (connection) return connection;
    const opened = await openDatabase(name, PROGRAM_VERSION, RECORDS);
    // Another tab deletes or upgrades the database, or the browser has taken it away.
    opened.onversionchange = disconnect;
    opened.onclose = disconnect;
    connection = opened;
    return opened;
  };

  const write = async (): Promise<Saved> => {
    let taken: Changes | null = null;
    // In one moment, so that what is written together belongs together.
    const take = () => {
      next = null;
      taken = unsaved;
      unsaved = NOTHING;
      return { changes: taken, records: recordsOf(program()) };
    };
    try {
      await writeRecords((await connect()).transaction(RECORDS, "readwrite"), take);
      return { ok: true };
    } catch (error) {
      if (taken) unsaved = together(taken, unsaved);
      else next = null;
      disconnect();
      return { ok: false, problem: await problemOf(error, name) };
    }
  };

  /** One thing after another; none of them fails. */
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = underWay.then(act);
    underWay = result.catch(() => undefined);
    return result;
  };

  return {
    load: () =>
      inTurn(async () => {
        try {
          return await readRecords((await connect()).transaction(RECORDS, "readonly"));
        } catch (error) {
          return { kind: "problem", problem: await problemOf(error, name) };
        }
      }),
    save: (changed) => {
      unsaved = together(unsaved, changesOf(changed));
      next ??= inTurn(write);
      return next;
    },
    clear: () =>
      inTurn(async () => {
        unsaved = NOTHING;
        disconnect();
        try {
          await deleteDatabase(name);
          return { ok: true };
        } catch (error) {
          return { ok: false, problem: await problemOf(error, name) };
        }
      }),
  };
}

interface Changes {
  readonly everything: boolean;
  /** The records that changed. */
  readonly keys: ReadonlySet<string>;
}

const NOTHING: Changes = { everything: false, keys: new Set() };

function changesOf(changed: ChangedParts | "everything"): Changes {
  if (changed === "everything") return { everything: true, keys: new Set() };
  const { tabs = [], outside = [] } = changed;
  return { everything: false, keys: new Set([...tabs.map(tabKey), ...outside.map(outsideKey)]) };
}

function together(one: Changes, other: Changes): Changes {
  return { everything: one.everything || other.everything, keys: new Set([...one.keys, ...other.keys]) };
}

/** Writes what changed and what the store does not have (a new tab, or all of it), and removes what is gone. */
async function writeRecords(
  transaction: IDBTransaction,
  take: () => { readonly changes: Changes; readonly records: ReadonlyMap<string, unknown> },
): Promise<void> {
  const done = committed(transaction);
  try {
    const store = transaction.objectStore(RECORDS);
    const present = new Set(await settled(store.getAllKeys()));
    const { changes, records } = take();
    for (const [key, record] of records) {
      if (key === HEAD || changes.everything || changes.keys.has(key) || !present.has(key)) store.put(record, key);
    }
    for (const key of present) if (!records.has(String(key))) store.delete(key);
    transaction.commit();
  } catch (error) {
    abort(transaction);
    // A transaction that ended on its own says why.
    throw transaction.error ?? error;
  }
  await done;
}

function recordsOf({ workbook: { sheets, ...rest }, outside }: ProgramData): Map<string, unknown> {
  const head: Head = { ...rest, tabIds: sheets.map(({ id }) => id) };
  return new Map<string, unknown>([
    [HEAD, head],
    ...sheets.map((sheet) => [tabKey(sheet.id), sheet] as const),
    ...Object.entries(outside).map(([part, record]) => [outsideKey(part), record] as const),
  ]);
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

async function readRecords(transaction: IDBTransaction): Promise<Stored> {
  const store = transaction.objectStore(RECORDS);
  const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
  const records = new Map(keys.map((key, index): [string, unknown] => [String(key), values[index]]));
  if (!records.has(HEAD)) return { kind: "none" };
  const { tabIds, ...rest }: Readonly<Record<string, unknown>> = { ...Object(records.get(HEAD)) };
  const sheets = Array.isArray(tabIds) ? tabIds.map((id) => records.get(tabKey(id))) : undefined;
  const outside = Object.fromEntries(
    [...records].filter(([key]) => key.startsWith(OUTSIDE)).map(([key, record]) => [key.slice(OUTSIDE.length), record]),
  );
  const workbook = { ...rest, sheets };
  const read = readProgram({ format: PROGRAM_FORMAT, version: PROGRAM_VERSION, workbook, outside });
  return read.ok ? { kind: "program", data: read.data } : { kind: "problem", problem: read.problem };
}

/** @throws what is no fault of the storage */
async function problemOf(error: unknown, name: string): Promise<WorkspaceProblem> {
  // A browser that takes IndexedDB away throws all kinds of errors, on access already; ours are TypeErrors and such.
  const kind = error instanceof Error ? error.name : "";
  if (kind === "QuotaExceededError") return { code: "storage-full" };
  if (kind === "VersionError") {
    const known = await globalThis.indexedDB.databases().catch(() => []);
    const found = known.find((database) => database.name === name)?.version ?? PROGRAM_VERSION + 1;
    return { code: "newer-program", found, supported: PROGRAM_VERSION };
  }
  if (error instanceof DOMException && kind !== "DataCloneError") return { code: "storage-denied" };
  throw error;
}
