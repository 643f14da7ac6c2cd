import type { StoredWords } from "../../content/stored-words";
import { longDate } from "../../program/long-date";
import { fillIn } from "../../program/placeholders";
import type { ReportBlock } from "../outcome/report";
import type { FocusDetails } from "./details";
import type { FocusQuestion } from "./questions";

type Words = StoredWords["focusGroup"];

/** So much of the time goes into opening and closing. */
const FRAME = 0.2;
/** Lines for notes under each question. */
const LINES = 4;

/** The whole minutes that are left for each question; null where the length is not settled. */
export const minutesEach = (minutes: number | null, questions: number): number | null =>
  minutes === null || questions === 0 ? null : Math.floor((minutes * (1 - FRAME)) / questions);

/** What the facilitator holds in hand: how to begin, what to ask, with room for notes, and how to end. */
export function facilitatorSheet(
  program: string,
  questions: readonly FocusQuestion[],
  details: FocusDetails,
  words: Words,
): readonly ReportBlock[] {
  const { date, time, place, minutes, facilitator } = details;
  const settled = [
    date && longDate(date),
    time,
    place,
    minutes === null ? "" : fillIn(words.minutes, { minutes: String(minutes) }),
    facilitator,
  ];
  const each = minutesEach(minutes, questions.length);
  const lead = each === null || each < 1 ? words.questions.leadOpen : words.questions.lead;
  const greeting = { facilitator: facilitator || "…" };
  return [
    { kind: "title", text: fillIn(words.title, { program }) },
    { kind: "subtitle", text: words.subtitle },
    { kind: "table", rows: [words.details, settled.map((text) => text || words.unsettled)] },
    ...section(words.opening, greeting),
    ...section(words.rules),
    heading(words.questions.heading),
    paragraph(fillIn(lead, { minutes: String(each) })),
    ...questions.flatMap(({ text, group }, at): ReportBlock[] => [
      { kind: "heading", level: 2, text: `${at + 1}. ${text}` },
      paragraph(fillIn(words.questions.probe, { probe: probeFor(group, words.questions) })),
      { kind: "table", rows: [words.questions.notes, ...Array.from({ length: LINES }, () => ["", ""])] },
    ]),
    ...section(words.closing),
    ...section(words.afterwards),
  ];
}

const paragraph = (text: string): ReportBlock => ({ kind: "paragraph", text });
const heading = (text: string): ReportBlock => ({ kind: "heading", level: 1, text });

interface Section {
  readonly heading: string;
  readonly lead?: string;
  readonly points: readonly string[];
}

const section = (
  { heading: text, lead, points }: Section,
  values: Readonly<Record<string, string>> = {},
): ReportBlock[] => [
  heading(text),
  ...(lead === undefined ? [] : [paragraph(lead)]),
  ...points.map((point): ReportBlock => ({ kind: "list-item", text: fillIn(point, values) })),
];

const probeFor = (group: string, { probes, otherProbe }: Words["questions"]): string =>
  Object.entries(probes).find(([name]) => name === group)?.[1] ?? otherProbe;
