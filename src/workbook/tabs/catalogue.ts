import { stacks } from "../../content/catalogue";
import { date, figure, link, money, number, rowKey, suggestion, teamNote, text } from "../column";
import { tab } from "../tab";

const stackOptions = stacks.map((stack) => ({ id: stack, label: stack }));

const criterion = (place: 1 | 2 | 3) => number(`Criterion ${place}`);

/** The micro-credentials to choose from: one row each, the team's own to edit. */
export const catalogue = tab({
  key: "catalogue",
  title: "Micro-credentials",
  filledBy: "people",
  rowKey: "key",
  columns: {
    name: text("Micro-credential", { width: 260, aliases: ["microcredential", "name", "title"], wrap: true }),
    stack: suggestion("Stack", stackOptions, { width: 220 }),
    issuer: text("Issuer"),
    link: link("Link", { width: 220, aliases: ["url"] }),
    hours: number("Hours"),
    cost: money("Cost"),
    criterion1: criterion(1),
    criterion2: criterion(2),
    criterion3: criterion(3),
    score: figure("Score", {
      width: 90,
      format: "0.0",
    }),
    checkedOn: date("Checked on"),
    note: teamNote(420),
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
