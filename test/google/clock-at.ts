// Kept from before a test replaces it: what Utilities knows of time zones does not hang on the script's Intl.
const { DateTimeFormat } = Intl;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows, by another way than src/google/zone.ts: Swedish writes dates as ISO does. */
export function clockAt(time: number, timeZone: string): string {
  const format =
    formats.get(timeZone) ?? new DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  formats.set(timeZone, format);
  return format.format(time).replace(" ", "T");
}
