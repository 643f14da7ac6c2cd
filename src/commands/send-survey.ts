import * as z from "zod/mini";
import { type Problem, problem } from "../content/problems";
import { type Mail, mailsLeftToday, sendMail } from "../google/mail";
import { randomSeed } from "../google/random";
import { readStoredWords } from "../google/words";
import { fillIn, isOneAddress } from "../program/placeholders";
import { TEST_CODE } from "../program/survey-codes";
import { answerTabs, responseTabSetting } from "../workbook/answer-tabs";
import { count } from "../workbook/describe";
import { talkLetter } from "../workbook/focus-group/invitation";
import { plan } from "../workbook/plan";
import { programName } from "../workbook/program-name";
import { readSettings, remember } from "../workbook/settings";
import type { Snapshot } from "../workbook/snapshot";
import { type FormRecord, formRecord } from "../workbook/surveys/form-record";
import {
  type Letter,
  type MessageText,
  messageFor,
  messageProblems,
  messageSetting,
  surveyValues,
} from "../workbook/surveys/message";
import { planSending, type Recipient, type SendingPlan } from "../workbook/surveys/sending";
import { type Survey, surveyOf } from "../workbook/surveys/survey-list";
import { planSurveyRow } from "../workbook/surveys/survey-state";
import { focusGroup } from "../workbook/tabs/focus-group";
import { model } from "../workbook/tabs/model";
import { responses } from "../workbook/tabs/responses";
import { roster } from "../workbook/tabs/roster";
import { sending } from "../workbook/tabs/sending";
import { surveys } from "../workbook/tabs/surveys";
import { oneOf, readInput } from "./input";
import { type CommandResult, failed, type Outside, runCommand, writeDown } from "./run";
import { problemsAbout, sendMessages } from "./send-messages";

/** Who is sent a survey's link, and how far that is. */
export interface SurveySending extends Pick<SendingPlan, "skipped" | "coming" | "choices"> {
  /** Those still to be sent it, before this run. */
  readonly recipients: readonly Pick<Recipient, "participant" | "name" | "email">[];
  /** How many messages Google lets this person send today. */
  readonly quota: number;
  /** As one of them gets it; null where there is nobody. */
  readonly sample: (MessageText & { readonly to: string }) | null;
  readonly sent: number;
  /** Still waiting after this run. */
  readonly left: number;
}

const valuesSchema = z.optional(z.array(z.string()));

const inputSchema = z.object({
  /** Its id. */
  survey: z.string(),
  kind: z.optional(oneOf(["invitation", "reminder"])),
  subject: z.string(),
  text: z.string(),
  /** Only people with one of these values in each of these columns; left out, everybody. */
  to: z.optional(
    z.object({
      supportGroup: valuesSchema,
      facilitator: valuesSchema,
      status: valuesSchema,
      participants: valuesSchema,
    }),
  ),
  /** Whose message is shown as the sample, by participant id; left out, the first one's. */
  as: z.optional(z.string()),
  /** Send one message to this address, and to nobody else. */
  test: z.optional(z.string()),
  /** Send once more to those whose message may have gone out or not. */
  sendUnsure: z.optional(z.boolean()),
  preview: z.optional(z.boolean()),
});

/**
 * Sends people the link to a survey, each their own, or reminds those who have not answered. Nobody is sent a message
 * twice: see sendMessages.
 */
export function sendSurvey(input: unknown): CommandResult<SurveySending> {
  const read = readInput(inputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const {
    survey: id,
    kind = "invitation",
    subject,
    text,
    to,
    as,
    test,
    sendUnsure = false,
    preview = false,
  } = read.value;
  if (test !== undefined && !isOneAddress(test.trim())) return failed([problem("test-address", { value: test })]);
  const message = { subject, text };
  return runCommand<SurveySending>({
    tabs: [roster, responses, sending, surveys, model, focusGroup],
    needed: [roster, sending, surveys],
    moreTabs: answerTabs,
    preview,
    plan: ({ snapshot, zone }) => {
      const chosen = surveyOf(snapshot, id);
      if ("problems" in chosen) return chosen;
      const { survey } = chosen;
      const program = programName(snapshot);
      const letter = survey.hasForm
        ? surveyLetter(snapshot, survey, program, message)
        : talkLetter(snapshot, program, message);
      if ("problems" in letter) return letter;
      const { values, wrong, record } = letter;
      if (!preview && wrong.length > 0) return { problems: wrong };
      const now = zone.wallClock(new Date()).date;
      const wanted = planSending(survey, snapshot, { kind, to, sendUnsure, now, seed: randomSeed() });
      const { recipients, skipped, coming, choices } = wanted;
      const mailTo = (person: Pick<Recipient, "name" | "email" | "code">): Mail => {
        const { subject, text } = messageFor(message, values(person));
        return { to: person.email, subject, text, from: program };
      };
      const shown = recipients.find(({ participant }) => participant === as) ?? recipients[0];
      const data: SurveySending = {
        recipients: recipients.map(({ participant, name, email }) => ({ participant, name, email })),
        skipped,
        coming,
        choices,
        quota: mailsLeftToday(),
        sample: shown ? mailTo(shown) : null,
        sent: 0,
        left: recipients.length,
      };
      if (test !== undefined) {
        const mail = mailTo({ name: shown?.name ?? "", email: test.trim(), code: TEST_CODE });
        return { plan: plan([]), data, outside: () => sendTest(mail, data) };
      }
      const problems = [
        ...wrong,
        ...unsureProblems(wanted),
        ...(record?.published === false ? [problem("form-not-published")] : []),
        ...(record?.trouble === "closed" ? [problem("form-closed", { value: survey.label })] : []),
      ];
      return {
        plan: plan([...wanted.changes, ...remember(snapshot, { [messageSetting(survey, kind)]: message })], problems),
        data,
        outside: () => sendAll({ snapshot, survey, record, data, recipients, mailTo }),
      };
    },
  });
}

/** The message that brings a survey's link. */
function surveyLetter(
  snapshot: Snapshot,
  survey: Survey,
  program: string,
  message: MessageText,
): Letter | { readonly problems: readonly Problem[] } {
  const value = survey.label;
  const record = formRecord(readSettings(snapshot), survey.id);
  if (!record || record.prefilled === "") return { problems: [problem("no-form", { value })] };
  if (record.anonymous !== survey.asksAnonymously) return { problems: [problem("form-other-mode", { value })] };
  if (record.trouble === "gone") return { problems: [problem("form-gone", { value })] };
  return {
    values: (person) => surveyValues(person, survey, record, program),
    wrong: messageProblems(message),
    record,
  };
}

const unsureProblems = ({ skipped }: SendingPlan): readonly Problem[] =>
  skipped
    .filter(({ reason }) => reason === "unsure")
    .map(({ people }) => problem("mail-unsure", { value: people.join(", ") }));

function sendTest(mail: Mail, data: SurveySending): Outside<SurveySending> {
  const subject = fillIn(readStoredWords().surveys.testSubject, { subject: mail.subject });
  const outcome = sendMail({ ...mail, subject });
  if (outcome.kind === "sent") return { changes: [`Test message to ${mail.to}`], problems: [], data };
  return { problems: problemsAbout(outcome, { name: "", email: mail.to }) };
}

interface Round {
  /** As it was before anything was sent: answers are read once. */
  readonly snapshot: Snapshot;
  readonly survey: Survey;
  /** Of its form; null for a talk. */
  readonly record: FormRecord | null;
  readonly data: SurveySending;
  readonly recipients: readonly Recipient[];
  readonly mailTo: (person: Recipient) => Mail;
}

function sendAll({
  snapshot: before,
  survey: { id },
  record,
  data,
  recipients,
  mailTo,
}: Round): Outside<SurveySending> {
  const { sent, left, problems } = sendMessages({ recipients, quota: data.quota, mailTo });
  const written = writeDown([surveys, sending], ({ snapshot }) => {
    if (!record) return [];
    const isLinked = readSettings(snapshot).has(responseTabSetting(id));
    return planSurveyRow({ tabs: new Map([...before.tabs, ...snapshot.tabs]) }, id, record, isLinked);
  });
  return {
    changes: sent > 0 ? [`${count(sent, "message")} sent`] : [],
    problems: [...problems, ...written],
    data: { ...data, sent, left },
  };
}
