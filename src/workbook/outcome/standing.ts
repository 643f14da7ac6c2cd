import * as z from "zod/mini";
import { phases } from "../../content/checklist";
import type { AttentionCode, AttentionWords } from "../../content/planner-words";
import type { StoredWords } from "../../content/stored-words";
import { type ComingDate, comingDates } from "../../program/coming-dates";
import { countFunnel } from "../../program/funnel";
import { nextStep, type Progress, type Step } from "../../program/next-step";
import { REPLY_DAYS, undecided, waitingTooLong } from "../../program/open-decisions";
import { fillIn } from "../../program/placeholders";
import { programSetupSchema } from "../../program/program-setup";
import {
  type Completion,
  countOverdue,
  currentPhase,
  type ReadinessPhase,
  readinessByPhase,
} from "../../program/readiness";
import { CONTACT_DAYS, type Contact, type SupportedPerson, withoutContact } from "../../program/support-contact";
import { supportModelOf } from "../../program/support-models";
import { cellText, isBlank } from "../cell";
import { fold } from "../column";
import { count } from "../describe";
import { decisionsIn as decisionsOfPeople } from "../imports/review-list";
import { personKey } from "../people";
import { type ProgramData, programData } from "../program-data";
import { readSettings, setting } from "../settings";
import { cellAt, type Snapshot, textAt, typedRows } from "../snapshot";
import type { Tab } from "../tab";
import { checklist } from "../tabs/checklist";
import { groups } from "../tabs/groups";
import { responses } from "../tabs/responses";
import { review } from "../tabs/review";
import { roster } from "../tabs/roster";
import { start } from "../tabs/start";
import { submissions } from "../tabs/submissions";
import { supportLog } from "../tabs/support-log";
import { surveys } from "../tabs/surveys";
import { timeline } from "../tabs/timeline";
import { decisionsIn } from "./results";

/** Where the program stands. What stands in a tab or column that is gone is null, never zero. */
export interface Standing {
  readonly step: Step;
  readonly phases: readonly (Completion & { readonly id: ReadinessPhase; readonly label: string })[] | null;
  /** The phase that has something left to do. */
  readonly currentPhase: ReadinessPhase | null;
  /** What is late, and what begins or ends in the next weeks. */
  readonly dates: readonly ComingDate[] | null;
  readonly attention: readonly Attention[];
  /** Tabs and columns that are gone, so that nothing is said about them. */
  readonly missing: readonly string[];
  /** People; each count is of people among those before it. */
  readonly people: { readonly enrolled: number; readonly outcomes: Outcomes | null } | null;
}

interface Outcomes {
  readonly submitted: number;
  readonly decided: number;
  readonly awarded: number;
}

/** Something that a person has to see to. */
export interface Attention {
  readonly code: AttentionCode;
  readonly count: number;
  readonly message: string;
  /** The key of the tab to look at. */
  readonly tab: string;
}

/** The columns without which a figure would count blanks as zero. */
const NEEDED: readonly (readonly [tab: Tab, columns: readonly string[]])[] = [
  [roster, ["status", "supportGroup"]],
  [submissions, ["participant", "outcome"]],
  [checklist, ["phase", "item", "done"]],
  [timeline, ["end", "status"]],
  [groups, ["name", "model"]],
  [supportLog, ["date", "participant"]],
  [surveys, []],
  [responses, ["standing"]],
  [review, ["decision", "key"]],
  [start, ["counted", "key"]],
];

/** The tabs that the sidebar looks at. */
export const standingTabs = NEEDED.map(([tab]) => tab);

/**
 * @param snapshot every one of `standingTabs` that is there, and Settings
 * @param asOf the day to judge by, "yyyy-mm-dd"
 * @param words what is said of that which a person has to see to
 */
export function standing(snapshot: Snapshot, asOf: string, words: Pick<StoredWords, "attentionWords">): Standing {
  const data = programData(snapshot);
  const readiness = readinessByPhase(data.checklist);
  const has = (tab: Tab): boolean => missingIn(snapshot, tab).length === 0;
  const { enrolled, ...outcomes } = countFunnel(data.participants, data.attempts).total;
  const { submitted, decided, awarded } = outcomes;
  const attempts = attemptsThatCount(data);
  const counted = countedAtRefresh(snapshot);
  const decisions = decisionsIn(data);
  const remembered = readSettings(snapshot);
  const launch = setting(remembered, "program", z.nullable(programSetupSchema), null)?.launch ?? null;
  const attention: Attention[] = [];
  const heed = (code: AttentionCode, count: number, days = 0): void => {
    const { tab, one, many }: AttentionWords = words.attentionWords[code];
    const message = fillIn(count === 1 ? one : many, { count: String(count), days: String(days) });
    if (count > 0) attention.push({ code, count, message, tab });
  };

  if (has(timeline))
    heed("late-dates", comingDates(data.timeline, asOf).filter(({ stage }) => stage === "late").length);
  if (has(checklist)) heed("late-items", countOverdue(data.checklist, asOf));
  if (has(submissions)) heed("waiting-for-decision", waitingTooLong(attempts, asOf), REPLY_DAYS);
  if (has(roster) && has(groups) && has(supportLog) && !isSupportOver(data)) {
    const unsupported = withoutContact(supportedPeople(snapshot, data), contacts(snapshot, data), { asOf, launch });
    heed("without-contact", unsupported.length, CONTACT_DAYS);
  }
  heed("unmatched-answers", standings(snapshot).filter((each) => each === "Not matched").length);
  if (has(roster) && has(submissions))
    heed("unmatched-submissions", data.attempts.filter(({ participantId }) => participantId === null).length);
  if (has(review)) heed("open-reviews", openReviews(snapshot));
  if (has(start) && has(submissions)) heed("new-decisions", Math.abs(decisions - (counted ?? 0)));

  return {
    step:
      snapshot.tabs.has(roster.key) && snapshot.tabs.has(submissions.key)
        ? nextStep({
            enrolled,
            survey: surveyState(snapshot),
            attempts: data.attempts.length,
            undecided: undecided(attempts).length,
            deadlinePassed: isDeadlinePassed(data, asOf),
            decisions,
            decisionsCounted: has(start) ? counted : decisions,
            decisionsReported: setting(remembered, "report.last", reportSchema, null)?.decisions ?? null,
          })
        : "put-back",
    phases: has(checklist) ? phases.map(({ id, label }) => ({ id, label, ...readiness[id] })) : null,
    currentPhase: has(checklist) ? currentPhase(readiness) : null,
    dates: has(timeline) ? comingDates(weeksTogether(data.timeline), asOf) : null,
    attention,
    missing: NEEDED.flatMap(([tab]) => missingIn(snapshot, tab)),
    people: has(roster) ? { enrolled, outcomes: has(submissions) ? { submitted, decided, awarded } : null } : null,
  };
}

const reportSchema = z.nullable(z.object({ decisions: z.optional(z.number()) }));

/** What is gone of a tab: all of it, or columns that its figures need. */
function missingIn({ tabs }: Snapshot, tab: Tab): readonly string[] {
  const found = tabs.get(tab.key);
  if (!found) return [`the tab ${tab.title}`];
  const [, columns = []] = NEEDED.find(([each]) => each === tab) ?? [];
  return columns
    .filter((key) => !(key in found.layout.columns))
    .map((key) => `the column ${tab.columns[key]?.header} of ${tab.title}`);
}

/** Without those of people who withdrew: nobody waits for their decision. */
function attemptsThatCount({ participants, attempts }: ProgramData): ProgramData["attempts"] {
  const withdrawn = new Set(participants.filter((person) => person.withdrawn).map(({ id }) => id));
  return attempts.filter(({ participantId }) => participantId === null || !withdrawn.has(participantId));
}

/** How many decisions Refresh results counted; null where it was never run. */
function countedAtRefresh(snapshot: Snapshot): number | null {
  return typedRows(snapshot, start).rows.find(({ values }) => values.key === "refreshed-on")?.values.counted ?? null;
}

/** Promised support ends when the team marks its row in the Timeline as done. */
const isSupportOver = ({ timeline: rows }: ProgramData): boolean =>
  rows.some(({ key, done }) => key === "support-sessions" && done);

const isDeadlinePassed = ({ timeline: rows }: ProgramData, asOf: string): boolean =>
  rows.some(({ key, end, done }) => key === "submission-deadline" && (done || (end !== null && end < asOf)));

/** A facilitator's week as one entry, however many tasks it has. */
function weeksTogether(rows: ProgramData["timeline"]): ProgramData["timeline"] {
  const weeks = new Map<string, ProgramData["timeline"][number][]>();
  for (const row of rows) {
    if (row.done || fold(row.kind ?? "") !== "facilitator") continue;
    const dates = JSON.stringify([row.start, row.end]);
    weeks.set(dates, [...(weeks.get(dates) ?? []), row]);
  }
  const together = [...weeks.values()].flatMap((week) => {
    const [first] = week;
    if (!first || week.length === 1) return week;
    return [{ ...first, what: `Facilitators: ${count(week.length, "task")}` }];
  });
  return [...rows.filter(({ kind }) => fold(kind ?? "") !== "facilitator"), ...together];
}

function supportedPeople(snapshot: Snapshot, data: ProgramData): readonly SupportedPerson[] {
  const groupOf = groupReader(snapshot);
  const decided = new Set(
    data.attempts
      .filter(({ outcome }) => outcome === "awarded" || outcome === "not-yet")
      .map(({ participantId }) => participantId),
  );
  const known = new Map(data.participants.map((person) => [person.id, person]));
  const people = new Map<string, SupportedPerson>();
  for (const { values } of typedRows(snapshot, roster).rows) {
    const id = values.id ?? values.email ?? values.name ?? "";
    const person = known.get(id);
    // The second row of an id is a copy of the first, and a person counts once.
    if (!person || people.has(id)) continue;
    const { withdrawn, supportModel } = person;
    const enrolledOn = values.enrolledOn?.slice(0, 10) ?? null;
    people.set(id, {
      id,
      withdrawn,
      supportModel,
      enrolledOn,
      group: groupOf(values.supportGroup),
      decided: decided.has(id),
    });
  }
  return [...people.values()];
}

function contacts(snapshot: Snapshot, { people }: ProgramData): readonly Contact[] {
  const groupOf = groupReader(snapshot);
  return typedRows(snapshot, supportLog).rows.flatMap(({ values }): readonly Contact[] => {
    const date = values.date?.slice(0, 10) ?? null;
    if (values.participant) {
      const [person, ...others] = people.find(values.participant);
      return person && others.length === 0 ? [{ date, to: { person: personKey(person) } }] : [];
    }
    const group = groupOf(values.supportGroup);
    return group === null ? [] : [{ date, to: { group } }];
  });
}

/** One name for a support group, however Roster and Support log word it; a blank means the only one there. */
function groupReader(snapshot: Snapshot): (words: string | null) => string | null {
  const named = typedRows(snapshot, groups).rows.flatMap(({ values: { name, model } }) =>
    name ? [{ name: fold(name), model }] : [],
  );
  const only = named.length === 1 ? (named[0]?.name ?? null) : null;
  return (words) => {
    if (words === null) return only;
    const name = fold(words);
    if (named.some((group) => group.name === name)) return name;
    const model = supportModelOf(words);
    const [first, ...others] = named.filter((group) => group.model === model);
    return first && others.length === 0 ? first.name : (model ?? name);
  };
}

/** How each answer in the match list stands. */
function standings(snapshot: Snapshot): readonly string[] {
  const tab = snapshot.tabs.get(responses.key);
  return (tab?.rows ?? []).map((_, at) => textAt(tab, at, "standing"));
}

function openReviews(snapshot: Snapshot): number {
  const tab = snapshot.tabs.get(review.key);
  const decided = decisionsOfPeople(snapshot);
  const keys = new Set((tab?.rows ?? []).map((_, at) => (tab ? cellText(cellAt(tab, at, "key")) : "")));
  return [...keys].filter((key) => key !== "" && !decided.has(key)).length;
}

function surveyState(snapshot: Snapshot): Progress["survey"] {
  if (standings(snapshot).some((each) => each !== "" && each !== "No longer there")) return "answered";
  const sends = snapshot.tabs.get(surveys.key);
  const isFilled = (column: string): boolean =>
    (sends?.rows ?? []).some((_, at) => sends && !isBlank(cellAt(sends, at, column)));
  if (isFilled("sentOn")) return "sent";
  return isFilled("form") ? "made" : "none";
}
