import { cellText } from "../cell";
import { cellAt, type Snapshot } from "../snapshot";
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

/** What is sent with a survey's link; reminders will be others. */
export const INVITATION = "Invitation";

/** One row of the ledger. */
interface LedgerRow {
  readonly at: number;
  readonly key: string;
  readonly participant: string;
  readonly status: string;
  /** When that was written; blank where it is no moment. */
  readonly time: string;
}

/** The key of a message to a person: one row each, however often a run is repeated. */
export const ledgerKey = (survey: string, participant: string): string =>
  surveyRowKey(survey, INVITATION, participant);

/** What the ledger has of a survey's invitations, by its key. */
export function ledgerOf(snapshot: Snapshot, survey: string): ReadonlyMap<string, LedgerRow> {
  const tab = snapshot.tabs.get(sending.key);
  const found = new Map<string, LedgerRow>();
  tab?.rows.forEach((_, at) => {
    const cell = (column: string): string => cellText(cellAt(tab, at, column)).trim();
    const key = cell("key");
    if (surveyOfKey(key) !== survey || cell("message") !== INVITATION || found.has(key)) return;
    found.set(key, { at, key, participant: cell("participant"), status: cell("status"), time: cell("time") });
  });
  return found;
}

/** The day on which the first message of a survey went out; null before that. */
export function firstSentOn(snapshot: Snapshot, survey: string): string | null {
  const days = [...ledgerOf(snapshot, survey).values()].flatMap(({ status, time }) =>
    status === SENDING_STATUS.sent && time !== "" ? time.slice(0, 10) : [],
  );
  return days.sort()[0] ?? null;
}

/** How many messages of a survey stand where; one that was cut off counts as unsure. */
export function sendingCounts(snapshot: Snapshot, survey: string) {
  const statuses = [...ledgerOf(snapshot, survey).values()].map(({ status }) => status);
  const tally = (...wanted: readonly string[]): number => statuses.filter((status) => wanted.includes(status)).length;
  return {
    sent: tally(SENDING_STATUS.sent),
    waiting: tally(SENDING_STATUS.waiting),
    unsure: tally(SENDING_STATUS.unsure, SENDING_STATUS.sending),
    refused: tally(SENDING_STATUS.refused),
  };
}
