import { type Problem, problem } from "../../content/problems";
import { type CellInput, cellText, isBlank } from "../cell";
import { fold } from "../column";
import { numbering, numberTypedRows } from "../numbering";
import { type People, peopleOf, personKey, personLabel } from "../people";
import { insertRows, type Plan, plan, updateCells } from "../plan";
import { remember } from "../settings";
import { cellAt, type Snapshot, type TabSnapshot } from "../snapshot";
import type { RowCells } from "../tab";
import { submissions } from "../tabs/submissions";
import { type MappedRow, mapTable, type ReadingChoices } from "./mapped-table";
import { mergeRow } from "./merge";
import { addToReview, decisionsIn, groupProblems, type ReviewItem, reviewCells, reviewKey } from "./review-list";
import type { ImportSummary } from "./summary";
import type { Table } from "./table";

/** Every column of Submissions but its id, which only we give. */
const offered = Object.keys(submissions.columns).filter((key) => key !== "id");

/**
 * Plans a submissions import: one row an attempt. An attempt is known by participant, micro-credential and attempt
 * number, or without a number by the day it was sent in; known attempts get their blank cells filled in, an outcome
 * that was pending included. Rows of people who are not in the Roster are kept and reported.
 */
export function planSubmissionsImport(
  table: Table,
  snapshot: Snapshot,
  choices: ReadingChoices,
): { readonly plan: Plan; readonly data: ImportSummary } {
  const mapped = mapTable(submissions, offered, table, snapshot, choices);
  const mapping = table.headers.map((header, at) => ({ header, column: mapped.mapping[at] ?? null }));
  const summary = { rows: table.rows.length, added: 0, filledIn: 0, toReview: 0, mapping };
  if (!mapped.mapping.includes("participant")) {
    const headers = problem("no-identity-column", { file: table.name, value: table.headers.join(", ") });
    return { plan: plan([], [...table.problems, ...(table.rows.length > 0 ? [headers] : [])]), data: summary };
  }

  const now = snapshot.tabs.get(submissions.key);
  const ids = numbering(submissions, snapshot);
  const numbered = numberTypedRows(submissions, now, ids);
  const identities = new Map(numbered.map(({ at, value }) => [at, value]));
  const decided = decisionsIn(snapshot);
  const sorted = sortRows(mapped.rows, peopleOf(snapshot), now, table.name);
  const merged = sorted.known.map(({ at, row }) =>
    now
      ? mergeRow(
          submissions,
          now,
          at,
          withoutPerson(row.cells),
          cellText(identities.get(at) ?? cellAt(now, at, "id")),
          { ...row, file: table.name },
          decided,
        )
      : { cells: [], conflicts: [] },
  );
  const items = [...sorted.items, ...merged.flatMap(({ conflicts }) => conflicts)];
  const problems = groupProblems([...mapped.problems, ...items.map((item) => item.problem)]);
  const added = sorted.fresh.map((cells): RowCells => ({ ...cells, id: ids.next() }));
  const reviewed = addToReview(snapshot, [...items, ...reviewCells(submissions, problems)]);
  const updates = [...numbered, ...merged.flatMap(({ cells }) => cells)];
  return {
    plan: plan(
      [
        updateCells(submissions, now, updates),
        insertRows(submissions, added),
        reviewed,
        ...remember(snapshot, { ...mapped.remembered, ...ids.toRemember() }),
      ],
      problems,
    ),
    data: {
      ...summary,
      added: added.length,
      filledIn: merged.filter(({ cells }) => cells.length > 0).length,
      toReview: reviewed.kind === "insert-rows" ? reviewed.rows.length : 0,
    },
  };
}

/** Who it was is what the row was known by; however it is written, it is no difference. */
function withoutPerson({ participant: _, ...cells }: RowCells): RowCells {
  return cells;
}

interface SortedRows {
  readonly fresh: readonly RowCells[];
  readonly known: readonly { readonly at: number; readonly row: MappedRow }[];
  readonly items: readonly ReviewItem[];
}

/** Tells new attempts from known ones; the first row of an attempt in the file counts. */
function sortRows(rows: readonly MappedRow[], people: People, now: TabSnapshot | undefined, file: string): SortedRows {
  const places = placesOf(people, now);
  const fresh: RowCells[] = [];
  const known: { at: number; row: MappedRow }[] = [];
  const items: ReviewItem[] = [];
  const seen = new Map<string, MappedRow>();
  for (const row of rows) {
    const report = (found: Problem): void => {
      items.push({ key: reviewKey(submissions.key, found.code, row.raw), problem: found, inFile: row.raw });
    };
    const place = { file, row: row.row };
    const words = cellText(row.cells.participant ?? "").trim();
    if (!words) {
      report(problem("no-identity", place));
      continue;
    }
    const found = people.find(words);
    const [person] = found;
    if (!person) report(problem("unknown-participant", { ...place, value: words }));
    else if (found.length > 1) {
      report(problem("ambiguous-person", { ...place, value: words, other: found.map((each) => each.id).join(", ") }));
    }
    const who = person && found.length === 1 ? personKey(person) : fold(words);
    const keys = attemptKeys(who, (key) => row.cells[key] ?? "");
    const earlier = keys.map((key) => seen.get(key)).find((each) => each !== undefined);
    if (earlier) {
      if (earlier.raw !== row.raw) report(problem("duplicate-attempt", { ...place, other: `row ${earlier.row}` }));
      continue;
    }
    for (const key of keys) seen.set(key, row);
    // A day that an earlier import kept as text, and that can be read now, is the same day.
    const asText = attemptKeys(who, (key) => row.texts[key] ?? "");
    const at = [...keys, ...asText].map((key) => places.get(key)).find((each) => each !== undefined);
    if (at !== undefined) known.push({ at, row });
    else fresh.push(person?.id && found.length === 1 ? { ...row.cells, participant: personLabel(person) } : row.cells);
  }
  return { fresh, known, items };
}

function placesOf(people: People, now: TabSnapshot | undefined): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  now?.rows.forEach((_, at) => {
    const words = cellText(cellAt(now, at, "participant")).trim();
    const found = words ? people.find(words) : [];
    const [person] = found;
    const who = person && found.length === 1 ? personKey(person) : fold(words);
    for (const key of attemptKeys(who, (column) => cellAt(now, at, column))) {
      if (!places.has(key)) places.set(key, at);
    }
  });
  return places;
}

/** By what an attempt is known: its number where it has one, and the day it was sent in where either lacks a number. */
function attemptKeys(who: string, cell: (key: string) => CellInput): readonly string[] {
  const [microCredential, attempt, submittedOn] = ["microCredential", "attempt", "submittedOn"].map(cell);
  const portfolio = `${who}\n${fold(cellText(microCredential ?? ""))}`;
  if (attempt !== undefined && !isBlank(attempt)) return [`${portfolio}\nattempt ${cellText(attempt)}`];
  return [`${portfolio}\non ${cellText(submittedOn ?? "").slice(0, 10)}`];
}
