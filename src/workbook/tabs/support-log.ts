import { otherSupport } from "../../content/support";
import { SUPPORT_CATEGORY_IDS, SUPPORT_CATEGORY_LABELS } from "../../program/support-models";
import { checkbox, date, number, suggestion, text } from "../column";
import { tab } from "../tab";

/** What may be logged: the five kinds of support of a model, and the others that count as support too. */
const categories = [...SUPPORT_CATEGORY_IDS.map((id) => ({ id, label: SUPPORT_CATEGORY_LABELS[id] })), ...otherSupport];

/** Support as it was given: one row each time. */
export const supportLog = tab({
  key: "support-log",
  title: "Support log",
  filledBy: "people",
  numbering: { column: "id", prefix: "L" },
  columns: {
    id: text("Log id", { owner: "planner", width: 90, help: "Given by the planner and never used again." }),
    date: date("Date", { help: "The day support was given." }),
    category: suggestion(
      "Category",
      { kind: "list", options: categories },
      { width: 190, help: "What kind of support." },
    ),
    participant: text("Participant", {
      width: 220,
      help: "Who got it: participant id, e-mail or name. Blank: the whole group.",
    }),
    supportGroup: suggestion(
      "Support group",
      { kind: "column", tab: "groups", column: "name" },
      { width: 190, help: "From the tab Support groups. Blank: the only one there." },
    ),
    minutes: number("Minutes", { help: "How long it took the facilitator." }),
    facilitator: text("Facilitator", { help: "Who gave it." }),
    answeredInTime: checkbox("Answered within 24 h", {
      width: 110,
      help: "Tick when a message was answered within 24 hours.",
    }),
    note: text("Note", { width: 300, help: "For the team. Never in a report." }),
  },
});
