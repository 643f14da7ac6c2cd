import type { GroupFigures } from "../../program/funnel";
import { type ScaleShares, scaleShares } from "../../program/scale-shares";
import { SUPPORT_MODEL_LABELS } from "../../program/support-models";
import { FEWEST } from "../../program/suppression";
import type { QuestionSummary } from "../../program/survey-summary";
import { share } from "../cell";
import { type CellChange, type Change, updateCells } from "../plan";
import { cellAt, type Snapshot } from "../snapshot";
import type { RowCells } from "../tab";
import { charts } from "../tabs/charts";
import type { Results } from "./results";

/** Scales in numbers go from 1 to this. */
const USUAL_STEPS = 5;

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
  middleLeft: "",
  low: "",
  lowest: "",
  middleRight: "",
  high: "",
  highest: "",
};

function awardRates({ figures: { total, byModel, withoutModel } }: Results): readonly RowCells[] {
  return [
    rate("Everybody", total),
    ...byModel.map((group) => rate(SUPPORT_MODEL_LABELS[group.model], group)),
    ...(withoutModel.enrolled > 0 ? [rate("Not known", withoutModel)] : []),
  ];
}

function rate(label: string, { awarded, decided }: GroupFigures): RowCells {
  return { supportModel: `${label} (${decided} decided)`, ofDecided: share(awarded, decided) };
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
  return [...surveys].reverse().flatMap(({ label, questions }) =>
    questions.flatMap((question) => {
      const counts = stepsOf(question);
      const n = counts.reduce((sum, count) => sum + count, 0);
      // Of fewer, a bar would show single people, and look as sure as one of hundreds.
      const shares = n < FEWEST ? null : scaleShares(counts);
      return shares
        ? [{ question: `${label}: ${shortened(question.title)} (${n} answered)`, ...aroundZero(shares) }]
        : [];
    }),
  );
}

/** Below the middle goes to the left of zero, above it to the right, and the middle half and half. */
function aroundZero({ lowest, low, middle, high, highest }: ScaleShares): RowCells {
  const half = middle === null ? null : middle / 2;
  return {
    middleLeft: left(half),
    low: left(low),
    lowest: left(lowest),
    middleRight: half ?? "",
    high: high ?? "",
    highest,
  };
}

/** Blank where there is none; never -0, which a cell gives back as 0. */
const left = (share: number | null): number | "" => (share === null ? "" : 0 - share);

/**
 * How many chose each step of a scale, from low to high; none for other questions. Of a scale in numbers only the steps
 * between the lowest and the highest answer are known: from 1 to 5 it is taken for the usual one, and others, whose
 * middle could be anywhere, are left out.
 */
function stepsOf(question: QuestionSummary): readonly number[] {
  if (question.type !== "scale") return [];
  if (question.counts.some(({ value, label }) => label !== String(value))) {
    return question.counts.map(({ count }) => count);
  }
  if (question.counts.some(({ value }) => value < 1 || value > USUAL_STEPS)) return [];
  return Array.from(
    { length: USUAL_STEPS },
    (_, place) => question.counts.find(({ value }) => value === place + 1)?.count ?? 0,
  );
}

const shortened = (title: string): string =>
  title.length > LONGEST_QUESTION ? `${title.slice(0, LONGEST_QUESTION - 1)}…` : title;
