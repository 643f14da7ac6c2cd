import { isIsoDate } from "../../program/dates";
import type { MessagesSent } from "../../program/reminders";
import { fold } from "../column";
import { type Snapshot, textAt } from "../snapshot";
import { sending } from "../tabs/sending";
import { surveyOfKey, surveyRowKey } from "./survey-list";

/** How far a message is, as the tab Sending has it. */
export const SENDING_STATUS = {
  waiting: "Waiting",
  /** Written before it goes out: found there by a later run, it may have gone or not. */
  sending: "Sending",
  sent: "Sent",
  unsure: "Unsure",
  /** The mail service would not take the address. */
  refused: "Refused",
  /** Waited for a later run, and is not to be sent any more. */
  leftOut: "Left out",
} as const;

/** The first message of a survey to a person. */
export const INVITATION = "Invitation";

/** What a person is sent after it, counted from 1. */
export const reminderName = (number: number): string => `Reminder ${number}`;

/** One row of the ledger. */
export interface LedgerRow {
  readonly key: string;
  /** INVITATION or a reminder's name. */
  readonly message: string;
  readonly participant: string;
  readonly status: string;
  /** When that was written; blank where it is no moment. */
  readonly time: string;
}

/** The key of a message to a person: one row each, however often a run is repeated. */
export const ledgerKey = (survey: string, message: string, participant: string): string =>
  surveyRowKey(survey, message, participant);

const MESSAGE = /^(Invitation|Reminder [1-9]\d*) (.+)$/;

/** Of two rows with one key, such as a copy that somebody made, the one that says more went out counts. */
const RANK: readonly string[] = [
  SENDING_STATUS.sent,
  SENDING_STATUS.sending,
  SENDING_STATUS.unsure,
  SENDING_STATUS.refused,
  SENDING_STATUS.waiting,
];

const rankOf = (status: string): number => (RANK.includes(status) ? RANK.indexOf(status) : RANK.length);

/** Where people wrote something else, nobody knows whether the message went. */
const statusIn = (words: string): string =>
  Object.values(SENDING_STATUS).find((status) => fold(status) === fold(words)) ?? SENDING_STATUS.unsure;

/** What the ledger has of a survey's messages, by its key. */
export function ledgerOf(snapshot: Snapshot, survey: string): ReadonlyMap<string, LedgerRow> {
  const tab = snapshot.tabs.get(sending.key);
  const found = new Map<string, LedgerRow>();
  tab?.rows.forEach((_, at) => {
    const cell = (column: string): string => textAt(tab, at, column);
    const key = cell("key");
    const [, message, participant] = MESSAGE.exec(key.slice(survey.length + 1)) ?? [];
    if (surveyOfKey(key) !== survey || !message || !participant) return;
    const row = { key, message, participant, status: statusIn(cell("status")), time: cell("time") };
    const known = found.get(key);
    if (!known || rankOf(row.status) < rankOf(known.status)) found.set(key, row);
  });
  return found;
}

/** It went out. */
export const wentOut = ({ status }: LedgerRow): boolean => status === SENDING_STATUS.sent;

/** Nobody knows whether it went out; one that was cut off is such. */
export const isUnsure = ({ status }: LedgerRow): boolean =>
  status === SENDING_STATUS.unsure || status === SENDING_STATUS.sending;

/** Where no moment stands beside a message that went, its reminder is due. */
const LONG_AGO = "2000-01-01";

/**
 * What each person who was sent the invitation was sent since, by participant id. A reminder that may have gone out
 * counts as one that did.
 */
export function sentTo(ledger: ReadonlyMap<string, LedgerRow>): ReadonlyMap<string, MessagesSent> {
  const invited = new Set(
    [...ledger.values()].flatMap((row) => (row.message === INVITATION && wentOut(row) ? row.participant : [])),
  );
  const found = new Map<string, MessagesSent>();
  for (const row of ledger.values()) {
    if (!invited.has(row.participant) || !(wentOut(row) || isUnsure(row))) continue;
    const before = found.get(row.participant) ?? { lastOn: LONG_AGO, reminders: 0 };
    const day = row.time.slice(0, 10);
    found.set(row.participant, {
      lastOn: isIsoDate(day) && day > before.lastOn ? day : before.lastOn,
      reminders: before.reminders + (row.message === INVITATION ? 0 : 1),
    });
  }
  return found;
}

/** The day on which the first message of a survey went out; null before that. */
export function firstSentOn(snapshot: Snapshot, survey: string): string | null {
  const days = [...ledgerOf(snapshot, survey).values()].flatMap((row) =>
    wentOut(row) && row.time !== "" ? row.time.slice(0, 10) : [],
  );
  return days.sort()[0] ?? null;
}

/** How many messages of a survey stand where. */
export function sendingCounts(snapshot: Snapshot, survey: string) {
  const rows = [...ledgerOf(snapshot, survey).values()];
  const tally = (is: (row: LedgerRow) => boolean): number => rows.filter(is).length;
  return {
    /** People who were sent the invitation, and messages that they were sent after it. */
    sent: tally((row) => wentOut(row) && row.message === INVITATION),
    reminders: tally((row) => wentOut(row) && row.message !== INVITATION),
    waiting: tally(({ status }) => status === SENDING_STATUS.waiting),
    unsure: tally(isUnsure),
    refused: tally(({ status }) => status === SENDING_STATUS.refused),
  };
}
