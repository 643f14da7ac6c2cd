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
    survey: text("Survey", { help: "When participants are asked." }),
    form: link("Form link", { width: 260, help: "Where people answer." }),
    sentOn: date("Sent on", { help: "The day participants were asked." }),
    target: percent("Target rate", { help: "The response rate to reach, of the people enrolled." }),
    ...plannerOwned({
      state: text("State", { width: 200, help: "How far it is, as the planner last saw it." }),
      next: text("What to do next", { width: 300, help: "The next step." }),
      edit: link("Form to edit", { width: 200, help: "Where its looks and who may answer can be changed." }),
    }),
    note: teamNote(240),
    key: rowKey(110),
  },
  seeds: () =>
    surveyMoments
      .filter(({ id }) => id !== "focus-group")
      .map(({ id, label }) => ({ key: id, survey: label, target: 0.8 })),
});
