import { type Problem, problem } from "../content/problems";
import { LIMIT_OF_TODAY } from "../google/failures";
import { type Mail, type SendOutcome, sendMail } from "../google/mail";
import { rowKeeper } from "../google/row-writer";
import { openWorkbook } from "../google/workbook";
import { count } from "../workbook/describe";
import { SENDING_STATUS } from "../workbook/surveys/ledger";
import type { Recipient } from "../workbook/surveys/sending";
import type { RowCells } from "../workbook/tab";
import { sending } from "../workbook/tabs/sending";

/** Messages to go out: whoever gets one has a row in the ledger that waits. */
interface Round {
  readonly recipients: readonly Recipient[];
  /** How many Google lets this person send today. */
  readonly quota: number;
  readonly mailTo: (person: Recipient) => Mail;
}

interface Sent {
  readonly sent: number;
  /** Still waiting. */
  readonly left: number;
  readonly problems: readonly Problem[];
}

/** Google stops a script after six minutes. */
const RUN_MS = 270_000;

/**
 * Sends one message after the other until all have theirs, today's quota or the time is used up, or the service fails.
 * Each is written down before it goes out and after, so that a run that was cut off leaves at most one of which nobody
 * knows whether it went. Run it under the lock, once the ledger's rows are written.
 */
export function sendMessages({ recipients, quota, mailTo }: Round): Sent {
  const started = Date.now();
  const book = openWorkbook([sending]);
  const keep = rowKeeper(book, sending);
  const problems: Problem[] = [];
  /** What became of the message before: it lands together with the next. */
  const settled = new Map<string, RowCells>();
  const marked = (status: string): RowCells => ({ status, time: book.zone.wallClock(new Date()) });
  let [sent, tried, isMoved] = [0, 0, false];
  let waits = "";
  for (const person of recipients) {
    if (sent >= quota) waits = LIMIT_OF_TODAY;
    else if (Date.now() - started > RUN_MS) waits = "one run may take five minutes";
    if (waits !== "") break;
    // Whoever's row somebody deleted or keeps moving is not written to: the next run makes it anew.
    const standing = keep(new Map([...settled, [person.key, marked(SENDING_STATUS.sending)]]));
    settled.clear();
    if (!standing.has(person.key)) {
      isMoved = true;
      continue;
    }
    const outcome = sendMail(mailTo(person));
    settled.set(person.key, marked(STATUS_AFTER[outcome.kind]));
    if (outcome.kind === "sent") sent++;
    if (outcome.kind === "later") waits = LIMIT_OF_TODAY;
    else problems.push(...problemsAbout(outcome, person));
    if (outcome.kind !== "later" && outcome.kind !== "forbidden") tried++;
    if (outcome.kind === "unclear" || outcome.kind === "forbidden") break;
  }
  keep(settled);
  const left = recipients.length - tried;
  if (isMoved) problems.push(problem("rows-moved"));
  if (waits !== "" && left > 0) problems.push(problem("mail-left", { value: count(left, "message"), expected: waits }));
  return { sent, left, problems };
}

const STATUS_AFTER = {
  sent: SENDING_STATUS.sent,
  refused: SENDING_STATUS.refused,
  later: SENDING_STATUS.waiting,
  forbidden: SENDING_STATUS.waiting,
  unclear: SENDING_STATUS.unsure,
} as const;

/** Why a message did not go out, or may not have. */
export function problemsAbout(
  outcome: SendOutcome,
  { name, email }: Pick<Recipient, "name" | "email">,
): readonly Problem[] {
  switch (outcome.kind) {
    case "refused":
      return [problem("mail-refused", { value: email })];
    case "forbidden":
      return [outcome.why];
    case "later":
      return [problem("mail-stopped", { value: LIMIT_OF_TODAY })];
    case "unclear":
      return [problem("mail-stopped", { value: outcome.why }), problem("mail-unsure", { value: name || email })];
    case "sent":
      return [];
  }
}
