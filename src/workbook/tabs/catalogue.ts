import { stacks } from "../../content/catalogue";
import { date, figure, link, money, number, rowKey, suggestion, teamNote, text } from "../column";
import { tab } from "../tab";

const stackOptions = stacks.map((stack) => ({ id: stack, label: stack }));

const criterion = (place: 1 | 2 | 3) =>
  number(`Criterion ${place}`, { help: `0 to 10: how well it meets criterion ${place} of the tab Model.` });

/** The micro-credentials to choose from: one row each, the team's own to edit. */
export const catalogue = tab({
  key: "catalogue",
  title: "Micro-credentials",
  filledBy: "people",
  rowKey: "key",
  columns: {
    name: text("Micro-credential", {
      width: 260,
      aliases: ["microcredential", "name", "title"],
      help: "Its name, as its issuer writes it.",
    }),
    stack: suggestion(
      "Stack",
      { kind: "list", options: stackOptions },
      { width: 220, help: "The themed group that it belongs to." },
    ),
    issuer: text("Issuer", { help: "Who awards it." }),
    link: link("Link", { width: 220, aliases: ["url"], help: "Where its guidelines are." }),
    hours: number("Hours", {
      help: "Of work; unknown: ask the issuer. Below 10 is colored.",
    }),
    cost: money("Cost", { help: "For each educator." }),
    criterion1: criterion(1),
    criterion2: criterion(2),
    criterion3: criterion(3),
    score: figure("Score", {
      width: 90,
      help: "By the weights in the tab Model. Filled in by Refresh results.",
    }),
    checkedOn: date("Checked on", {
      help: "When the issuer's site was last looked at.",
    }),
    note: teamNote(300),
    key: rowKey(),
  },
  styles: [
    { when: "=AND(ISNUMBER({catalogue.hours}),{catalogue.hours}<10)", background: "#fce8e6" },
    { when: '=AND({catalogue.checkedOn}<>"",{catalogue.checkedOn}<TODAY()-365)', fontColor: "#b06000" },
  ],
  seeds: (_, { workedExample, catalogueIssuer, catalogueNote, tenHourRule }) => [
    {
      key: "worked-example",
      name: workedExample.title,
      stack: workedExample.stack,
      ...catalogueIssuer,
      note: `${catalogueNote} ${tenHourRule}`,
    },
  ],
});
