import { type CellInput, type CellValue, isDate, isFormula } from "../workbook/cell";
import type { Zone } from "./zone";

/** What Range.getValues gives, as our plain data. */
export function fromSheet(value: unknown, zone: Zone): CellValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return zone.wallClock(value);
  // A Date made in another realm is no instance of ours.
  if (Object.prototype.toString.call(value) === "[object Date]") return zone.wallClock(value as Date);
  return String(value ?? "");
}

/**
 * What Range.setValues is given. Sheets reads strings as if a person had typed them, so every text goes in behind an
 * apostrophe, which Sheets takes for "this is text" and keeps out of the value: `=1+1`, `007` and `1/2` stay as they
 * are. Only our own formulas go in bare.
 */
export function toSheet(
  value: CellInput,
  zone: Zone,
  resolve: (formula: string) => string,
): string | number | boolean | Date {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return value === "" ? "" : `'${value}`;
  return isFormula(value) ? resolve(value.formula) : isDate(value) ? zone.instant(value) : "";
}
