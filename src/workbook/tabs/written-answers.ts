import { number, rowKey, text } from "../column";
import { plannerOwned, tab } from "../tab";

/** What participants wrote, for the team to read and tag: one row a text. */
export const writtenAnswers = tab({
  key: "written-answers",
  title: "Written answers",
  filledBy: "planner",
  rowKey: "key",
  columns: {
    ...plannerOwned({
      survey: text("Survey", { width: 110 }),
      question: text("Question", { width: 300, wrap: true }),
      answer: text("Answer", { width: 520, wrap: true }),
      times: number("Times given"),
      key: rowKey(),
    }),
    themes: text("Themes", { width: 220, wrap: true }),
  },
});
