import type { Snapshot } from "../../../src/workbook/snapshot";
import { type Cells, snapshotOf } from "../builders";

/** So many people in a group, of whom so many had a decision and so many an award. */
export interface GroupOf {
  readonly group: string;
  readonly enrolled: number;
  readonly decided: number;
  readonly awarded: number;
}

/** A workbook with these groups of people, one attempt a person who has a decision. */
export function programOf(groups: readonly GroupOf[], more: Readonly<Record<string, readonly Cells[]>> = {}): Snapshot {
  const people = groups.flatMap(({ group, enrolled, decided, awarded }) =>
    Array.from({ length: enrolled }, (_, place) => ({
      id: `${group} ${place}`,
      name: `${group} person ${place}`,
      supportGroup: group,
      outcome: place < awarded ? "Awarded" : place < decided ? "Not yet" : "",
    })),
  );
  return snapshotOf({
    roster: people.map(({ outcome: _, ...person }) => person),
    submissions: people.flatMap(({ id, outcome }, at) =>
      outcome ? [{ id: `S-${at}`, participant: id, microCredential: "Basics", attempt: 1, outcome }] : [],
    ),
    ...more,
  });
}
