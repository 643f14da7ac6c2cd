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
  const replace = (at: number, group: SupportGroup): void => onChange(value.map((each, place) => (place === at ? group : each)));
  return (
    <Fieldset legend="Support groups" help="People who get the same support. Without a name, a group is called by its support model.">
      {value.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows hold no state of their own
        <div key={at} class="row" role="group" aria-label={`Support group ${at + 1}`}>
          <TextField label="Name" value={group.name} onChange={(name) => replace(at, { ...group, name })} />
          <SelectField
            label="Support model"
            value={group.model}
            options={models}
            onChange={(model) => replace(at, { ...group, model })}
          />
          <Button name={`Remove support group ${at + 1}`} onClick={() => onChange(value.filter((_, place) => place !== at))}>
            Remove
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...value, { name: "", model: models[0]?.id ?? "" }])}>Add support group</Button>
    </Fieldset>
  );
}
