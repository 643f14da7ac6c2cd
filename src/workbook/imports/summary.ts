/** What an import did, or would do. Counts are of rows in the file. */
export interface ImportSummary {
  readonly rows: number;
  readonly added: number;
  /** Known rows of which blank cells were filled in. */
  readonly filledIn: number;
  /** Differences left for the review list. */
  readonly toReview: number;
  /** Each header and the column it was taken for; null where it was left out. */
  readonly mapping: readonly { readonly header: string; readonly column: string | null }[];
}
