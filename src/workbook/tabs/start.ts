import { phases } from "../../content/checklist";
import { outcomes } from "../../content/labels";
import type { StoredWords } from "../../content/stored-words";
import { SUPPORT_MODEL_IDS, SUPPORT_MODEL_LABELS } from "../../program/support-models";
import { figure, number, rowKey, text } from "../column";
import { plannerOwned, type RowCells, tab } from "../tab";

/**
 * Where the program stands: a fixed number of live figures (COUNTIFS over whole columns, which Google Sheets, Excel,
 * LibreOffice and IronCalc compute alike), and what to do first.
 */
export const start = tab({
  key: "start",
  title: "Start",
  filledBy: "planner",
  rowKey: "key",
  columns: plannerOwned({
    part: text("Part", { width: 170 }),
    what: text("What", { width: 520, wrap: true }),
    value: figure("Now", { width: 190 }),
    counted: number("At last refresh", { width: 110 }),
    key: rowKey(),
  }),
  styles: [{ when: '={start.part}="First steps"', background: "#e8f0fe" }],
  seeds: (_, words) => [...steps(words), ...readiness(), ...live(), ...freshness()],
});

function steps({ firstSteps }: StoredWords): readonly RowCells[] {
  return firstSteps.map((step, at) => ({
    key: `step-${at + 1}`,
    part: "First steps",
    what: step.what,
    ...("formula" in step && { value: { formula: step.formula } }),
  }));
}

function readiness(): readonly RowCells[] {
  return phases.flatMap(({ id, label }) => [
    {
      key: `done-${id}`,
      part: "Readiness",
      what: `${label}: items done`,
      value: {
        formula: `=COUNTIFS({checklist.phase},"${label}",{checklist.done},TRUE)-COUNTIFS({checklist.phase},"${label}",{checklist.done},TRUE,{checklist.notApplicable},TRUE)`,
      },
    },
    {
      key: `total-${id}`,
      part: "Readiness",
      what: `${label}: items that apply`,
      value: {
        formula: `=COUNTIFS({checklist.phase},"${label}")-COUNTIFS({checklist.phase},"${label}",{checklist.notApplicable},TRUE)`,
      },
    },
  ]);
}

function live(): readonly RowCells[] {
  return [
    {
      key: "overdue",
      part: "Timeline",
      what: "Late: past their end and not done",
      value: {
        formula: '=COUNTIFS({timeline.end},"<"&TODAY())-COUNTIFS({timeline.end},"<"&TODAY(),{timeline.status},"Done")',
      },
    },
    ...outcomes.map(({ id, label }) => ({
      key: `attempts-${id}`,
      part: "Submissions",
      what: `Attempts: ${label.toLowerCase()}`,
      value: { formula: `=COUNTIF({submissions.outcome},"${label}")` },
    })),
    ...SUPPORT_MODEL_IDS.map((id) => ({
      key: `enrolled-${id}`,
      part: "Roster",
      what: `People in a group named ${SUPPORT_MODEL_LABELS[id]}`,
      value: {
        formula: `=COUNTIF({roster.supportGroup},"${SUPPORT_MODEL_LABELS[id]}")-COUNTIFS({roster.supportGroup},"${SUPPORT_MODEL_LABELS[id]}",{roster.status},"Withdrawn")`,
      },
    })),
  ];
}

/** Beside what refresh counted, what has come since: "3 new decisions: refresh". */
function freshness(): readonly RowCells[] {
  const decided = '(COUNTIF({submissions.outcome},"Awarded")+COUNTIF({submissions.outcome},"Not yet"))';
  const then = '(SUMIF({start.key},"refreshed-on",{start.counted}))';
  return [
    {
      key: "refreshed",
      part: "Results",
      what: "Decisions since Results was refreshed",
      value: { formula: `=IF(${decided}=${then},"Up to date",ABS(${decided}-${then})&" new decisions: refresh")` },
    },
    { key: "refreshed-on", part: "Results", what: "Results were last computed", value: "Not yet" },
  ];
}
