import type { FormDesign, FormItem } from "./form-design";
import { contentOf, type FormRecord, headOf, titleOf } from "./form-record";

/** An item as it stands in the form now; `kind` is blank for those that we never make. */
export interface PresentItem {
  readonly id: number;
  readonly kind: FormItem["kind"] | "";
  readonly title: string;
}

/** What is done to a form's items, in this order; the ids of new ones are known only then. */
export type FormStep =
  | { readonly do: "remove"; readonly id: number }
  | { readonly do: "add"; readonly item: FormItem }
  /** `write`: its words have changed; else it is only there, in this place. */
  | { readonly do: "keep"; readonly item: FormItem; readonly id: number; readonly write: boolean };

/** How a design differs from the form that was made last. */
export interface FormDifference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: number;
  readonly reordered: boolean;
  /** Title, description or confirmation. */
  readonly head: boolean;
}

/** What updating would change, by the record alone: the form itself is not looked at. */
export function formDifference(design: FormDesign, record: FormRecord | null): FormDifference {
  const known = new Map((record?.items ?? []).map((item) => [item.key, item]));
  const wanted = new Set(design.items.map(({ key }) => key));
  const stays = ({ key, kind }: FormItem): boolean => known.get(key)?.kind === kind;
  const titles = (items: readonly FormItem[]) => items.flatMap(({ kind, title }) => (kind === "section" ? [] : title));
  const before = [...known.keys()].filter((key) => wanted.has(key));
  const after = design.items.map(({ key }) => key).filter((key) => known.has(key));
  const kept = design.items.filter(stays);
  const isSame = (item: FormItem): boolean => isSameItem(item, known.get(item.key));
  return {
    added: titles(design.items.filter((item) => !stays(item))),
    changed: titles(kept.filter((item) => !isSame(item))),
    removed: known.size - kept.length,
    reordered: before.some((key, at) => key !== after[at]),
    head: record?.head !== headOf(design),
  };
}

type Remembered = FormRecord["items"][number];

const isSameItem = (item: FormItem, known: Remembered | undefined): boolean =>
  known?.kind === item.kind && known.title === titleOf(item) && known.content === contentOf(item);

/** Whether the tab Questions still says what the form was made of. */
export function isSameForm(design: FormDesign, record: FormRecord | null): boolean {
  return (
    record !== null &&
    record.head === headOf(design) &&
    record.items.length === design.items.length &&
    design.items.every((item, at) => record.items[at]?.key === item.key && isSameItem(item, record.items[at]))
  );
}

/**
 * Plans an update of the form's items. Questions are known by the ids that were remembered, so that rewording and
 * moving keep their answers. Items that people made in the form themselves are left alone; those that a run made that
 * was cut off before it could remember them are taken over, so that nothing is asked twice.
 *
 * @param items ours as they are to be
 * @param cutOff an earlier run did not come to its end: what is remembered of the items' words may be outdated
 */
export function planFormSteps(
  items: readonly FormItem[],
  record: Pick<FormRecord, "items">,
  present: readonly PresentItem[],
  cutOff: boolean,
): readonly FormStep[] {
  const there = new Map(present.map((item) => [item.id, item]));
  const known = new Map(record.items.map((item) => [item.key, item]));
  const free = new Map(there);
  for (const { id } of record.items) free.delete(id);
  const kept = new Set<number>();
  // A row that lost its key, or was typed anew, still asks the same.
  const wanted = new Set(items.map(({ key }) => key));
  const retired = record.items.filter(({ key }) => !wanted.has(key));
  const retyped = ({ kind, title }: FormItem) =>
    retired.find((each) => each.kind === kind && there.get(each.id)?.title === title && !kept.has(each.id));
  const steps = items.map((item): FormStep => {
    const remembered = known.get(item.key) ?? retyped(item);
    if (remembered && remembered.kind === item.kind && there.has(remembered.id)) {
      kept.add(remembered.id);
      const isAsked = there.get(remembered.id)?.title === item.title && remembered.content === contentOf(item);
      return { do: "keep", item, id: remembered.id, write: cutOff || !isAsked };
    }
    const orphans = cutOff ? [...free.values()].filter(({ kind }) => kind === item.kind) : [];
    // Cut off between an item's making and its title.
    const orphan = orphans.find(({ title }) => title === item.title) ?? orphans.find(({ title }) => title === "");
    if (!orphan) return { do: "add", item };
    free.delete(orphan.id);
    return { do: "keep", item, id: orphan.id, write: true };
  });
  const gone = record.items.filter(({ id }) => there.has(id) && !kept.has(id));
  return [...gone.map(({ id }): FormStep => ({ do: "remove", id })), ...steps];
}

/**
 * The moves that bring items into their order, each by the places that they have at that moment. Items that are not
 * ours stay behind the item that they stood behind.
 *
 * @param now all items' ids as they stand
 * @param wanted ours as they should
 * @example planMoves([1, 9, 2], [2, 1]) // [{ from: 2, to: 0 }]: now 2, 1, 9
 */
export function planMoves(
  now: readonly number[],
  wanted: readonly number[],
): readonly { readonly from: number; readonly to: number }[] {
  const ours = new Set(wanted);
  const followers = new Map<number | null, number[]>();
  let last: number | null = null;
  for (const id of now) {
    if (ours.has(id)) last = id;
    else followers.set(last, [...(followers.get(last) ?? []), id]);
  }
  const order = [...(followers.get(null) ?? []), ...wanted.flatMap((id) => [id, ...(followers.get(id) ?? [])])];
  const current = [...now];
  return order.flatMap((id, to) => {
    const from = current.indexOf(id);
    if (from === to || from < 0) return [];
    current.splice(to, 0, ...current.splice(from, 1));
    return [{ from, to }];
  });
}
