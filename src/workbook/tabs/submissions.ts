import { outcomes } from "../../content/labels";
import { choice, date, link, number, suggestion, text } from "../column";
import { tab } from "../tab";

/** Every portfolio sent in: one row an attempt. */
export const submissions = tab({
  key: "submissions",
  title: "Submissions",
  filledBy: "people",
  numbering: { column: "id", prefix: "S" },
  columns: {
    id: text("Submission id", {
      owner: "planner",
      width: 110,
      aliases: ["submission number", "attempt id"],
      help: "Given by the planner and never used again.",
    }),
    participant: text("Participant", {
      width: 240,
      aliases: [
        "email",
        "e-mail",
        "email address",
        "participant id",
        "participant email",
        "name",
        "educator",
        "earner",
        "username",
      ],
      help: "Who sent it in: participant id, e-mail or name.",
    }),
    microCredential: suggestion(
      "Micro-credential",
      { kind: "column", tab: "catalogue", column: "name" },
      {
        width: 240,
        aliases: ["microcredential", "mc", "micro-credential name", "title"],
        help: "Which micro-credential.",
      },
    ),
    attempt: number("Attempt", {
      aliases: ["attempt number", "try"],
      help: "1 for the first try, 2 after resubmission. Blank: told apart by the day.",
    }),
    submittedOn: date("Submitted on", {
      aliases: ["submitted", "submission date", "date submitted", "date"],
      help: "The day it was sent in.",
    }),
    outcome: choice("Outcome", outcomes, {
      width: 110,
      aliases: ["result", "status", "decision"],
      unsettled: ["Pending"],
      help: "Not yet: may resubmit. A blank means pending.",
    }),
    decidedOn: date("Decided on", {
      aliases: ["decided", "decision date", "date awarded", "awarded on", "date decided"],
      help: "The day the outcome was given.",
    }),
    link: link("Link", { width: 200, aliases: ["url", "portfolio"], help: "Where the portfolio is." }),
    notes: text("Notes", {
      width: 240,
      aliases: ["feedback", "note", "comments"],
      help: "For the team, such as the reviewer's feedback.",
    }),
  },
  styles: [
    { when: '={submissions.outcome}="Awarded"', background: "#e6f4ea" },
    { when: '={submissions.outcome}="Not yet"', background: "#fef7e0" },
  ],
});
