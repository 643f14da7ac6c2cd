import { useId } from "preact/hooks";
import type { FocusGroupPrepared } from "../../commands/prepare-focus-group";
import { Field, TextField } from "./field";

type Details = FocusGroupPrepared["details"];

interface FocusDetailsProps {
  readonly value: Details;
  readonly facilitators: readonly string[];
  readonly onChange: (value: Details) => void;
}

/** When and where people meet, as far as that is settled. */
export function FocusDetails({ value, facilitators, onChange }: FocusDetailsProps) {
  const suggestions = useId();
  return (
    <>
      <div class="pair">
        <TextField label="Date" type="date" value={value.date} onChange={(date) => onChange({ ...value, date })} />
        <TextField
          label="Time"
          help="With the time zone, if people are in several."
          value={value.time}
          onChange={(time) => onChange({ ...value, time })}
        />
        <TextField
          label="Length in minutes"
          type="number"
          min={1}
          value={value.minutes === null ? "" : String(value.minutes)}
          onChange={(minutes) => onChange({ ...value, minutes: minutes === "" ? null : Number(minutes) })}
        />
        <Field label="Facilitator" help="Somebody whom participants can speak to freely.">
          {(ties) => (
            <input
              {...ties}
              type="text"
              list={suggestions}
              value={value.facilitator}
              onInput={(event) => onChange({ ...value, facilitator: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <datalist id={suggestions}>
        {facilitators.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField
        label="Place or meeting link"
        value={value.place}
        onChange={(place) => onChange({ ...value, place })}
      />
    </>
  );
}
