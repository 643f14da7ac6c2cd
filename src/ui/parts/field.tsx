import type { ComponentChildren, VNode } from "preact";
import { useId } from "preact/hooks";

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
}

interface FieldProps {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
}

/** What ties a control to its label, help and error. */
interface Ties {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean | undefined;
}

/** A label above one control, with help and error under it. */
export function Field({ label, help, error, children }: FieldProps & { readonly children: (ties: Ties) => VNode }) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      <Hints id={id} help={help} error={error} />
    </div>
  );
}

function Hints({
  id,
  help,
  error,
}: {
  readonly id: string;
  readonly help: string | undefined;
  readonly error: string | undefined;
}) {
  return (
    <>
      {help ? (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </>
  );
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "date" | "number";
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
}

export function TextField({ value, onChange, type = "text", required, min, max, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(ties) => (
        <input
          {...ties}
          // Preact's types take one type at a time.
          type={type as "text"}
          value={value}
          required={required}
          min={min}
          max={max}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function TextArea({
  value,
  onChange,
  rows,
  ...field
}: Omit<TextFieldProps, "type"> & { readonly rows: number }) {
  return (
    <Field {...field}>
      {(ties) => (
        <textarea {...ties} rows={rows} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
    </Field>
  );
}

interface SelectFieldProps extends FieldProps {
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

export function SelectField({ value, options, onChange, ...field }: SelectFieldProps) {
  return <Field {...field}>{(ties) => <Select {...ties} value={value} options={options} onChange={onChange} />}</Field>;
}

type SelectProps = Pick<SelectFieldProps, "value" | "options" | "onChange"> &
  Partial<Ties> & { readonly "aria-label"?: string };

export function Select({ value, options, onChange, ...ties }: SelectProps) {
  return (
    <select {...ties} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(({ id, label }) => (
        <option key={id} value={id} selected={id === value}>
          {label}
        </option>
      ))}
    </select>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly help?: string;
  readonly options: readonly Option[];
}

/** Any number of these. */
export function Checkboxes({
  value,
  onChange,
  ...choices
}: ChoicesProps & { readonly value: readonly string[]; readonly onChange: (value: string[]) => void }) {
  const toggled = (id: string): string[] => (value.includes(id) ? value.filter((each) => each !== id) : [...value, id]);
  return <Choices {...choices} type="checkbox" chosen={value} onChoose={(id) => onChange(toggled(id))} />;
}

/** One of these. */
export function Radios({
  value,
  onChange,
  ...choices
}: ChoicesProps & { readonly value: string; readonly onChange: (value: string) => void }) {
  return <Choices {...choices} type="radio" chosen={[value]} onChoose={onChange} />;
}

interface AnyChoicesProps extends ChoicesProps {
  readonly type: "checkbox" | "radio";
  readonly chosen: readonly string[];
  readonly onChoose: (id: string) => void;
}

function Choices({ legend, help: under, options, type, chosen, onChoose }: AnyChoicesProps) {
  const name = useId();
  return (
    <Fieldset legend={legend} help={under}>
      {options.map(({ id, label, help }) => (
        <div key={id} class="choice">
          <input
            type={type}
            id={`${name}-${id}`}
            name={name}
            checked={chosen.includes(id)}
            aria-describedby={help ? `${name}-${id}-help` : undefined}
            onChange={() => onChoose(id)}
          />
          <label for={`${name}-${id}`}>{label}</label>
          <Hints id={`${name}-${id}`} help={help} error={undefined} />
        </div>
      ))}
    </Fieldset>
  );
}

export function Fieldset({
  legend,
  help,
  children,
}: {
  readonly legend: string;
  readonly help?: string | undefined;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  return (
    <fieldset aria-describedby={help ? `${id}-help` : undefined}>
      <legend>{legend}</legend>
      <Hints id={id} help={help} error={undefined} />
      {children}
    </fieldset>
  );
}
