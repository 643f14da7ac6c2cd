import { SUPPORT_MODEL_LABELS } from "../../program/support-models";
import { FEWEST, suppressSmallGroups } from "../../program/suppression";
import type { QuestionSummary } from "../../program/survey-summary";
import { countOf, HIDDEN, paragraph, type ReportBlock } from "./report-blocks";
import type { Results } from "./results";
import type { QuestionChange } from "./survey-changes";
import type { SurveyOutcome } from "./survey-outcomes";
import { signed } from "./survey-rows";

/** What participants said, survey by survey, as far as it may leave the team. */
export function voices({ surveys, changes }: Results): readonly ReportBlock[] {
  return surveys.flatMap((survey) => {
    const heading: ReportBlock = { kind: "heading", level: 2, text: survey.label };
    if (survey.responses < FEWEST) return [heading, paragraph(`Fewer than ${FEWEST} responses: not shown.`)];
    return [
      heading,
      paragraph(`${survey.responses} responses.${rateOf(survey)}`),
      ...survey.questions.flatMap(questionBlocks),
      ...changeBlocks(
        changes.filter((change) => change.survey === survey.survey),
        surveys,
      ),
    ];
  });
}

function rateOf({ isAnonymous, answeredBy: { people, enrolled } }: SurveyOutcome): string {
  if (isAnonymous) return " They are anonymous.";
  return enrolled > 0 && people >= FEWEST ? ` ${countOf(people, enrolled)} of the people enrolled answered.` : "";
}

function questionBlocks(question: QuestionSummary): readonly ReportBlock[] {
  const { title, answered } = question;
  if (title === "" || answered < FEWEST) return [];
  const header = [shortened(title), `People (n = ${answered})`];
  switch (question.type) {
    case "scale": {
      const { n, mean, median } = question;
      // With the mean of all, hidden steps could be worked out.
      const isWhole = mean !== null && median !== null && !hidesSteps(question);
      const middle = isWhole ? [[`Mean ${mean.toFixed(2)}, median ${median}`, `n = ${n}`]] : [];
      return [{ kind: "table", rows: [header, ...shownCounts(stepsOf(question), n, true), ...middle] }];
    }
    case "choice":
    case "checkboxes": {
      // What one person alone answered can be their own words, which can name people.
      const counts = question.counts.flatMap(({ option, count }) => (count === 1 ? [] : [{ key: option, n: count }]));
      const others = question.other.count + question.counts.length - counts.length;
      const other = others > 0 ? [{ key: "Other answers", n: others }] : [];
      return [
        { kind: "table", rows: [header, ...shownCounts([...counts, ...other], answered, question.type === "choice")] },
      ];
    }
    case "text":
      return [
        paragraph(
          `${shortened(title)} — ${answered} people answered in their own words; read them in the tab Written answers.`,
        ),
      ];
  }
}

/** The steps of a scale, as groups of those who chose them; none of other questions. */
const stepsOf = (question: QuestionSummary) =>
  question.type === "scale" ? question.counts.map(({ label, count }) => ({ key: label, n: count })) : [];

const hidesSteps = (question: QuestionSummary): boolean => suppressSmallGroups(stepsOf(question), FEWEST).size > 0;

/** Checkbox counts add up to no total, so there a small one cannot be worked out from the others. */
function shownCounts(counts: readonly { key: string; n: number }[], of: number, totalShown: boolean): string[][] {
  const hidden = suppressSmallGroups(counts, FEWEST, totalShown);
  return counts.map(({ key, n }) => [shortened(key), hidden.has(key) ? HIDDEN : countOf(n, of)]);
}

function changeBlocks(changes: readonly QuestionChange[], surveys: readonly SurveyOutcome[]): readonly ReportBlock[] {
  const rows = changes.flatMap((change) => {
    const { title, n, means, byModel } = change;
    if (means === null || givesStepsAway(change, surveys)) return [];
    const models = byModel.flatMap(({ model, n: own, means: ofModel }) =>
      ofModel && byModel.length > 1 ? [[`— ${SUPPORT_MODEL_LABELS[model]}`, String(own), changeOf(ofModel)]] : [],
    );
    return [[shortened(title), String(n), changeOf(means)], ...models];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      rows: [["Mean change from baseline", "People who answered both", "Change (95% interval)"], ...rows],
    },
    paragraph(
      "A change over time does not say what brought it about, and those who answered both may differ from others.",
    ),
  ];
}

const changeOf = ({ change }: NonNullable<QuestionChange["means"]>): string =>
  `${signed(change.estimate)} (${signed(change.low)} to ${signed(change.high)})`;

/** Where nearly all who answered are pairs, the change and one mean would give the other, and with it hidden steps. */
function givesStepsAway({ key, baselineKey, n }: QuestionChange, surveys: readonly SurveyOutcome[]): boolean {
  const all = surveys.flatMap(({ questions }) => questions.filter((each) => [key, baselineKey].includes(each.key)));
  return all.some(hidesSteps) && !all.some(({ answered }) => answered - n >= FEWEST);
}

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text);
