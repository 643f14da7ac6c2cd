import { addDays } from "../../program/dates";
import { proposeActivities, proposeNewsletterDates } from "../../program/schedule";
import type { CellInput } from "../cell";
import { choice, date, link, rowKey, teamNote, text } from "../column";
import { tab } from "../tab";

const kinds = [
  { id: "newsletter", label: "Newsletter" },
  { id: "message", label: "Message" },
  { id: "resource", label: "Resource" },
  { id: "facilitation", label: "Facilitation" },
] as const;

/** What participants are written, and the public resources to draw on: one row each. */
export const communications = tab({
  key: "communications",
  title: "Communications",
  filledBy: "people",
  optional: true,
  rowKey: "key",
  columns: {
    kind: choice("Kind", kinds, {
      width: 105,
    }),
    title: text("Title", { width: 220, wrap: true }),
    text: text("Text", { width: 640, wrap: true }),
    link: link("Link", { width: 240 }),
    sendOn: date("Send on"),
    sentOn: date("Sent on"),
    note: teamNote(240),
    key: rowKey(),
  },
  styles: [
    { when: '={communications.sentOn}<>""', fontColor: "#5f6368" },
    {
      when: '=AND({communications.sendOn}<>"",{communications.sendOn}<TODAY(),{communications.sentOn}="")',
      background: "#fce8e6",
    },
  ],
  seeds: ({ launch, weeks }, words) => {
    const days = proposeNewsletterDates(launch, weeks);
    const deadline = proposeActivities(launch, weeks).find(({ key }) => key === "submission-deadline")?.start ?? launch;
    const newsletters = words.communications.filter(({ kind }) => kind === "Newsletter");
    const sendOn = (key: string): CellInput => {
      if (key === "deadline") return { date: addDays(deadline, -7) };
      const day = days[newsletters.findIndex((each) => each.key === key)];
      return day === undefined ? "" : { date: day };
    };
    return words.communications.map((each) => ({ ...each, sendOn: sendOn(each.key) }));
  },
});
