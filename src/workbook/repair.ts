import { type CellInput, type CellValue, cellText, isFormula, sameCell } from "./cell";
import type { TabSnapshot } from "./snapshot";

/** A cell that we wrote: where (0-based, below the header), what, and the key of the column it was meant for. */
export interface WrittenCell {
  readonly at: number;
  readonly place: number;
  readonly column: string;
  readonly value: CellInput;
}

export interface Repair {
  readonly at: number;
  readonly place: number;
  readonly value: CellInput;
}

/**
 * What to put right where people moved rows or columns between our reading and our writing landing. Rows are known
 * again by the cells that we did not touch. A cell is changed only if it still holds just what we wrote there, so that
 * nothing that a person has typed since is lost; every cell meant for a row that is elsewhere now is written there.
 * Empty where everything landed where it was meant to.
 */
export function repairs(before: TabSnapshot, after: TabSnapshot, written: readonly WrittenCell[]): readonly Repair[] {
  const meant = new Map<string, CellInput>();
  const landed = new Map<string, CellInput>();
  for (const cell of written) {
    meant.set(`${cell.at} ${cell.column}`, cell.value);
    landed.set(`${cell.at} ${cell.place}`, cell.value);
  }
  const columnsMeant = [...new Set(written.map(({ column }) => column))];
  const placesHit = new Set(written.map(({ place }) => place));
  const was = columnNames(before);
  const is = columnNames(after);
  const untouched = is.filter((name, place) => name !== "" && !placesHit.has(place) && !columnsMeant.includes(name));
  const rowsBefore = rowsBySignature(before, untouched, was);

  const found: Repair[] = [];
  after.rows.forEach((cells, at) => {
    const origin = rowsBefore.get(signature(cells, untouched, is))?.shift();
    for (const place of new Set([...placesHit, ...columnsMeant.map((key) => after.layout.columns[key] ?? -1)])) {
      if (place < 0) continue;
      const name = is[place] ?? "";
      const now = cells[place] ?? "";
      const old = origin === undefined ? "" : ((before.rows[origin] ?? [])[was.indexOf(name)] ?? "");
      const wanted = meant.get(`${origin} ${name}`) ?? old;
      const ours = landed.get(`${at} ${place}`);
      const holdsOurs = ours !== undefined && !isFormula(ours) && sameCell(now, ours);
      const lacksOurs = meant.has(`${origin} ${name}`) && sameCell(now, old);
      if (!isFormula(wanted) && !sameCell(now, wanted) && (holdsOurs || lacksOurs))
        found.push({ at, place, value: wanted });
    }
  });
  return found;
}

/** Each column's lasting name: its key where it is ours, its header where it is people's. */
function columnNames({ headers, layout }: TabSnapshot): string[] {
  const names = headers.map((header) => (header === "" ? "" : `header ${header}`));
  for (const [key, place] of Object.entries(layout.columns)) names[place] = key;
  return names;
}

function rowsBySignature(tab: TabSnapshot, names: readonly string[], order: readonly string[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  tab.rows.forEach((cells, at) => {
    const key = signature(cells, names, order);
    rows.set(key, [...(rows.get(key) ?? []), at]);
  });
  return rows;
}

function signature(cells: readonly CellValue[], names: readonly string[], order: readonly string[]): string {
  return JSON.stringify(names.map((name) => cellText(cells[order.indexOf(name)] ?? "")));
}
