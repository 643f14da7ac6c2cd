import { phases } from "../../content/checklist";
import { outcomes } from "../../content/labels";
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
    part: text("Part", { width: 170, help: "What the figure belongs to." }),
    what: text("What", { width: 420, help: "What it says." }),
    value: figure("Now", { width: 220, help: "Live: it follows the tabs." }),
    counted: number("At last refresh", { width: 110, help: "What Refresh results counted." }),
    key: rowKey(150),
  }),
  styles: [{ when: '={start.part}="First steps"', background: "#e8f0fe" }],
  seeds: () => [...steps(), ...readiness(), ...live(), ...freshness()],
});

function steps(): readonly RowCells[] {
  return [
    ["Check the Model, the Support groups and the Timeline, and change what does not fit.", "—"],
    [
      "Fill the Roster: type people in, or use Import roster in the planner's menu.",
      '=IF(COUNTIF({roster.email},"?*")>1,"Done","To do")',
    ],
    [
      "Import survey answers, and log submissions and support as they come.",
      '=IF(COUNTIF({submissions.participant},"?*")>1,"Begun","To do")',
    ],
    ["Use Refresh results, then Create report, in the planner's menu.", "—"],
    ["Only people with the add-on see its menu. Everybody can edit every tab; nothing depends on the add-on.", "—"],
  ].map(([what = "", value = ""], index) => ({
    key: `step-${index + 1}`,
    part: "First steps",
    what,
    value: value.startsWith("=") ? { formula: value } : value,
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
      value: { formula: '=COUNTIFS({timeline.end},"<"&TODAY(),{timeline.status},"<>Done")' },
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
        formula: `=COUNTIFS({roster.supportGroup},"${SUPPORT_MODEL_LABELS[id]}",{roster.status},"<>Withdrawn")`,
      },
    })),
  ];
}

/** Beside what refresh counted, what has come since: "3 new decisions: refresh". */
function freshness(): readonly RowCells[] {
  const decided = '(COUNTIF({submissions.outcome},"Awarded")+COUNTIF({submissions.outcome},"Not yet"))';
  const then = '(SUMIF({start.key},"refreshed",{start.counted}))';
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
