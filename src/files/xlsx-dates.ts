import { child, childrenOf, visitElements, type XmlElement } from "./xml";

/** What a number format shows of a number: a day, a time of day, both, or neither. */
export interface DateFormat {
  readonly day: boolean;
  readonly clock: boolean;
}

const NEITHER: DateFormat = { day: false, clock: false };

/** Formats that every program knows by number (ECMA-376 18.8.30), those of East Asian Excel too. */
const BUILT_IN: readonly (readonly [from: number, to: number, format: DateFormat])[] = [
  [14, 17, { day: true, clock: false }],
  [18, 21, { day: false, clock: true }],
  [22, 22, { day: true, clock: true }],
  [27, 31, { day: true, clock: false }],
  [32, 35, { day: false, clock: true }],
  [36, 36, { day: true, clock: false }],
  [45, 45, { day: false, clock: true }],
  [47, 47, { day: false, clock: true }],
  [50, 58, { day: true, clock: false }],
];

/** The formats of a workbook's cell styles, by their places. */
export function dateFormatsOf(stylesXml: string | null): readonly DateFormat[] {
  if (stylesXml === null) return [];
  let sheet: XmlElement | undefined;
  visitElements(stylesXml, ["styleSheet"], (element) => {
    sheet = element;
  });
  const codes = new Map(
    childrenOf(child(sheet, "numFmts"), "numFmt").map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]),
  );
  return childrenOf(child(sheet, "cellXfs"), "xf").map(({ attributes: { numFmtId = "0" } }) => {
    const code = codes.get(numFmtId);
    const builtIn = BUILT_IN.find(([from, to]) => Number(numFmtId) >= from && Number(numFmtId) <= to);
    return code === undefined ? (builtIn?.[2] ?? NEITHER) : formatOf(code);
  });
}

/**
 * What a format's code shows. A duration ("[h]:mm") is a number like any other.
 *
 * @example formatOf('[$-409]d/m/yy h:mm AM/PM;@') // { day: true, clock: true }
 */
function formatOf(code: string): DateFormat {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, "");
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return NEITHER;
  const [first = ""] = bare.replace(/\[[^\]]*\]/g, "").split(";");
  if (/general/i.test(first)) return NEITHER;
  const clock = /[hs]/i.test(first);
  // A lone m is a month where no clock makes it minutes.
  return { day: /[yd]/i.test(first) || (!clock && /m/i.test(first)), clock };
}

const SECONDS_A_DAY = 86_400;
/** Days from Excel's first day of counting, 30 December 1899 as all later days have it, to 1 January 1970. */
const TO_1970 = 25_569;
/** Days by which a workbook that counts from 1904 is behind. */
const FROM_1904 = 1462;

/**
 * A serial number as its wall clock shows it, to the second and in no zone; null where Excel shows no date either.
 *
 * @example isoOfSerial(46266.604166666664, { day: true, clock: true }, false) // "2026-09-01T14:30:00"
 */
export function isoOfSerial(serial: number, { day, clock }: DateFormat, from1904: boolean): string | null {
  const seconds = Math.round(serial * SECONDS_A_DAY);
  const time = seconds % SECONDS_A_DAY;
  if (seconds < 0) return null;
  if (!day && clock && seconds < SECONDS_A_DAY) return clockOf(time);
  const days = Math.floor(seconds / SECONDS_A_DAY) + (from1904 ? FROM_1904 : 0);
  // Excel knows a 29 February 1900, so that every day before it is one off.
  const date = new Date((days - TO_1970 + (days < 60 ? 1 : 0)) * SECONDS_A_DAY * 1000);
  if (days < 1 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return null;
  const iso = date.toISOString().slice(0, 10);
  return clock || time > 0 ? `${iso}T${clockOf(time)}` : iso;
}

function clockOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
