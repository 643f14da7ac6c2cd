import { LEAVE_OUT } from "../../content/match-words";
import { type Problem, problem } from "../../content/problems";
import { type AnswerRow, answersIn } from "../answers";
import { cellText } from "../cell";
import { codesOf, type People, peopleOf, personKey } from "../people";
import { applyInMemory, joinPlans, type Plan, plan, updateCells } from "../plan";
import { cellAt, type Snapshot, textAt } from "../snapshot";
import { surveyOfKey } from "../surveys/survey-list";
import { responses, STANDING } from "../tabs/responses";
import { planCollection } from "./collected-answers";
import { choiceLabel, chosenIn } from "./match-choices";
import { type Suggestion, suggester } from "./match-suggestions";

/** What a person decides about a response, known by its key: a participant, "Leave out", or "" for nothing any more. */
export interface MatchChoice {
  readonly key: string;
  readonly choice: string;
}

/** What a person has to decide, and what they decided just now. */
export interface MatchReview {
  /** Those that are tied to nobody, the first of them. */
  readonly unmatched: readonly UnmatchedAnswer[];
  /** How many there are in all. */
  readonly total: number;
  /** Everybody who can be chosen. */
  readonly people: readonly { readonly id: string; readonly label: string }[];
  /** What stood there before these choices: choosing it again undoes them. */
  readonly before: readonly MatchChoice[];
}

export interface UnmatchedAnswer {
  readonly key: string;
  /** The survey's label. */
  readonly survey: string;
  readonly answeredOn: string;
  readonly given: string;
  readonly name: string;
  /** The likeliest first. */
  readonly suggestions: readonly Suggestion[];
}

/** As many as a person looks through at a time. */
const MOST_LISTED = 200;

/** Plans what follows from these choices: exactly those cells, and everybody's answers matched again. */
export function planMatchReview(
  snapshot: Snapshot,
  choices: readonly MatchChoice[],
): { readonly plan: Plan; readonly data: MatchReview } {
  const people = peopleOf(snapshot);
  const now = snapshot.tabs.get(responses.key);
  const places = new Map(now?.rows.map((_, at) => [cellText(cellAt(now, at, "key")), at]));
  const problems: Problem[] = [];
  const wanted = [...new Map(choices.map((each) => [each.key, each.choice]))].flatMap(([key, choice]) => {
    const at = places.get(key);
    if (at === undefined || !now) problems.push(problem("answer-gone"));
    if (at === undefined || !now) return [];
    const value = inTheCell(choice, people);
    if (value !== "" && chosenIn(value, people) === null) problems.push(problem("unknown-participant", { value }));
    return [{ at, column: "chosen", value, before: { key, choice: cellText(cellAt(now, at, "chosen")) } }];
  });
  const chosen = plan([updateCells(responses, now, wanted)], problems);
  const withChoices = applyInMemory(snapshot, chosen, () => responses);
  const matched = choices.length > 0 ? plan(planCollection(withChoices).plan.changes) : plan([]);
  const after = applyInMemory(withChoices, matched, () => responses);
  return {
    plan: joinPlans(chosen, matched),
    data: {
      ...unmatchedIn(after, people),
      people: people.all.map((person) => ({ id: personKey(person), label: choiceLabel(person) })),
      before: wanted.map(({ before }) => before),
    },
  };
}

/** A participant id is written with the name, so that people can read it. */
function inTheCell(choice: string, people: People): string {
  const chosen = chosenIn(choice, people);
  return chosen === null ? choice.trim() : chosen === "left out" ? LEAVE_OUT : choiceLabel(chosen);
}

function unmatchedIn(snapshot: Snapshot, people: People): Pick<MatchReview, "unmatched" | "total"> {
  const now = snapshot.tabs.get(responses.key);
  const cell = (at: number, column: string): string => textAt(now, at, column);
  const places = (now?.rows ?? []).flatMap((_, at) => (cell(at, "standing") === STANDING.unmatched ? at : []));
  const listed = places.slice(0, MOST_LISTED);
  const rows = answerRows(snapshot, people, [...new Set(listed.map((at) => surveyOfKey(cell(at, "key"))))]);
  const suggestionsFor = suggester(snapshot, people);
  const unmatched = listed.map((at) => {
    const key = cell(at, "key");
    const row = rows.get(key);
    const suggestions = row ? suggestionsFor(row) : [];
    const [survey, answeredOn, given] = [cell(at, "survey"), cell(at, "answeredOn"), cell(at, "given")];
    return { key, survey, answeredOn, given, name: row?.name ?? "", suggestions };
  });
  return { unmatched, total: places.length };
}

function answerRows(snapshot: Snapshot, people: People, surveys: readonly string[]): ReadonlyMap<string, AnswerRow> {
  const codes = codesOf(people);
  const tables = surveys.flatMap((survey) => answersIn(snapshot, survey, codes));
  return new Map(tables.flatMap(({ rows }) => rows.map((row) => [row.key, row])));
}
