import { FEWEST } from "../../program/suppression";

/** A document in parts, whatever writes it. A table's first row is its header. */
export type ReportBlock =
  | { readonly kind: "title" | "subtitle" | "paragraph" | "list-item"; readonly text: string }
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

/** What stands in place of a figure that is not shown. */
export const HIDDEN = `fewer than ${FEWEST}, or hidden with them`;

export const paragraph = (text: string): ReportBlock => ({ kind: "paragraph", text });

export const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;

/** @example countOf(3, 4) // "3 of 4 (75%)" */
export const countOf = (part: number, whole: number): string =>
  whole === 0 ? "none of 0" : `${part} of ${whole} (${percent(part / whole)})`;
