import type { QuestionChange } from "../../workbook/outcome/survey-changes";
import type { SurveyOutcome } from "../../workbook/outcome/survey-outcomes";

interface SurveyFiguresProps {
  readonly surveys: readonly SurveyOutcome[];
  readonly changes: readonly QuestionChange[];
}

/** The surveys in short: how many answered each, and what changed since the baseline. */
export function SurveyFigures({ surveys, changes }: SurveyFiguresProps) {
  if (surveys.length === 0) return null;
  const told = changes.flatMap(({ key, title, n, means }) => (means ? [{ key, title, n, means }] : []));
  return (
    <>
      <h3>Surveys</h3>
      <ul>
        {surveys.map((outcome) => (
          <li key={outcome.survey}>
            {outcome.label}: {answeredWords(outcome)}
          </li>
        ))}
      </ul>
      {told.length === 0 ? null : (
        <>
          <p>Mean change from the baseline, of those who answered both:</p>
          <ul>
            {told.map(({ key, title, n, means: { change } }) => (
              <li key={key}>
                {title} {signed(change.estimate)} (95% interval {signed(change.low)} to {signed(change.high)}; {n}{" "}
                people)
              </li>
            ))}
          </ul>
          <p class="help">A change over time does not say what brought it about.</p>
        </>
      )}
    </>
  );
}

function answeredWords({ isAnonymous, responses, answeredBy: { people, enrolled }, target }: SurveyOutcome): string {
  if (isAnonymous) return `${responses} anonymous answers, ${enrolled} people enrolled`;
  if (enrolled === 0) return `${responses} answers, nobody enrolled yet`;
  const goal = target === null ? "" : `, of the ${percent(target)} that you want to reach`;
  return `${people} of ${enrolled} people enrolled answered (${percent(people / enrolled)}${goal})`;
}

const percent = (share: number): string => `${Math.round(100 * share)}%`;
const signed = (value: number): string => `${value > 0 ? "+" : ""}${value.toFixed(2)}`;
