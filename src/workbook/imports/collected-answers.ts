import { answersIn } from "../answers";
import { peopleOf } from "../people";
import { joinPlans, type Plan, plan } from "../plan";
import type { Snapshot } from "../snapshot";
import { surveysIn } from "../surveys/survey-list";
import { planMatches } from "./match-list";
import { codesOf } from "./responses";
import { groupProblems } from "./review-list";

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
  const people = peopleOf(snapshot);
  const codes = codesOf(people);
  const collected = surveysIn(snapshot).flatMap((survey) => {
    const tables = answersIn(snapshot, survey.id, codes);
    if (tables.length === 0) return [];
    const rows = [...new Map(tables.flatMap((table) => table.rows).map((row) => [row.key, row])).values()];
    const { changes, problems, added, matched, unmatched, replaced } = planMatches(
      survey,
      rows,
      people,
      snapshot,
      survey.label,
    );
    const { id, label, isAnonymous } = survey;
    return [
      {
        plan: plan(changes, groupProblems(problems)),
        survey: { id, label, isAnonymous, answers: rows.length, added, matched, unmatched, replaced },
      },
    ];
  });
  return {
    plan: joinPlans(...collected.map((each) => each.plan)),
    surveys: collected.map(({ survey }) => survey),
  };
}
