import { reasonWords } from "../../content/match-words";
import { candidatesFor } from "../../program/likeness";
import type { AnswerRow } from "../answers";
import type { People } from "../people";
import { type Snapshot, textAt } from "../snapshot";
import { roster } from "../tabs/roster";
import { choiceLabel } from "./match-choices";

/** Somebody to whom an answer may belong. */
export interface Suggestion {
  /** As it may stand in the list as a choice. */
  readonly person: string;
  /** The reasons in words. */
  readonly why: string;
}

/** Suggests to whom an answer may belong, the likeliest first. The Roster is looked through once, when first asked. */
export function suggester(snapshot: Snapshot, people: People): (row: AnswerRow) => readonly Suggestion[] {
  let candidates: ReturnType<typeof candidatesFor> | null = null;
  return ({ name, email, code, cells }) => {
    candidates ??= candidatesFor(knownPeople(snapshot, people));
    return candidates({ name, email, code, said: cells }).flatMap(({ id, reasons }) => {
      const person = people.all[Number(id)];
      const why = reasons.map((reason) => reasonWords[reason]).join(", ");
      return person ? [{ person: choiceLabel(person), why: why.charAt(0).toUpperCase() + why.slice(1) }] : [];
    });
  };
}

function knownPeople(snapshot: Snapshot, people: People) {
  const tab = snapshot.tabs.get(roster.key);
  return people.all.map(({ at, name, email, code }, place) => {
    const cell = (column: string): string => textAt(tab, at, column);
    const [supportGroup, school, facilitator] = [cell("supportGroup"), cell("school"), cell("facilitator")];
    return { id: String(place), name, email, code, supportGroup, school, facilitator };
  });
}
