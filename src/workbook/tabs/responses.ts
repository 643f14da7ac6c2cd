import { number, rowKey, text } from "../column";
import { plannerOwned, tab } from "../tab";

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
    }),
    chosen: text("Your choice"),
    key: rowKey(),
  },
  styles: [{ when: '={responses.standing}="Not matched"', background: "#fef7e0" }],
});
