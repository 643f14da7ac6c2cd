import type { IsoDate } from "../../program/dates";
import { normalizeEmail } from "../../program/matching";
import { isOneAddress } from "../../program/placeholders";
import type { Person } from "../people";
import type { Change } from "../plan";
import { type Snapshot, textAt, typedRows } from "../snapshot";
import { roster } from "../tabs/roster";
import { answerers } from "./answerers";
import { identified } from "./identified";
import { INVITATION, type LedgerRow, ledgerKey, ledgerOf } from "./ledger";
import { planLedger } from "./ledger-rows";
import type { MessageKind } from "./message";
import { invitationTo, reminderTo } from "./next-message";
import { type FilterChoices, filterChoices, type PeopleFilter, peopleFilter } from "./people-filter";
import type { Survey } from "./survey-list";

/** Why somebody gets no message, in the order in which people are told. */
const REASONS = [
  "withdrawn",
  "opted-out",
  "unreachable",
  "answered",
  "not-invited",
  "already-sent",
  "reminded-enough",
  "unsure",
  "no-address",
  "invalid-address",
  "twice",
  "shared-address",
] as const;

type SkipReason = (typeof REASONS)[number];

/** Those that an address has to be shown with. */
const ABOUT_ADDRESSES: readonly SkipReason[] = ["invalid-address", "twice", "shared-address"];

/** Somebody who gets a message. */
export interface Recipient {
  /** Of the ledger's row. */
  readonly key: string;
  /** As the ledger calls it. */
  readonly message: string;
  readonly participant: string;
  readonly name: string;
  readonly email: string;
  /** Blank where answers are not to be known by it. */
  readonly code: string;
}

interface SendingChoices {
  readonly kind: MessageKind;
  /** Left out: everybody. */
  readonly to?: PeopleFilter | undefined;
  /** The person asked to send to those, too, whose message may have gone out or not. */
  readonly sendUnsure: boolean;
  /** Wall clock. */
  readonly now: string;
  /** Randomness for missing participant codes. */
  readonly seed: string;
}

export interface SendingPlan {
  readonly recipients: readonly Recipient[];
  readonly skipped: readonly { readonly reason: SkipReason; readonly people: readonly string[] }[];
  /** Reminders that come due later, the next day first. */
  readonly coming: readonly { readonly on: IsoDate; readonly people: number }[];
  /** What the Roster offers to choose people by. */
  readonly choices: FilterChoices;
  /** Ids and codes for those who have none yet, and the ledger's rows: written before anything goes out. */
  readonly changes: readonly Change[];
}

/**
 * Who gets a survey's invitation, or its next reminder: of those in the Roster who are chosen, everybody whom nothing
 * speaks against. Who was sent a message, or may have been, is never sent it again by itself.
 *
 * A survey without a form goes the same way: nobody is taken to have answered it, and nobody needs a code.
 */
export function planSending(
  survey: Survey,
  snapshot: Snapshot,
  { kind, to = {}, sendUnsure, now, seed }: SendingChoices,
): SendingPlan {
  const { people, changes } = identified(snapshot, survey.hasForm && !survey.isAnonymous ? seed : null);
  const ledger = ledgerOf(snapshot, survey.id);
  const filter = peopleFilter(snapshot, to);
  const barOf = bars(survey, snapshot, filter.byStatus);
  const nextTo = kind === "invitation" ? invitationTo(survey, ledger) : reminderTo(survey, ledger, now.slice(0, 10));
  const ownerOf = addressOwners(people, barOf, [...ledger.values()]);
  const recipients: Recipient[] = [];
  const skipped = new Map<SkipReason, string[]>();
  const coming = new Map<IsoDate, number>();
  const known = new Map<string, Person>();
  for (const person of people) {
    const { id, name, email, code } = person;
    const isCopy = known.has(id);
    if (!isCopy) known.set(id, person);
    if (!filter.isChosen(person)) continue;
    const next = nextTo(id);
    const bar = barOf(person);
    const reason =
      bar ??
      (next.kind === "none" ? next.reason : null) ??
      (next.kind === "unsure" && !sendUnsure ? next.kind : null) ??
      (next.kind === "later" ? null : (addressBar(person) ?? (isCopy ? "twice" : ownerBar(person, ownerOf(person)))));
    if (reason !== null) {
      const words = [name || email || id, ...(ABOUT_ADDRESSES.includes(reason) ? [email] : [])].join(", ");
      skipped.set(reason, [...(skipped.get(reason) ?? []), words]);
    } else if (next.kind === "later") coming.set(next.on, (coming.get(next.on) ?? 0) + 1);
    else if (next.kind !== "none") {
      const key = ledgerKey(survey.id, next.message, id);
      recipients.push({ key, message: next.message, participant: id, name, email, code });
    }
  }
  /** Nobody waits for what they are not to get, but who was not chosen today may be chosen tomorrow. */
  const isOver = ({ message, participant }: LedgerRow): boolean => {
    const person = known.get(participant);
    if (!person || barOf(person) !== null || addressBar(person) !== null) return true;
    return filter.isChosen(person) && (message === INVITATION) === (kind === "invitation");
  };
  return {
    recipients,
    skipped: REASONS.flatMap((reason) => {
      const found = skipped.get(reason);
      return found ? [{ reason, people: found }] : [];
    }),
    coming: [...coming]
      .map(([on, count]) => ({ on, people: count }))
      .sort((one, other) => (one.on < other.on ? -1 : 1)),
    choices: filterChoices(snapshot, people),
    changes: [...changes, ...planLedger(snapshot, survey, ledger, recipients, { now, isOver })],
  };
}

type Bar = (person: Person) => SkipReason | null;

/** What speaks against any message of a survey to a person. */
function bars(survey: Survey, snapshot: Snapshot, isAskedFor: (person: Person) => boolean): Bar {
  const rows = new Map(typedRows(snapshot, roster).rows.map(({ at, values }) => [at, values]));
  const now = snapshot.tabs.get(roster.key);
  const hasAnswered = answerers(survey, snapshot);
  return (person) => {
    if (hasAnswered(person)) return "answered";
    const values = rows.get(person.at);
    if (values?.status === "withdrawn" && !isAskedFor(person)) return "withdrawn";
    // Words that nobody can read there are no leave to write.
    return values?.surveyMail ?? (textAt(now, person.at, "surveyMail") === "" ? null : "opted-out");
  };
}

function addressBar({ email }: Person): SkipReason | null {
  if (email === "") return "no-address";
  return isOneAddress(email) ? null : "invalid-address";
}

/** One person in two rows, or two people with one address. */
function ownerBar(person: Person, owner: Person | undefined): SkipReason | null {
  if (!owner || owner.at === person.at) return null;
  const names = [person, owner].map(({ name }) => name.trim().toLowerCase());
  return names[0] !== "" && names[0] === names[1] ? "twice" : "shared-address";
}

/**
 * Whose each address is: an address gets one message, and who had it stays the one. Where one of several opted out or
 * has answered, nobody gets it.
 */
function addressOwners(
  people: readonly Person[],
  barOf: Bar,
  ledger: readonly LedgerRow[],
): (person: Person) => Person | undefined {
  const writtenTo = new Set(ledger.map(({ participant }) => participant));
  const isFirst = (person: Person): boolean => barOf(person) !== null || writtenTo.has(person.id);
  const enrolled = people.filter((person) => barOf(person) !== "withdrawn");
  const owners = new Map<string, Person>();
  for (const person of [...enrolled.filter(isFirst), ...enrolled.filter((each) => !isFirst(each))]) {
    const address = normalizeEmail(person.email);
    if (!owners.has(address)) owners.set(address, person);
  }
  return ({ email }) => owners.get(normalizeEmail(email));
}
