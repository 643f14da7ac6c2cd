import type { CommandResult } from "../../src/commands/run";
import type { LocalServices } from "../../src/local/appsscript/create-services";
import { stopRun, type WaitingWrites } from "./stop-run";

/** Where a run that sends is stopped, if it gets that far. */
export interface SendingCut {
  /** Before so many-th call; before so many-th message, which is announced by then; right after it, before that is told. */
  readonly before: "call" | "message" | "word of it";
  readonly at: number;
  readonly waiting: WaitingWrites;
}

/** What came of runs that were cut off, and of one at the end that was not. */
export interface CutSending {
  /** Runs that were really cut off. */
  readonly cuts: number;
  /** Who got a message, once for each message. */
  readonly reached: readonly string[];
  /** How many messages are unsure after each cut. */
  readonly unsure: readonly number[];
}

interface Sender {
  readonly services: LocalServices;
  call(name: "sendSurvey", input: unknown): CommandResult<unknown>;
}

/** Sends a survey in runs that are cut off, one after the other, and then in one that is not. */
export function sendCutOff({ services, call }: Sender, message: object, cuts: readonly SendingCut[]): CutSending {
  const unsure: number[] = [];
  let cut = 0;
  for (const { before, at, waiting } of cuts) {
    let calls = 0;
    let mails = 0;
    const isLast = (member: string): boolean => {
      const isMail = member === "MailApp.sendEmail";
      const isWord = mails === at && !isMail;
      calls += 1;
      if (isMail) mails += 1;
      return before === "call" ? calls === at : before === "message" ? isMail && mails === at : isWord;
    };
    if (stopRun(services, () => call("sendSurvey", message), isLast, waiting)) cut += 1;
    unsure.push(unsureIn(services));
  }
  const last = call("sendSurvey", message);
  if (!last.ok) throw new Error(last.problems.map(({ code }) => code).join(", "));
  return { cuts: cut, reached: services.mail.map(({ to }) => to), unsure: [...unsure, unsureIn(services)] };
}

/** Rows of the tab Sending that say so, or still say that the message is on its way. */
function unsureIn(services: LocalServices): number {
  const cells = services.tab("Sending")?.cells ?? [];
  const status = cells.find(({ row, value }) => row === 1 && value === "Status")?.column;
  return cells.filter(({ column, value }) => column === status && (value === "Unsure" || value === "Sending")).length;
}
