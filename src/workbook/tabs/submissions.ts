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
    }),
    microCredential: suggestion(
      "Micro-credential",
      { kind: "column", tab: "catalogue", column: "name" },
      {
        width: 240,
        aliases: ["microcredential", "mc", "micro-credential name", "title"],
      },
    ),
    attempt: number("Attempt", {
      aliases: ["attempt number", "try"],
    }),
    submittedOn: date("Submitted on", {
      aliases: ["submitted", "submission date", "date submitted", "date"],
    }),
    outcome: choice("Outcome", outcomes, {
      width: 110,
      aliases: ["result", "status", "decision"],
      unsettled: ["Pending"],
    }),
    decidedOn: date("Decided on", {
      aliases: ["decided", "decision date", "date awarded", "awarded on", "date decided"],
    }),
    link: link("Link", { width: 200, aliases: ["url", "portfolio"] }),
    notes: text("Notes", {
      width: 240,
      aliases: ["feedback", "note", "comments"],
    }),
  },
  styles: [
    { when: '={submissions.outcome}="Awarded"', background: "#e6f4ea" },
    { when: '={submissions.outcome}="Not yet"', background: "#fef7e0" },
  ],
});
