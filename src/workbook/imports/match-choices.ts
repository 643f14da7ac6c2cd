import { LEAVE_OUT } from "../../content/match-words";
import { normalizeEmail } from "../../program/matching";
import { looksLikeCode } from "../../program/survey-codes";
import { fold } from "../column";
import { type People, type Person, personKey, personLabel } from "../people";
import { type Snapshot, textAt } from "../snapshot";
import { responses } from "../tabs/responses";

/** What people decided in the match list: whose a response is, or that it is nobody's. */
interface MatchChoices {
  /** Of a row by its key: whom it was given to (`personKey`), or that it is left out. */
  readonly rows: ReadonlyMap<string, { readonly person: string } | "left out">;
  /** Whom a code or e-mail was tied to so; those that were tied to two are nobody's. */
  readonly confirmed: ReadonlyMap<string, string>;
}

/** Reads what people chose, whatever survey it was for. What fits nobody, or several people, is no choice. */
export function matchChoices(snapshot: Snapshot, people: People): MatchChoices {
  const now = snapshot.tabs.get(responses.key);
  const rows = new Map<string, { readonly person: string } | "left out">();
  const confirmed = new Map<string, string>();
  const doubtful = new Set<string>();
  now?.rows.forEach((_, at) => {
    const cell = (column: string): string => textAt(now, at, column);
    const chosen = chosenIn(cell("chosen"), people);
    if (chosen === null) return;
    rows.set(cell("key"), chosen === "left out" ? chosen : { person: personKey(chosen) });
    if (chosen === "left out") return;
    for (const identity of identitiesIn(cell("given"))) {
      const other = confirmed.get(identity);
      if (other !== undefined && other !== personKey(chosen)) doubtful.add(identity);
      confirmed.set(identity, personKey(chosen));
    }
  });
  for (const identity of doubtful) confirmed.delete(identity);
  return { rows, confirmed };
}

/** What a choice means: a participant id, an e-mail, a name, "name (P-0012)" or "Leave out"; null for nothing so far. */
export function chosenIn(words: string, people: People): Person | "left out" | null {
  if (words.trim() === "") return null;
  if (fold(words) === fold(LEAVE_OUT)) return "left out";
  const [person, another] = people.find(words);
  return person && !another ? person : null;
}

/** How somebody stands in the list, so that `chosenIn` finds them again. */
export const choiceLabel = (person: Person): string =>
  person.id === "" ? person.email || person.name : personLabel(person);

/** By what a response was given: its code and e-mail, else the name that stands there. */
export const givenAs = (row: { readonly code: string; readonly email: string; readonly name: string }): string =>
  [row.code, row.email]
    .map((each) => each.trim())
    .filter(Boolean)
    .join(SEPARATOR) || row.name.trim();

const SEPARATOR = ", ";

/** A name is no identity: two people may have it. Nor is "none" in place of a code: anybody may write that. */
const identitiesIn = (given: string): readonly string[] =>
  given
    .split(SEPARATOR)
    .filter((part) => part.includes("@") || looksLikeCode(part))
    .map(normalizeEmail)
    .filter((part) => part !== "");
