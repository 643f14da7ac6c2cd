import { phases } from "../../content/checklist";
import { number, percent, rowKey, text } from "../column";
import { plannerOwned, tab } from "../tab";

/** How many rows each chart has: everybody, eight support models, those without one; as many scale questions fit. */
export const CHART_ROWS = 12;

/** From low to high; for an eye that tells red and green apart and for one that does not, on white and on black. */
const FIVE_STEPS = ["#b35806", "#d47f2a", "#8f9196", "#6398cc", "#2f6db3"];
const BLUE = "#2f6db3";
const GREY = "#8f9196";

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
    step1: number("Step 1 (lowest)"),
    step2: number("Step 2"),
    step3: number("Step 3"),
    step4: number("Step 4"),
    step5: number("Step 5 (highest)"),
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
      place: { row: CHART_ROWS + 21, column: 1, width: 530, height: 400 },
    },
    {
      key: "scales",
      kind: "bar",
      title: "What participants said",
      subtitle: `Questions with five steps, the latest survey first, at most ${CHART_ROWS}; share of those who answered`,
      labels: "question",
      series: ["step1", "step2", "step3", "step4", "step5"],
      rows: CHART_ROWS,
      stacked: "percent",
      colors: FIVE_STEPS,
      place: { row: CHART_ROWS + 21, column: 5, width: 760, height: 520 },
    },
  ],
});
