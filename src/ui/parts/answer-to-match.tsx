import type { UnmatchedAnswer } from "../../workbook/imports/match-review";
import { Field, Radios } from "./field";

/** What a person decided about one answer, before it is saved. */
export interface Decision {
  /** A place among the suggestions, or one of the other choices. */
  readonly option: string;
  /** Who was looked up instead. */
  readonly other: string;
}

export const UNDECIDED: Decision = { option: "later", other: "" };

const LEAVE_OUT = "Leave out";

/** What is to be saved; null where nothing was decided. */
export function choiceOf({ suggestions }: UnmatchedAnswer, { option, other }: Decision): string | null {
  if (option === "later") return null;
  if (option === "leave") return LEAVE_OUT;
  return option === "other" ? other.trim() : (suggestions[Number(option)]?.person ?? null);
}

interface AnswerToMatchProps {
  readonly answer: UnmatchedAnswer;
  readonly decision: Decision;
  /** The id of the list of everybody. */
  readonly people: string;
  readonly error: string | undefined;
  readonly onDecide: (decision: Decision) => void;
}

/** One answer that is tied to nobody, who may have given it and why, and what can be done about it. */
export function AnswerToMatch({ answer, decision, people, error, onDecide }: AnswerToMatchProps) {
  const { survey, answeredOn, given, name, suggestions } = answer;
  const when = answeredOn.replace("T", " ").slice(0, 16);
  const who = [given, name === given ? "" : name].filter(Boolean).join(", ");
  return (
    <div class="decision">
      <Radios
        legend={[survey, when].filter(Boolean).join(", ")}
        help={who === "" ? "Given without code, e-mail and name" : `Given as ${who}`}
        value={decision.option}
        onChange={(option) => onDecide({ ...decision, option })}
        options={[
          ...suggestions.map(({ person, why }, at) => ({ id: String(at), label: person, help: why })),
          { id: "other", label: suggestions.length > 0 ? "Somebody else" : "Somebody on the Roster" },
          { id: "leave", label: "Leave out", help: "It is nobody's, and does not count as an answer." },
          { id: "later", label: "Decide later" },
        ]}
      />
      {decision.option === "other" ? (
        <Field label="Whose is it?" help="Type a part of the name, then choose from the list." error={error}>
          {(ties) => (
            <input
              {...ties}
              list={people}
              value={decision.other}
              onInput={(event) => onDecide({ ...decision, other: event.currentTarget.value })}
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}
