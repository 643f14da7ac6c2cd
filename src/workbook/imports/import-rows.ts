import { type Problem, problem } from "../../content/problems";
import { cellText } from "../cell";
import { numbering, numberTypedRows } from "../numbering";
import { type CellChange, insertRows, type Plan, plan, updateCells } from "../plan";
import { remember } from "../settings";
import { cellAt, type Snapshot, type TabSnapshot } from "../snapshot";
import type { RowCells, Tab } from "../tab";
import { type MappedRow, mapTable, type ReadingChoices } from "./mapped-table";
import { mergeRow } from "./merge";
import { addToReview, decisionsIn, groupProblems, type ReviewItem, reviewCells } from "./review-list";
import type { ImportSummary } from "./summary";
import type { Table } from "./table";

/** What tells the import into one tab from that into another. */
export interface RowImport {
  readonly tab: Tab;
  /** Columns that only we fill. */
  readonly ours: readonly string[];
  /** Columns that say who it is, of which the file needs one. */
  readonly identity: readonly string[];
  /** Columns that rows are known again by: one that the file has and the sheet lacks would make every row a new one. */
  readonly knownBy: readonly string[];
  readonly sort: (rows: readonly MappedRow[], now: TabSnapshot | undefined) => SortedRows;
  /** What new rows get besides an id, and with them the rows that people typed and that are numbered now. */
  readonly complete?: (numbered: readonly CellChange[], rows: readonly RowCells[]) => CompletedRows;
}

export interface SortedRows {
  readonly fresh: readonly RowCells[];
  /** Rows of the file, each with the place of the row in the sheet that it is about. */
  readonly known: readonly { readonly at: number; readonly row: MappedRow }[];
  /** Rows that cannot be used, or are used with a remark. */
  readonly items: readonly ReviewItem[];
}

interface CompletedRows {
  readonly cells: readonly CellChange[];
  readonly rows: readonly RowCells[];
}

/**
 * Plans an import of rows into a tab that people fill: new rows are added with an id, known ones get their blank cells
 * filled in, and what differs or cannot be used goes to the review list.
 */
export function planRowImport(
  { tab, ours, identity, knownBy, sort, complete = (cells, rows) => ({ cells, rows }) }: RowImport,
  table: Table,
  snapshot: Snapshot,
  choices: ReadingChoices,
): { readonly plan: Plan; readonly data: ImportSummary } {
  const file = table.name;
  const offered = Object.keys(tab.columns).filter((key) => !ours.includes(key));
  const mapped = mapTable(tab, offered, table, snapshot, choices);
  const mapping = table.headers.map((header, at) => ({ header, column: mapped.mapping[at] ?? null }));
  const summary = { rows: table.rows.length, added: 0, filledIn: 0, toReview: 0, mapping };
  const refuse = (found: readonly Problem[]) => ({ plan: plan([], [...table.problems, ...found]), data: summary });
  if (!identity.some((key) => mapped.mapping.includes(key))) {
    const headers = problem("no-identity-column", { file, value: table.headers.join(", ") });
    return refuse(table.rows.length > 0 ? [headers] : []);
  }
  const now = snapshot.tabs.get(tab.key);
  const deleted = knownBy.filter((key) => now?.layout.missing.includes(key) && mapped.mapping.includes(key));
  if (deleted.length > 0) {
    const column = (key: string) => tab.columns[key]?.header ?? key;
    return refuse(deleted.map((key) => problem("identity-column-missing", { tab: tab.title, column: column(key) })));
  }

  const ids = numbering(tab, snapshot);
  const decided = decisionsIn(snapshot);
  const sorted = sort(mapped.rows, now);
  const fresh = sorted.fresh.map((cells) => ({ ...cells, id: cellText(cells.id ?? "").trim() }));
  for (const { id } of fresh) ids.meet(id);
  const numbered = numberTypedRows(tab, now, ids);
  const identities = new Map(numbered.map(({ at, value }) => [at, value]));
  const merged = sorted.known.flatMap(({ at, row }) => {
    if (!now) return [];
    const name = cellText(identities.get(at) ?? cellAt(now, at, "id")).trim();
    return [mergeRow(tab, now, at, row.cells, name, { ...row, file }, decided)];
  });
  const items = [...sorted.items, ...merged.flatMap(({ conflicts }) => conflicts)];
  const problems = groupProblems([...mapped.problems, ...items.map((item) => item.problem)]);
  const added = complete(
    numbered,
    fresh.map((cells) => ({ ...cells, id: cells.id || ids.next() })),
  );
  const reviewed = addToReview(snapshot, [...items, ...reviewCells(tab, problems)]);
  const changes = [
    updateCells(tab, now, [...added.cells, ...merged.flatMap(({ cells }) => cells)]),
    insertRows(tab, added.rows),
    reviewed,
    ...remember(snapshot, { ...mapped.remembered, ...ids.toRemember() }),
  ];
  return {
    plan: plan(changes, problems),
    data: {
      ...summary,
      added: added.rows.length,
      filledIn: merged.filter(({ cells }) => cells.length > 0).length,
      toReview: reviewed.kind === "insert-rows" ? reviewed.rows.length : 0,
    },
  };
}
