import type { Problem } from "../content/problems";
import { isOverLimit, messageOf, problemOf, whatFailed } from "./failures";

/** A message to one address, as plain text: what people wrote never becomes HTML. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Whom it says it is from; the address is that of whoever runs the command. */
  readonly from: string;
}

/** How many more recipients Google lets this person write to today. */
export const mailsLeftToday = (): number => MailApp.getRemainingDailyQuota();

/**
 * Sends one message. `refused`: the address was not taken; `later`: today's quota is used up; `forbidden`: the person
 * did not let us send mail; `unclear`: the service failed in a way that does not say whether the message went.
 */
export function sendMail({ to, subject, text, from }: Mail): SendOutcome {
  try {
    MailApp.sendEmail({ to, subject, body: text, name: from });
    return { kind: "sent" };
  } catch (error) {
    const why = problemOf(error);
    if (why.code === "permission-missing") return { kind: "forbidden", why };
    if (/invalid (e-?mail|argument|recipient)|no recipient/i.test(messageOf(error))) return { kind: "refused" };
    if (isOverLimit(error)) return { kind: "later" };
    return { kind: "unclear", why: whatFailed(error) };
  }
}

export type SendOutcome =
  | { readonly kind: "sent" | "refused" | "later" }
  | { readonly kind: "forbidden"; readonly why: Problem }
  | { readonly kind: "unclear"; readonly why: string };
