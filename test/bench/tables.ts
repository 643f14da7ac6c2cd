import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { type Budget, budgetTotal } from "./budget";
import { boundedCalls, type SizeFigures, type StepFigures } from "./figures";
import type { BundleLoaded } from "./run-steps";

/** Where it was measured; times mean nothing without it. */
export function machine(): string {
  const cores = availableParallelism();
  const [{ model } = { model: "unknown processor" }] = cpus();
  const memory = `${count(totalmem() / 1024 ** 3)} GB of memory`;
  const load = `load ${(loadavg()[0] ?? 0).toFixed(1)} when it began`;
  return `${cores} cores of ${model.trim()}, ${memory}, Node ${process.version}, ${process.platform}, ${load}, on ${new Date().toISOString().slice(0, 10)}.`;
}

/** All figures as Markdown. */
export function report(
  machineLine: string,
  sizes: readonly SizeFigures[],
  bundle: BundleLoaded,
  failed: readonly string[],
): string {
  return [
    `Measured with ${machineLine}`,
    ...sizes.map(({ rows, steps }) => `### ${count(rows)} rows\n\n${commandTable(steps)}`),
    `### Files and bundle\n\n${fileTable(sizes)}\n\n${bundleSentence(bundle)}`,
    failed.length === 0
      ? "Every check held."
      : `Not as it should be:\n\n${failed.map((what) => `- ${what}`).join("\n")}`,
  ].join("\n\n");
}

const COMMAND_COLUMNS = [
  "Command",
  "Reads",
  "Writes",
  "Calls",
  "Budget",
  "Single cells",
  "Document",
  "Cells read",
  "Cells written",
  "Planning, ms",
  "Whole, ms",
  "Peak, MB",
];

const commandTable = (steps: readonly StepFigures[]): string =>
  table(
    COMMAND_COLUMNS,
    steps.map((step) => [
      step.name,
      count(step.reads),
      count(step.writes),
      count(boundedCalls(step)),
      budgetText(step.budget),
      step.singleCells > 0 ? count(step.singleCells) : "",
      step.documentCalls > 0 ? count(step.documentCalls) : "",
      count(step.cellsRead),
      count(step.cellsWritten),
      count(step.planning),
      count(step.milliseconds),
      megabytes(step.peakBytes),
    ]),
  );

/** The total, and of what it is made. */
function budgetText(budget: Budget | null): string {
  if (!budget) return "no write";
  const { reading, writing, newTabs, more } = budget;
  const parts = [reading, writing, newTabs, more].filter((part) => part > 0);
  return parts.length === 1 ? count(budgetTotal(budget)) : `${count(budgetTotal(budget))} = ${parts.join(" + ")}`;
}

const fileTable = (sizes: readonly SizeFigures[]): string =>
  table(
    ["", ...sizes.map(({ rows }) => `${count(rows)} rows`)],
    [
      ["Splitting the four files into cells, ms", ...sizes.map(({ splitting }) => count(splitting))],
      ["Writing planner.xlsx, ms", ...sizes.map(({ xlsx }) => count(xlsx.milliseconds))],
      ["Size of planner.xlsx, KB", ...sizes.map(({ xlsx }) => count(xlsx.bytes / 1024))],
      ["Peak memory with all that, MB", ...sizes.map(({ xlsx }) => megabytes(xlsx.peakBytes))],
    ],
  );

const bundleSentence = ({ bytes, gzipped, milliseconds }: BundleLoaded): string =>
  `dist/Code.js: ${count(bytes)} bytes, ${count(gzipped)} gzipped; parsing and loading it takes ${milliseconds.toFixed(1)} ms.`;

export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = headers.map((_, at) => (at === 0 ? "---" : "---:"));
  return [headers, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export const count = (number: number): string => Math.round(number).toLocaleString("en");

export const megabytes = (bytes: number): string => count(bytes / 1024 ** 2);
