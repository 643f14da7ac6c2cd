import { facilitatorDuties, facilitatorLoad, facilitatorStrategies } from "./facilitator-plan";
import { lastMessages, newsletters, otherMessages, recruitmentArgument, resubmissionTips } from "./newsletters";
import { questions } from "./questions";
import { edCommunitiesSteps, type Resource, resources } from "./resources";

/** Something to send, or to draw on: a row of the tab Communications, still without its date. */
export interface Communication {
  readonly key: string;
  readonly kind: "Newsletter" | "Message" | "Resource" | "Facilitation";
  readonly title: string;
  readonly text: string;
  readonly link?: string;
  readonly note?: string;
}

/** A line that began with a dash would look like a formula to whoever types over it. */
const bullets = (lines: readonly string[]): string => lines.map((line) => `• ${line}`).join("\n");

const all: readonly Resource[] = resources;

/** What a newsletter may list: everything that is not for one use only. */
const reading = all.filter(({ use }) => !use).map(({ title, link }) => `${title}: ${link}`);

const reflection = questions
  .filter(({ group, type, off }) => group === "Application" && type === "long-text" && !off)
  .map(({ text }) => text);

const message = (key: string, title: string, text: string): Communication => ({ key, kind: "Message", title, text });

const facilitation = [
  ["What a facilitator does", [facilitatorLoad, ...facilitatorDuties]],
  ["Leading discussions over days", facilitatorStrategies.asynchronous],
  ["Leading meetings", facilitatorStrategies.synchronous],
  ["At all times", facilitatorStrategies.general],
  ["Ways to celebrate", facilitatorStrategies.celebrating],
] as const;

/** What participants are written, the public resources, and help for facilitators. */
export const communications: readonly Communication[] = [
  ...newsletters.map(({ key, title, tips }): Communication => {
    const text = key === "resources" ? `${bullets(tips)}\n\n${bullets(reading)}` : bullets(tips);
    return { key, kind: "Newsletter", title, text };
  }),
  message("recruitment-argument", "Why take part: for recruitment", recruitmentArgument),
  ...otherMessages.map(({ key, title, text }) =>
    message(key, title, key === "resubmission" ? `${text}\n\n${bullets(resubmissionTips)}` : text),
  ),
  message("last-not-submitted", "Last message: to those who have not submitted", lastMessages["not-submitted"]),
  message(
    "last-submitted",
    "Last message: to those who have submitted",
    `${lastMessages.submitted}\n\n${bullets(reflection)}`,
  ),
  ...all.map(
    ({ key, title, link, use }): Communication => ({
      key,
      kind: "Resource",
      title,
      link,
      text: key === "edcommunities" ? edCommunitiesSteps : "",
      note: use ? `For ${use}.` : "",
    }),
  ),
  ...facilitation.map(
    ([title, lines], at): Communication => ({
      key: `facilitation-${at + 1}`,
      kind: "Facilitation",
      title,
      text: bullets(lines),
    }),
  ),
];
