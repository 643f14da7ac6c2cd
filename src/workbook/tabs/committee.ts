import { date, rowKey, text } from "../column";
import { tab } from "../tab";

/** What a joint labor-management committee decides and records: one row a decision. */
export const committee = tab({
  key: "committee",
  title: "Committee",
  filledBy: "people",
  optional: true,
  rowKey: "key",
  columns: {
    decision: text("Decision", { width: 220, wrap: true }),
    advice: text("Advice", { width: 380, wrap: true }),
    decided: text("Decided", { width: 300, wrap: true }),
    date: date("Date"),
    vote: text("Vote", { width: 110 }),
    agreedText: text("Agreed text", { width: 380, wrap: true }),
    openQuestion: text("Open question", { width: 260, wrap: true }),
    key: rowKey(),
  },
  styles: [{ when: '={committee.openQuestion}<>""', background: "#fef7e0" }],
  seeds: (_, { committeeDecisions, committeeHelp }) => [
    { key: "how-to-begin", decision: "How to begin", advice: committeeHelp },
    ...committeeDecisions,
  ],
});
