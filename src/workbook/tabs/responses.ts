import { number, rowKey, text } from "../column";
import { plannerOwned, tab } from "../tab";

/** What becomes of an answer. */
export const STANDING = {
  counts: "Counts",
  /** Tied to nobody: it is an answer all the same. */
  unmatched: "Not matched",
  /** By a later one of the same person. */
  replaced: "Replaced",
  /** It is no answer: a person said so, or it is a trial. */
  leftOut: "Left out",
  gone: "No longer there",
} as const;

/** Who gave which answer: one row a response. The answers themselves stay in their answer tab. */
export const responses = tab({
  key: "responses",
  title: "Survey matches",
  filledBy: "planner",
  rowKey: "key",
  columns: {
    ...plannerOwned({
      survey: text("Survey", { width: 110 }),
      answeredOn: text("Answered on"),
      given: text("Given as", { width: 220 }),
      participant: text("Participant id", {
        width: 110,
      }),
      matchedBy: text("Matched by", { width: 100 }),
      standing: text("Standing"),
      copies: number("Copies"),
      suggestion: text("Suggestion", { width: 180 }),
      why: text("Why", { width: 240 }),
    }),
    chosen: text("Your choice", { width: 180 }),
    key: rowKey(),
  },
  styles: [{ when: `={responses.standing}="${STANDING.unmatched}"`, background: "#fef7e0" }],
});
