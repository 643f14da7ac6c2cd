import { surveyMoments } from "../../content/labels";
import { choice, date, link, number, percent, rowKey, teamNote, text } from "../column";
import { plannerOwned, tab } from "../tab";

const confidentialities = [
  { id: "named", label: "Named" },
  { id: "anonymous", label: "Anonymous" },
] as const;

/** The surveys of the program: one row each, the usual moments and those that the team adds. */
export const surveys = tab({
  key: "surveys",
  title: "Surveys",
  filledBy: "people",
  rowKey: "key",
  columns: {
    survey: text("Survey"),
    ...plannerOwned({
      state: text("State", { width: 180, wrap: true }),
      next: text("What to do next", { width: 300, wrap: true }),
    }),
    form: link("Form link", { width: 200 }),
    sentOn: date("Sent on", { width: 100 }),
    answers: choice("Answers", confidentialities, { width: 110 }),
    target: percent("Target rate", { format: "0%", width: 90 }),
    remindAfter: number("Remind after days", { width: 100 }),
    mostReminders: number("Most reminders", { width: 100 }),
    introduction: text("Introduction", { width: 260, wrap: true }),
    thanks: text("Thank-you text", { width: 200, wrap: true }),
    ...plannerOwned({ edit: link("Form to edit", { width: 200 }) }),
    note: teamNote(240),
    key: rowKey(),
  },
  seeds: () =>
    surveyMoments.map(({ id, label }) => ({
      key: id,
      survey: label,
      ...(id === "focus-group"
        ? { next: "Run Prepare focus group: its questions are for talking." }
        : { target: 0.8, answers: "Named", remindAfter: 7, mostReminders: 2 }),
    })),
});
