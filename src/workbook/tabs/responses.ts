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
      survey: text("Survey", { width: 110, help: "Which one." }),
      answeredOn: text("Answered on", { help: "When, as the answers tell it." }),
      given: text("Given as", { width: 220, help: "The code or e-mail in the answer." }),
      participant: text("Participant id", {
        width: 110,
        help: "Whose answer it is, where that is known.",
      }),
      matchedBy: text("Matched by", { width: 100, help: "Code, e-mail, or your own choice." }),
      standing: text("Standing", {
        help: "Counts, replaced by a later answer, or not matched.",
      }),
      copies: number("Copies", { help: "How often the same row stood in the file." }),
    }),
    chosen: text("Your choice", {
      help: "Not matched? Write the participant id, e-mail or name here, then import again.",
    }),
    key: rowKey(170),
  },
  styles: [{ when: '={responses.standing}="Not matched"', background: "#fef7e0" }],
});
