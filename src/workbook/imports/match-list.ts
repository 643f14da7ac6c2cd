import { type Problem, problem } from "../../content/problems";
import { matchResponses, type ResponseMatch } from "../../program/matching";
import { type AnswerRow, isTrial } from "../answers";
import { cellText } from "../cell";
import { type People, personKey } from "../people";
import { type Change, upsertRows } from "../plan";
import { cellAt, type Snapshot, textAt } from "../snapshot";
import { type Survey, surveyOfKey } from "../surveys/survey-list";
import type { RowCells } from "../tab";
import { responses, STANDING } from "../tabs/responses";
import { givenAs, matchChoices } from "./match-choices";
import { suggester } from "./match-suggestions";

/** How a survey's answers are tied to people, or would be. */
interface Matches {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  readonly matched: number;
  readonly unmatched: number;
  /** Responses that a later one of the same person replaces. */
  readonly replaced: number;
  /** Responses that were not known yet. */
  readonly added: number;
}

/**
 * Plans the match list of one survey: one row a response, whoever it belongs to. What people chose in it stands above
 * code and e-mail, and is remembered for the same code or e-mail in other surveys. Of an anonymous survey nothing is
 * written down, and what stands there from before is blanked.
 *
 * @param rows every answer of the survey, whatever tab it stands in
 */
export function planMatches(
  { id: survey, label, isAnonymous }: Survey,
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
  const cell = (at: number | undefined, column: string): string => textAt(now, at, column);
  const wantedRows = isAnonymous ? [] : rows;
  const matches = matchesOf(wantedRows, people, snapshot);
  const suggestionsFor = suggester(snapshot, people);
  const problems: Problem[] = [];
  const wanted = wantedRows.map((row): RowCells => {
    const match = matches.get(row.key);
    const given = givenAs(row);
    const standing = match ? STANDING_OF[match.status] : STANDING.leftOut;
    const value = { file, ...(given && { value: given }) };
    if (match?.status === "unmatched") problems.push(problem("unmatched-response", value));
    if (match?.status === "duplicate") problems.push(problem("duplicate-response", value));
    const [suggestion] = match?.status === "unmatched" ? suggestionsFor(row) : [];
    return {
      key: row.key,
      survey: label,
      answeredOn: row.timestamp,
      given,
      participant: match?.participantId ?? "",
      matchedBy: match ? MATCHED_BY[match.by ?? "none"] : isTrial(row) ? "Test message" : MATCHED_BY.choice,
      standing,
      copies: Math.max(row.copies, Number(cell(places.get(row.key), "copies")) || 1),
      suggestion: suggestion?.person ?? "",
      why: suggestion?.why ?? "",
    };
  });
  const wantedKeys = new Set(wantedRows.map(({ key }) => key));
  const kept = isAnonymous ? ["survey"] : ["survey", "answeredOn", "given", "participant", "matchedBy"];
  const others = [...places].flatMap(([key, at]): readonly RowCells[] =>
    wantedKeys.has(key)
      ? []
      : [
          {
            ...Object.fromEntries(kept.map((column) => [column, cell(at, column)])),
            key,
            copies: 0,
            standing: STANDING.gone,
          },
        ],
  );
  const changes = upsertRows(responses, now, [...wanted, ...others], (at) => surveyOfKey(cell(at, "key")) === survey);
  const tally = (standing: string): number => wanted.filter((row) => row.standing === standing).length;
  return {
    changes,
    problems,
    matched: tally(STANDING.counts),
    unmatched: tally(STANDING.unmatched),
    replaced: tally(STANDING.replaced),
    added: wantedRows.filter(({ key }) => !places.has(key)).length,
  };
}

const STANDING_OF = { matched: STANDING.counts, unmatched: STANDING.unmatched, duplicate: STANDING.replaced } as const;
const MATCHED_BY = { choice: "Your choice", code: "Code", email: "E-mail", none: "" } as const;

/** Whose each response is, by its key, without those that are left out. */
function matchesOf(rows: readonly AnswerRow[], people: People, snapshot: Snapshot): ReadonlyMap<string, ResponseMatch> {
  const choices = matchChoices(snapshot, people);
  // Where some moments can be read two ways, the order of the rows tells which answer is the latest.
  const isTold = rows.every(({ timestamp }) => timestamp === "" || /^\d{4}-\d\d-\d\d/.test(timestamp));
  const counted = rows.flatMap((row) => {
    const choice = choices.rows.get(row.key) ?? (isTrial(row) ? "left out" : null);
    if (choice === "left out") return [];
    const { key, code, email } = row;
    const timestamp = isTold ? row.timestamp : "";
    return [{ key, chosen: choice?.person ?? null, code, email, timestamp, answersFingerprint: key }];
  });
  const identities = people.all.map((person) => ({ ...person, id: personKey(person) }));
  return new Map(matchResponses(counted, identities, choices.confirmed).map((match) => [match.key, match]));
}
