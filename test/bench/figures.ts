import { type Budget, budgetTotal } from "./budget";
import type { BundleLoaded, CommandsRun, StepPlanned, StepRun } from "./run-steps";
import { isAgain, LAST_REFRESH } from "./steps";

/** One command at one size: counts are the same in every run, times and memory are medians. */
export interface StepFigures extends StepRun {
  readonly planning: number;
  readonly budget: Budget | null;
}

/** All figures of one size. */
export interface SizeFigures {
  readonly rows: number;
  readonly steps: readonly StepFigures[];
  readonly splitting: number;
  readonly xlsx: CommandsRun["xlsx"];
}

/** What is measured in several runs, each in a process of its own. */
export function sizeFigures(
  rows: number,
  runs: readonly CommandsRun[],
  planned: readonly (readonly StepPlanned[])[],
): SizeFigures {
  return {
    rows,
    splitting: median(runs.map(({ splitting }) => splitting)),
    xlsx: {
      milliseconds: median(runs.map(({ xlsx }) => xlsx.milliseconds)),
      bytes: median(runs.map(({ xlsx }) => xlsx.bytes)),
      peakBytes: median(runs.map(({ xlsx }) => xlsx.peakBytes)),
    },
    steps: (runs[0]?.steps ?? []).map((step, at) => ({
      ...step,
      milliseconds: median(runs.flatMap(({ steps }) => steps[at]?.milliseconds ?? [])),
      peakBytes: median(runs.flatMap(({ steps }) => steps[at]?.peakBytes ?? [])),
      planning: median(planned.flatMap((steps) => steps[at]?.milliseconds ?? [])),
      budget: planned[0]?.[at]?.budget ?? null,
    })),
  };
}

export function bundleFigures(loads: readonly BundleLoaded[]): BundleLoaded {
  return {
    bytes: median(loads.map(({ bytes }) => bytes)),
    gzipped: median(loads.map(({ gzipped }) => gzipped)),
    milliseconds: median(loads.map(({ milliseconds }) => milliseconds)),
  };
}

/** People's cells are filled in by one call for each distinct value, at most this many a run (src/google/apply.ts). */
const MOST_SINGLE_CELL_CALLS = 40;

const MOST_MEMORY_OF_REFRESH = 1024 ** 3;

/** Calls on the spreadsheet that may not hang on the number of rows. */
export const boundedCalls = ({ reads, writes, singleCells }: StepRun): number => reads + writes - singleCells;

/** Everything that is not as issue 2 wants it. */
export function failures(sizes: readonly SizeFigures[]): readonly string[] {
  return sizes.flatMap(({ rows, steps }) =>
    steps.flatMap((step, at) => {
      const smallest = sizes[0]?.steps[at] ?? step;
      return failuresOf(step, smallest).map((what) => `${step.name}, ${rows} rows: ${what}`);
    }),
  );
}

function failuresOf(step: StepFigures, smallest: StepFigures): readonly string[] {
  const { name, ok, writes, singleCells, budget, peakBytes } = step;
  const calls = boundedCalls(step);
  const found: string[] = [];
  if (!ok) found.push("it failed");
  if (isAgain(name) && writes > 0) found.push(`${writes} writes, although nothing is left to do`);
  if (budget && calls > budgetTotal(budget)) found.push(`${calls} calls, over the budget of ${budgetTotal(budget)}`);
  if (calls > boundedCalls(smallest)) found.push(`${calls} calls, but ${boundedCalls(smallest)} for the fewest rows`);
  if (singleCells > MOST_SINGLE_CELL_CALLS) found.push(`${singleCells} calls for single cells`);
  if (name === LAST_REFRESH && peakBytes > MOST_MEMORY_OF_REFRESH) found.push(`${peakBytes} bytes of memory`);
  return found;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
