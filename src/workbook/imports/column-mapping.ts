import * as z from "zod/mini";
import { fold } from "../column";
import type { Tab } from "../tab";

/** Which column of ours each header stands for; null for headers that stand for none. */
export type ColumnMapping = readonly (string | null)[];

/** What people chose: a header and the key of its column, or "" for none. */
export const chosenSchema = z.array(z.object({ header: z.string(), column: z.string() }));

export type ChosenColumns = readonly { readonly header: string; readonly column: string }[];

/**
 * Maps a table's headers to a tab's columns: by what people chose, else by header, key or alias word for word, else
 * where a short header contains exactly one column's name, or of several ends with one ("Teacher e-mail"). No column is
 * used twice.
 *
 * @param offered keys of the columns that may be filled from a file
 */
export function mapColumns(
  tab: Tab,
  offered: readonly string[],
  headers: readonly string[],
  chosen: ChosenColumns,
): ColumnMapping {
  const mapping: (string | null)[] = headers.map(() => null);
  const free = new Set(offered);
  const take = (at: number, key: string | undefined): void => {
    if (key === undefined || !free.has(key) || mapping[at]) return;
    mapping[at] = key;
    free.delete(key);
  };
  const folded = headers.map(fold);
  const settled = new Map(chosen.map(({ header, column }) => [fold(header), column]));
  folded.forEach((header, at) => {
    take(at, settled.get(header));
  });
  folded.forEach((header, at) => {
    if (header === "" || settled.has(header)) return;
    take(
      at,
      offered.find((key) => free.has(key) && namesOf(tab, key).includes(header)),
    );
  });
  folded.forEach((header, at) => {
    if (header === "" || header.length > LONGEST_GUESSED || mapping[at] || settled.has(header)) return;
    const contained = offered.filter(
      (key) => free.has(key) && namesOf(tab, key).some((name) => hasWords(header, name)),
    );
    const ending = contained.filter((key) => namesOf(tab, key).some((name) => header.endsWith(` ${name}`)));
    const found = contained.length > 1 ? ending : contained;
    if (found.length === 1) take(at, found[0]);
  });
  return mapping;
}

/** A longer header is a question, in which a name of ours stands by chance. */
const LONGEST_GUESSED = 40;

function namesOf(tab: Tab, key: string): readonly string[] {
  const column = tab.columns[key];
  return column ? [column.header, key, ...column.aliases].map(fold) : [];
}

const hasWords = (header: string, name: string): boolean => name.length > 3 && ` ${header} `.includes(` ${name} `);
