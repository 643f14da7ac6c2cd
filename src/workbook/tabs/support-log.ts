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
    id: text("Log id", { owner: "planner", width: 90 }),
    date: date("Date"),
    category: suggestion("Category", categories, { width: 190 }),
    participant: text("Participant", {
      width: 220,
    }),
    supportGroup: suggestion("Support group", { kind: "column", tab: "groups", column: "name" }, { width: 190 }),
    minutes: number("Minutes"),
    facilitator: text("Facilitator"),
    answeredInTime: checkbox("Answered within 24 h", {
      width: 110,
    }),
    note: text("Note", { width: 300 }),
  },
});
