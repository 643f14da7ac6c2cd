import { number, percent, rowKey, text } from "../column";
import { tab } from "../tab";

/** What participants said, computed on refresh: one row an answer that was given to a question. */
export const surveyResults = tab({
  key: "survey-results",
  title: "Survey results",
  filledBy: "planner",
  rowKey: "key",
  columns: {
    survey: text("Survey", { owner: "planner", width: 110, help: "Which survey." }),
    question: text("Question", { owner: "planner", width: 420, help: "As it was asked." }),
    type: text("Type", { owner: "planner", width: 100, help: "Scale, choice, checkboxes or text." }),
    answered: number("Answered", {
      owner: "planner",
      help: "How many people answered this question. A blank is no answer, not a zero.",
    }),
    answer: text("Answer", { owner: "planner", width: 300, help: "One of the answers." }),
    count: number("Count", { owner: "planner", help: "How many people gave it." }),
    share: percent("Share", {
      owner: "planner",
      help: "Of those who answered. Checkboxes can add up to more than 100 %.",
    }),
    mean: number("Mean", { owner: "planner", help: "Scales only." }),
    median: number("Median", { owner: "planner", help: "Scales only." }),
    key: rowKey(150),
  },
});
