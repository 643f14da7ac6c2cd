import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { DialogFacts } from "../../commands/dialog-facts";
import type { Source } from "../../commands/input";
import type { CommandResult } from "../../commands/run";
import { readSource } from "../read-source";
import type { TableInput } from "../server";
import { useTask } from "../use-task";
import { Button } from "./button";
import { Failure } from "./failure";
import { type Figure, Figures } from "./figures";
import { Form } from "./form";
import { AS_FOUND, type ColumnMatching, ImportPreview, type Reading } from "./import-preview";
import { Page } from "./page";
import { Problems } from "./problems";
import { ResultHeading } from "./result-heading";
import { firstChoice, SourcePicker } from "./source-picker";

interface ImportDialogProps<T> {
  readonly title: string;
  readonly facts: DialogFacts;
  /** What is asked before the table. */
  readonly question?: ComponentChildren;
  readonly send: (input: TableInput) => Promise<CommandResult<T>>;
  /** The counts in words, before the import and after it. */
  readonly figures: (summary: T) => readonly Figure[];
  readonly matching?: (summary: T) => ColumnMatching;
  /** What is left to do once all is in. */
  readonly next: (summary: T) => ComponentChildren;
}

const FORM = "import-form";

const inputOf = (source: Source, { columns, dates }: Reading): TableInput => ({
  source,
  ...(columns.length > 0 && { columns }),
  ...(dates && { dates }),
});

/** Every import: choose a table, see what becomes of it, import it. */
export function ImportDialog<T>({ title, facts, question, send, figures, matching, next }: ImportDialogProps<T>) {
  const [choice, setChoice] = useState(() => firstChoice(facts.tabs));
  const [fault, setFault] = useState({ message: "" });
  const [table, setTable] = useState<Source | null>(null);
  const [reading, setReading] = useState(AS_FOUND);
  const preview = useTask<CommandResult<T>>();
  const done = useTask<CommandResult<T>>();
  const busy = preview.running || done.running;

  const look = (source: Source, wanted: Reading): void => {
    setReading(wanted);
    preview.start(() => send({ ...inputOf(source, wanted), preview: true }));
  };
  const readAndLook = async (): Promise<void> => {
    const read = await readSource(choice);
    setFault({ message: "message" in read ? read.message : "" });
    if ("message" in read) return;
    setTable(read);
    look(read, reading);
  };
  const startOver = (): void => {
    preview.clear();
    done.clear();
    setReading(AS_FOUND);
  };

  if (done.value?.ok && done.value.data) {
    const { changes, problems, data } = done.value;
    return (
      <Page title={title} status="" done actions={<Button onClick={startOver}>Import another table</Button>}>
        <ResultHeading>{changes.length > 0 ? "Imported" : "Nothing was new, so nothing was changed"}</ResultHeading>
        <Figures figures={figures(data)} />
        {next(data)}
        <Problems problems={problems} />
      </Page>
    );
  }
  const found = preview.value;
  if (found?.ok && found.data && table) {
    const importIt = (): void => done.start(() => send(inputOf(table, reading)));
    return (
      <Page
        title={title}
        status={done.running ? "Importing… This can take a minute." : preview.running ? "Looking again…" : ""}
        actions={
          <>
            {found.changes.length === 0 ? null : (
              <Button primary busy={busy} onClick={importIt}>
                Import
              </Button>
            )}
            <Button busy={busy} onClick={startOver}>
              Choose another table
            </Button>
          </>
        }
      >
        <Failure task={done} />
        <ImportPreview
          source={table}
          result={found}
          figures={figures(found.data)}
          matching={matching?.(found.data) ?? null}
          reading={reading}
          onChange={(wanted) => look(table, wanted)}
        />
      </Page>
    );
  }
  return (
    <Page
      title={title}
      status={preview.running ? "Looking at the table…" : ""}
      actions={
        <Button primary submits={FORM} busy={busy}>
          Preview
        </Button>
      }
    >
      <Failure task={preview} />
      <Form
        id={FORM}
        errors={fault}
        onSubmit={() => {
          if (!busy) void readAndLook();
        }}
      >
        {question}
        <SourcePicker
          value={choice}
          tabs={facts.tabs}
          error={fault.message}
          onChange={(chosen) => {
            setChoice(chosen);
            setReading(AS_FOUND);
          }}
        />
      </Form>
    </Page>
  );
}
