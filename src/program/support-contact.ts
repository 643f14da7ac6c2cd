import { daysBetween, type IsoDate, isIsoDate } from "./dates";
import type { SupportModelId } from "./support-models";

/** Who has had no contact for this long is shown: the two weeks of domain.md section 9. */
export const CONTACT_DAYS = 14;

/** A roster row, as far as support goes. */
export interface SupportedPerson {
  readonly id: string;
  readonly withdrawn: boolean;
  readonly supportModel: SupportModelId | null;
  /** What the support log calls this person's group; null where that is not known. */
  readonly group: string | null;
  readonly enrolledOn: IsoDate | null;
  /** A portfolio of this person was awarded, or not yet. */
  readonly decided: boolean;
}

/** Support as it was given: to one person, or to a whole group. */
export interface Contact {
  readonly date: IsoDate | null;
  readonly to: { readonly person: string } | { readonly group: string };
}

/**
 * The people whom nobody has been in touch with for two weeks. Support is promised to enrolled people of a support model
 * other than Independent; who has a decision no longer waits for it. The two weeks begin with the last contact, else
 * with enrolment, and never before the program's launch; where none of these days is known, nobody can have been in
 * touch. Contacts without a date, or planned for later, do not count.
 *
 * @param people roster rows, each person once
 * @param contacts rows of the support log, in any order
 * @param days the day to judge by, and the launch of the program where it is known
 * @returns their ids
 * @see domain.md sections 5 and 9
 * @example withoutContact(people, [{ date: "2026-09-08", to: { group: "basic" } }],
 *   { asOf: "2026-09-22", launch: "2026-09-01" }) // ["P-0001", …]
 */
export function withoutContact(
  people: readonly SupportedPerson[],
  contacts: readonly Contact[],
  { asOf, launch }: { readonly asOf: IsoDate; readonly launch: IsoDate | null },
): readonly string[] {
  const ofPerson = new Map<string, IsoDate>();
  const ofGroup = new Map<string, IsoDate>();
  for (const { date, to } of contacts) {
    if (date === null || !isIsoDate(date) || date > asOf) continue;
    const [last, key] = "person" in to ? [ofPerson, to.person] : [ofGroup, to.group];
    if (date > (last.get(key) ?? "")) last.set(key, date);
  }
  return people
    .filter(({ id, withdrawn, supportModel, group, enrolledOn, decided }) => {
      if (withdrawn || decided || supportModel === null || supportModel === "independent") return false;
      const contact = latest(ofPerson.get(id), group === null ? null : ofGroup.get(group));
      const since = latest(contact ?? enrolledOn, launch);
      return since === null || daysBetween(since, asOf) >= CONTACT_DAYS;
    })
    .map(({ id }) => id);
}

/** The later of two days, of which either may be missing. */
function latest(one: IsoDate | null | undefined, other: IsoDate | null | undefined): IsoDate | null {
  const known = [one, other].filter((date): date is IsoDate => typeof date === "string" && isIsoDate(date));
  return known.sort()[known.length - 1] ?? null;
}
