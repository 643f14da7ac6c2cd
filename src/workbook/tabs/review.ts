import { number, rowKey, suggestion, teamNote, text } from "../column";
import { plannerOwned, tab } from "../tab";

export const decisions = [
  { id: "use-file", label: "Use the file's value" },
  { id: "keep-sheet", label: "Keep the sheet's value" },
  { id: "done", label: "Done" },
] as const;

/** What imports could not settle alone: one row a question for a person, with what the file said, so that nothing is lost. */
export const review = tab({
  key: "review",
  title: "Review",
  filledBy: "planner",
  rowKey: "key",
  columns: {
    ...plannerOwned({
      source: text("Source"),
      row: number("Row"),
      column: text("Column"),
      what: text("What was found", { width: 460, wrap: true }),
      inFile: text("In the file", { width: 220 }),
      inSheet: text("In the sheet", { width: 220 }),
      count: number("Times"),
    }),
    decision: suggestion("Decision", decisions, { width: 180 }),
    note: teamNote(240),
    key: rowKey(),
  },
  styles: [{ when: '={review.decision}<>""', fontColor: "#5f6368" }],
});
