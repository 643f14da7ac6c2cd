import type { Resource } from "../../content/resources";
import type { StoredWords } from "../../content/stored-words";
import { addDays } from "../../program/dates";
import type { ProgramSetup } from "../../program/program-setup";
import { proposeActivities, proposeNewsletterDates } from "../../program/schedule";
import { choice, date, link, rowKey, teamNote, text } from "../column";
import { type RowCells, tab } from "../tab";

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
      help: "Newsletter, message, a resource to draw on, or help for facilitators.",
    }),
    title: text("Title", { width: 260, help: "The subject, or the name of the resource." }),
    text: text("Text", { width: 520, help: "Adapt it to your program before you send it." }),
    link: link("Link", { width: 240, help: "Where a resource is. Links may be dead: try them first." }),
    sendOn: date("Send on", {
      help: "Newsletters are spread from the launch over the weeks of the program, at most two weeks apart.",
    }),
    sentOn: date("Sent on", { help: "The day it went out." }),
    note: teamNote(240),
    key: rowKey(),
  },
  styles: [
    { when: '={communications.sentOn}<>""', fontColor: "#80868b" },
    {
      when: '=AND({communications.sendOn}<>"",{communications.sendOn}<TODAY(),{communications.sentOn}="")',
      background: "#fce8e6",
    },
  ],
  seeds: (program, words) => [
    ...newsletterRows(program, words),
    ...messageRows(program, words),
    ...resourceRows(words),
    ...facilitationRows(words),
  ],
});

function newsletterRows({ launch, weeks }: ProgramSetup, { newsletters, resources }: StoredWords): RowCells[] {
  const days = proposeNewsletterDates(launch, weeks);
  return newsletters.map(({ key, title, tips }, index) => ({
    key,
    kind: "Newsletter",
    title,
    text: key === "resources" ? `${bullets(tips)}\n\n${bullets(reading(resources))}` : bullets(tips),
    sendOn: { date: days[index] ?? launch },
  }));
}

function messageRows({ launch, weeks }: ProgramSetup, words: StoredWords): RowCells[] {
  const { questions, otherMessages, resubmissionTips, lastMessages } = words;
  const reflection = questions.filter(
    ({ group, type, off }) => group === "Application" && type === "long-text" && !off,
  );
  const deadline = proposeActivities(launch, weeks).find(({ key }) => key === "submission-deadline")?.start;
  const reminder = deadline ? { date: addDays(deadline, -7) } : "";
  return [
    {
      key: "recruitment-argument",
      kind: "Message",
      title: "Why take part: for recruitment",
      text: words.recruitmentArgument,
    },
    ...otherMessages.map(({ key, title, text }) => ({
      key,
      kind: "Message",
      title,
      text: key === "resubmission" ? `${text}\n\n${bullets(resubmissionTips)}` : text,
      sendOn: key === "deadline" ? reminder : "",
    })),
    {
      key: "last-not-submitted",
      kind: "Message",
      title: "Last message: to those who have not submitted",
      text: lastMessages["not-submitted"],
    },
    {
      key: "last-submitted",
      kind: "Message",
      title: "Last message: to those who have submitted",
      text: `${lastMessages.submitted}\n\n${bullets(reflection.map((question) => question.text))}`,
    },
  ];
}

/** What a newsletter may list: everything that is not for one use only. */
const reading = (resources: readonly Resource[]): readonly string[] =>
  resources.filter(({ use }) => !use).map(({ title, link }) => `${title}: ${link}`);

const resourceRows = ({ resources, edCommunitiesSteps }: StoredWords): RowCells[] =>
  (resources as readonly Resource[]).map(({ key, title, link, use }) => ({
    key,
    kind: "Resource",
    title,
    link,
    text: key === "edcommunities" ? edCommunitiesSteps : "",
    note: use ? `For ${use}.` : "",
  }));

function facilitationRows(words: StoredWords): RowCells[] {
  const { asynchronous, synchronous, general, celebrating } = words.facilitatorStrategies;
  const lists = [
    ["What a facilitator does", [words.facilitatorLoad, ...words.facilitatorDuties]],
    ["Leading discussions over days", asynchronous],
    ["Leading meetings", synchronous],
    ["At all times", general],
    ["Ways to celebrate", celebrating],
  ] as const;
  return lists.map(([title, lines], at) => ({
    key: `facilitation-${at + 1}`,
    kind: "Facilitation",
    title,
    text: bullets(lines),
  }));
}

/** A line that began with a dash would look like a formula to whoever types over it. */
const bullets = (lines: readonly string[]): string => lines.map((line) => `• ${line}`).join("\n");
