/**
 * Serial numbers (days since 1899-12-30, in a wall clock without a zone) against instants. Sheets keeps the first;
 * scripts see the second through the spreadsheet's time zone.
 */
const msPerDay = 86_400_000;
const unixEpochSerial = 25_569;
/** Zone rules change on quarter hours only, so that an offset can be remembered for one. */
const quarterHour = 900_000;

export function serialOfInstant(instant: number, zone: string): number {
  return (instant + zoneOffset(instant, zone)) / msPerDay + unixEpochSerial;
}

/** In the hour that a change to summer time leaves out, the clock time is read as if the change had not come yet. */
export function instantOfSerial(serial: number, zone: string): number {
  const wall = Math.round((serial - unixEpochSerial) * msPerDay);
  const before = zoneOffset(wall - msPerDay, zone);
  const early = wall - before;
  if (zoneOffset(early, zone) === before) return early;
  const late = wall - zoneOffset(wall + msPerDay, zone);
  return late + zoneOffset(late, zone) === wall ? late : early;
}

/** The serial number of a calendar date, or null where there is no such date. */
export function serialOfDate(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.getTime() / msPerDay + unixEpochSerial : null;
}

/** Wall clock minus UTC, in milliseconds. */
export function zoneOffset(instant: number, zone: string): number {
  const { format, offsets } = clockOf(zone);
  const slot = Math.floor(instant / quarterHour);
  const known = offsets.get(slot);
  if (known !== undefined) return known;
  const at = slot * quarterHour;
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = new Date(0);
  wall.setUTCFullYear(part("year"), part("month") - 1, part("day"));
  wall.setUTCHours(part("hour"), part("minute"), part("second"));
  const offset = wall.getTime() - at;
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(slot, offset);
  return offset;
}

interface Clock {
  readonly format: Intl.DateTimeFormat;
  readonly offsets: Map<number, number>;
}

const clocks = new Map<string, Clock>();

function clockOf(zone: string): Clock {
  const known = clocks.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const clock = { format, offsets: new Map<number, number>() };
  clocks.set(zone, clock);
  return clock;
}
