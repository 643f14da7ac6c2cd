import type { MailData, SentMail } from "../outside-data";
import type { Execution } from "./execution";
import { loud } from "./loud";

const recipientsInAMessage = 50;
const bodyBytes = 200 * 1024;
const fields = ["to", "cc", "bcc", "subject", "body", "htmlBody", "name", "replyTo"] as const;

const day = 24 * 60 * 60 * 1000;

/** How a mail fails without saying whether it went: it did not, or it did. */
export type UnclearFailure = "not sent" | "sent";

interface Outbox {
  readonly app: GoogleAppsScript.Mail.MailApp;
  readonly sent: readonly SentMail[];
  /** How many recipients may still be written to. */
  readonly left: () => number;
  /** Another script of the user's, or the user, writes to so many. */
  readonly spend: (recipients: number) => void;
  readonly mail: () => MailData;
}

/** `quota` is how many recipients there are for a day, which begins with its first mail: 100 for a consumer account. */
export function createMailApp(parts: {
  execution: Execution;
  now: () => Date;
  quota: number;
  /** Addresses that Google does not take. */
  refused: readonly string[];
  /** Addresses at which the service fails, and what becomes of their mail. */
  unclear: Readonly<Record<string, UnclearFailure>>;
  mail: MailData;
}): Outbox {
  const { execution, now, quota, refused, unclear } = parts;
  const outbox = [...parts.mail.sent];
  let used = parts.mail.quota;
  const present = () => {
    const time = now();
    const isOver = used === null || time.getTime() - Date.parse(used.since) >= day;
    return used === null || isOver ? { spent: 0, since: time.toISOString() } : used;
  };
  const spend = (recipients: number) => {
    const { spent, since } = present();
    used = { spent: spent + recipients, since };
  };
  const left = () => Math.max(0, quota - present().spent);
  const app = loud<GoogleAppsScript.Mail.MailApp>(execution, "MailApp", {
    getRemainingDailyQuota: left,
    sendEmail: (...args: unknown[]) => {
      const mail = mailOf(args, now().toISOString());
      const recipients = [mail.to, mail.cc, mail.bcc].flatMap(addresses);
      if (recipients.length === 0) throw new Error("Failed to send email: no recipient");
      const wrong = recipients.find(
        (address) => !/^(?:[^<>]*<)?[^\s@<>]+@[^\s@<>]+>?$/.test(address) || refused.includes(bareAddress(address)),
      );
      if (wrong !== undefined) throw new Error(`Invalid email: ${wrong}`);
      if (recipients.length > recipientsInAMessage) throw new Error("Limit Exceeded: Email Recipients Per Message.");
      if (Math.max(bytes(mail.body), bytes(mail.htmlBody)) > bodyBytes) {
        throw new Error("Limit Exceeded: Email Body Size.");
      }
      if (recipients.length > left()) throw new Error("Service invoked too many times for one day: email.");
      const failure = recipients.map((address) => unclear[bareAddress(address)]).find((each) => each !== undefined);
      if (failure !== "not sent") {
        spend(recipients.length);
        outbox.push(mail);
      }
      if (failure !== undefined) throw new Error("Service unavailable: Mail");
    },
  });
  return { app, sent: outbox, left, spend, mail: () => ({ sent: [...outbox], quota: used }) };
}

function mailOf(args: readonly unknown[], sentAt: string): SentMail {
  const [message, ...rest] = args;
  if (typeof message !== "object" || message === null || rest.length > 0) {
    throw new Error("not in the local workspace: MailApp.sendEmail other than with one message object");
  }
  const given = new Map<string, unknown>(Object.entries(message));
  for (const key of given.keys()) {
    if (!fields.some((field) => field === key)) {
      throw new Error(`not in the local workspace: MailApp.sendEmail with ${key}`);
    }
  }
  const field = (name: (typeof fields)[number]) => String(given.get(name) ?? "");
  return {
    to: field("to"),
    cc: field("cc"),
    bcc: field("bcc"),
    subject: field("subject"),
    body: field("body"),
    htmlBody: field("htmlBody"),
    name: field("name"),
    replyTo: field("replyTo"),
    sentAt,
  };
}

function addresses(list: string): string[] {
  return list
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
}

/** @example bareAddress("Ada <ada@example.org>") // "ada@example.org" */
function bareAddress(address: string): string {
  return /<(.*)>$/.exec(address)?.[1] ?? address;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
