import { zoneOffset } from "./zone";

/**
 * Java's SimpleDateFormat as `Utilities.formatDate` uses it, in English: the letters y M d H h m s S a E z Z X, and
 * text in single quotes.
 */
export function formatDate(instant: number, zone: string, pattern: string): string {
  const offset = zoneOffset(instant, zone);
  const wall = new Date(instant + offset);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (match, quoted: string | undefined, letter: string) => {
    if (quoted !== undefined) return quoted === "" ? "'" : quoted.replaceAll("''", "'");
    return field(letter, match.length, wall, { instant, zone, offset });
  });
}

interface Moment {
  readonly instant: number;
  readonly zone: string;
  readonly offset: number;
}

function field(letter: string, length: number, wall: Date, moment: Moment): string {
  const padded = (number: number) => String(number).padStart(length, "0");
  const hour = wall.getUTCHours();
  switch (letter) {
    case "y": {
      const year = wall.getUTCFullYear();
      return length === 2 ? String(year % 100).padStart(2, "0") : padded(year);
    }
    case "M":
      return length > 2 ? named(wall, { month: length > 3 ? "long" : "short" }) : padded(wall.getUTCMonth() + 1);
    case "d":
      return padded(wall.getUTCDate());
    case "H":
      return padded(hour);
    case "h":
      return padded(hour % 12 || 12);
    case "m":
      return padded(wall.getUTCMinutes());
    case "s":
      return padded(wall.getUTCSeconds());
    case "S":
      return padded(wall.getUTCMilliseconds());
    case "a":
      return hour < 12 ? "AM" : "PM";
    case "E":
      return named(wall, { weekday: length > 3 ? "long" : "short" });
    case "z":
      return zoneName(moment, length > 3 ? "long" : "short");
    case "Z":
      return offsetText(moment.offset, "");
    case "X":
      if (moment.offset === 0) return "Z";
      return length === 1
        ? offsetText(moment.offset, "").slice(0, 3)
        : offsetText(moment.offset, length === 3 ? ":" : "");
    default:
      throw new Error(`not in the local workspace: Utilities.formatDate with the letter ${letter}`);
  }
}

function named(wall: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" }).format(wall);
}

function zoneName({ instant, zone }: Moment, style: "long" | "short"): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: style }).formatToParts(instant);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}
