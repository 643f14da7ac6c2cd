import { type Grouping, summarizeGroups } from "../../program/group-summaries";
import { shortHash } from "../../program/hash";
import { SUPPORT_MODEL_LABELS } from "../../program/support-models";
import { suppressSmallGroups } from "../../program/suppression";
import type { QuestionSummary } from "../../program/survey-summary";
import { fold } from "../column";
import { type Snapshot, typedRows } from "../snapshot";
import { surveyNamed, surveysIn } from "../surveys/survey-list";
import type { RowCells } from "../tab";
import { questions as questionsTab, ROSTER_CHOICES } from "../tabs/questions";
import type { CountedQuestion, CountedSurvey } from "./counted-answers";
import { HIDDEN } from "./report-blocks";
import type { QuestionChange } from "./survey-changes";
import { type GroupRate, NOT_KNOWN, type SurveyOutcome, segmentsOf } from "./survey-outcomes";
import { changeWords, responseRate } from "./survey-rows";

/**
 * The rows of the tab Survey results by group: response rates, and what each group answered. Of a named survey the
 * Roster says who belongs where; of an anonymous one only an answer to a question that offers the Roster's groups does.
 * Small groups are hidden, with others that the total would give away; a grouping of which nothing may be shown is left
 * out, and so are written answers.
 */
export function surveyGroupRows(
  snapshot: Snapshot,
  counted: readonly CountedSurvey[],
  outcomes: readonly SurveyOutcome[],
  changes: readonly QuestionChange[],
): readonly RowCells[] {
  return counted.flatMap((survey) => {
    const { id, label, isAnonymous } = survey.survey;
    const groupings = isAnonymous ? askedGroupings(snapshot, survey) : rosterGroupings(survey);
    const shown = new Set(outcomes.find((each) => each.survey === id)?.questions.map(({ key }) => key));
    const rates = outcomes.find((each) => each.survey === id)?.rates ?? [];
    const rows = [
      ...rateRows(rates),
      ...survey.questions
        .filter(({ key, reader }) => shown.has(key) && reader.type !== "text")
        .flatMap((question) => groupings.flatMap((grouping) => questionRows(question, grouping))),
      ...changes.filter((change) => change.survey === id).flatMap(changeRows),
    ];
    return rows.map((row) => ({
      ...row,
      survey: label,
      key: shortHash(JSON.stringify([id, row.key, row.by, row.group])),
    }));
  });
}

interface NamedGrouping extends Grouping {
  readonly by: string;
  /** The question that asked for it. */
  readonly key?: string;
}

const OTHERS = "Other groups";

/** Groupings of which at least two groups are known. */
function rosterGroupings({ who }: CountedSurvey): readonly NamedGrouping[] {
  const told = who.map(segmentsOf);
  const all = new Set(told.flatMap((segments) => Object.keys(segments)));
  return [...all].flatMap((by) =>
    groupingOf(
      by,
      told.map((segments) => segments[by] ?? ""),
    ),
  );
}

function groupingOf(by: string, values: readonly string[], key?: string): readonly NamedGrouping[] {
  const names = [...new Set(values)].filter((value) => value !== "");
  if (names.length < 2) return [];
  const places = new Map([...names, ""].map((name, place) => [name, place]));
  const found = { by, names: [...names, NOT_KNOWN], places: values.map((value) => places.get(value) ?? names.length) };
  return [key === undefined ? found : { ...found, key }];
}

/** What people said themselves: the answers to choices that come from a column of the Roster. */
function askedGroupings(snapshot: Snapshot, { survey, questions }: CountedSurvey): readonly NamedGrouping[] {
  const all = surveysIn(snapshot);
  return typedRows(snapshot, questionsTab).rows.flatMap(({ values }) => {
    const column = ROSTER_CHOICES.exec((values.choices ?? "").trim())?.[1];
    if (column === undefined || surveyNamed(all, values.survey ?? "")?.id !== survey.id) return [];
    const asked = questions.find(
      ({ key, reader }) => key === values.key || fold(reader.title) === fold(values.question ?? ""),
    );
    if (asked?.reader.type !== "choice") return [];
    const groups = asked.answers.map((answer) => asked.reader.options[asked.reader.read(answer).places[0] ?? -1] ?? "");
    return groupingOf(column, groups, asked.key);
  });
}

function questionRows({ key, reader, answers }: CountedQuestion, grouping: NamedGrouping): readonly RowCells[] {
  // What was asked for the grouping would say the same of everybody in a group.
  if (grouping.key === key) return [];
  const { shown, hidden } = summarizeGroups(reader, answers, grouping);
  const row = { key, question: reader.title, by: grouping.by };
  if (shown.length === 0) return [];
  return [
    ...shown.map(({ group, summary }) => ({ ...row, group, ...figures(summary) })),
    ...(hidden > 0 ? [{ ...row, group: OTHERS, answered: hidden, answers: `Hidden: ${HIDDEN}` }] : []),
  ];
}

function figures(summary: QuestionSummary): RowCells {
  const { answered } = summary;
  switch (summary.type) {
    case "scale": {
      const counts = summary.counts.map(({ label, count }) => `${label}: ${count}`);
      return { answered, mean: summary.mean ?? "", median: summary.median ?? "", answers: counts.join(" · ") };
    }
    case "choice":
    case "checkboxes": {
      const own = summary.other.count > 0 ? [{ option: "In their own words", ...summary.other }] : [];
      const counts = [...summary.counts, ...own].map(
        ({ option, count, share }) => `${option}: ${count} (${Math.round(100 * share)}%)`,
      );
      return { answered, answers: counts.join(" · ") };
    }
    case "text":
      return { answered };
  }
}

function rateRows(rates: readonly GroupRate[]): readonly RowCells[] {
  return [...new Set(rates.map(({ by }) => by))].flatMap((by) => {
    const groups = rates.filter((rate) => rate.by === by);
    if (groups.filter(({ group }) => group !== NOT_KNOWN).length < 2) return [];
    const hidden = suppressSmallGroups(groups.map(({ group, enrolled }) => ({ key: group, n: enrolled })));
    const row = { key: "rate", question: "Response rate", by };
    const shown = groups.filter(({ group }) => !hidden.has(group));
    if (shown.length === 0) return [];
    return [
      ...shown.map(({ group, answered, enrolled }) => ({
        ...row,
        group,
        answered,
        rate: responseRate(answered, enrolled),
        answers: `${answered} of ${enrolled} enrolled`,
      })),
      ...(hidden.size > 0 ? [{ ...row, group: OTHERS, answers: `Hidden: ${HIDDEN}` }] : []),
    ];
  });
}

function changeRows({ key, title, byModel }: QuestionChange): readonly RowCells[] {
  if (byModel.length < 2) return [];
  return byModel
    .filter(({ isHidden }) => !isHidden)
    .map(({ model, n, means }) => ({
      key: `change ${key}`,
      question: `${title}: change from baseline, of those who answered both`,
      by: "Support model",
      group: SUPPORT_MODEL_LABELS[model],
      answered: n,
      mean: means?.change.estimate ?? "",
      answers: changeWords({ n, means }),
    }));
}
