import { answersIn } from "../answers";
import { type CellChange, type Change, updateCells } from "../plan";
import { type Snapshot, textAt } from "../snapshot";
import { responses } from "../tabs/responses";
import { roster } from "../tabs/roster";
import { surveys } from "../tabs/surveys";
import type { FormRecord, FormTrouble } from "./form-record";
import { firstSentOn, sendingCounts } from "./ledger";
import { planSending, type SendingPlan } from "./sending";
import { type Survey, surveysIn } from "./survey-list";

/** How far a survey is, and what to do next, as the tab Surveys says it. */
interface SurveyState {
  readonly state: string;
  readonly next: string;
}

function surveyState(snapshot: Snapshot, survey: Survey, record: FormRecord, isLinked: boolean): SurveyState {
  if (record.prefilled === "") return { state: "Form not finished", next: "Run Create survey again." };
  const trouble = TROUBLES.find(({ of }) => of === record.trouble);
  if (trouble) return trouble;
  if (!record.published)
    return { state: "Not published", next: "Open the form, press Publish, then run Create survey again." };
  if (!isLinked) return { state: "Waiting for its response tab", next: "Run Create survey again in a minute." };
  const counts = sendingCounts(snapshot, survey.id);
  const { sent, reminders, waiting, unsure, refused } = counts;
  if (sent + waiting + unsure + refused === 0) return { state: "Ready to send", next: "Run Send survey." };
  const { answered, due } = standing(snapshot, survey);
  const parts = [
    [sent, "Sent to", sent],
    [answered, answered, "answered"],
    [reminders, reminders, reminders === 1 ? "reminder sent" : "reminders sent"],
    [waiting, waiting, "waiting"],
    [unsure, unsure, "unsure"],
    [refused, refused, "refused"],
  ] as const;
  return {
    state: parts.flatMap(([count, ...words]) => (count > 0 ? words.join(" ") : [])).join(", "),
    next: nextStep(counts, due),
  };
}

const TROUBLES: readonly (SurveyState & { readonly of: FormTrouble })[] = [
  { of: "gone", state: "Form is gone", next: "Run Create survey: it says why that can be, and can make a new form." },
  {
    of: "closed",
    state: "Form takes no answers",
    next: "If that is not wanted, run Create survey: it can open the form again.",
  },
  {
    of: "elsewhere",
    state: "Answers flow into another spreadsheet",
    next: "Run Create survey: it can have them flow here. Or import them as a file.",
  },
];

type Due = SendingPlan["coming"][number];

function nextStep({ waiting, unsure, refused }: ReturnType<typeof sendingCounts>, due: Due | undefined): string {
  if (waiting > 0) return "Run Send survey again for those who wait.";
  if (refused > 0) return "Correct the addresses that were refused, then run Send survey again.";
  const ask = unsure > 0 ? "Ask those who are unsure whether the message came. Then run" : "Run";
  const remind = due ? ` From ${due.on} on, ${due.people} can be reminded with Send survey.` : "";
  return `${ask} Collect answers as they come in.${remind}`;
}

/** How many have answered, and when reminders come due next; nothing of it where what says so was not read. */
function standing(snapshot: Snapshot, survey: Survey): { readonly answered: number; readonly due: Due | undefined } {
  if (!snapshot.tabs.has(roster.key) || !snapshot.tabs.has(responses.key)) return { answered: 0, due: undefined };
  const nobody = { kind: "reminder", sendUnsure: false, now: NEVER, seed: "" } as const;
  const { skipped, coming } = planSending(survey, snapshot, nobody);
  const answered = survey.isAnonymous
    ? answersIn(snapshot, survey.id, new Set()).reduce((sum, { rows }) => sum + rows.length, 0)
    : skipped.find(({ reason }) => reason === "answered")?.people.length;
  return { answered: answered ?? 0, due: coming[0] };
}

/** Before every day: what comes due is told by its day, so that it stays true. */
const NEVER = "";

/**
 * What the tab Surveys is to show of a survey. A link that people put there themselves stays. How many have answered
 * it can say only where the Roster, the Survey matches and the answer tabs were read.
 *
 * @param isLinked its response tab was found
 */
export function planSurveyRow(
  snapshot: Snapshot,
  survey: string,
  record: FormRecord,
  isLinked: boolean,
): readonly Change[] {
  const now = snapshot.tabs.get(surveys.key);
  const about = surveysIn(snapshot).find(({ id }) => id === survey);
  if (!now || !about || about.at === null) return [];
  const { at } = about;
  const { state, next } = surveyState(snapshot, about, record, isLinked);
  const sentOn = firstSentOn(snapshot, survey);
  const blank = (column: string): boolean => textAt(now, at, column) === "";
  const cells: CellChange[] = [
    { at, column: "state", value: state },
    { at, column: "next", value: next },
    { at, column: "edit", value: record.edit },
    ...(blank("form") ? [{ at, column: "form", value: record.url }] : []),
    ...(sentOn && blank("sentOn") ? [{ at, column: "sentOn", value: { date: sentOn } }] : []),
  ];
  return [updateCells(surveys, now, cells)];
}
