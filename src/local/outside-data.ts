import type { DocumentData } from "./document-data";
import type { FormFileData } from "./form-data";

/** What a program has outside its spreadsheet, as plain data that can be saved and opened again. */
export interface OutsideData {
  readonly documents: readonly DocumentData[];
  readonly forms: readonly FormFileData[];
  readonly mail: MailData;
  readonly triggers: readonly TriggerData[];
  readonly properties: PropertiesData;
}

export interface MailData {
  readonly sent: readonly SentMail[];
  /** Recipients used up since `since`, an ISO instant; a day later the count starts anew. */
  readonly quota: { readonly spent: number; readonly since: string } | null;
}

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
  /** ISO instant. */
  readonly sentAt: string;
}

/** A function that runs when an answer lands in the spreadsheet. */
export interface TriggerData {
  readonly id: string;
  readonly functionName: string;
  readonly event: "ON_FORM_SUBMIT";
}

export interface PropertiesData {
  readonly document: Readonly<Record<string, string>>;
  readonly user: Readonly<Record<string, string>>;
  readonly script: Readonly<Record<string, string>>;
}
