import { useRef } from "preact/hooks";
import { Button } from "./button";
import { Fieldset, type Option, SelectField, TextField } from "./field";

export interface SupportGroup {
  readonly name: string;
  readonly model: string;
}

interface SupportGroupsProps {
  readonly value: readonly SupportGroup[];
  readonly models: readonly Option[];
  readonly onChange: (value: readonly SupportGroup[]) => void;
}

/** The groups that people are supported in: one row each. */
export function SupportGroups({ value, models, onChange }: SupportGroupsProps) {
  const list = useRef<HTMLDivElement>(null);
  const replace = (at: number, group: SupportGroup): void =>
    onChange(value.map((each, place) => (place === at ? group : each)));
  const remove = (at: number): void => {
    onChange(value.filter((_, place) => place !== at));
    list.current?.querySelector<HTMLElement>(":scope > button")?.focus();
  };
  return (
    <Fieldset
      legend="Support groups"
      help="People who get the same support. Without a name, a group is called by its support model."
    >
      <div ref={list}>
        {value.map((group, at) => (
          // Rows hold no state of their own.
          <fieldset key={at} class="row">
            <legend class="unseen">Support group {at + 1}</legend>
            <TextField label="Name" value={group.name} onChange={(name) => replace(at, { ...group, name })} />
            <SelectField
              label="Support model"
              value={group.model}
              options={models}
              onChange={(model) => replace(at, { ...group, model })}
            />
            <Button name={`Remove support group ${at + 1}`} onClick={() => remove(at)}>
              Remove
            </Button>
          </fieldset>
        ))}
        <Button onClick={() => onChange([...value, { name: "", model: models[0]?.id ?? "" }])}>
          Add support group
        </Button>
      </div>
    </Fieldset>
  );
}
