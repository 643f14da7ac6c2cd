import { foldSpaces } from "../column";
import { type Snapshot, textAt } from "../snapshot";
import { roster } from "../tabs/roster";

/** What people can be chosen by. */
const FILTER_COLUMNS = ["supportGroup", "facilitator", "status"] as const;

type FilterColumn = (typeof FILTER_COLUMNS)[number];

/** Only those who have one of these values in each of these columns, as the Roster shows them; blank is a value, too. */
export type PeopleFilter = { readonly [Column in FilterColumn]?: readonly string[] | undefined } & {
  /** Only those with one of these participant ids. */
  readonly participants?: readonly string[] | undefined;
};

/** What the Roster offers to choose by, each value with how many people have it. */
export type FilterChoices = {
  readonly [Column in FilterColumn]: readonly { readonly value: string; readonly people: number }[];
};

/**
 * Who is chosen, by their place in the Roster, and of whom that was said expressly by their enrolment status.
 * @example peopleFilter(snapshot, { status: ["Withdrawn"] }).isChosen({ at: 0, id: "P-0001" })
 */
export function peopleFilter(snapshot: Snapshot, { participants, ...columns }: PeopleFilter) {
  const now = snapshot.tabs.get(roster.key);
  const has = (at: number, column: FilterColumn): boolean =>
    columns[column]?.some((value) => foldSpaces(value) === foldSpaces(textAt(now, at, column))) ?? false;
  return {
    isChosen: ({ at, id }: { readonly at: number; readonly id: string }): boolean =>
      (participants?.includes(id) ?? true) &&
      FILTER_COLUMNS.every((column) => columns[column] === undefined || has(at, column)),
    byStatus: ({ at }: { readonly at: number }): boolean => has(at, "status"),
  };
}

/** The values that the Roster's people have, in the order in which they first stand there. */
export function filterChoices(snapshot: Snapshot, people: readonly { readonly at: number }[]): FilterChoices {
  const now = snapshot.tabs.get(roster.key);
  const values = (column: FilterColumn) => {
    const found = new Map<string, { readonly value: string; readonly people: number }>();
    for (const { at } of people) {
      const text = textAt(now, at, column);
      // Two spellings of one value are one.
      const known = found.get(foldSpaces(text));
      found.set(foldSpaces(text), { value: known?.value ?? text, people: (known?.people ?? 0) + 1 });
    }
    return [...found.values()];
  };
  return { supportGroup: values("supportGroup"), facilitator: values("facilitator"), status: values("status") };
}
