import type { DialogFacts } from "../../commands/dialog-facts";
import { Checkboxes, SelectField, TextArea, TextField } from "./field";
import { Form } from "./form";
import type { FormErrors, SetUpAnswers } from "./set-up-answers";
import { SupportGroups } from "./support-groups";

interface SetUpFormProps {
  readonly id: string;
  readonly value: SetUpAnswers;
  readonly errors: FormErrors;
  readonly facts: DialogFacts;
  readonly onChange: (value: SetUpAnswers) => void;
  readonly onSubmit: () => void;
}

export function SetUpForm({ id, value, errors, facts, onChange, onSubmit }: SetUpFormProps) {
  const set =
    <K extends keyof SetUpAnswers>(field: K) =>
    (answer: SetUpAnswers[K]): void =>
      onChange({ ...value, [field]: answer });
  return (
    <Form id={id} errors={errors} onSubmit={onSubmit}>
      <TextField label="Program name" required value={value.program} error={errors.program} onChange={set("program")} />
      <div class="pair">
        <TextField
          label="Affiliate"
          help="The association or district that runs it."
          value={value.affiliate}
          onChange={set("affiliate")}
        />
        <TextField label="Cohort" help="Such as Fall 2026." value={value.cohort} onChange={set("cohort")} />
        <TextField
          label="Launch date"
          type="date"
          required
          value={value.launch}
          error={errors.launch}
          onChange={set("launch")}
        />
        <TextField
          label="Weeks until submission deadline"
          type="number"
          required
          min={1}
          max={104}
          value={value.weeks}
          error={errors.weeks}
          onChange={set("weeks")}
        />
      </div>
      <SupportGroups value={value.groups} models={facts.supportModels} onChange={set("groups")} />
      <SelectField label="Location" value={value.location} options={facts.locations} onChange={set("location")} />
      <Checkboxes
        legend="Currency"
        help="What an earner gets for a micro-credential."
        options={facts.currencies}
        value={value.currency}
        onChange={set("currency")}
      />
      <TextArea
        label="Goals"
        help="What the program is for, in the team’s words."
        rows={4}
        value={value.goals}
        onChange={set("goals")}
      />
      <Checkboxes
        legend="Optional tabs"
        help="They can be added later in the same way."
        options={facts.optionalTabs.map(({ key, title }) => ({ id: key, label: title }))}
        value={value.optionalTabs}
        onChange={set("optionalTabs")}
      />
    </Form>
  );
}
