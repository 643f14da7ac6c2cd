import type { Execution } from "./execution";
import { loud } from "./loud";

/** A mail that a script sent; here it goes into the outbox and no further. */
export interface SentMail {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string;
  readonly name: string;
  readonly replyTo: string;
}

const recipientsInAMessage = 50;
const bodyBytes = 200 * 1024;
const fields = ["to", "cc", "bcc", "subject", "body", "htmlBody", "name", "replyTo"] as const;

/** `quota` is how many recipients are left for the day: 100 for a consumer account. */
export function createMailApp(
  execution: Execution,
  quota: number,
): { app: GoogleAppsScript.Mail.MailApp; outbox: readonly SentMail[] } {
  const outbox: SentMail[] = [];
  let left = quota;
  const app = loud<GoogleAppsScript.Mail.MailApp>(execution, "MailApp", {
    getRemainingDailyQuota: () => left,
    sendEmail: (...args: unknown[]) => {
      const mail = mailOf(args);
      const recipients = [mail.to, mail.cc, mail.bcc].flatMap(addresses);
      if (recipients.length === 0) throw new Error("Failed to send email: no recipient");
      const wrong = recipients.find((address) => !/^(?:[^<>]*<)?[^\s@<>]+@[^\s@<>]+>?$/.test(address));
      if (wrong !== undefined) throw new Error(`Invalid email: ${wrong}`);
      if (recipients.length > recipientsInAMessage) throw new Error("Limit Exceeded: Email Recipients Per Message.");
      if (Math.max(bytes(mail.body), bytes(mail.htmlBody)) > bodyBytes) {
        throw new Error("Limit Exceeded: Email Body Size.");
      }
      if (recipients.length > left) throw new Error("Service invoked too many times for one day: email.");
      left -= recipients.length;
      outbox.push(mail);
    },
  });
  return { app, outbox };
}

function mailOf(args: readonly unknown[]): SentMail {
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
  };
}

function addresses(list: string): string[] {
  return list
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
