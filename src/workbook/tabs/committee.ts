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
    decision: text("Decision", { width: 220, help: "What is to be decided. Add rows of your own." }),
    advice: text("Advice", { width: 380, help: "What the published guides advise. The committee decides." }),
    decided: text("Decided", { width: 300, help: "What the committee decided." }),
    date: date("Date", { help: "When it was decided." }),
    vote: text("Vote", { width: 110, help: "How the committee voted." }),
    agreedText: text("Agreed text", { width: 380, help: "The wording agreed on, as in the contract or memorandum." }),
    openQuestion: text("Open question", { width: 260, help: "What is still to be settled." }),
    key: rowKey(),
  },
  styles: [{ when: '={committee.openQuestion}<>""', background: "#fef7e0" }],
  seeds: (_, { committeeDecisions, committeeHelp }) => [
    { key: "how-to-begin", decision: "How to begin", advice: committeeHelp },
    ...committeeDecisions,
  ],
});
