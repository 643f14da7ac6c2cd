import type { IsoDate } from "./dates";

export type ReadinessPhase = "plan" | "launch" | "implement";

/** A row of the readiness checklist, as far as counting goes. */
export interface ReadinessItem {
  readonly phase: ReadinessPhase;
  readonly done: boolean;
  readonly notApplicable: boolean;
  readonly due: IsoDate | null;
}

/** How many items are done, of how many that apply. */
export interface Completion {
  readonly done: number;
  readonly total: number;
}

/**
 * How ready the program is, by phase. An item that is not applicable leaves both numbers, even when it is ticked.
 *
 * @param items checklist rows, the team's own among them
 * @returns done and total of each of the three phases
 * @see domain.md section 3
 * @example readinessByPhase(items).plan // { done: 5, total: 7 }
 */
export function readinessByPhase(items: readonly ReadinessItem[]): Readonly<Record<ReadinessPhase, Completion>> {
  const completion = (phase: ReadinessPhase): Completion => {
    const applying = items.filter((item) => item.phase === phase && !item.notApplicable);
    return { done: applying.filter((item) => item.done).length, total: applying.length };
  };
  return { plan: completion("plan"), launch: completion("launch"), implement: completion("implement") };
}

/**
 * The phase at which the program stands: the first with something left to do, since each is a gate to the next.
 *
 * @param readiness done and total of each phase
 * @returns null where nothing is left, or no item applies
 * @see domain.md section 3
 * @example currentPhase({ plan: { done: 7, total: 7 }, launch: { done: 2, total: 8 }, … }) // "launch"
 */
export function currentPhase(readiness: Readonly<Record<ReadinessPhase, Completion>>): ReadinessPhase | null {
  const inOrder = ["plan", "launch", "implement"] as const;
  return inOrder.find((phase) => readiness[phase].done < readiness[phase].total) ?? null;
}

/**
 * How many items are late: applicable, not done, and due before the day itself (what is due today has the day).
 *
 * @param items checklist rows
 * @param asOf the day to judge by, "yyyy-mm-dd"
 * @returns the number of late items
 * @see domain.md section 3
 * @example countOverdue([{ phase: "plan", done: false, notApplicable: false, due: "2026-01-11" }], "2026-01-12") // 1
 */
export function countOverdue(items: readonly ReadinessItem[], asOf: IsoDate): number {
  return items.filter(({ done, notApplicable, due }) => !done && !notApplicable && due !== null && due < asOf).length;
}
