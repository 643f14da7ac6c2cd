import { ANSWER_SOURCES, answerTabKey } from "../answer-tabs";
import { joinPlans, type Plan } from "../plan";
import type { Snapshot } from "../snapshot";
import { surveysIn } from "../surveys/survey-list";
import { planAnswersHere } from "./responses";

/** How far the answers of one survey are. */
export interface SurveyAnswers {
  readonly id: string;
  readonly label: string;
  readonly isAnonymous: boolean;
  readonly answers: number;
  /** Not known before. */
  readonly added: number;
  readonly matched: number;
  readonly unmatched: number;
  /** Answers that a later one of the same person replaces. */
  readonly replaced: number;
}

/** Plans the matching of all answers that stand in this workbook, survey by survey. Nothing is copied. */
export function planCollection(snapshot: Snapshot): {
  readonly plan: Plan;
  readonly surveys: readonly SurveyAnswers[];
} {
  const collected = surveysIn(snapshot)
    .filter(({ id }) => ANSWER_SOURCES.some((source) => snapshot.tabs.has(answerTabKey(id, source))))
    .map((survey) => ({ survey, ...planAnswersHere(survey, snapshot) }));
  return {
    plan: joinPlans(...collected.map((each) => each.plan)),
    surveys: collected.map(
      ({ survey: { id, label, isAnonymous }, data: { rows: answers, added, matched, unmatched, replaced } }) => {
        return { id, label, isAnonymous, answers, added, matched, unmatched, replaced };
      },
    ),
  };
}
