import * as z from "zod/mini";
import { type Problem, problem } from "../../content/problems";
import { normalizeEmail } from "../../program/matching";
import { fillIn, firstNameOf, isOneAddress, placeholdersIn } from "../../program/placeholders";
import { surveyCodes } from "../../program/survey-codes";
import { answersIn } from "../answers";
import { cellText } from "../cell";
import { numbering, numberTypedRows } from "../numbering";
import { type Person, peopleOf } from "../people";
import { type CellChange, type Change, updateCells, upsertRows } from "../plan";
import { remember } from "../settings";
import { cellAt, type Snapshot, typedRows } from "../snapshot";
import type { RowCells } from "../tab";
import { responses } from "../tabs/responses";
import { roster } from "../tabs/roster";
import { sending } from "../tabs/sending";
import { type FormRecord, personalLink } from "./form-record";
import { INVITATION, ledgerKey, ledgerOf, SENDING_STATUS } from "./ledger";
import { type Survey, surveyOfKey } from "./survey-list";

/** Why somebody gets no message, in the order in which it is looked at. */
type SkipReason =
  | "withdrawn"
  | "answered"
  | "already-sent"
  | "unsure"
  | "no-address"
  | "invalid-address"
  | "shared-address";

/** Somebody who gets a message. */
export interface Recipient {
  /** Of the ledger's row. */
  readonly key: string;
  readonly participant: string;
  readonly name: string;
  readonly email: string;
  readonly code: string;
}

export interface SendingPlan {
  readonly recipients: readonly Recipient[];
  readonly skipped: readonly { readonly reason: SkipReason; readonly people: readonly string[] }[];
  /** Ids and codes for those who have none yet, and the ledger's rows: written before anything goes out. */
  readonly changes: readonly Change[];
}

/**
 * Who gets a survey's link: everybody in the Roster whom nothing speaks against. Who was sent it, or may have been, is
 * never sent it again by itself.
 *
 * @param sendUnsure the person asked to send to those, too, whose message may have gone out or not
 * @param seed randomness for missing participant codes
 */
export function planSending(
  { id: survey, label }: Pick<Survey, "id" | "label">,
  snapshot: Snapshot,
  { sendUnsure, now, seed }: { readonly sendUnsure: boolean; readonly now: string; readonly seed: string },
): SendingPlan {
  const { people, cells, toRemember } = identified(snapshot, seed);
  const withdrawn = new Set(
    typedRows(snapshot, roster).rows.flatMap(({ at, values }) => (values.status === "withdrawn" ? at : [])),
  );
  const hasAnswered = answerers(survey, snapshot);
  const ledger = ledgerOf(snapshot, survey);
  const statusOf = ({ id }: Person): string => ledger.get(ledgerKey(survey, id))?.status ?? "";
  const enrolled = people.filter(({ at }) => !withdrawn.has(at));
  const owners = addressOwners(enrolled, (person) => statusOf(person) === "" && !hasAnswered(person));
  const recipients: Recipient[] = [];
  const skipped = new Map<SkipReason, string[]>();
  const rows: RowCells[] = [];
  const row = (key: string, participant: string, status: string): RowCells => ({
    key,
    survey: label,
    message: INVITATION,
    participant,
    status,
    time: { date: now },
  });
  const seen = new Set<string>();
  for (const person of people) {
    const { id, name, email, code } = person;
    const key = ledgerKey(survey, id);
    const status = statusOf(person);
    const cutOff = status === SENDING_STATUS.sending;
    const reason = skipReason({
      isWithdrawn: withdrawn.has(person.at),
      hasAnswered: hasAnswered(person),
      isSent: status === SENDING_STATUS.sent,
      isUnsure: !sendUnsure && (cutOff || status === SENDING_STATUS.unsure),
      email,
      isShared: seen.has(key) || owners.get(normalizeEmail(email)) !== person.at,
    });
    if (reason === null) {
      recipients.push({ key, participant: id, name, email, code });
      if (status !== SENDING_STATUS.waiting) rows.push(row(key, id, SENDING_STATUS.waiting));
    } else {
      skipped.set(reason, [...(skipped.get(reason) ?? []), name || email || id]);
      if (cutOff && !seen.has(key)) rows.push(row(key, id, SENDING_STATUS.unsure));
    }
    seen.add(key);
  }
  const wanted = new Set([...recipients.map(({ key }) => key), ...rows.map(({ key }) => cellText(key ?? ""))]);
  for (const { key, participant, status } of ledger.values())
    if (!wanted.has(key) && status === SENDING_STATUS.waiting) rows.push(row(key, participant, SENDING_STATUS.leftOut));
  const changed = new Set(rows.map(({ key }) => cellText(key ?? "")));
  const ledgerTab = snapshot.tabs.get(sending.key);
  return {
    recipients,
    skipped: REASONS.flatMap((reason) => {
      const found = skipped.get(reason);
      return found ? [{ reason, people: found }] : [];
    }),
    changes: [
      updateCells(roster, snapshot.tabs.get(roster.key), cells),
      ...remember(snapshot, toRemember),
      ...upsertRows(sending, ledgerTab, rows, (at) =>
        changed.has(ledgerTab ? cellText(cellAt(ledgerTab, at, "key")) : ""),
      ),
    ],
  };
}

const REASONS: readonly SkipReason[] = [
  "withdrawn",
  "answered",
  "already-sent",
  "unsure",
  "no-address",
  "invalid-address",
  "shared-address",
];

function skipReason(about: {
  readonly isWithdrawn: boolean;
  readonly hasAnswered: boolean;
  readonly isSent: boolean;
  readonly isUnsure: boolean;
  readonly email: string;
  readonly isShared: boolean;
}): SkipReason | null {
  if (about.isWithdrawn) return "withdrawn";
  if (about.hasAnswered) return "answered";
  if (about.isSent) return "already-sent";
  if (about.isUnsure) return "unsure";
  if (about.email === "") return "no-address";
  if (!isOneAddress(about.email)) return "invalid-address";
  return about.isShared ? "shared-address" : null;
}

/** The Roster's people, each with an id and a code: those who have none yet are given them. */
function identified(snapshot: Snapshot, seed: string) {
  const now = snapshot.tabs.get(roster.key);
  const ids = numbering(roster, snapshot);
  const numbered = numberTypedRows(roster, now, ids);
  const idAt = new Map(numbered.map(({ at, value }) => [at, cellText(value)]));
  const known = peopleOf(snapshot).all.map((person) => ({ ...person, id: person.id || (idAt.get(person.at) ?? "") }));
  const lacking = known.filter(({ id, code }) => id !== "" && code === "");
  const taken = new Set(known.map(({ code }) => code));
  const codes = surveyCodes(seed, lacking.length, taken);
  const codeAt = new Map(lacking.map(({ at }, index) => [at, codes[index] ?? ""]));
  const given = [...codeAt].map(([at, value]): CellChange => ({ at, column: "code", value }));
  return {
    people: known
      .filter(({ id }) => id !== "")
      .map((person): Person => ({ ...person, code: person.code || (codeAt.get(person.at) ?? "") })),
    cells: [...numbered, ...given],
    toRemember: ids.toRemember(),
  };
}

/** Whose each address is: an address gets one message, and who had it stays the one. */
function addressOwners(people: readonly Person[], isNew: (person: Person) => boolean): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const person of [...people.filter((each) => !isNew(each)), ...people.filter(isNew)]) {
    const address = normalizeEmail(person.email);
    if (!owners.has(address)) owners.set(address, person.at);
  }
  return owners;
}

/** Whether a person has answered: as it was imported, or as it stands in the answer tabs since. */
function answerers(survey: string, snapshot: Snapshot): (person: Person) => boolean {
  const people = peopleOf(snapshot);
  const codes = new Set(people.all.map(({ code }) => code.toLowerCase()).filter((code) => code !== ""));
  const imported = new Set(
    typedRows(snapshot, responses).rows.flatMap(({ values }) =>
      surveyOfKey(values.key ?? "") === survey && values.standing === "Counts" && values.participant ? values.participant : [],
    ),
  );
  const answers = answersIn(snapshot, survey, codes).flatMap(({ rows }) => rows);
  const written = new Set(answers.map(({ code }) => code.trim().toLowerCase()));
  const places = new Set(
    answers.flatMap(({ code, email }) => {
      if (codes.has(code.trim().toLowerCase()) || email.trim() === "") return [];
      const found = people.byEmail(email);
      return found.length === 1 ? found.map(({ at }) => at) : [];
    }),
  );
  return ({ at, id, code }) => imported.has(id) || written.has(code.toLowerCase()) || places.has(at);
}

/** A message as a coordinator writes it. */
export const messageSchema = z.object({ subject: z.string(), text: z.string() });

export type MessageText = Readonly<z.infer<typeof messageSchema>>;

/** What may stand between braces in a message. */
const PLACEHOLDERS = ["first name", "link", "program"];

/** What is wrong with a message, before anything is sent. */
export function messageProblems({ subject, text }: MessageText): readonly Problem[] {
  const expected = PLACEHOLDERS.map((name) => `{${name}}`).join(", ");
  const unknown = [...new Set([...placeholdersIn(subject), ...placeholdersIn(text)])].filter(
    (name) => !PLACEHOLDERS.includes(name),
  );
  return [
    ...(subject.trim() === "" ? [problem("subject-blank")] : []),
    ...(placeholdersIn(text).includes("link") ? [] : [problem("link-missing")]),
    ...(placeholdersIn(subject).includes("link") ? [problem("link-in-subject")] : []),
    ...unknown.map((name) => problem("placeholder-unknown", { value: `{${name}}`, expected })),
  ];
}

/** A message to one person, ready to go. */
export function messageFor(
  { subject, text }: MessageText,
  { name, code }: Pick<Recipient, "name" | "code">,
  record: Pick<FormRecord, "prefilled">,
  program: string,
): MessageText {
  const values = { "first name": firstNameOf(name), link: personalLink(record, code), program };
  // A subject is one line, whatever stands in it.
  return { subject: fillIn(subject, values).replace(/\s+/g, " ").trim(), text: fillIn(text, values) };
}

/** The setting under which a survey's message stands as it was sent last. */
export const messageSetting = (survey: string): string => `message.${survey}`;
