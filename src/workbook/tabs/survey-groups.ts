import { figure, number, percent, rowKey, text } from "../column";
import { plannerOwned, tab } from "../tab";

/** What participants said, group by group, computed on refresh: one row a question and a group that may be shown. */
export const surveyGroups = tab({
  key: "survey-groups",
  title: "Survey results by group",
  filledBy: "planner",
  rowKey: "key",
  columns: plannerOwned({
    survey: text("Survey", { width: 110 }),
    question: text("Question", { width: 380, wrap: true }),
    by: text("By"),
    group: text("Group", { width: 200 }),
    answered: number("Answered"),
    rate: percent("Response rate"),
    mean: number("Mean", { format: "0.00" }),
    median: number("Median"),
    answers: figure("Answers", { width: 420, wrap: true }),
    key: rowKey(),
  }),
});
