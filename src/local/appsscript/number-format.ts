/** What a cell's number format says about how its number is read: whether as a date, and whether it was set at all. */

export function isUnformatted(numberFormat: string | undefined): boolean {
  return numberFormat === undefined || numberFormat === "" || numberFormat.toLowerCase() === "general";
}

export function isTextFormat(numberFormat: string | undefined): boolean {
  return numberFormat === "@";
}

const known = new Map<string, boolean>();

/** Dates, times and durations alike: scripts read all of them as Date. */
export function isDateFormat(numberFormat: string | undefined): boolean {
  if (numberFormat === undefined || isUnformatted(numberFormat)) return false;
  const answer = known.get(numberFormat);
  if (answer !== undefined) return answer;
  const bare = numberFormat.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  const isDate = /[ymdhs]/i.test(bare) && !/[#?]/.test(bare);
  known.set(numberFormat, isDate);
  return isDate;
}

export function isPercentFormat(numberFormat: string): boolean {
  return numberFormat.replace(/"[^"]*"|\\./g, "").includes("%");
}
