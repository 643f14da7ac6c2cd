import type { CellValue } from "../../../src/workbook/cell";
import { planCollection } from "../../../src/workbook/imports/collected-answers";
import { computeResults } from "../../../src/workbook/outcome/results";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { applied, type Cells, snapshotOf, withAnswers } from "../builders";

/** People `p1@x.org` … in two support groups and two places, so many each. */
export const peopleOf = (sizes: readonly (readonly [supportGroup: string, location: string, size: number])[]) =>
  sizes
    .flatMap(([supportGroup, location, size]) => Array.from({ length: size }, () => ({ supportGroup, location })))
    .map((cells, at) => ({ ...cells, id: `P-${at + 1}`, email: `p${at + 1}@x.org` }));

/** Answers as Google Forms keeps them: the first by p1, the next by p2 … */
export const answersBy = (...columns: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] =>
  (columns[0] ?? []).map((_, at) => [
    { date: `2026-09-14T10:${String(10 + Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}` },
    `p${at + 1}@x.org`,
    ...columns.map((column) => column[at] ?? ""),
  ]);

export interface Answered {
  readonly survey: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly source?: "file" | "form";
}

/** A workbook with these answers in it, matched to its people. */
export function answered(rows: Readonly<Record<string, readonly Cells[]>>, ...tables: readonly Answered[]): Snapshot {
  let snapshot = snapshotOf(rows);
  for (const { survey, titles, rows: given, source = "form" } of tables)
    snapshot = withAnswers(snapshot, survey, ["Timestamp", "Email Address", ...titles], given, source);
  return applied(snapshot, planCollection(snapshot).plan);
}

export const compute = (snapshot: Snapshot) => computeResults(snapshot, { asOf: "2026-10-01", reference: null });
