import type { IsoDate } from "./dates";

const format = { weekday: "long", month: "long", day: "numeric", year: "numeric", timeZone: "UTC" } as const;

/**
 * A day as a message says it.
 * @example longDate("2026-10-06") // "Tuesday, October 6, 2026"
 */
export const longDate = (date: IsoDate): string => new Date(`${date}T00:00:00Z`).toLocaleDateString("en-US", format);
