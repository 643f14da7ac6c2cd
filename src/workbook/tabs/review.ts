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
      source: text("Source", { help: "File or tab." }),
      row: number("Row", { help: "The row there; the first one, where there are several." }),
      column: text("Column", { help: "The column there." }),
      what: text("What was found", {
        width: 460,
        help: "And what to do.",
      }),
      inFile: text("In the file", { width: 220, help: "What the file says, kept here whole." }),
      inSheet: text("In the sheet", { width: 220, help: "What the workbook says." }),
      count: number("Times", { help: "How many rows have the same." }),
    }),
    decision: suggestion(
      "Decision",
      { kind: "list", options: decisions },
      { width: 180, help: "Whose value counts? Then import the same file again." },
    ),
    note: teamNote(240),
    key: rowKey(150),
  },
  styles: [{ when: '={review.decision}<>""', fontColor: "#5f6368" }],
});
