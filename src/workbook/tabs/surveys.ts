import { surveyMoments } from "../../content/labels";
import { date, link, percent, rowKey, teamNote, text } from "../column";
import { plannerOwned, tab } from "../tab";

/** The surveys of the program: one row a moment. */
export const surveys = tab({
  key: "surveys",
  title: "Surveys",
  filledBy: "people",
  rowKey: "key",
  columns: {
    survey: text("Survey"),
    form: link("Form link", { width: 260 }),
    sentOn: date("Sent on"),
    target: percent("Target rate", { format: "0%" }),
    ...plannerOwned({
      state: text("State", { width: 200, wrap: true }),
      next: text("What to do next", { width: 300, wrap: true }),
      edit: link("Form to edit", { width: 200 }),
    }),
    note: teamNote(240),
    key: rowKey(),
  },
  seeds: () =>
    surveyMoments
      .filter(({ id }) => id !== "focus-group")
      .map(({ id, label }) => ({ key: id, survey: label, target: 0.8 })),
});
