import type { DialogFacts } from "../../commands/dialog-facts";
import { SelectField, TextField } from "./field";

/** The day, and the id of the model that the others are compared with; blank is automatic. */
export interface ResultAnswers {
  readonly asOf: string;
  readonly reference: string;
}

interface ResultChoicesProps {
  readonly value: ResultAnswers;
  readonly facts: DialogFacts;
  readonly onChange: (value: ResultAnswers) => void;
}

export function ResultChoices({ value, facts, onChange }: ResultChoicesProps) {
  return (
    <div class="pair">
      <TextField
        label="As of"
        type="date"
        help="What is late is judged by this day."
        value={value.asOf}
        onChange={(asOf) => onChange({ ...value, asOf })}
      />
      <SelectField
        label="Compare with"
        help="Automatic: Independent, or else the model with the most decisions."
        value={value.reference}
        options={[{ id: "", label: "Automatic" }, ...facts.supportModels]}
        onChange={(reference) => onChange({ ...value, reference })}
      />
    </div>
  );
}

export const usualAnswers = (): ResultAnswers => ({ asOf: today(), reference: "" });

/** What the server is sent. Today is left to it: it knows the spreadsheet's time zone. */
export const chosenOf = ({ asOf, reference }: ResultAnswers) => ({
  ...(asOf !== "" && asOf !== today() && { asOf }),
  ...(reference !== "" && { reference }),
});

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
