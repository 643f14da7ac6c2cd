import type { IsoDate } from "../../program/dates";
import { normalizeEmail } from "../../program/matching";
import { isOneAddress } from "../../program/placeholders";
import { type MessagesSent, reminderDue } from "../../program/reminders";
import { cellText } from "../cell";
import type { Person } from "../people";
import { type Change, upsertRows } from "../plan";
import { cellAt, type Snapshot, typedRows } from "../snapshot";
import type { RowCells } from "../tab";
import { roster } from "../tabs/roster";
import { sending } from "../tabs/sending";
import { answerers } from "./answerers";
import { identified } from "./identified";
import {
  INVITATION,
  isUnsure,
  type LedgerRow,
  ledgerKey,
  ledgerOf,
  reminderName,
  SENDING_STATUS,
  sentTo,
  wentOut,
} from "./ledger";
import type { MessageKind } from "./message";
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

/** Somebody who gets a message. */
export interface Recipient {
  /** Of the ledger's row. */
  readonly key: string;
  readonly participant: string;
  readonly name: string;
  readonly email: string;
  /** Blank where answers are not to be known by it. */
  readonly code: string;
}

export interface SendingChoices {
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
  const barred = bars(survey, snapshot, filter.byStatus);
  const next = kind === "invitation" ? invitationTo(survey, ledger) : reminderTo(survey, ledger, now.slice(0, 10));
  const owners = addressOwners(people, barred, new Set([...ledger.values()].map(({ participant }) => participant)));
  const recipients = new Map<string, Recipient>();
  const skipped = new Map<SkipReason, string[]>();
  const coming = new Map<IsoDate, number>();
  const standing = new Map<string, { readonly isChosen: boolean; readonly isBarred: boolean }>();
  for (const person of people) {
    const { id, name, email, code } = person;
    const isAgain = standing.has(id);
    const bar = barred(person);
    const isChosen = filter.isChosen(person);
    if (!isAgain) standing.set(id, { isChosen, isBarred: bar !== null });
    if (!isChosen) continue;
    const skip = (reason: SkipReason): void => {
      const words = [name || id, ...(ADDRESS_REASONS.includes(reason) ? [email] : [])];
      skipped.set(reason, [...(skipped.get(reason) ?? []), words.join(", ")]);
    };
    if (bar !== null && !LAST_REASONS.includes(bar)) {
      skip(bar);
      continue;
    }
    const found = next(id);
    const owner = owners.get(normalizeEmail(email));
    if ("reason" in found && !(found.reason === "unsure" && sendUnsure)) skip(found.reason);
    else if ("on" in found) coming.set(found.on, (coming.get(found.on) ?? 0) + 1);
    else if (bar !== null) skip(bar);
    else if (isAgain || (owner && owner.at !== person.at && sameName(owner, person))) skip("twice");
    else if (owner && owner.at !== person.at) skip("shared-address");
    else if (found.message !== undefined) {
      const key = ledgerKey(survey.id, found.message, id);
      recipients.set(key, { key, participant: id, name, email, code });
    }
  }
  const rows = ledgerRows({ survey, ledger, recipients, now }, ({ message, participant }) => {
    const about = standing.get(participant);
    return !about || about.isBarred || (about.isChosen && (message === INVITATION) === (kind === "invitation"));
  });
  return {
    recipients: [...recipients.values()],
    skipped: REASONS.flatMap((reason) => {
      const found = skipped.get(reason);
      return found ? [{ reason, people: found }] : [];
    }),
    coming: [...coming].sort(([one], [other]) => (one < other ? -1 : 1)).map(([on, count]) => ({ on, people: count })),
    choices: filterChoices(snapshot, people),
    changes: [...changes, ...rows],
  };
}

/** Those that an address has to be shown with. */
const ADDRESS_REASONS: readonly SkipReason[] = ["invalid-address", "twice", "shared-address"];

/** Those that matter only to who would get a message otherwise. */
const LAST_REASONS: readonly SkipReason[] = ["no-address", "invalid-address"];

const sameName = (one: Person, other: Person): boolean =>
  one.name.trim() !== "" && one.name.trim().toLowerCase() === other.name.trim().toLowerCase();

/** What speaks against any message to a person. */
function bars(survey: Survey, snapshot: Snapshot, byStatus: (person: Person) => boolean) {
  const rows = new Map(typedRows(snapshot, roster).rows.map(({ at, values }) => [at, values]));
  const hasAnswered = answerers(survey, snapshot);
  return (person: Person): SkipReason | null => {
    const { status, mail } = rows.get(person.at) ?? {};
    if (status === "withdrawn" && !byStatus(person)) return "withdrawn";
    if (mail === "opted-out" || mail === "unreachable") return mail;
    if (hasAnswered(person)) return "answered";
    if (person.email === "") return "no-address";
    return isOneAddress(person.email) ? null : "invalid-address";
  };
}

/** Which message a person is to get; why none; or from when. One that may have gone out is both named and a reason. */
type Next =
  | { readonly message: string }
  | { readonly reason: SkipReason; readonly message?: string }
  | { readonly on: IsoDate };

function invitationTo({ id: survey }: Survey, ledger: ReadonlyMap<string, LedgerRow>): (participant: string) => Next {
  return (participant) => {
    const row = ledger.get(ledgerKey(survey, INVITATION, participant));
    if (row && wentOut(row)) return { reason: "already-sent" };
    return row && isUnsure(row) ? { reason: "unsure", message: INVITATION } : { message: INVITATION };
  };
}

function reminderTo(
  survey: Survey,
  ledger: ReadonlyMap<string, LedgerRow>,
  today: IsoDate,
): (participant: string) => Next {
  const sent = sentTo(ledger);
  return (participant) => {
    const before: MessagesSent | undefined = sent.get(participant);
    if (!before) return { reason: "not-invited" };
    const on = reminderDue(before, survey);
    if (on !== null && on <= today) return { message: reminderName(before.reminders + 1) };
    const last = reminderName(before.reminders);
    const row = ledger.get(ledgerKey(survey.id, last, participant));
    if (row && isUnsure(row)) return { reason: "unsure", message: last };
    return on === null ? { reason: "reminded-enough" } : { on };
  };
}

/**
 * Whose each address is: an address gets one message, and who had it stays the one. Where one of several has opted out
 * or answered, nobody gets it.
 */
function addressOwners(
  people: readonly Person[],
  barred: (person: Person) => SkipReason | null,
  writtenTo: ReadonlySet<string>,
): ReadonlyMap<string, Person> {
  const owners = new Map<string, Person>();
  const isFirst = (person: Person): boolean => barred(person) !== null || writtenTo.has(person.id);
  const enrolled = people.filter((person) => person.email !== "" && barred(person) !== "withdrawn");
  for (const person of [...enrolled.filter(isFirst), ...enrolled.filter((each) => !isFirst(each))]) {
    const address = normalizeEmail(person.email);
    if (!owners.has(address)) owners.set(address, person);
  }
  return owners;
}

/**
 * The ledger as it has to be before anything goes out: who is to get a message waits; what was cut off is unsure; who
 * waited and is not to get it any more is left out.
 */
function ledgerRows(
  about: {
    readonly survey: Survey;
    readonly ledger: ReadonlyMap<string, LedgerRow>;
    readonly recipients: ReadonlyMap<string, Recipient>;
    readonly now: string;
  },
  isOver: (row: LedgerRow) => boolean,
): readonly Change[] {
  const { survey, ledger, recipients, now } = about;
  const row = (key: string, message: string, participant: string, status: string, time = now): RowCells => ({
    key,
    survey: survey.label,
    message,
    participant,
    status,
    time: { date: time || now },
  });
  const rows = [...recipients.values()]
    .filter(({ key }) => ledger.get(key)?.status !== SENDING_STATUS.waiting)
    .map(({ key, participant }) =>
      row(key, key.slice(survey.id.length + 1, -participant.length - 1), participant, SENDING_STATUS.waiting),
    );
  for (const found of ledger.values()) {
    const { key, message, participant, status, time } = found;
    if (recipients.has(key)) continue;
    if (status === SENDING_STATUS.sending) rows.push(row(key, message, participant, SENDING_STATUS.unsure, time));
    if (status === SENDING_STATUS.waiting && isOver(found))
      rows.push(row(key, message, participant, SENDING_STATUS.leftOut));
  }
  const changed = new Set(rows.map(({ key }) => cellText(key ?? "")));
  const now_ = snapshotTab(about);
  return now_ ? upsertRows(sending, now_, rows, (at) => changed.has(cellText(cellAt(now_, at, "key")))) : [];
}
