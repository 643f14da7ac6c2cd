import type { IsoDate } from "../../program/dates";
import { reminderDue } from "../../program/reminders";
import { INVITATION, isUnsure, type LedgerRow, ledgerKey, reminderName, sentTo, wentOut } from "./ledger";
import type { Survey } from "./survey-list";

/** A message that may have gone out: who asks for that may send it once more. */
interface UnsureMessage {
  readonly kind: "unsure";
  readonly message: string;
}

/** Which message a person is to get by what they were sent before; why none; or from which day. */
type NextMessage =
  | { readonly kind: "message"; readonly message: string }
  | UnsureMessage
  | { readonly kind: "none"; readonly reason: "already-sent" | "not-invited" | "reminded-enough" }
  | { readonly kind: "later"; readonly on: IsoDate };

type NextTo = (participant: string) => NextMessage;

/** The invitation, where they were not sent it. */
export function invitationTo({ id: survey }: Pick<Survey, "id">, ledger: ReadonlyMap<string, LedgerRow>): NextTo {
  return (participant) => {
    const row = ledger.get(ledgerKey(survey, INVITATION, participant));
    if (row && wentOut(row)) return { kind: "none", reason: "already-sent" };
    return { kind: row && isUnsure(row) ? "unsure" : "message", message: INVITATION };
  };
}

/** The next reminder, where they were sent the invitation and had the time to answer. */
export function reminderTo(
  survey: Pick<Survey, "id" | "remindAfter" | "mostReminders">,
  ledger: ReadonlyMap<string, LedgerRow>,
  today: IsoDate,
): NextTo {
  const sent = sentTo(ledger);
  return (participant) => {
    const before = sent.get(participant);
    if (!before) return { kind: "none", reason: "not-invited" };
    const on = reminderDue(before, survey);
    if (on !== null && on <= today) return { kind: "message", message: reminderName(before.reminders + 1) };
    const last = reminderName(before.reminders);
    const row = ledger.get(ledgerKey(survey.id, last, participant));
    if (row && isUnsure(row)) return { kind: "unsure", message: last };
    return on === null ? { kind: "none", reason: "reminded-enough" } : { kind: "later", on };
  };
}
