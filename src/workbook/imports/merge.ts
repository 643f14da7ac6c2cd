import { problem } from "../../content/problems";
import { type CellInput, cellText, isBlank, sameCell } from "../cell";
import { type Column, fold, foldSpaces } from "../column";
import type { CellChange } from "../plan";
import { cellAt, type TabSnapshot } from "../snapshot";
import type { RowCells, Tab } from "../tab";
import type { MappedRow } from "./mapped-table";
import { type Decision, type ReviewItem, reviewKey } from "./review-list";

/** What a file's row changes in a row that is known already. */
export interface Merged {
  readonly cells: readonly CellChange[];
  readonly conflicts: readonly ReviewItem[];
}

/**
 * Merges a file's row into the known row: what the sheet leaves blank, or holds as not known yet ("Pending"), is
 * filled in; where both say something else the sheet stays as it is and the difference goes to the review list, until
 * a person has decided for the file's value. A text that an earlier import kept as it was, and that can be read now
 * (the date order was chosen since), is no difference.
 *
 * @param identity what the row is known by, for the key of the question
 */
export function mergeRow(
  tab: Tab,
  now: TabSnapshot,
  at: number,
  row: RowCells,
  identity: string,
  { file, row: fileRow, texts }: { readonly file: string } & Pick<MappedRow, "row" | "texts">,
  decided: ReadonlyMap<string, Decision>,
): Merged {
  const cells: CellChange[] = [];
  const conflicts: ReviewItem[] = [];
  for (const [column, value] of Object.entries(row)) {
    const declared = tab.columns[column];
    if (!declared || declared.owner === "planner" || isBlank(value) || !(column in now.layout.columns)) continue;
    const present = cellAt(now, at, column);
    if (sameValue(present, value)) continue;
    const key = reviewKey(tab.key, identity, column, cellText(value), cellText(present));
    // A file that still says "Pending" of what the sheet knows is behind, not in conflict.
    if (!isBlank(present) && isUnsettled(declared, value)) continue;
    const wasKeptAsText = present === texts[column];
    if (isBlank(present) || wasKeptAsText || isUnsettled(declared, present) || decided.get(key) === "use-file") {
      cells.push({ at, column, value });
    } else if (!decided.has(key)) {
      const found = problem("conflict", {
        file,
        row: fileRow,
        column: declared.header,
        value: cellText(value),
        other: cellText(present),
      });
      conflicts.push({ key, problem: found, inFile: cellText(value), inSheet: cellText(present) });
    }
  }
  return { cells, conflicts };
}

const isUnsettled = ({ unsettled }: Column, value: CellInput): boolean =>
  unsettled.some((words) => fold(words) === fold(cellText(value)));

/** Texts that differ only in case or spaces say the same. */
function sameValue(present: CellInput, value: CellInput): boolean {
  if (sameCell(present, value)) return true;
  return typeof present === "string" && typeof value === "string" && foldSpaces(present) === foldSpaces(value);
}
