import type { FocusGroupPrepared } from "../../commands/prepare-focus-group";
import { Checkboxes, TextArea } from "./field";

type Question = FocusGroupPrepared["offered"][number];

interface FocusQuestionsProps {
  readonly offered: readonly Question[];
  /** Keys. */
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  /** New ones, one per line. */
  readonly own: string;
  readonly onWrite: (own: string) => void;
}

/** What may be asked, survey by survey, and room for more. Surveys of which nothing is chosen are folded up. */
export function FocusQuestions({ offered, chosen, onChoose, own, onWrite }: FocusQuestionsProps) {
  const bySurvey = new Map<string, Question[]>();
  for (const question of offered) bySurvey.set(question.survey, [...(bySurvey.get(question.survey) ?? []), question]);
  // As they were at first, so that none folds up under somebody's hand.
  const [first] = bySurvey.keys();
  return (
    <>
      {offered.length === 0 ? <p>The tab Questions has nothing to choose from. Write your questions here.</p> : null}
      {[...bySurvey].map(([survey, questions]) => {
        const legend = survey === "" ? "Your own questions" : survey;
        const choices = (
          <Checkboxes
            key={survey}
            legend={legend}
            options={questions.map(({ key, text }) => ({ id: key, label: text }))}
            value={chosen.filter((key) => questions.some((question) => question.key === key))}
            onChange={(keys) =>
              onChoose([...chosen.filter((key) => !questions.some((question) => question.key === key)), ...keys])
            }
          />
        );
        if (survey === first || questions.some(({ isChosen }) => isChosen)) return choices;
        return (
          <details key={survey}>
            <summary>
              {legend} ({questions.length})
            </summary>
            {choices}
          </details>
        );
      })}
      <TextArea
        label="More questions of your own"
        help="One per line. They are kept in the tab Focus group."
        rows={4}
        value={own}
        onChange={onWrite}
      />
    </>
  );
}
