import { normalizeCode } from "../../program/matching";
import { answersIn } from "../answers";
import { codesOf, type Person, peopleOf } from "../people";
import { type Snapshot, typedRows } from "../snapshot";
import { responses } from "../tabs/responses";
import { type Survey, surveyOfKey } from "./survey-list";

/**
 * Tells whether a person has answered: as it was imported, or as it stands in the answer tabs since. Of an anonymous
 * survey nobody can say so, and to a talk nobody answers.
 */
export function answerers(
  { id: survey, isAnonymous, hasForm }: Pick<Survey, "id" | "isAnonymous" | "hasForm">,
  snapshot: Snapshot,
): (person: Pick<Person, "at" | "id" | "code">) => boolean {
  if (isAnonymous || !hasForm) return () => false;
  const people = peopleOf(snapshot);
  const codes = codesOf(people);
  const imported = new Set(
    typedRows(snapshot, responses).rows.flatMap(({ values }) =>
      surveyOfKey(values.key ?? "") === survey && values.standing === "Counts" && values.participant
        ? values.participant
        : [],
    ),
  );
  const answers = answersIn(snapshot, survey, codes).flatMap(({ rows }) => rows);
  const written = new Set(answers.map(({ code }) => normalizeCode(code)));
  const places = new Set(
    answers.flatMap(({ code, email }) => {
      if (codes.has(normalizeCode(code)) || email.trim() === "") return [];
      const found = people.byEmail(email);
      return found.length === 1 ? found.map(({ at }) => at) : [];
    }),
  );
  return ({ at, id, code }) => imported.has(id) || (code !== "" && written.has(normalizeCode(code))) || places.has(at);
}
