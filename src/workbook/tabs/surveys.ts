import { surveyMoments } from "../../content/labels";
import { date, link, percent, rowKey, teamNote, text } from "../column";
import { tab } from "../tab";

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
    note: teamNote(240),
    key: rowKey(110),
  },
  seeds: () =>
    surveyMoments
      .filter(({ id }) => id !== "focus-group")
      .map(({ id, label }) => ({ key: id, survey: label, target: 0.8 })),
});
