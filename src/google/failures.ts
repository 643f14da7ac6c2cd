/** How Google's services word what stops a script (platform limits), and what that means to a coordinator. */
const FAILURES: readonly (readonly [RegExp, string])[] = [
  [
    /too many times for one day|too much computer time/i,
    "Google's limit for today is used up; it is free again tomorrow",
  ],
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
  const message = String((error as { message?: unknown } | null)?.message ?? error);
  return FAILURES.find(([pattern]) => pattern.test(message))?.[1] ?? "an unexpected error";
}

/** A mistake of ours, whose words name no data. */
export class PlannerError extends Error {}
