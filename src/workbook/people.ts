import { normalizeCode, normalizeEmail } from "../program/matching";
import { foldSpaces } from "./column";
import { type Snapshot, sheetRow, textAt } from "./snapshot";
import { roster } from "./tabs/roster";

/** A roster row, as far as telling people apart goes. */
export interface Person {
  /** Its place among the roster's rows. */
  readonly at: number;
  readonly sheetRow: number;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly code: string;
}

/** Finds the people whom a text means: a participant id, an e-mail, a name, or "name (P-0012)" as the dropdown offers. */
export interface People {
  readonly all: readonly Person[];
  find(words: string): readonly Person[];
  byId(id: string): Person | undefined;
  byEmail(email: string): readonly Person[];
}

export function peopleOf(snapshot: Snapshot): People {
  const tab = snapshot.tabs.get(roster.key);
  const all: Person[] = [];
  const ids = new Map<string, Person>();
  const emails = new Map<string, Person[]>();
  const names = new Map<string, Person[]>();
  tab?.rows.forEach((_, at) => {
    const cell = (key: string): string => textAt(tab, at, key);
    const person = {
      at,
      sheetRow: sheetRow(at),
      id: cell("id"),
      email: cell("email"),
      name: cell("name"),
      code: cell("code"),
    };
    if (!person.id && !person.email && !person.name) return;
    all.push(person);
    if (person.id && !ids.has(idKey(person.id))) ids.set(idKey(person.id), person);
    if (person.email) append(emails, normalizeEmail(person.email), person);
    if (person.name) append(names, foldSpaces(person.name), person);
  });
  const byEmail = (email: string): readonly Person[] => emails.get(normalizeEmail(email)) ?? [];
  const byId = (id: string): Person | undefined => ids.get(idKey(id));
  return {
    all,
    byId,
    byEmail,
    find(words) {
      const known = byId(words) ?? byId(/\(([^()]+)\)\s*$/.exec(words)?.[1] ?? "");
      if (known) return [known];
      return words.includes("@") ? byEmail(words) : (names.get(foldSpaces(words)) ?? []);
    },
  };
}

/** The survey codes that were given, as they are compared. */
export const codesOf = ({ all }: People): ReadonlySet<string> =>
  new Set(all.map(({ code }) => normalizeCode(code)).filter((code) => code !== ""));

/** What a person is counted by: rows that people typed have no id until a command has numbered them. */
export const personKey = ({ id, email, name }: Person): string => id || email || name;

/** How a person is entered in Submissions and the Support log. */
export const personLabel = ({ id, name, email }: Person): string => `${name || email} (${id})`;

/** Ids are compared without regard to case and spaces around them. */
const idKey = (id: string): string => id.trim().toUpperCase();

function append(map: Map<string, Person[]>, key: string, person: Person): void {
  const found = map.get(key);
  if (found) found.push(person);
  else map.set(key, [person]);
}
