import { number, rowKey, text } from "../column";
import { tab } from "../tab";

/** What the focus group is asked, and what was said: one row a question. */
export const focusGroup = tab({
  key: "focus-group",
  title: "Focus group",
  filledBy: "people",
  rowKey: "key",
  columns: {
    order: number("Order", { width: 70 }),
    question: text("Question", { width: 340, wrap: true }),
    notes: text("Notes", { width: 460, wrap: true }),
    quotes: text("Quotes", { width: 300, wrap: true }),
    themes: text("Themes", { width: 180, wrap: true }),
    key: rowKey(),
  },
});
