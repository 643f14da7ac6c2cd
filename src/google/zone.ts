import type { CellDate } from "../workbook/cell";

/**
 * A spreadsheet's time zone: turns the instants that Sheets gives for dates into wall-clock readings and back. Intl
 * does it without a service call per cell; that it honours any zone in Apps Script is unconfirmed, so it is held
 * against Utilities.formatDate once, and where the two disagree Utilities does the work.
 */
export interface Zone {
  readonly name: string;
  wallClock(instant: Date): CellDate;
  instant(wall: CellDate): Date;
}

const PATTERN = "yyyy-MM-dd'T'HH:mm:ss";
const DAY = 86_400_000;

export function zone(name: string): Zone {
  const known = new Map<number, string>();
  const format = reader(name);
  const read = (time: number): string => {
    const found = known.get(time) ?? format(new Date(time));
    known.set(time, found);
    return found;
  };
  return {
    name,
    wallClock: (instant) => ({ date: read(nearestSecond(instant)).replace("T00:00:00", "") }),
    instant: ({ date }) => new Date(instantOf(date, read)),
  };
}

/** Serial numbers are fractions of a day: a whole second comes back a little off. */
const nearestSecond = (instant: Date): number => Math.round(instant.getTime() / 1000) * 1000;

/** Of two such moments the first; a time that daylight saving skips is as much later as was skipped. */
function instantOf(wall: string, read: (time: number) => string): number {
  const wanted = utc(wall);
  // No clock is a day ahead or behind: these are the clock's ways before and after the moment.
  const by = (shift: number): number => wanted - (utc(read(wanted + shift)) - (wanted + shift));
  const first = by(-DAY);
  if (utc(read(first)) === wanted) return first;
  const second = by(DAY);
  return utc(read(second)) === wanted ? second : first;
}

const utc = (wall: string): number => Date.parse(`${wall.length === 10 ? `${wall}T00:00:00` : wall}Z`);

function reader(name: string): (instant: Date) => string {
  const slow = (instant: Date): string => Utilities.formatDate(instant, name, PATTERN);
  const fast = intlReader(name);
  const probes = [Date.UTC(2026, 0, 15, 0, 30), Date.UTC(2026, 6, 15, 23, 30)].map((time) => new Date(time));
  return fast && probes.every((probe) => fast(probe) === slow(probe)) ? fast : slow;
}

function intlReader(name: string): ((instant: Date) => string) | null {
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    } as Intl.DateTimeFormatOptions);
    return (instant) => {
      const part: Record<string, string> = {};
      for (const { type, value } of format.formatToParts(instant)) part[type] = value;
      const { year = "", month, day, hour, minute, second } = part;
      return `${year.padStart(4, "0")}-${month}-${day}T${hour}:${minute}:${second}`;
    };
  } catch {
    return null;
  }
}
