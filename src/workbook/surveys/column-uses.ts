import { shortHash } from "../../program/hash";
import { fold } from "../column";
import { chosenSchema } from "../imports/column-mapping";
import { readSettings, setting } from "../settings";
import type { Snapshot } from "../snapshot";

/** What a column of answers can be besides an answer to a question of the bank. */
export const COLUMN_USES = {
  time: "@time",
  code: "@code",
  email: "@email",
  name: "@name",
  /** A question as it stands, though the bank does not have it. */
  own: "@own",
  leftOut: "",
} as const;

/** What each header was taken for: one of COLUMN_USES or a question's key. Headers are known by the hash of their words. */
export type ColumnUses = ReadonlyMap<string, string>;

const usesSetting = (survey: string): string => `answer-columns.${survey}`;

/** So many headers stay below what a cell holds. */
const MOST_REMEMBERED = 600;

/** What is remembered of a survey's headers, however often they were reworded since. */
export const columnUses = (snapshot: Snapshot, survey: string): ColumnUses =>
  new Map(
    setting(readSettings(snapshot), usesSetting(survey), chosenSchema, []).map(({ header, column }) => [
      header,
      column,
    ]),
  );

/** What a header was taken for; undefined where nobody said, and for blank ones. */
export const useOf = (uses: ColumnUses, header: string): string | undefined => uses.get(headerId(header));

/** What is remembered with these headers added, for `remember` of settings.ts. */
export function usesToRemember(
  snapshot: Snapshot,
  survey: string,
  chosen: readonly { readonly header: string; readonly column: string }[],
): Readonly<Record<string, unknown>> {
  if (chosen.length === 0) return {};
  const uses = withUses(columnUses(snapshot, survey), chosen);
  const all = [...uses].map(([header, column]) => ({ header, column }));
  return { [usesSetting(survey)]: all.slice(-MOST_REMEMBERED) };
}

/** The same with these choices, which stand above what is remembered. */
export function withUses(
  uses: ColumnUses,
  chosen: readonly { readonly header: string; readonly column: string }[],
): ColumnUses {
  const all = new Map(uses);
  for (const { header, column } of chosen) if (header.trim() !== "") all.set(headerId(header), column);
  return all;
}

const headerId = (header: string): string => shortHash(fold(header) || header.trim());
