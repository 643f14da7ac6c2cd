import { type Problem, problem } from "../../content/problems";
import { matchResponses } from "../../program/matching";
import type { AnswerRow } from "../answers";
import { cellText } from "../cell";
import { type People, personKey } from "../people";
import { type Change, upsertRows } from "../plan";
import { cellAt, type Snapshot } from "../snapshot";
import { type Survey, surveyOfKey } from "../surveys/survey-list";
import type { RowCells } from "../tab";
import { responses } from "../tabs/responses";

/** How a survey's answers are tied to people, or would be. */
export interface Matches {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  readonly matched: number;
  readonly unmatched: number;
  /** Responses that a later one of the same person replaces. */
  readonly replaced: number;
  /** Responses that were not known yet. */
  readonly added: number;
}

/** Plans the match list of one survey: one row a response, whoever it belongs to. */
export function planMatches(
  { id: survey, label }: Survey,
  rows: readonly AnswerRow[],
  people: People,
  snapshot: Snapshot,
  file: string,
): Matches {
  const now = snapshot.tabs.get(responses.key);
  const places = new Map<string, number>();
  now?.rows.forEach((_, at) => {
    const key = cellText(cellAt(now, at, "key"));
    if (surveyOfKey(key) === survey) places.set(key, at);
  });
  const cell = (at: number | undefined, column: string): string =>
    now && at !== undefined ? cellText(cellAt(now, at, column)).trim() : "";
  // A person's choice stands above code and e-mail.
  const chosen = new Map<string, string>();
  for (const { key } of rows) {
    const found = people.find(cell(places.get(key), "chosen"));
    if (found.length === 1 && found[0]) chosen.set(key, personKey(found[0]));
  }
  const identities = people.all.map((person) => ({ ...person, id: personKey(person) }));
  // Where some moments can be read two ways, the order of the rows tells which answer is the latest.
  const isTold = rows.every(({ timestamp }) => timestamp === "" || /^\d{4}-\d\d-\d\d/.test(timestamp));
  const matched = matchResponses(
    rows.map(({ key, code, email, timestamp }) => ({
      key,
      code: chosen.has(key) ? CHOSEN + (chosen.get(key) ?? "") : code,
      email,
      timestamp: isTold ? timestamp : "",
      answersFingerprint: key,
    })),
    [...identities, ...[...new Set(chosen.values())].map((id) => ({ id, code: CHOSEN + id, email: "" }))],
  );
  const problems: Problem[] = [];
  const wanted = rows.map((row, index): RowCells => {
    const match = matched[index];
    const given = row.code || row.email;
    if (match?.status === "unmatched")
      problems.push(problem("unmatched-response", { file, ...(given && { value: given }) }));
    if (match?.status === "duplicate")
      problems.push(problem("duplicate-response", { file, ...(given && { value: given }) }));
    return {
      key: row.key,
      survey: label,
      answeredOn: row.timestamp,
      given,
      participant: match?.participantId ?? "",
      matchedBy: chosen.has(row.key) ? "Your choice" : { code: "Code", email: "E-mail", none: "" }[match?.by ?? "none"],
      standing: { matched: "Counts", unmatched: "Not matched", duplicate: "Replaced" }[match?.status ?? "unmatched"],
      copies: Math.max(row.copies, Number(cell(places.get(row.key), "copies")) || 1),
    };
  });
  const wantedKeys = new Set(rows.map(({ key }) => key));
  const gone = [...places].filter(([key]) => !wantedKeys.has(key));
  const others = gone.map(([key, at]): RowCells => ({ ...plannerCells(cell, at), key, copies: 0, standing: GONE }));
  const changes = upsertRows(responses, now, [...wanted, ...others], (at) => surveyOfKey(cell(at, "key")) === survey);
  const tally = (standing: string): number => wanted.filter((row) => row.standing === standing).length;
  return {
    changes,
    problems,
    matched: tally("Counts"),
    unmatched: tally("Not matched"),
    replaced: tally("Replaced"),
    added: rows.filter(({ key }) => !places.has(key)).length,
  };
}

/** No code that we give begins so. */
const CHOSEN = "chosen:";
const GONE = "No longer there";

function plannerCells(cell: (at: number, column: string) => string, at: number): RowCells {
  return Object.fromEntries(
    ["survey", "answeredOn", "given", "participant", "matchedBy"].map((column) => [column, cell(at, column)]),
  );
}
