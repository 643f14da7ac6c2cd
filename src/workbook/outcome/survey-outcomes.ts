import type { Participant } from "../../program/funnel";
import { tallyOf } from "../../program/question-reader";
import { SUPPORT_MODEL_LABELS } from "../../program/support-models";
import { FEWEST } from "../../program/suppression";
import { type QuestionSummary, summarizeTally } from "../../program/survey-summary";
import type { ProgramData } from "../program-data";
import { type Snapshot, typedRows } from "../snapshot";
import { surveys as surveysTab } from "../tabs/surveys";
import type { CountedQuestion, CountedSurvey } from "./counted-answers";

/** What a survey came to. */
export interface SurveyOutcome {
  /** Its id. */
  readonly survey: string;
  readonly label: string;
  readonly isAnonymous: boolean;
  /** Distinct rows, matched to somebody or not, with answers or without. */
  readonly responses: number;
  readonly matched: number;
  /** Rows that stood there before, or that a later answer of the same person replaces. */
  readonly duplicates: number;
  /** Of enrolled people, how many answered; of an anonymous survey, how many answers there are. */
  readonly answeredBy: { readonly people: number; readonly enrolled: number };
  /** The response rate to reach; null where the team set none. */
  readonly target: number | null;
  readonly questions: readonly (QuestionSummary & { readonly key: string })[];
  /** Questions of an anonymous survey that are not shown yet, because fewer than five people answered them. */
  readonly withheld: readonly { readonly key: string; readonly title: string; readonly answered: number }[];
  /** Response rates by group, small groups too; none of an anonymous survey. */
  readonly rates: readonly GroupRate[];
}

export interface GroupRate {
  /** What people are grouped by: "Support model", "Location" … */
  readonly by: string;
  readonly group: string;
  readonly answered: number;
  readonly enrolled: number;
}

/** People of whom the Roster does not say it. */
export const NOT_KNOWN = "Not known";

/** What a person's answers are grouped by: support model, then the Roster's segments. */
export function segmentsOf(person: Participant | null): Readonly<Record<string, string>> {
  const model = person?.supportModel;
  return { "Support model": model ? SUPPORT_MODEL_LABELS[model] : "", ...person?.segments };
}

export function surveyOutcomes(
  snapshot: Snapshot,
  counted: readonly CountedSurvey[],
  { participants }: ProgramData,
): readonly SurveyOutcome[] {
  const enrolled = participants.filter(({ withdrawn }) => !withdrawn);
  const targets = new Map(typedRows(snapshot, surveysTab).rows.map(({ at, values }) => [at, values.target]));
  return counted.map(({ survey: { id, label, isAnonymous, at }, responses, matched, duplicates, who, questions }) => {
    const people = new Set(who.flatMap((person) => (person && !person.withdrawn ? [person.id] : [])));
    const summed = questions.map((question) => ({ ...summaryOf(question), key: question.key }));
    // Of fewer, an anonymous survey shows nothing but how many there are.
    const shown = isAnonymous ? summed.filter(({ answered }) => answered >= FEWEST) : summed;
    return {
      survey: id,
      label,
      isAnonymous,
      responses,
      matched,
      duplicates,
      answeredBy: { people: isAnonymous ? responses : people.size, enrolled: enrolled.length },
      target: at === null ? null : (targets.get(at) ?? null),
      questions: shown,
      withheld:
        isAnonymous && responses >= FEWEST
          ? summed.flatMap((each) =>
              shown.includes(each) ? [] : [{ key: each.key, title: each.title, answered: each.answered }],
            )
          : [],
      rates: isAnonymous ? [] : groupRates(enrolled, people),
    };
  });
}

const summaryOf = ({ reader, answers }: CountedQuestion): QuestionSummary => summarizeTally(reader, tallyOf(answers));

function groupRates(enrolled: readonly Participant[], answered: ReadonlySet<string>): readonly GroupRate[] {
  const rates = new Map<string, { by: string; group: string; answered: number; enrolled: number }>();
  for (const person of enrolled) {
    for (const [by, value] of Object.entries(segmentsOf(person))) {
      const key = JSON.stringify([by, value]);
      const rate = rates.get(key) ?? { by, group: value || NOT_KNOWN, answered: 0, enrolled: 0 };
      rates.set(key, rate);
      rate.enrolled++;
      if (answered.has(person.id)) rate.answered++;
    }
  }
  return [...rates.values()];
}
