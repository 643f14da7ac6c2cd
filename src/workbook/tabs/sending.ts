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
    survey: text("Survey", { width: 110, help: "Which one." }),
    message: text("Message", { width: 110, help: "What was sent for it." }),
    participant: text("Participant id", { width: 110, help: "To whom." }),
    status: text("Status", {
      width: 110,
      help: "Waiting, sending, sent, unsure (the run was stopped while it went out), refused or left out.",
    }),
    time: date("Time", { width: 150, format: "yyyy-mm-dd hh:mm:ss", help: "When the status was written." }),
    key: rowKey(220),
  }),
});
