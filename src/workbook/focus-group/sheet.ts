import type { StoredWords } from "../../content/stored-words";
import { longDate } from "../../program/long-date";
import { fillIn } from "../../program/placeholders";
import type { ReportBlock } from "../outcome/report-blocks";
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
  const values = {
    facilitator: facilitator || words.somebody,
    each: each ? fillIn(words.each, { minutes: String(each) }) : "",
  };
  const probes: Readonly<Record<string, string>> = words.probes;
  return [
    { kind: "title", text: fillIn(words.title, { program }) },
    { kind: "subtitle", text: words.subtitle },
    { kind: "table", rows: [words.details, settled.map((text) => text || words.unsettled)] },
    ...words.before.map((part) => ({ ...part, text: fillIn(part.text, values) })),
    ...questions.flatMap(({ text, group }, at): ReportBlock[] => [
      { kind: "heading", level: 2, text: `${at + 1}. ${text}` },
      { kind: "paragraph", text: probes[group] ?? words.probes[""] },
      { kind: "table", rows: [words.notes, ...Array.from({ length: LINES }, () => ["", ""])] },
    ]),
    ...words.after,
  ];
}
