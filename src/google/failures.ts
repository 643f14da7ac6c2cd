import { type Problem, problem } from "../content/problems";

/** Why nothing more can be done today. */
export const LIMIT_OF_TODAY = "Google's limit for today is used up; it is free again tomorrow";

/** How Google's services word what stops a script (platform limits), and what that means to a coordinator. */
const FAILURES: readonly (readonly [RegExp, string])[] = [
  [/too many times for one day|too much computer time/i, LIMIT_OF_TODAY],
  [/in a short time|too many scripts running|Limit exceeded/i, "Google asks for a pause; wait a minute"],
  [/maximum execution time/i, "it took longer than Google allows a script to run"],
  [/permission|authorization/i, "Google did not allow it; open the menu again and grant what it asks for"],
  [/^Service /i, "a Google service did not answer"],
];

/**
 * What stopped a command, in words that hold nothing from the workbook: Google's own messages can quote cells.
 * @example whatFailed(new Error("Service Spreadsheets timed out")) // "a Google service did not answer"
 */
export function whatFailed(error: unknown): string {
  if (error instanceof PlannerError) return error.message;
  const message = messageOf(error);
  return FAILURES.find(([pattern]) => pattern.test(message))?.[1] ?? "an unexpected error";
}

/** What stopped a command, for those who ran it. A permission that was withheld is named, and what it is for. */
export function problemOf(error: unknown): Problem {
  const service = PERMISSION.exec(messageOf(error))?.[1];
  const what = PERMISSIONS.find(([of]) => service?.startsWith(of));
  if (error instanceof PlannerError || !what) return problem("internal", { value: whatFailed(error) });
  const [, value, expected] = what;
  return problem("permission-missing", { value, expected });
}

/** Google's limit for a day is reached: nothing was done. */
export const isOverLimit = (error: unknown): boolean => /too many times for one day/i.test(messageOf(error));

export const messageOf = (error: unknown): string => String((error as { message?: unknown } | null)?.message ?? error);

const PERMISSION = /permissions? (?:are not sufficient )?to call (\w+)/i;

/** By the service, what Google calls the permission and why we ask for it. */
const PERMISSIONS: readonly (readonly [service: string, value: string, expected: string])[] = [
  ["Form", "see, change and make Google Forms", "make survey forms and look after them"],
  ["MailApp", "send e-mail as you", "send people their survey links"],
  ["DocumentApp", "see, change and make Google Docs", "write reports"],
  ["ScriptApp", "run when you are not present", "take in answers as they come"],
];

/** A mistake of ours, whose words name no data. */
export class PlannerError extends Error {}
