import { verdictSentence } from "../../content/report-words";
import { labelRemark } from "../../content/support";
import type { ModelComparison } from "../../program/comparison";
import type { GroupFigures } from "../../program/funnel";
import { shortHash } from "../../program/hash";
import { wilson } from "../../program/proportions";
import { labelCheck, SUPPORT_MODEL_LABELS, type SupportCategoryId } from "../../program/support-models";
import { share } from "../cell";
import { numbering, numberTypedRows, withSurveyCodes } from "../numbering";
import { type Change, updateCells, upsertRows } from "../plan";
import { remember } from "../settings";
import { cellAt, type Snapshot, typedRows } from "../snapshot";
import type { RowCells, Tab } from "../tab";
import { catalogue } from "../tabs/catalogue";
import { groups } from "../tabs/groups";
import { model } from "../tabs/model";
import { results as resultsTab } from "../tabs/results";
import { roster } from "../tabs/roster";
import { start } from "../tabs/start";
import { submissions } from "../tabs/submissions";
import { surveyGroups } from "../tabs/survey-groups";
import { surveyResults } from "../tabs/survey-results";
import { writtenAnswers as writtenAnswersTab } from "../tabs/written-answers";
import { chartFigures } from "./chart-figures";
import { type Computed, decisionsIn, type Results } from "./results";
import { surveyGroupRows } from "./survey-group-rows";
import { surveyRows } from "./survey-rows";
import { planWrittenAnswers, themesOf, writtenAnswers } from "./written-answers";

/**
 * Writes what was computed: the Results tab and those of the surveys, the figures of the charts, the label check of the
 * support groups, ids for rows that people typed, and the stamp on Start, which moves only when something else changes.
 * What a workbook has no tab for, since it was set up earlier, is left out.
 *
 * @param now wall-clock time in the spreadsheet's zone, "2026-09-01T14:30:00"
 */
export function planRefresh(snapshot: Snapshot, computed: Computed, now: string, seed: string): readonly Change[] {
  const { results, data, surveys } = computed;
  const texts = writtenAnswers(surveys);
  const groupRows = surveyGroupRows(snapshot, surveys, results.surveys, results.changes);
  const changes = [
    ...upsertRows(resultsTab, snapshot.tabs.get(resultsTab.key), resultRows(results)),
    ...upsertRows(
      surveyResults,
      snapshot.tabs.get(surveyResults.key),
      surveyRows(results.surveys, results.changes, themesOf(snapshot, texts)),
    ),
    ...(snapshot.tabs.has(surveyGroups.key)
      ? upsertRows(surveyGroups, snapshot.tabs.get(surveyGroups.key), groupRows)
      : []),
    ...planWrittenAnswers(snapshot.tabs.get(writtenAnswersTab.key), texts),
    chartFigures(snapshot, results),
    labelChecks(snapshot),
    scores(snapshot),
    ...numberRows(snapshot, seed),
  ]
    .filter((change) => change.kind !== "update-cells" || change.cells.length > 0)
    .filter((change) => change.kind !== "insert-rows" || change.rows.length > 0);
  return [...changes, ...stamp(snapshot, decisionsIn(data), now, changes.length > 0)];
}

/** Moves the stamp where something changed, or where the run that changed it was cut off before the stamp. */
function stamp(snapshot: Snapshot, decided: number, now: string, changed: boolean): readonly Change[] {
  const tab = snapshot.tabs.get(start.key);
  const at = tab?.rows.findIndex((_, row) => cellAt(tab, row, "key") === "refreshed-on") ?? -1;
  if (!tab || at < 0) return [];
  const isBehind = "counted" in tab.layout.columns && cellAt(tab, at, "counted") !== decided;
  if (!changed && !isBehind) return [];
  // In one row: a block is written whole, and in the row above it would cover the live formula.
  const cells = [
    { at, column: "value", value: now.replace("T", " ") },
    { at, column: "counted", value: decided },
  ];
  return [updateCells(start, tab, cells)];
}

function numberRows(snapshot: Snapshot, seed: string): readonly Change[] {
  let highest = {};
  const changes = [roster, submissions].map((tab: Tab): Change => {
    const now = snapshot.tabs.get(tab.key);
    const ids = numbering(tab, snapshot);
    const numbered = numberTypedRows(tab, now, ids);
    highest = { ...highest, ...ids.toRemember() };
    return updateCells(tab, now, tab === roster ? withSurveyCodes(now, numbered, [], seed).cells : numbered);
  });
  return [...changes, ...remember(snapshot, highest)];
}

const CATEGORY_COLUMNS: Readonly<Record<SupportCategoryId, "f2f" | "email" | "officeHours" | "coaching" | "release">> =
  {
    f2f: "f2f",
    email: "email",
    "office-hours": "officeHours",
    coaching: "coaching",
    release: "release",
  };

/** Remarks, never refusals, on what the ticked kinds of support usually are called. */
function labelChecks(snapshot: Snapshot): Change {
  const { rows } = typedRows(snapshot, groups);
  const cells = rows.flatMap(({ at, values }) => {
    if (!values.model) return [];
    const ticked = (Object.keys(CATEGORY_COLUMNS) as SupportCategoryId[]).filter((id) => values[CATEGORY_COLUMNS[id]]);
    return [{ at, column: "labelCheck", value: labelRemark(labelCheck(values.model, ticked), SUPPORT_MODEL_LABELS) }];
  });
  return updateCells(groups, snapshot.tabs.get(groups.key), cells);
}

/** Scores the micro-credentials by the team's three criteria: the weighted mean of those that are filled in. */
function scores(snapshot: Snapshot): Change {
  const weights = new Map(typedRows(snapshot, model).rows.map(({ values }) => [values.key, values.weight ?? 0]));
  const cells = typedRows(snapshot, catalogue).rows.map(({ at, values }) => {
    const given = [values.criterion1, values.criterion2, values.criterion3].map((score, place) => ({
      score,
      weight: score === null ? 0 : (weights.get(`criterion-${place + 1}`) ?? 0),
    }));
    const total = given.reduce((sum, { weight }) => sum + weight, 0);
    const points = given.reduce((sum, { score, weight }) => sum + weight * (score ?? 0), 0);
    return { at, column: "score", value: share(points, total) };
  });
  return updateCells(catalogue, snapshot.tabs.get(catalogue.key), cells);
}

function resultRows({ figures, supportModels, reference }: Results): readonly RowCells[] {
  return [
    { ...figureCells(figures.total), key: "all", by: "Everybody", group: "All enrolled" },
    ...supportModels.map((compared) => ({
      ...figureCells(figures.byModel.find(({ model }) => model === compared.model) ?? figures.withoutModel),
      ...comparisonCells(compared, reference ? SUPPORT_MODEL_LABELS[reference] : ""),
      key: `model ${compared.model}`,
      by: "Support model",
      group: SUPPORT_MODEL_LABELS[compared.model],
    })),
    ...(figures.withoutModel.enrolled > 0
      ? [{ ...figureCells(figures.withoutModel), key: "model none", by: "Support model", group: "Not known" }]
      : []),
    ...figures.bySegment.flatMap(({ segment, groups: values }) =>
      // A segment that nobody filled in says nothing.
      values.every(({ value }) => value === "")
        ? []
        : values.map((group) => ({
            ...figureCells(group),
            key: `${segment} ${shortHash(group.value)}`,
            by: segment,
            group: group.value || "Not given",
          })),
    ),
  ];
}

function figureCells(group: GroupFigures): RowCells {
  const { enrolled, submitted, decided, awarded, attempts, awards, monthsToAward } = group;
  const interval = wilson(awarded, decided);
  return {
    enrolled,
    submitted,
    decided,
    awarded,
    ofEnrolled: share(awarded, enrolled),
    ofSubmitted: share(awarded, submitted),
    ofDecided: share(awarded, decided),
    low: interval?.low ?? "",
    high: interval?.high ?? "",
    attemptsDecided: attempts.decided,
    attemptsAwarded: attempts.awarded,
    ofAttempts: share(attempts.awarded, attempts.decided),
    afterResubmission: awards.afterResubmission,
    monthsToAward: monthsToAward.median ?? "",
  };
}

function comparisonCells({ model, difference, benchmark }: ModelComparison, reference: string): RowCells {
  return {
    benchmark: benchmark.value,
    benchmarkP: benchmark.p ?? "",
    ...(difference
      ? {
          difference: difference.estimate,
          differenceLow: difference.low,
          differenceHigh: difference.high,
          fisher: difference.fisher,
          verdict: verdictSentence(difference.verdict, SUPPORT_MODEL_LABELS[model], reference),
        }
      : { verdict: SUPPORT_MODEL_LABELS[model] === reference ? "The group that the others are compared with." : "" }),
  };
}
