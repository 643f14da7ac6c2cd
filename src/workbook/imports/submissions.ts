import { type Problem, problem } from "../../content/problems";
import { type CellInput, cellText, isBlank } from "../cell";
import { fold, foldName } from "../column";
import { type People, peopleOf, personKey, personLabel } from "../people";
import type { Plan } from "../plan";
import { cellAt, type Snapshot, type TabSnapshot, textAt } from "../snapshot";
import type { RowCells } from "../tab";
import { submissions } from "../tabs/submissions";
import { planRowImport, type SortedRows } from "./import-rows";
import type { MappedRow, ReadingChoices } from "./mapped-table";
import { type ReviewItem, reviewKey } from "./review-list";
import type { ImportSummary } from "./summary";
import type { Table } from "./table";

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
  return planRowImport(
    {
      tab: submissions,
      ours: ["id"],
      identity: ["participant"],
      knownBy: ["participant", "microCredential", "attempt", "submittedOn"],
      sort: (rows, now) => sortRows(rows, peopleOf(snapshot), now, table.name),
    },
    table,
    snapshot,
    choices,
  );
}

/** Who it was is what the row was known by; however it is written, it is no difference. */
function withoutPerson({ cells: { participant: _, ...cells }, ...row }: MappedRow): MappedRow {
  return { ...row, cells };
}

/** Tells new attempts from known ones; the first row of an attempt in the file counts. */
function sortRows(rows: readonly MappedRow[], people: People, now: TabSnapshot | undefined, file: string): SortedRows {
  const places = placesOf(people, now);
  const fresh: RowCells[] = [];
  const known: { at: number; row: MappedRow }[] = [];
  const items: ReviewItem[] = [];
  const seen = new Map<string, MappedRow>();
  const claimed = new Map<number, MappedRow>();
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
    const earlier = seen.get(keys.own);
    if (earlier) {
      if (earlier.raw !== row.raw) report(problem("duplicate-attempt", { ...place, other: `row ${earlier.row}` }));
      continue;
    }
    seen.set(keys.own, row);
    // A day that an earlier import kept as text, and that can be read now, is the same day.
    const asText = attemptKeys(who, (key) => row.texts[key] ?? "");
    const findAt = (key: "own" | "crossing"): number | undefined => places.get(keys[key]) ?? places.get(asText[key]);
    const same = findAt("own");
    const at = same ?? findAt("crossing");
    const first = claimed.get(at ?? -1);
    // Of two numbers on one day, one alone can be the attempt that stands there without a number.
    const isAnother = first !== undefined && same === undefined && keys.isNumbered;
    if (first && !isAnother) {
      report(problem("duplicate-attempt", { ...place, other: `row ${first.row}` }));
      continue;
    }
    if (at !== undefined && !isAnother) {
      claimed.set(at, row);
      known.push({ at, row: withoutPerson(row) });
    } else
      fresh.push(person?.id && found.length === 1 ? { ...row.cells, participant: personLabel(person) } : row.cells);
  }
  return { fresh, known, items };
}

function placesOf(people: People, now: TabSnapshot | undefined): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  now?.rows.forEach((_, at) => {
    const words = textAt(now, at, "participant");
    const found = words ? people.find(words) : [];
    const [person] = found;
    const who = person && found.length === 1 ? personKey(person) : fold(words);
    const { own, crossed } = attemptKeys(who, (column) => cellAt(now, at, column));
    for (const key of [own, crossed]) if (!places.has(key)) places.set(key, at);
  });
  return places;
}

interface AttemptKeys {
  readonly isNumbered: boolean;
  readonly own: string;
  /** By which a row with a number looks for one without, of the same day, and the other way round. */
  readonly crossing: string;
  /** By which the other kind finds it. */
  readonly crossed: string;
}

/** By what an attempt is known: its number where it has one, and the day it was sent in where either lacks a number. */
function attemptKeys(who: string, cell: (key: string) => CellInput): AttemptKeys {
  const [microCredential = "", attempt = "", submittedOn = ""] = ["microCredential", "attempt", "submittedOn"].map(
    cell,
  );
  const portfolio = `${who}\n${foldName(cellText(microCredential))}`;
  const day = cellText(submittedOn).slice(0, 10);
  const onDay = `${portfolio}\non ${day}`;
  if (isBlank(attempt)) {
    const crossing = day ? `${portfolio}\nnumbered on ${day}` : onDay;
    return { isNumbered: false, own: onDay, crossing, crossed: onDay };
  }
  const own = `${portfolio}\nattempt ${cellText(attempt)}`;
  return day
    ? { isNumbered: true, own, crossing: onDay, crossed: `${portfolio}\nnumbered on ${day}` }
    : { isNumbered: true, own, crossing: own, crossed: own };
}
