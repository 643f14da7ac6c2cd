import { type CellInput, cellText, isBlank, isFormula, sameCell } from "./cell";
import type { TabSnapshot } from "./snapshot";
import type { Tab } from "./tab";

/** A cell that we write: where (0-based, below the header) and what. */
export interface WrittenCell {
  readonly at: number;
  readonly place: number;
  readonly value: CellInput;
}

/**
 * What to put right where people moved rows or columns between our reading and our writing landing. Empty where
 * everything landed where it was meant to.
 *
 * Columns are known again by their key or header, rows by the cells that we wrote nowhere near; a row that somebody is
 * editing, by most of these or by having stayed where it was. A cell is changed only if it still holds just what we
 * wrote there (in our own columns, and where rows moved: anywhere in that column), or if it still lacks what was meant for it: what a person
 * has typed since stays. Then every value of ours stands in the row that it was meant for, and every other cell holds what people
 * left, but for what nobody can know any more: what a person typed into a cell just before we wrote over it, or put
 * back as it was just after; the formula behind a value of theirs that we wrote over; and which was which of two rows
 * that agree in all cells but those.
 *
 * @param before the tab as it was read, in whose rows and places `written` was meant
 * @param after the tab as it is now
 * @param rewritten what earlier repairs wrote, in the places of that time
 */
export function repairs(
  tab: Tab,
  before: TabSnapshot,
  after: TabSnapshot,
  written: readonly WrittenCell[],
  rewritten: readonly WrittenCell[] = [],
): readonly WrittenCell[] {
  const meant = new Map(written.map(({ at, place, value }) => [`${at} ${place}`, value]));
  const landed = new Set([...written, ...rewritten].map(({ at, place, value }) => spot(at, place, value)));
  for (const { place, value } of written) landed.add(spot("any", place, value));
  const planners = Object.keys(before.layout.columns).filter((key) => tab.columns[key]?.owner === "planner");
  const ownPlaces = new Set(planners.map((key) => before.layout.columns[key]));
  const places = new Set(written.map(({ place }) => place));
  const hit = new Set([...places, ...rewritten.map(({ place }) => place)]);
  const columnsWere = columnOrigins(before, after, hit);
  const concerned = columnsWere.flatMap((was, place) => (hit.has(place) || places.has(was) ? [place] : []));
  const columns = columnsWere
    .map((was, is): Move => ({ was, is }))
    .filter(({ was, is }) => was >= 0 && !concerned.includes(is));
  const rowsWere = rowOrigins(before, after, columns);
  // Then rows may have moved after our writing landed, too, and have taken along what they hold of ours.
  const moved = rowsWere.some((was, at) => was !== at);

  return after.rows.flatMap((cells, at) =>
    concerned.flatMap((place) => {
      const [row, column] = [rowsWere[at] ?? -1, columnsWere[place] ?? -1];
      const now = cells[place] ?? "";
      const old = before.rows[row]?.[column] ?? "";
      const ours = meant.get(`${row} ${column}`);
      const value = ours ?? old;
      const carried = ((moved && row >= 0) || ownPlaces.has(column)) && landed.has(spot("any", column, now));
      const holdsOurs = carried || landed.has(spot(at, place, now));
      const lacksOurs = ours !== undefined && sameCell(now, old);
      const wrong = (holdsOurs || lacksOurs) && !isFormula(value) && !sameCell(now, value);
      return wrong && columns.length > 0 ? [{ at, place, value }] : [];
    }),
  );
}

const spot = (at: number | "any", place: number, value: CellInput): string =>
  JSON.stringify([at, place, isFormula(value) ? null : value]);

/** A column's place then and now. */
interface Move {
  readonly was: number;
  readonly is: number;
}

/** For each column as it is now, where it was; -1 where it is new. */
function columnOrigins(before: TabSnapshot, after: TabSnapshot, hit: ReadonlySet<number>): readonly number[] {
  const was = columnNames(before);
  const is = columnNames(after);
  const once = (names: readonly string[], name: string): boolean => names.filter((each) => each === name).length === 1;
  const origins = is.map((name) => (name && once(was, name) && once(is, name) ? was.indexOf(name) : -1));
  // Without a name of their own: as many between the same neighbours, or else what has the most cells in common, or
  // else as many as were written over.
  const free = (name: string): readonly number[] =>
    [...was.keys()].filter((at) => was[at] === name && !origins.includes(at));
  for (let end = 0, start = 0; end <= is.length; end++) {
    if (end < is.length && origins[end] === -1) continue;
    const first = start === 0 ? -1 : (origins[start - 1] ?? 0);
    const last = end < is.length ? (origins[end] ?? 0) : was.length;
    const between = [...was.keys()].filter((at) => at > first && at < last && !origins.includes(at));
    if (between.length === end - start && between.every((at, index) => was[at] === is[start + index]))
      origins.splice(start, between.length, ...between);
    start = end + 1;
  }
  const strays = (name: string): readonly number[] =>
    [...is.keys()].filter((place) => is[place] === name && origins[place] === -1);
  for (const name of new Set(is)) {
    for (const place of strays(name)) {
      const texts = new Set(columnTexts(after, place));
      const alike = (at: number): number => columnTexts(before, at).filter((text) => text && texts.has(text)).length;
      const [best] = [...free(name)].sort((a, b) => alike(b) - alike(a));
      if (best !== undefined && alike(best) > 0) origins[place] = best;
    }
    const overwritten = strays(name).filter((place) => hit.has(place));
    const lost = free(name);
    if (overwritten.length !== lost.length) continue;
    overwritten.forEach((place, index) => {
      origins[place] = lost[index] ?? -1;
    });
  }
  return origins;
}

/** Each column's lasting name: its key where it is ours, its header where it is people's. */
function columnNames({ headers, rows, layout }: TabSnapshot): readonly string[] {
  const width = Math.max(layout.width, headers.length, ...rows.slice(0, 1).map((row) => row.length));
  const names = Array.from({ length: width }, (_, place) => (headers[place] ? `header ${headers[place]}` : ""));
  for (const [key, place] of Object.entries(layout.columns)) names[place] = key;
  return names;
}

/** More differences than this in one column come from a formula or from pasting, and tell no row from another. */
const FEW = 3;
/** So many pairs of rows can be compared in no time. */
const PAIRS = 100_000;

/** For each row as it is now, where it was; undefined where it is new. */
function rowOrigins(
  before: TabSnapshot,
  after: TabSnapshot,
  columns: readonly Move[],
): readonly (number | undefined)[] {
  const steady = columns.filter(({ was, is }) => isSteady(columnTexts(before, was), columnTexts(after, is)));
  const telling = steady.length > 0 ? steady : columns;
  const then = before.rows.map((row) => telling.map(({ was }) => cellText(row[was] ?? "")));
  const now = after.rows.map((row) => telling.map(({ is }) => cellText(row[is] ?? "")));
  const origins: (number | undefined)[] = now.map(() => undefined);
  const free = new Set(then.keys());
  const claim = (at: number, was: number | undefined): void => {
    if (was !== undefined && origins[at] === undefined && free.delete(was)) origins[at] = was;
  };

  // Of rows that look alike, those that stayed first.
  const nameOf = (cells: readonly string[]): string => JSON.stringify(cells);
  const names = now.map(nameOf);
  const namesThen = then.map(nameOf);
  names.forEach((name, at) => {
    if (name === namesThen[at]) claim(at, at);
  });
  const waiting = new Map<string, number[]>();
  for (const was of [...free].reverse()) {
    const name = namesThen[was] ?? "";
    const alike = waiting.get(name);
    if (alike) alike.push(was);
    else waiting.set(name, [was]);
  }
  names.forEach((name, at) => {
    if (origins[at] === undefined) claim(at, waiting.get(name)?.pop());
  });

  const stayed = origins.every((was, at) => was === undefined || was === at);
  const left = [...now.keys()].filter((at) => origins[at] === undefined && !now[at]?.every((text) => isBlank(text)));
  const alike = (at: number, was: number): number => likeness(now[at] ?? [], then[was] ?? []);
  const few = left.length * free.size <= PAIRS;
  for (const at of left) {
    let best = at;
    for (const was of few ? free : []) if (!free.has(best) || alike(at, was) > alike(at, best)) best = was;
    if (free.has(best) && alike(at, best) >= 0.5) claim(at, best);
  }
  for (const at of stayed ? left : []) claim(at, free.has(at) ? at : undefined);
  return origins;
}

const columnTexts = ({ rows }: TabSnapshot, place: number): readonly string[] =>
  rows.map((row) => cellText(row[place] ?? ""));

/** Whether two readings of a column hold the same texts, in whatever order, but for a few. */
function isSteady(before: readonly string[], after: readonly string[]): boolean {
  const left = new Map<string, number>();
  for (const text of before) left.set(text, (left.get(text) ?? 0) + 1);
  const known = after.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  });
  return Math.min(before.length, after.length) - known.length <= Math.max(FEW, after.length / 10);
}

/** The share of two rows' filled cells that are the same. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const filled = a.map((text, at) => [text, b[at] ?? ""]).filter((pair) => !pair.every(isBlank));
  return filled.filter(([one, other]) => one === other).length / Math.max(1, filled.length);
}
