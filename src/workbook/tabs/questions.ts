import { questionGroups, surveyMoments } from "../../content/labels";
import type { Question, QuestionType } from "../../content/questions";
import { checkbox, choice, type Option, rowKey, suggestion, text } from "../column";
import { tab } from "../tab";

const questionTypes: readonly Option<QuestionType>[] = [
  { id: "scale", label: "Scale 1 to 5" },
  { id: "scale", label: "Scale as in Choices" },
  { id: "choice", label: "Choice" },
  { id: "checkboxes", label: "Checkboxes" },
  { id: "short-text", label: "Short text" },
  { id: "long-text", label: "Long text" },
  { id: "date", label: "Date" },
  { id: "grid", label: "Grid" },
];

const groups = questionGroups.map((group) => ({ id: group, label: group }));

/** In Choices: the micro-credentials of the catalogue, as they are when the form is made. */
export const CATALOGUE_CHOICES = "(those of the tab Micro-credentials)";

/** In Choices: what stands in that column of the Roster, as it is when the form is made. */
export const ROSTER_CHOICES = /^\(those of the (?:tab )?Roster: *(.+?) *\)$/i;

/** The question bank: one row a question in a survey. */
export const questions = tab({
  key: "questions",
  title: "Questions",
  filledBy: "people",
  rowKey: "key",
  columns: {
    on: checkbox("On", { width: 50 }),
    survey: suggestion(
      "Survey",
      { kind: "column", tab: "surveys", column: "survey", also: surveyMoments },
      { width: 120 },
    ),
    group: suggestion("Group", groups, { width: 110 }),
    question: text("Question", { width: 420, wrap: true }),
    type: choice("Type", questionTypes, {
      width: 110,
    }),
    required: checkbox("Required"),
    help: text("Help text", { width: 220, wrap: true }),
    choices: text("Choices", { width: 260, wrap: true }),
    lowLabel: text("Low label", { wrap: true }),
    highLabel: text("High label", { wrap: true }),
    gridRows: text("Grid rows", { width: 200, wrap: true }),
    key: rowKey(),
  },
  styles: [{ when: "={questions.on}<>TRUE", fontColor: "#5f6368" }],
  seeds: (_, words) =>
    words.questions.flatMap((question) =>
      surveyMoments
        .filter(({ id }) => question.moments.includes(id))
        .map(({ id, label }) => ({ key: `${id}-${question.key}`, survey: label, ...cellsOf(question, id) })),
    ),
});

const CHOICES_FROM = { catalogue: CATALOGUE_CHOICES, "support-groups": "(those of the Roster: Support group)" };

function cellsOf(
  { off, group, text, type, choices = [], choicesFrom, lowLabel = "", highLabel = "" }: Question,
  moment: string,
) {
  return {
    on: !off,
    // Asked again later it is no baseline any more.
    group: group === "Baseline" && moment !== "baseline" ? "General" : group,
    question: text,
    type: questionTypes.find(({ id }) => id === type)?.label ?? type,
    choices: choicesFrom ? CHOICES_FROM[choicesFrom] : choices.join("\n"),
    lowLabel,
    highLabel,
  };
}
