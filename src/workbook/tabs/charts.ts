import { phases } from "../../content/checklist";
import { number, percent, rowKey, text } from "../column";
import { plannerOwned, tab } from "../tab";

/** How many rows each chart has: everybody, eight support models, those without one; as many scale questions fit. */
export const CHART_ROWS = 12;

const BLUE = "#2f6db3";
const GREY = "#8f9196";
/** Outwards from zero; for an eye that tells red and green apart and for one that does not, on white and on black. */
const LOW_SIDE = [GREY, "#d47f2a", "#b35806"];
const HIGH_SIDE = [GREY, "#6398cc", BLUE];

/** What stands left of zero is negative for the chart alone: people read a share. */
const UNSIGNED = "0%;0%";

const startFigure = (key: string): string => `SUMIF({start.key},"${key}",{start.value})`;

/**
 * Charts, and above them the figures that they are drawn from: side by side, each with its columns, because a chart
 * takes its names from the header and its number format from the column. Readiness is live, the rest is refreshed.
 */
export const charts = tab({
  key: "charts",
  title: "Charts",
  filledBy: "planner",
  rowKey: "key",
  columns: plannerOwned({
    supportModel: text("Support model", { width: 260 }),
    ofDecided: percent("Awarded of decided"),
    step: text("Step", { width: 120 }),
    people: number("People", { width: 80 }),
    phase: text("Phase", { width: 150 }),
    done: number("Done", { width: 80 }),
    open: number("Still to do", { width: 80 }),
    question: text("Question", { width: 380 }),
    middleLeft: percent("Middle, left half", { format: UNSIGNED }),
    low: percent("Low", { format: UNSIGNED }),
    lowest: percent("Lowest step", { format: UNSIGNED }),
    middleRight: percent("Middle (half on each side)", { format: UNSIGNED }),
    high: percent("High", { format: UNSIGNED }),
    highest: percent("Highest step", { format: UNSIGNED }),
    key: rowKey(),
  }),
  seeds: () =>
    Array.from({ length: CHART_ROWS }, (_, at) => {
      const phase = phases[at];
      const done = phase && startFigure(`done-${phase.id}`);
      return {
        key: `row-${at + 1}`,
        ...(phase && {
          phase: phase.label,
          done: { formula: `=${done}` },
          open: { formula: `=${startFigure(`total-${phase.id}`)}-${done}` },
        }),
      };
    }),
  charts: [
    {
      key: "readiness",
      kind: "bar",
      title: "How ready we are",
      subtitle: "Checklist items that apply, by phase",
      labels: "phase",
      series: ["done", "open"],
      rows: CHART_ROWS,
      stacked: true,
      colors: [BLUE, GREY],
      place: { row: CHART_ROWS + 3, column: 1, width: 530, height: 340 },
    },
    {
      key: "funnel",
      kind: "column",
      title: "From enrolled to awarded",
      subtitle: "People on the Roster who did not withdraw",
      labels: "step",
      series: ["people"],
      rows: CHART_ROWS,
      colors: [BLUE],
      place: { row: CHART_ROWS + 3, column: 5, width: 530, height: 340 },
    },
    {
      key: "award-rates",
      kind: "bar",
      title: "Award rate by support model",
      subtitle: "People awarded ÷ people with a decision; volunteers, no experiment",
      labels: "supportModel",
      series: ["ofDecided"],
      rows: CHART_ROWS,
      colors: [BLUE],
      place: { row: CHART_ROWS + 21, column: 1, width: 1080, height: 400 },
    },
    {
      key: "low-to-high",
      kind: "bar",
      title: "What participants said, from low to high",
      subtitle: "Share of those who answered: below the middle of the scale to the left of zero, above it to the right",
      labels: "question",
      series: ["middleLeft", "low", "lowest", "middleRight", "high", "highest"],
      rows: CHART_ROWS,
      stacked: true,
      axis: { from: -1, to: 1, format: UNSIGNED },
      unlisted: ["middleLeft"],
      colors: [...LOW_SIDE, ...HIGH_SIDE],
      place: { row: CHART_ROWS + 41, column: 1, width: 1080, height: 600 },
    },
  ],
});
