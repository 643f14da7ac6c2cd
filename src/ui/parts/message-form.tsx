import type { DialogFacts } from "../../commands/dialog-facts";
import { Radios, SelectField, TextArea, TextField } from "./field";

type Survey = DialogFacts["formSurveys"][number];

export type Kind = keyof Survey["messages"];

/** A message as it is being written. */
export interface Draft {
  readonly survey: string;
  readonly kind: Kind;
  readonly subject: string;
  readonly text: string;
}

/** A survey's message as it was sent last, else as it is proposed. */
export const draftOf = ({ id, messages }: Survey, kind: Kind): Draft => ({ survey: id, kind, ...messages[kind] });

const KINDS = [
  { id: "invitation", label: "Invitation", help: "To those who were not sent it yet." },
  { id: "reminder", label: "Reminder", help: "To those who were, once they have been silent for long enough." },
] as const;

interface MessageFormProps {
  readonly surveys: readonly Survey[];
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** Which survey, which message, and its words. */
export function MessageForm({ surveys, draft, onChange }: MessageFormProps) {
  const survey = surveys.find(({ id }) => id === draft.survey);
  const change = (id: string, kind: Kind): void => {
    const chosen = surveys.find((each) => each.id === id);
    if (chosen) onChange(draftOf(chosen, kind));
  };
  return (
    <>
      <SelectField
        label="Survey"
        value={draft.survey}
        options={surveys.map(({ id, label, isMade }) => ({ id, label: isMade ? label : `${label} (no form yet)` }))}
        onChange={(id) => change(id, draft.kind)}
        {...(survey?.isAnonymous && {
          help: "Anonymous: everybody gets the same link, and a reminder goes to everybody who was invited, answered or not.",
        })}
      />
      <Radios
        legend="Message"
        value={draft.kind}
        options={KINDS}
        onChange={(id) => {
          const kind = KINDS.find((each) => each.id === id)?.id;
          if (kind) change(draft.survey, kind);
        }}
      />
      <TextField label="Subject" value={draft.subject} onChange={(subject) => onChange({ ...draft, subject })} />
      <TextArea
        label="Text"
        help="Filled in for each person: {first name}, {name}, {link}, {program}, {survey}."
        rows={12}
        value={draft.text}
        onChange={(text) => onChange({ ...draft, text })}
      />
    </>
  );
}
