import { date, rowKey, text } from "../column";
import { plannerOwned, tab } from "../tab";

/** What was sent to whom: one row a message to a person, written before it goes out and after. */
export const sending = tab({
  key: "sending",
  title: "Sending",
  filledBy: "planner",
  hidden: true,
  rowKey: "key",
  columns: plannerOwned({
    survey: text("Survey", { width: 110 }),
    message: text("Message", { width: 110 }),
    participant: text("Participant id", { width: 110 }),
    status: text("Status", {
      width: 110,
    }),
    time: date("Time", { width: 150, format: "yyyy-mm-dd hh:mm:ss" }),
    key: rowKey(),
  }),
});
