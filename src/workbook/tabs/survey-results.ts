import { number, percent, rowKey, text } from "../column";
import { plannerOwned, tab } from "../tab";

/** What participants said, computed on refresh: one row an answer that was given to a question. */
export const surveyResults = tab({
  key: "survey-results",
  title: "Survey results",
  filledBy: "planner",
  rowKey: "key",
  columns: plannerOwned({
    survey: text("Survey", { width: 110, help: "Which one." }),
    question: text("Question", { width: 420, help: "As it was asked." }),
    type: text("Type", { width: 100, help: "Scale, choice, checkboxes or text." }),
    answered: number("Answered", {
      help: "How many people answered. A blank is no answer, not a zero.",
    }),
    answer: text("Answer", { width: 300, help: "One of the answers." }),
    count: number("Count", { help: "How many people gave it." }),
    share: percent("Share", {
      help: "Of those who answered.",
    }),
    mean: number("Mean", { format: "0.00", help: "Scales only." }),
    median: number("Median", { help: "Scales only." }),
    key: rowKey(150),
  }),
});
