import { number, percent, rowKey, text } from "../column";
import { plannerOwned, tab } from "../tab";

/** What participants said, computed on refresh: one row an answer to a question, a theme, or a mean that changed. */
export const surveyResults = tab({
  key: "survey-results",
  title: "Survey results",
  filledBy: "planner",
  rowKey: "key",
  columns: plannerOwned({
    survey: text("Survey", { width: 110 }),
    question: text("Question", { width: 380, wrap: true }),
    type: text("Type", { width: 100 }),
    answered: number("Answered"),
    answer: text("Answer", { width: 300, wrap: true }),
    count: number("Count"),
    share: percent("Share"),
    mean: number("Mean", { format: "0.00" }),
    median: number("Median"),
    low: number("Low", { format: "0.00" }),
    high: number("High", { format: "0.00" }),
    key: rowKey(),
  }),
});
