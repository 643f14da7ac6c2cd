import { surveyCodes } from "../../program/survey-codes";
import { cellText } from "../cell";
import { numbering, numberTypedRows } from "../numbering";
import { type Person, peopleOf } from "../people";
import { type CellChange, type Change, updateCells } from "../plan";
import { remember } from "../settings";
import type { Snapshot } from "../snapshot";
import { roster } from "../tabs/roster";

/**
 * The Roster's people, each with an id, and with a code where answers are to be known by it: those who have none yet
 * are given them.
 *
 * @param seed randomness for codes; null where none are needed
 */
export function identified(
  snapshot: Snapshot,
  seed: string | null,
): { readonly people: readonly Person[]; readonly changes: readonly Change[] } {
  const now = snapshot.tabs.get(roster.key);
  const ids = numbering(roster, snapshot);
  const numbered = numberTypedRows(roster, now, ids);
  const idAt = new Map(numbered.map(({ at, value }) => [at, cellText(value)]));
  const known = peopleOf(snapshot).all.map((person) => ({ ...person, id: person.id || (idAt.get(person.at) ?? "") }));
  const lacking = seed === null ? [] : known.filter(({ id, code }) => id !== "" && code === "");
  const taken = new Set(known.map(({ code }) => code));
  const codes = surveyCodes(seed ?? "", lacking.length, taken);
  const codeAt = new Map(lacking.map(({ at }, index) => [at, codes[index] ?? ""]));
  const given = [...codeAt].map(([at, value]): CellChange => ({ at, column: "code", value }));
  return {
    people: known
      .filter(({ id }) => id !== "")
      .map((person): Person => ({ ...person, code: person.code || (codeAt.get(person.at) ?? "") })),
    changes: [updateCells(roster, now, [...numbered, ...given]), ...remember(snapshot, ids.toRemember())],
  };
}
