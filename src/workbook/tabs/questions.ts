import { questionGroups, surveyMoments } from "../../content/labels";
import type { Question, QuestionType } from "../../content/questions";
import { checkbox, choice, type Option, rowKey, suggestion, text } from "../column";
import { tab } from "../tab";

const questionTypes: readonly Option<QuestionType>[] = [
  { id: "scale", label: "Scale 1 to 5" },
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

/** The question bank: one row a question in a survey. */
export const questions = tab({
  key: "questions",
  title: "Questions",
  filledBy: "people",
  rowKey: "key",
  columns: {
    on: checkbox("On", { width: 50, help: "Ticked: the survey asks this." }),
    survey: suggestion(
      "Survey",
      { kind: "list", options: surveyMoments },
      { width: 120, help: "Which survey asks it." },
    ),
    group: suggestion(
      "Group",
      { kind: "list", options: groups },
      { width: 110, help: "Questions of a group stand together in the form." },
    ),
    question: text("Question", { width: 420, help: "As it is asked. Reword it, and add rows of your own." }),
    type: choice("Type", questionTypes, {
      width: 110,
      help: "Scale 1 to 5, choice (one), checkboxes (several), short or long text, date, grid.",
    }),
    required: checkbox("Required", { help: "Ticked: nobody can send the form without answering this." }),
    help: text("Help text", { width: 220, help: "Stands under the question in the form." }),
    choices: text("Choices", {
      width: 260,
      help: `For choice, checkboxes and grid: one per line. ${CATALOGUE_CHOICES} stands for all of them.`,
    }),
    lowLabel: text("Low label", { help: "For a scale: what 1 means." }),
    highLabel: text("High label", { help: "For a scale: what 5 means." }),
    gridRows: text("Grid rows", { width: 200, help: "For a grid: what is rated, one per line." }),
    key: rowKey(200),
  },
  styles: [{ when: "={questions.on}<>TRUE", fontColor: "#5f6368" }],
  seeds: (_, words) =>
    words.questions.flatMap((question) =>
      surveyMoments
        .filter(({ id }) => question.moments.includes(id))
        .map(({ id, label }) => ({ key: `${id}-${question.key}`, survey: label, ...cellsOf(question) })),
    ),
});

function cellsOf({ off, group, text, type, choices = [], choicesFrom, lowLabel = "", highLabel = "" }: Question) {
  return {
    on: !off,
    group,
    question: text,
    type: questionTypes.find(({ id }) => id === type)?.label ?? type,
    choices: choicesFrom ? CATALOGUE_CHOICES : choices.join("\n"),
    lowLabel,
    highLabel,
  };
}
