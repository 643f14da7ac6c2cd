import { surveyMoments } from "../../content/labels";
import type { GroupFigures } from "../../program/funnel";
import { SUPPORT_MODEL_LABELS } from "../../program/support-models";
import type { QuestionSummary } from "../../program/survey-summary";
import { type CellChange, type Change, updateCells } from "../plan";
import { cellAt, type Snapshot } from "../snapshot";
import type { RowCells } from "../tab";
import { charts } from "../tabs/charts";
import type { Results } from "./results";

const STEPS = ["step1", "step2", "step3", "step4", "step5"] as const;

/** Foreign surveys ask questions as long as a page. */
const LONGEST_QUESTION = 70;

/**
 * Fills the rows under Charts, each chart's from the top on, so that what is left over is blank at the end, where a
 * chart leaves it out. Rows that people deleted are not put back.
 *
 * @param results null for a program that has none yet: all is blanked
 */
export function chartFigures(snapshot: Snapshot, results: Results | null): Change {
  const now = snapshot.tabs.get(charts.key);
  const rates = results ? awardRates(results) : [];
  const steps = results ? funnel(results) : [];
  const scales = results ? scaleQuestions(results) : [];
  const cells: CellChange[] = [];
  let place = 0;
  now?.rows.forEach((_, at) => {
    if (cellAt(now, at, "key") === "") return;
    const row: RowCells = { ...BLANK, ...rates[place], ...steps[place], ...scales[place] };
    for (const [column, value] of Object.entries(row)) cells.push({ at, column, value });
    place++;
  });
  return updateCells(charts, now, cells);
}

const BLANK: RowCells = {
  supportModel: "",
  ofDecided: "",
  step: "",
  people: "",
  question: "",
  ...Object.fromEntries(STEPS.map((step) => [step, ""])),
};

function awardRates({ figures: { total, byModel, withoutModel } }: Results): readonly RowCells[] {
  return [
    rate("Everybody", total),
    ...byModel.map((group) => rate(SUPPORT_MODEL_LABELS[group.model], group)),
    ...(withoutModel.enrolled > 0 ? [rate("Not known", withoutModel)] : []),
  ];
}

/** Zero of zero is no rate. */
function rate(label: string, { awarded, decided }: GroupFigures): RowCells {
  return { supportModel: `${label} (${decided} decided)`, ofDecided: decided === 0 ? "" : awarded / decided };
}

function funnel({ funnel: { enrolled, submitted, decided, awarded } }: Results): readonly RowCells[] {
  return [
    { step: "Enrolled", people: enrolled },
    { step: "Submitted", people: submitted },
    { step: "Decided", people: decided },
    { step: "Awarded", people: awarded },
  ];
}

function scaleQuestions({ surveys }: Results): readonly RowCells[] {
  return [...surveys].reverse().flatMap(({ survey, questions }) => {
    const moment = surveyMoments.find(({ id }) => id === survey)?.label ?? survey;
    return questions.flatMap((question) => {
      const counts = fiveSteps(question);
      if (!counts) return [];
      const n = counts.reduce((sum, count) => sum + count, 0);
      const cells = Object.fromEntries(STEPS.map((step, place) => [step, counts[place] ?? 0]));
      return [{ ...cells, question: `${moment}: ${shortened(question.title)} (${n} answered)` }];
    });
  });
}

/**
 * How many chose each of five steps; null for other questions and scales. Of a scale in numbers only the steps between
 * the lowest and the highest answer are known: from 1 to 5 it is taken for the usual one.
 */
function fiveSteps(question: QuestionSummary): readonly number[] | null {
  if (question.type !== "scale" || question.n === 0) return null;
  const inNumbers = question.counts.every(({ value, label }) => label === String(value));
  if (!inNumbers && question.counts.length !== STEPS.length) return null;
  if (question.counts.some(({ value }) => value < 1 || value > STEPS.length)) return null;
  return STEPS.map((_, place) => question.counts.find(({ value }) => value === place + 1)?.count ?? 0);
}

const shortened = (title: string): string =>
  title.length > LONGEST_QUESTION ? `${title.slice(0, LONGEST_QUESTION - 1)}…` : title;
