import { type Problem, problem } from "../../content/problems";
import { normalizeEmail } from "../../program/matching";
import { cellText } from "../cell";
import { fold } from "../column";
import { numbering, numberTypedRows, withSurveyCodes } from "../numbering";
import { type People, type Person, peopleOf } from "../people";
import { type CellChange, insertRows, type Plan, plan, updateCells } from "../plan";
import { remember } from "../settings";
import type { Snapshot } from "../snapshot";
import type { RowCells } from "../tab";
import { roster } from "../tabs/roster";
import { type MappedRow, mapTable, type ReadingChoices } from "./mapped-table";
import { mergeRow } from "./merge";
import { addToReview, decisionsIn, groupProblems, type ReviewItem, reviewCells, reviewKey } from "./review-list";
import type { ImportSummary } from "./summary";
import type { Table } from "./table";

/** Every column of the Roster but the survey code, which only we give. */
const offered = Object.keys(roster.columns).filter((key) => key !== "code");

/**
 * Plans a roster import: people who are not in the Roster yet are added, with an id and a survey code; those who are
 * (by participant id, else by e-mail) get their blank cells filled in. Differences and rows that cannot be used go to
 * the review list whole.
 *
 * @param seed randomness for the survey codes
 */
export function planRosterImport(
  source: Table,
  snapshot: Snapshot,
  choices: ReadingChoices,
  seed: string,
): { readonly plan: Plan; readonly data: ImportSummary } {
  const table = withFullNames(source);
  const mapped = mapTable(roster, offered, table, snapshot, choices);
  const mapping = table.headers.map((header, at) => ({ header, column: mapped.mapping[at] ?? null }));
  const summary = { rows: table.rows.length, added: 0, filledIn: 0, toReview: 0, mapping };
  if (!mapped.mapping.some((key) => key === "email" || key === "id")) {
    const headers = problem("no-identity-column", { file: table.name, value: table.headers.join(", ") });
    return { plan: plan([], [...table.problems, ...(table.rows.length > 0 ? [headers] : [])]), data: summary };
  }

  const now = snapshot.tabs.get(roster.key);
  const ids = numbering(roster, snapshot);
  const decided = decisionsIn(snapshot);
  const sorted = sortRows(mapped.rows, peopleOf(snapshot), table.name);
  const fresh = sorted.fresh.map(({ cells }) => ({ ...cells, id: cellText(cells.id ?? "").trim() }));
  for (const { id } of fresh) ids.meet(id);
  const numbered = numberTypedRows(roster, now, ids);
  const identities = new Map(numbered.map(({ at, value }) => [at, cellText(value)]));
  const merged = sorted.known.map(({ person, row }) =>
    now
      ? mergeRow(
          roster,
          now,
          person.at,
          row.cells,
          identities.get(person.at) ?? person.id,
          { ...row, file: table.name },
          decided,
        )
      : { cells: [], conflicts: [] },
  );
  const items = [...sorted.items, ...merged.flatMap(({ conflicts }) => conflicts)];
  const problems = groupProblems([...mapped.problems, ...items.map((item) => item.problem)]);
  const added = fresh.map((cells): RowCells => ({ ...cells, id: cells.id || ids.next() }));
  const coded = withSurveyCodes(now, numbered, added, seed);
  const updates: readonly CellChange[] = [...coded.cells, ...merged.flatMap(({ cells }) => cells)];
  const reviewed = addToReview(snapshot, [...items, ...reviewCells(roster, problems)]);
  const changes = [updateCells(roster, now, updates), insertRows(roster, coded.rows), reviewed];
  return {
    plan: plan([...changes, ...remember(snapshot, { ...mapped.remembered, ...ids.toRemember() })], problems),
    data: {
      ...summary,
      added: added.length,
      filledIn: merged.filter(({ cells }) => cells.length > 0).length,
      toReview: reviewed.kind === "insert-rows" ? reviewed.rows.length : 0,
    },
  };
}

interface SortedRows {
  readonly fresh: readonly MappedRow[];
  readonly known: readonly { readonly person: Person; readonly row: MappedRow }[];
  /** Rows that cannot be used, or are used with a remark. */
  readonly items: readonly ReviewItem[];
}

/** Tells new people from known ones; the first row of a person in the file counts. */
function sortRows(rows: readonly MappedRow[], people: People, file: string): SortedRows {
  const fresh: MappedRow[] = [];
  const known: { person: Person; row: MappedRow }[] = [];
  const items: ReviewItem[] = [];
  const seen = new Map<string, MappedRow>();
  for (const row of rows) {
    const report = (found: Problem): void => {
      items.push({ key: reviewKey(roster.key, found.code, row.raw), problem: found, inFile: row.raw });
    };
    const place = { file, row: row.row };
    const email = cellText(row.cells.email ?? "").trim();
    const id = cellText(row.cells.id ?? "").trim();
    if (!email && !id) {
      report(problem("no-identity", place));
      continue;
    }
    if (email && !looksLikeEmail(email)) report(problem("bad-email", { ...place, value: email }));
    const byId = id ? people.byId(id) : undefined;
    const byEmail = email ? people.byEmail(email) : [];
    const person = byId ?? byEmail[0];
    const names = [
      ...(id ? [`id ${id.toUpperCase()}`] : []),
      ...(email ? [`email ${normalizeEmail(email)}`] : []),
      ...(byId ? [`person ${byId.at}`] : []),
      ...(byEmail.length === 1 ? byEmail.map(({ at }) => `person ${at}`) : []),
    ];
    const earlier = names.map((name) => seen.get(name)).find((each) => each !== undefined);
    for (const name of names) seen.set(name, seen.get(name) ?? earlier ?? row);
    if (earlier) {
      if (earlier.raw !== row.raw) {
        report(problem("duplicate-person", { ...place, value: email || id, other: `row ${earlier.row}` }));
      }
      continue;
    }
    if (byId?.email && email && !byEmail.includes(byId)) {
      report(problem("identity-conflict", { ...place, value: id, other: email }));
    } else if (!byId && byEmail.length > 1) {
      report(
        problem("two-people-one-email", { ...place, value: email, other: byEmail.map((each) => each.id).join(", ") }),
      );
    } else if (person) known.push({ person, row });
    else fresh.push(row);
  }
  return { fresh, known, items };
}

const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

const FIRST = ["first name", "given name", "forename", "first"];
const LAST = ["last name", "family name", "surname", "last"];

/** Many files have first and last names apart: joins them where there is no column for the whole name. */
function withFullNames(table: Table): Table {
  const headers = table.headers.map(fold);
  const first = headers.findIndex((header) => FIRST.includes(header));
  const last = headers.findIndex((header) => LAST.includes(header));
  const name = fold(roster.columns.name.header);
  if (first < 0 || last < 0 || headers.includes(name)) return table;
  const rest = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, at) => at !== first && at !== last);
  return {
    ...table,
    headers: [...rest(table.headers), roster.columns.name.header],
    rows: table.rows.map(({ row, cells }) => {
      const whole = [cells[first], cells[last]]
        .map((part) => cellText(part ?? "").trim())
        .filter(Boolean)
        .join(" ");
      return { row, cells: [...rest(cells), whole] };
    }),
  };
}
