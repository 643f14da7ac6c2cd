import * as z from "zod/mini";
import { type DateColumn, type DateOrder, readDateColumn } from "../../program/date-columns";
import { type CellValue, cellText, isDate } from "../cell";
import { readSettings, setting } from "../settings";
import type { Snapshot } from "../snapshot";

/** What a person said of a survey's dates: by file, or before. */
export interface DateChoice {
  /** For this file: it stands, whatever the file looks like. */
  readonly given?: DateOrder;
  /** From an earlier file: it settles only what this one leaves open. */
  readonly remembered?: DateOrder;
}

/** The setting under which it stands how the dates of a survey's files are written. */
export const datesSetting = (survey: string): string => `dates.${survey}`;

/** How the dates of a survey's files are written, where a person was asked. */
export function rememberedDates(snapshot: Snapshot, survey: string): DateOrder | undefined {
  const order = setting(readSettings(snapshot), datesSetting(survey), z.string(), "");
  return order === "mdy" || order === "dmy" || order === "ymd" ? order : undefined;
}

/**
 * The moments of a column of answers. Where the column does not tell the order of day and month, the order that was
 * remembered does.
 */
export function timesIn(cells: readonly CellValue[], { given, remembered }: DateChoice): DateColumn["values"] {
  const texts = cells.map((cell) => (isDate(cell) ? cell.date : cellText(cell)));
  const read = readDateColumn(texts, given);
  return read.order === "ambiguous" && !given && remembered ? readDateColumn(texts, remembered).values : read.values;
}
