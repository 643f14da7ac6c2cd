import { type Problem, problem } from "../content/problems";
import type { Attempt, Participant } from "../program/funnel";
import type { ReadinessItem } from "../program/readiness";
import { type SupportModelId, supportModelOf } from "../program/support-models";
import { fold } from "./column";
import { type People, peopleOf, personKey } from "./people";
import { type PlacedRow, type Snapshot, typedRows } from "./snapshot";
import { checklist } from "./tabs/checklist";
import { groups } from "./tabs/groups";
import { roster } from "./tabs/roster";
import { submissions } from "./tabs/submissions";
import { timeline } from "./tabs/timeline";

/** The workbook's rows as the rules of the program count them. */
export interface ProgramData {
  readonly participants: readonly Participant[];
  readonly attempts: readonly Attempt[];
  readonly checklist: readonly ReadinessItem[];
  readonly timeline: readonly TimelineRow[];
  readonly people: People;
  readonly problems: readonly Problem[];
}

interface TimelineRow {
  readonly key: string | null;
  readonly kind: string | null;
  readonly what: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly done: boolean;
}

/** What people are grouped by, and the Roster's column that says it. */
const SEGMENTS = {
  Location: "location",
  "Grade level": "gradeLevel",
  "Subject area": "subject",
  "Years of service": "years",
  "Type of educator": "educatorType",
  Facilitator: "facilitator",
  "Micro-credential": "microCredential",
} as const;

/** Reads people, attempts, checklist and timeline; rows that cannot be counted are reported, never guessed. */
export function programData(snapshot: Snapshot): ProgramData {
  const people = peopleOf(snapshot);
  const rosterRows = typedRows(snapshot, roster);
  const attemptRows = typedRows(snapshot, submissions);
  const checklistRows = typedRows(snapshot, checklist);
  const timelineRows = typedRows(snapshot, timeline);
  const found: Problem[] = [];
  const participants = readParticipants(rosterRows.rows, modelReader(snapshot), found);
  const attempts = readAttempts(attemptRows.rows, people, found);
  // Choices that are suggestions read as any text; what is no date or number is reported where it stands.
  const problems = [rosterRows, attemptRows, checklistRows, timelineRows].flatMap((read) => read.problems);
  return {
    participants,
    attempts,
    people,
    checklist: checklistRows.rows.flatMap(({ values }) =>
      values.phase && values.item
        ? [
            {
              phase: values.phase,
              done: values.done ?? false,
              notApplicable: values.notApplicable ?? false,
              due: day(values.due),
            },
          ]
        : [],
    ),
    timeline: timelineRows.rows.map(({ values }) => ({
      key: values.key,
      kind: values.kind,
      what: values.what ?? "",
      start: day(values.start),
      end: day(values.end),
      done: values.status === "done",
    })),
    problems: [...problems, ...found],
  };
}

const day = (moment: string | null): string | null => moment?.slice(0, 10) ?? null;

/** Which support model a person's support group means; with one group, a blank means that one. */
function modelReader(snapshot: Snapshot): (group: string | null) => SupportModelId | null {
  const models = new Map<string, SupportModelId | null>();
  const { rows } = typedRows(snapshot, groups);
  for (const { values } of rows) if (values.name) models.set(fold(values.name), values.model);
  const only = rows.length === 1 ? (rows[0]?.values.model ?? null) : null;
  return (group) => {
    if (group === null) return only;
    return models.get(fold(group)) ?? supportModelOf(group);
  };
}

function readParticipants(
  rows: readonly PlacedRow<typeof roster>[],
  modelOf: (group: string | null) => SupportModelId | null,
  problems: Problem[],
): readonly Participant[] {
  const ids = new Map<string, number>();
  const emails = new Map<string, number>();
  return rows.flatMap(({ values, sheetRow }) => {
    const name = values.id ?? values.email ?? values.name ?? "";
    if (!name) return [];
    const place = { tab: roster.title, row: sheetRow };
    if (ids.has(name)) problems.push(problem("duplicate-id", { ...place, value: name }));
    // A copied row is another person until somebody says otherwise, and has no attempts of its own.
    const id = ids.has(name) ? `${name}, row ${sheetRow}` : name;
    ids.set(id, sheetRow);
    const email = values.email?.toLowerCase() ?? "";
    const earlier = email ? emails.get(email) : undefined;
    if (earlier)
      problems.push(
        problem("two-people-one-email", { ...place, value: email, other: `rows ${earlier} and ${sheetRow}` }),
      );
    if (email) emails.set(email, sheetRow);
    const supportModel = modelOf(values.supportGroup);
    const withdrawn = values.status === "withdrawn";
    if (!supportModel && !withdrawn) problems.push(problem("no-support-group", { tab: roster.title, row: sheetRow }));
    const segments = Object.fromEntries(
      Object.entries(SEGMENTS).map(([segment, column]) => [segment, values[column] ?? ""]),
    );
    return [{ id, withdrawn, supportModel, segments }];
  });
}

function readAttempts(
  rows: readonly PlacedRow<typeof submissions>[],
  people: People,
  problems: Problem[],
): readonly Attempt[] {
  return rows.map(({ values, sheetRow }) => {
    const words = values.participant ?? "";
    const found = people.find(words);
    const place = {
      tab: submissions.title,
      column: submissions.columns.participant.header,
      row: sheetRow,
      value: words,
    };
    if (found.length === 0) problems.push(problem("unknown-participant", place));
    if (found.length > 1)
      problems.push(problem("ambiguous-person", { ...place, other: found.map(({ id }) => id).join(", ") }));
    const [person] = found;
    return {
      participantId: person && found.length === 1 ? personKey(person) : null,
      microCredential: values.microCredential ?? "",
      attempt: values.attempt,
      submittedOn: day(values.submittedOn),
      outcome: values.outcome,
      decidedOn: day(values.decidedOn),
    };
  });
}
