import { shortHash } from "../../program/hash";
import { FEWEST_PAIRS, type PairedChange } from "../../program/paired-change";
import { FEWEST } from "../../program/suppression";
import type { QuestionSummary } from "../../program/survey-summary";
import { share } from "../cell";
import type { RowCells } from "../tab";
import type { QuestionChange } from "./survey-changes";
import type { SurveyOutcome } from "./survey-outcomes";
import type { Theme } from "./written-answers";

/** The rows of the tab Survey results: response rates, answers, the team's themes, and changes from the baseline. */
export function surveyRows(
  surveys: readonly SurveyOutcome[],
  changes: readonly QuestionChange[],
  themes: readonly Theme[],
): readonly RowCells[] {
  return surveys.flatMap((outcome) => {
    const { survey, label, questions, withheld } = outcome;
    const own = (row: RowCells): RowCells => ({ ...row, survey: label });
    return [
      ...rateRows(outcome),
      ...questions.flatMap((question, at) => {
        const title = question.title || `Question ${at + 1} (no header)`;
        const asked = { question: title, type: question.type, answered: question.answered };
        return [
          ...answerRows(question).map((row) => ({
            ...row,
            ...asked,
            key: shortHash(JSON.stringify([survey, question.key, row.answer])),
          })),
          ...themes
            .filter((theme) => theme.survey === survey && theme.question === question.key)
            .map(({ key, label: answer, count }) => ({
              ...asked,
              key,
              type: "theme",
              answer,
              count,
              share: share(count, question.answered),
            })),
          ...changes
            .filter((change) => change.survey === survey && change.key === question.key)
            .flatMap((change) => changeRows(change).map((row) => ({ ...row, question: title }))),
        ];
      }),
      ...withheld.map(({ key, title, answered }) => ({
        key: `few ${survey} ${key}`,
        question: title,
        answered,
        answer: SHOWN_LATER,
        count: answered,
      })),
    ].map(own);
  });
}

const SHOWN_LATER = `Answers: shown from ${FEWEST} on`;

function rateRows({ survey, isAnonymous, responses, answeredBy, target }: SurveyOutcome): readonly RowCells[] {
  const { people, enrolled } = answeredBy;
  const rate = responseRate(people, enrolled);
  const all = { question: "Response rate", answered: responses };
  return [
    {
      ...all,
      key: `rate ${survey}`,
      answer: isAnonymous ? "Answers (anonymous) for the people enrolled" : "People enrolled who answered",
      count: people,
      share: rate,
    },
    ...(target === null
      ? []
      : [
          {
            ...all,
            key: `target ${survey}`,
            answer: "Target: people enrolled to hear from",
            // 0.55 of 20 is 11, and a hair more in a computer's numbers.
            count: Math.ceil(target * enrolled - 1e-9),
            share: target,
          },
        ]),
    ...(isAnonymous && responses < FEWEST
      ? [
          {
            key: `few ${survey}`,
            question: "All questions",
            answered: responses,
            answer: SHOWN_LATER,
            count: responses,
          },
        ]
      : []),
  ];
}

/** There is no share where answers outnumber people. */
export const responseRate = (answered: number, enrolled: number): number | "" =>
  answered > enrolled ? "" : share(answered, enrolled);

function answerRows(question: QuestionSummary): readonly RowCells[] {
  switch (question.type) {
    case "scale": {
      const { n, mean, median } = question;
      return question.counts.map(({ label, count }) => ({
        answer: label,
        count,
        share: share(count, n),
        mean: mean ?? "",
        median: median ?? "",
      }));
    }
    case "choice":
    case "checkboxes":
      return [
        ...question.counts.map(({ option, count, share }) => ({ answer: option, count, share })),
        ...(question.other.count > 0 ? [{ ...question.other, answer: "In their own words" }] : []),
      ];
    case "text":
      return [{ answer: "Written answers: read them in the tab Written answers", count: question.answered, share: "" }];
  }
}

/** Volunteers, and only those who answered twice: the words claim no cause. */
function changeRows({ key, survey, n, means }: QuestionChange): readonly RowCells[] {
  const row = (name: string, answer: string, cells: RowCells): RowCells => ({
    key: `${name} ${survey} ${key}`,
    type: "change",
    answered: n,
    answer,
    ...cells,
  });
  if (means === null)
    return [row("change", `Change from baseline: too few pairs, shown from ${FEWEST_PAIRS} on`, { count: n })];
  const { before, after, change } = means;
  return [
    row("before", "Baseline, of those who answered both", { count: n, mean: before }),
    row("after", "Now, of those who answered both", { count: n, mean: after }),
    row("change", "Change from baseline, of those who answered both", {
      count: n,
      mean: change.estimate,
      low: change.low,
      high: change.high,
    }),
  ];
}

/**
 * A mean change in words.
 * @example changeWords({ n: 12, means }) // "3.10 before, 3.52 after; 95% interval of the change: +0.10 to +0.74"
 */
export function changeWords({ n, means }: PairedChange): string {
  if (means === null) return `Too few pairs (${n}): shown from ${FEWEST_PAIRS} on`;
  const { before, after, change } = means;
  return `${before.toFixed(2)} before, ${after.toFixed(2)} after; 95% interval of the change: ${signed(change.low)} to ${signed(change.high)}`;
}

/** @example signed(0.5) // "+0.50" */
export const signed = (value: number): string => `${value > 0 ? "+" : ""}${value.toFixed(2)}`;
