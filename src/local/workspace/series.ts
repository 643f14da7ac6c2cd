import type { CellContent } from "../appsscript/typed-text";
import { serialOfDate } from "../appsscript/zone";

/**
 * How two or more cells go on: numbers and dates by equal steps, days of one day of the month by months, texts that
 * end in a number by that number. Gives the content at a place counted from the first cell (also before it, at negative
 * places); null where the cells are no series.
 *
 * @example seriesOf([2, 4], false)?.(5) // 12
 * @example seriesOf(["Week 1", "Week 2"], false)?.(2) // "Week 3"
 */
export function seriesOf(
  cells: readonly (CellContent | undefined)[],
  isDate: boolean,
): ((place: number) => CellContent) | null {
  if (cells.length < 2) return null;
  const numbers = cells.filter((cell) => typeof cell === "number");
  if (numbers.length === cells.length) return (isDate && monthly(numbers)) || stepwise(numbers);
  const parts = cells.map((cell) => (typeof cell === "string" ? /^(.*?)(\d{1,15})$/s.exec(cell) : null));
  const [, prefix, digits = ""] = parts[0] ?? [];
  if (prefix === undefined || parts.some((part) => part?.[1] !== prefix)) return null;
  const counted = stepwise(parts.map((part) => Number(part?.[2])));
  // Zeros in front keep the number's width; below zero there is nothing to count on with.
  const width = digits.startsWith("0") ? digits.length : 0;
  return counted && ((place) => prefix + String(Math.abs(counted(place))).padStart(width, "0"));
}

function stepwise(numbers: readonly number[]): ((place: number) => number) | null {
  const [first = 0, second = 0] = numbers;
  const step = second - first;
  const at = (place: number) => Number((first + place * step).toPrecision(15));
  return numbers.every((number, place) => Math.abs(number - at(place)) <= 1e-9 * Math.max(1, Math.abs(number)))
    ? at
    : null;
}

/** Serial numbers of days that fall on the same day of the month, so many months apart. */
function monthly(serials: readonly number[]): ((place: number) => number) | null {
  if (!serials.every(Number.isInteger)) return null;
  const days = serials.map(dayOfSerial);
  const months = stepwise(days.map((day) => day.getUTCFullYear() * 12 + day.getUTCMonth()));
  const dayOfMonth = days[0]?.getUTCDate() ?? 1;
  if (!months || months(1) === months(0) || days.some((day) => day.getUTCDate() !== dayOfMonth)) return null;
  return (place) => {
    const year = Math.floor(months(place) / 12);
    const month = months(place) - year * 12 + 1;
    // Short months end before the 31st.
    const found = [0, 1, 2, 3].map((less) => serialOfDate(year, month, dayOfMonth - less));
    return found.find((serial) => serial !== null) ?? 0;
  };
}

function dayOfSerial(serial: number): Date {
  return new Date((serial - 25_569) * 86_400_000);
}
