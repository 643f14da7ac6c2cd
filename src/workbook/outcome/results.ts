import { outcomes } from "../../content/labels";
import { type Problem, problem } from "../../content/problems";
import { chooseReference, compareSupportModels, type ModelComparison } from "../../program/comparison";
import { countFunnel, type Funnel, type GroupFigures } from "../../program/funnel";
import { type Completion, type ReadinessPhase, readinessByPhase } from "../../program/readiness";
import type { SupportModelId } from "../../program/support-models";
import { groupProblems } from "../imports/review-list";
import { type ProgramData, programData } from "../program-data";
import type { Snapshot } from "../snapshot";
import { type CountedSurvey, countedSurveys } from "./counted-answers";
import { type QuestionChange, surveyChanges } from "./survey-changes";
import { type SurveyOutcome, surveyOutcomes } from "./survey-outcomes";

/** All that is computed on refresh: results.json is this, and the Results tab and the report are made from it. */
export interface Results {
  /** `2026-09-01`: the day by which lateness is judged. */
  readonly asOf: string;
  readonly readiness: Readonly<Record<ReadinessPhase, Completion>>;
  readonly timeline: { readonly dated: number; readonly total: number; readonly late: number };
  /** People. */
  readonly funnel: Pick<GroupFigures, "enrolled" | "submitted" | "decided" | "awarded">;
  readonly reference: SupportModelId | null;
  readonly supportModels: readonly ModelComparison[];
  readonly figures: Funnel;
  readonly surveys: readonly SurveyOutcome[];
  /** Scales that the same people answered at the beginning and at the end. */
  readonly changes: readonly QuestionChange[];
}

/** What a person may choose for the computation. */
export interface ResultChoices {
  readonly asOf: string;
  readonly reference: SupportModelId | null;
}

/** Results, and what they were computed from. */
export interface Computed {
  readonly results: Results;
  readonly data: ProgramData;
  readonly surveys: readonly CountedSurvey[];
  readonly problems: readonly Problem[];
}

export function computeResults(snapshot: Snapshot, { asOf, reference: wanted }: ResultChoices): Computed {
  const data = programData(snapshot);
  const surveys = countedSurveys(snapshot, data);
  const figures = countFunnel(data.participants, data.attempts);
  const reference = chooseReference(figures.byModel, wanted);
  const problems = [...data.problems];
  if (wanted !== null && reference !== wanted)
    problems.push(problem("empty-reference", { value: wanted, expected: reference ?? "" }));
  const { enrolled, submitted, decided, awarded } = figures.total;
  const dated = data.timeline.filter(({ start, end }) => start ?? end);
  return {
    data,
    surveys,
    problems: groupProblems(problems),
    results: {
      asOf,
      readiness: readinessByPhase(data.checklist),
      timeline: {
        dated: dated.length,
        total: data.timeline.length,
        late: data.timeline.filter(({ end, done }) => !done && end !== null && end < asOf).length,
      },
      funnel: { enrolled, submitted, decided, awarded },
      reference,
      supportModels: reference ? compareSupportModels(figures.byModel.map(modelCounts), reference) : [],
      figures,
      surveys: surveyOutcomes(snapshot, surveys, data),
      changes: surveyChanges(surveys),
    },
  };
}

const modelCounts = ({ model, enrolled, submitted, decided, awarded, attempts }: Funnel["byModel"][number]) => ({
  model,
  enrolled,
  submitted,
  decided,
  awarded,
  attempts: { decided: attempts.decided, awarded: attempts.awarded },
});

/** Decided attempts, counted as the live cell beside the stamp counts them. */
export function decisionsIn(data: ProgramData): number {
  const decided: readonly string[] = outcomes
    .filter(({ id }) => id === "awarded" || id === "not-yet")
    .map(({ id }) => id);
  return data.attempts.filter(({ outcome }) => outcome && decided.includes(outcome)).length;
}
