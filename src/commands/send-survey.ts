import * as z from "zod/mini";
import { type Problem, problem } from "../content/problems";
import { type Mail, mailsLeftToday, type SendOutcome, sendMail } from "../google/mail";
import { randomSeed } from "../google/random";
import { rowWriter, settleWrites } from "../google/row-writer";
import { readStoredWords } from "../google/words";
import { openWorkbook } from "../google/workbook";
import { fillIn, isOneAddress } from "../program/placeholders";
import { answerTabKey, answerTabs } from "../workbook/answers";
import { count } from "../workbook/describe";
import { plan } from "../workbook/plan";
import { programName } from "../workbook/program-name";
import { readSettings, remember, sheetSetting } from "../workbook/settings";
import { type FormRecord, formRecord } from "../workbook/surveys/form-record";
import { ledgerOf, SENDING_STATUS, sendingCounts } from "../workbook/surveys/ledger";
import {
  type MessageText,
  messageFor,
  messageProblems,
  messageSetting,
  planSending,
  type Recipient,
  type SendingPlan,
} from "../workbook/surveys/sending";
import { surveyOf } from "../workbook/surveys/survey-list";
import { planSurveyRow } from "../workbook/surveys/survey-state";
import { model } from "../workbook/tabs/model";
import { responses } from "../workbook/tabs/responses";
import { roster } from "../workbook/tabs/roster";
import { sending } from "../workbook/tabs/sending";
import { surveys } from "../workbook/tabs/surveys";
import { readInput } from "./input";
import { type CommandResult, failed, type Outside, runCommand, writeDown } from "./run";

/** Who is sent a survey's link, and how far that is. */
export interface SurveySending {
  /** Those still to be sent it, before this run. */
  readonly recipients: readonly { readonly name: string; readonly email: string }[];
  readonly skipped: SendingPlan["skipped"];
  /** How many messages Google lets this person send today. */
  readonly quota: number;
  /** As the first of them gets it; null where there is nobody. */
  readonly sample: (MessageText & { readonly to: string }) | null;
  readonly sent: number;
  /** Still waiting after this run. */
  readonly left: number;
}

const inputSchema = z.object({
  /** Its id. */
  survey: z.string(),
  subject: z.string(),
  text: z.string(),
  /** Send one message to this address, and to nobody else. */
  test: z.optional(z.string()),
  /** Send once more to those whose message may have gone out or not. */
  sendUnsure: z.optional(z.boolean()),
  preview: z.optional(z.boolean()),
});

/** Google stops a script after six minutes. */
const RUN_MS = 270_000;

/**
 * Sends everybody their own link to a survey. Each message is written down before it goes out and after, so that a run
 * that was cut off leaves at most one of which nobody knows whether it went: it is shown, and not sent again by itself.
 */
export function sendSurvey(input: unknown): CommandResult<SurveySending> {
  const read = readInput(inputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { survey: id, subject, text, test, sendUnsure = false, preview = false } = read.value;
  if (test !== undefined && !isOneAddress(test.trim())) return failed([problem("bad-email", { value: test })]);
  const message = { subject, text };
  return runCommand<SurveySending>({
    tabs: [roster, responses, sending, surveys, model],
    needed: [roster, sending, surveys],
    moreTabs: answerTabs,
    preview,
    plan: ({ snapshot, zone }) => {
      const chosen = surveyOf(snapshot, id, "form");
      if ("problems" in chosen) return chosen;
      const { survey } = chosen;
      const record = formRecord(readSettings(snapshot), id);
      if (!record || record.prefilled === "") return { problems: [problem("no-form", { value: survey.label })] };
      const wrong = messageProblems(message);
      if (!preview && wrong.length > 0) return { problems: wrong };
      const now = zone.wallClock(new Date()).date;
      const wanted = planSending(survey, snapshot, { sendUnsure, now, seed: randomSeed() });
      const program = programName(snapshot);
      const mailTo = (person: Recipient): Mail => {
        const { subject, text } = messageFor(message, person, record, program);
        return { to: person.email, subject, text, from: program };
      };
      const [first] = wanted.recipients;
      const sample = first ? mailTo(first) : null;
      const data: SurveySending = {
        recipients: wanted.recipients.map(({ name, email }) => ({ name, email })),
        skipped: wanted.skipped,
        quota: mailsLeftToday(),
        sample,
        sent: 0,
        left: wanted.recipients.length,
      };
      const problems = [
        ...wrong,
        ...unsureProblems(wanted),
        ...(record.published ? [] : [problem("form-not-published")]),
      ];
      if (test !== undefined)
        return {
          plan: plan([]),
          data,
          outside: () => sendTest(mailTo({ ...ANYBODY, ...first, email: test.trim(), code: TEST_CODE }), data),
        };
      return {
        plan: plan([...wanted.changes, ...remember(snapshot, { [messageSetting(id)]: message })], problems),
        data,
        outside: () => sendAll({ survey: id, record, data, recipients: wanted.recipients, mailTo }),
      };
    },
  });
}

const ANYBODY: Recipient = { key: "", participant: "", name: "", email: "", code: "" };

/** Nobody's: an answer that comes with it is not taken for a participant's. */
const TEST_CODE = "test";

const unsureProblems = ({ skipped }: SendingPlan): readonly Problem[] =>
  skipped
    .filter(({ reason }) => reason === "unsure")
    .map(({ people }) => problem("mail-unsure", { value: people.join(", ") }));

function sendTest(mail: Mail, data: SurveySending): Outside<SurveySending> {
  const subject = fillIn(readStoredWords().surveys.testSubject, { subject: mail.subject });
  const outcome = sendMail({ ...mail, subject });
  if (outcome.kind === "sent") return { changes: [`Test message to ${mail.to}`], problems: [], data };
  return { problems: problemsOf(outcome, mail.to) };
}

function problemsOf(outcome: SendOutcome, to: string): readonly Problem[] {
  if (outcome.kind === "refused") return [problem("mail-refused", { value: to })];
  if (outcome.kind === "later") return [problem("mail-stopped", { value: QUOTA })];
  return outcome.kind === "unclear" ? [problem("mail-stopped", { value: outcome.why })] : [];
}

const QUOTA = "Google's limit for today is used up; it is free again tomorrow";

interface Round {
  readonly survey: string;
  readonly record: FormRecord;
  readonly data: SurveySending;
  readonly recipients: readonly Recipient[];
  readonly mailTo: (person: Recipient) => Mail;
}

function sendAll(round: Round): Outside<SurveySending> {
  const { survey, record, data } = round;
  const { sent, waits, problems } = sendMessages(round);
  let left = 0;
  const written = writeDown([surveys, sending], ({ snapshot }) => {
    left = sendingCounts(snapshot, survey).waiting;
    const isLinked = readSettings(snapshot).has(sheetSetting(answerTabKey(survey, "form")));
    return planSurveyRow(snapshot, survey, record, isLinked);
  });
  return {
    changes: sent > 0 ? [`${count(sent, "message")} sent`] : [],
    problems: [
      ...problems,
      ...written,
      ...(left > 0 && waits !== "" ? [problem("mail-left", { value: count(left, "message"), expected: waits })] : []),
    ],
    data: { ...data, sent, left },
  };
}

/** Sends one after the other until all have theirs, today's quota or the time is used up, or the service fails. */
function sendMessages({ survey, data, recipients, mailTo }: Round) {
  const started = Date.now();
  const book = openWorkbook([sending]);
  const write = rowWriter(book, sending);
  const ledger = ledgerOf(book.snapshot, survey);
  const mark = (at: number, status: string): void => write(at, { status, time: book.zone.wallClock(new Date()) });
  const problems: Problem[] = [];
  let sent = 0;
  let waits = "";
  for (const person of recipients) {
    const at = ledger.get(person.key)?.at;
    if (at === undefined) continue;
    if (sent >= data.quota) waits = QUOTA;
    else if (Date.now() - started > RUN_MS) waits = "one run may take five minutes";
    if (waits !== "") break;
    mark(at, SENDING_STATUS.sending);
    settleWrites();
    const outcome = sendMail(mailTo(person));
    mark(at, STATUS_AFTER[outcome.kind]);
    if (outcome.kind === "sent") sent += 1;
    else if (outcome.kind === "later") waits = QUOTA;
    else problems.push(...problemsOf(outcome, person.email));
    if (outcome.kind === "unclear") {
      problems.push(problem("mail-unsure", { value: person.name || person.email }));
      break;
    }
  }
  if (recipients.length > 0) settleWrites();
  return { sent, waits, problems };
}

const STATUS_AFTER = {
  sent: SENDING_STATUS.sent,
  refused: SENDING_STATUS.refused,
  later: SENDING_STATUS.waiting,
  unclear: SENDING_STATUS.unsure,
} as const;
