import { cellText } from "../cell";
import { type CellChange, type Change, updateCells } from "../plan";
import { cellAt, type Snapshot } from "../snapshot";
import { surveys } from "../tabs/surveys";
import type { FormRecord } from "./form-record";
import { firstSentOn, sendingCounts } from "./ledger";

/** How far a survey is, and what to do next, as the tab Surveys says it. */
interface SurveyState {
  readonly state: string;
  readonly next: string;
}

function surveyState(snapshot: Snapshot, survey: string, record: FormRecord, isLinked: boolean): SurveyState {
  const { sent, waiting, unsure, refused } = sendingCounts(snapshot, survey);
  if (record.prefilled === "") return { state: "Form not finished", next: "Run Create survey again." };
  if (!record.published)
    return { state: "Not published", next: "Open the form, press Publish, then run Create survey again." };
  if (!isLinked) return { state: "Waiting for its response tab", next: "Run Create survey again in a minute." };
  if (sent + waiting + unsure + refused === 0) return { state: "Ready to send", next: "Run Send survey." };
  const parts = [
    `Sent to ${sent}`,
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    ...(unsure > 0 ? [`${unsure} unsure`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
  ];
  return { state: parts.join(", "), next: nextStep(waiting, unsure, refused) };
}

function nextStep(waiting: number, unsure: number, refused: number): string {
  if (waiting > 0) return "Run Send survey again for those who wait.";
  if (refused > 0) return "Correct the addresses that were refused, then run Send survey again.";
  if (unsure > 0) return "Ask those who are unsure whether the message came. Then run Import survey answers.";
  return "Run Import survey answers as answers come in.";
}

/**
 * What the tab Surveys is to show of a survey. A link that people put there themselves stays.
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
  const at = now?.rows.findIndex((_, row) => cellText(cellAt(now, row, "key")) === survey) ?? -1;
  if (!now || at < 0) return [];
  const { state, next } = surveyState(snapshot, survey, record, isLinked);
  const sentOn = firstSentOn(snapshot, survey);
  const blank = (column: string): boolean => cellText(cellAt(now, at, column)).trim() === "";
  const cells: CellChange[] = [
    { at, column: "state", value: state },
    { at, column: "next", value: next },
    { at, column: "edit", value: record.edit },
    ...(blank("form") ? [{ at, column: "form", value: record.url }] : []),
    ...(sentOn && blank("sentOn") ? [{ at, column: "sentOn", value: { date: sentOn } }] : []),
  ];
  return [updateCells(surveys, now, cells)];
}
