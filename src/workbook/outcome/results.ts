import { outcomes } from "../../content/labels";
import { type Problem, problem } from "../../content/problems";
import { chooseReference, compareSupportModels, type ModelComparison } from "../../program/comparison";
import { countFunnel, type Funnel, type GroupFigures } from "../../program/funnel";
import { type Completion, type ReadinessPhase, readinessByPhase } from "../../program/readiness";
import type { SupportModelId } from "../../program/support-models";
import { type QuestionSummary, summarizeQuestion } from "../../program/survey-summary";
import { type Answers, answersIn } from "../answers";
import { cellText } from "../cell";
import { codesOf } from "../imports/responses";
import { groupProblems } from "../imports/review-list";
import { personKey } from "../people";
import { type ProgramData, programData } from "../program-data";
import { cellAt, type Snapshot } from "../snapshot";
import { surveysIn } from "../surveys/survey-list";
import { responses } from "../tabs/responses";

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
}

export interface SurveyOutcome {
  /** Its id. */
  readonly survey: string;
  readonly label: string;
  /** Distinct rows, matched to somebody or not, with answers or without. */
  readonly responses: number;
  readonly matched: number;
  /** Rows that stood there before, or that a later answer of the same person replaces. */
  readonly duplicates: number;
  /** Of enrolled people, how many answered. */
  readonly answeredBy: { readonly people: number; readonly enrolled: number };
  readonly questions: readonly QuestionSummary[];
}

/** What a person may choose for the computation. */
export interface ResultChoices {
  readonly asOf: string;
  readonly reference: SupportModelId | null;
}

export function computeResults(
  snapshot: Snapshot,
  { asOf, reference: wanted }: ResultChoices,
): { readonly results: Results; readonly data: ProgramData; readonly problems: readonly Problem[] } {
  const data = programData(snapshot);
  const figures = countFunnel(data.participants, data.attempts);
  const reference = chooseReference(figures.byModel, wanted);
  const problems = [...data.problems];
  if (wanted !== null && reference !== wanted)
    problems.push(problem("empty-reference", { value: wanted, expected: reference ?? "" }));
  const { enrolled, submitted, decided, awarded } = figures.total;
  const dated = data.timeline.filter(({ start, end }) => start ?? end);
  return {
    data,
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
      surveys: surveyOutcomes(snapshot, data),
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

function surveyOutcomes(snapshot: Snapshot, data: ProgramData): readonly SurveyOutcome[] {
  const standings = standingsIn(snapshot);
  const enrolledIds = new Set(data.participants.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id));
  return surveysIn(snapshot).flatMap(({ id: survey, label }) => {
    const tables = answersIn(snapshot, survey, codesOf(data.people));
    if (tables.length === 0) return [];
    const rows = tables.flatMap((answers) => answers.rows);
    const known = rows.map(({ key }) => standings.get(key));
    // Who had no id yet when the answers were matched is known by it since.
    const people = new Set(
      known
        .flatMap((each) => (each ? data.people.find(each.participant).map(personKey) : []))
        .filter((id) => enrolledIds.has(id)),
    );
    return [
      {
        survey,
        label,
        responses: rows.length,
        matched: known.filter((each) => each?.participant).length,
        duplicates: known.reduce(
          (sum, each) => sum + (each?.replaced ? 1 : 0) + Math.max(0, (each?.copies ?? 1) - 1),
          0,
        ),
        answeredBy: { people: people.size, enrolled: enrolledIds.size },
        questions: tables.flatMap((answers) => summaries(answers, (key) => !standings.get(key)?.replaced)),
      },
    ];
  });
}

interface Standing {
  readonly participant: string;
  readonly replaced: boolean;
  readonly copies: number;
}

/** The match list, as the last import left it. */
function standingsIn(snapshot: Snapshot): ReadonlyMap<string, Standing> {
  const tab = snapshot.tabs.get(responses.key);
  const found = new Map<string, Standing>();
  tab?.rows.forEach((_, at) => {
    const cell = (column: string): string => cellText(cellAt(tab, at, column)).trim();
    found.set(cell("key"), {
      participant: cell("participant"),
      replaced: cell("standing") === "Replaced",
      copies: Number(cell("copies")) || 1,
    });
  });
  return found;
}

function summaries(
  { headers, rows, questions }: Answers,
  counts: (key: string) => boolean,
): readonly QuestionSummary[] {
  const counted = rows.filter(({ key }) => counts(key));
  return questions.map((at) =>
    summarizeQuestion({ title: headers[at] ?? "", answers: counted.map(({ cells }) => cells[at] ?? "") }),
  );
}
