import { type Problem, problem } from "../../content/problems";
import { normalizeEmail } from "../../program/matching";
import { cellText } from "../cell";
import { fold } from "../column";
import { withSurveyCodes } from "../numbering";
import { type People, peopleOf } from "../people";
import type { Plan } from "../plan";
import type { Snapshot } from "../snapshot";
import type { RowCells } from "../tab";
import { roster } from "../tabs/roster";
import { planRowImport, type SortedRows } from "./import-rows";
import type { MappedRow, ReadingChoices } from "./mapped-table";
import { type ReviewItem, reviewKey } from "./review-list";
import type { ImportSummary } from "./summary";
import type { Table } from "./table";

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
  return planRowImport(
    {
      tab: roster,
      ours: ["code"],
      identity: ["email", "id"],
      knownBy: ["email", "id"],
      sort: (rows) => sortRows(rows, peopleOf(snapshot), table.name),
      complete: (numbered, rows) => withSurveyCodes(snapshot.tabs.get(roster.key), numbered, rows, seed),
    },
    table,
    snapshot,
    choices,
  );
}

/** Tells new people from known ones; the first row of a person in the file counts. */
function sortRows(rows: readonly MappedRow[], people: People, file: string): SortedRows {
  const fresh: RowCells[] = [];
  const known: { at: number; row: MappedRow }[] = [];
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
    } else if (person) known.push({ at: person.at, row });
    else fresh.push(row.cells);
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
