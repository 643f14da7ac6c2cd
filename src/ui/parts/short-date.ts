import type { ComingDate } from "../../program/coming-dates";

const format = new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });

/** @example shortDate("2026-09-01") // "Tue, Sep 1" */
export const shortDate = (date: string): string => format.format(new Date(`${date}T00:00:00Z`));

/** @example daysInWords({ days: 3, stage: "under-way" }) // "ends in 3 days" */
export function daysInWords({ days, stage }: Pick<ComingDate, "days" | "stage">): string {
  if (stage === "late") return `${-days} ${days === -1 ? "day" : "days"} late`;
  const when = days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
  return stage === "under-way" ? `ends ${when}` : when;
}
