import type { ImportSummary } from "../../workbook/imports/summary";
import type { Figure } from "./figures";

/** The counts of an import of people or attempts; `added` says of what. */
export const tableFigures = (
  { rows, added, filledIn, toReview }: ImportSummary,
  addedNote: string,
): readonly Figure[] => [
  { label: "Rows", value: rows, note: "in the table" },
  { label: "New", value: added, note: addedNote },
  { label: "Filled in", value: filledIn, note: "known rows that get blank cells filled" },
  { label: "To review", value: toReview, note: "left for you to decide" },
];
