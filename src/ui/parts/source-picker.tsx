import type { DialogFacts } from "../../commands/dialog-facts";
import type { SourceChoice } from "../read-source";
import { Field, Radios, SelectField, TextArea } from "./field";

interface SourcePickerProps {
  readonly value: SourceChoice;
  readonly tabs: DialogFacts["tabs"];
  readonly error: string;
  readonly onChange: (value: SourceChoice) => void;
}

const kinds = [
  { id: "file", label: "A file (Excel, CSV or TSV)" },
  { id: "text", label: "Pasted text" },
  { id: "tab", label: "A tab of this spreadsheet" },
] as const;

export const firstChoice = (tabs: DialogFacts["tabs"]): SourceChoice => ({
  kind: "file",
  file: null,
  text: "",
  tab: tabs[0]?.name ?? "",
});

export function SourcePicker({ value, tabs, error, onChange }: SourcePickerProps) {
  return (
    <>
      <Radios
        legend="Where is the table?"
        options={kinds}
        value={value.kind}
        onChange={(id) => onChange({ ...value, kind: kinds.find((kind) => kind.id === id)?.id ?? "file" })}
      />
      <Control value={value} tabs={tabs} error={error} onChange={onChange} />
    </>
  );
}

function Control({ value, tabs, error, onChange }: SourcePickerProps) {
  switch (value.kind) {
    case "file":
      return (
        <Field
          label="File"
          help={`${value.file ? `Chosen: ${value.file.name}. ` : ""}It is read here, in your browser; its rows go into this spreadsheet and nowhere else.`}
          error={error}
        >
          {(ties) => (
            <input
              {...ties}
              type="file"
              accept=".xlsx,.csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
              onChange={(event) => onChange({ ...value, file: event.currentTarget.files?.[0] ?? value.file })}
            />
          )}
        </Field>
      );
    case "text":
      return (
        <TextArea
          label="Table"
          help="Copied from a spreadsheet, with its headers in the first line."
          error={error}
          rows={8}
          value={value.text}
          onChange={(text) => onChange({ ...value, text })}
        />
      );
    case "tab":
      return (
        <SelectField
          label="Tab"
          help="Its headers are expected in the first row. The tab is left as it is."
          error={error}
          value={value.tab}
          options={tabs.map(({ name, hasForm }) => ({
            id: name,
            label: hasForm ? `${name} (answers to a form)` : name,
          }))}
          onChange={(tab) => onChange({ ...value, tab })}
        />
      );
  }
}
