import { type ComponentChildren, Fragment } from "preact";
import { useState } from "preact/hooks";
import type { DialogFacts } from "../../commands/dialog-facts";
import type { Source } from "../../commands/input";
import type { CommandResult } from "../../commands/run";
import type { DateOrder } from "../../program/date-columns";
import { readSource } from "../read-source";
import type { TableInput } from "../server";
import { type Task, useTask } from "../use-task";
import { Button } from "./button";
import { DateOrderChoice } from "./date-order";
import { Failure } from "./failure";
import { type Figure, Figures } from "./figures";
import { type MappedHeader, MappingTable, samplesIn } from "./mapping-table";
import { Page } from "./page";
import { Problems } from "./problems";
import { ResultHeading } from "./result-heading";
import { firstChoice, SourcePicker } from "./source-picker";

interface ImportDialogProps<T> {
  readonly title: string;
  readonly facts: DialogFacts;
  /** What is asked before the table. */
  readonly question?: ComponentChildren;
  /** The columns that a header can go to; left out where that is not asked. */
  readonly columns?: readonly { readonly key: string; readonly header: string }[];
  readonly send: (input: TableInput) => Promise<CommandResult<T>>;
  /** The counts in words, before the import and after it. */
  readonly figures: (summary: T) => readonly Figure[];
  readonly mapping?: (summary: T) => readonly MappedHeader[];
  /** What to do once all is in. */
  readonly next: (summary: T) => ComponentChildren;
}

/** How the person wants the table read. */
interface Reading {
  readonly columns: NonNullable<TableInput["columns"]>;
  readonly dates: DateOrder | null;
}

interface ReadTable {
  readonly source: Source;
  readonly warning: string;
}

const AS_FOUND: Reading = { columns: [], dates: null };
const FORM = "import-form";

/** Every import: choose a table, see what becomes of it, import it. */
export function ImportDialog<T>({ title, facts, question, columns, send, figures, mapping, next }: ImportDialogProps<T>) {
  const [choice, setChoice] = useState(() => firstChoice(facts.tabs));
  const [message, setMessage] = useState("");
  const [table, setTable] = useState<ReadTable | null>(null);
  const [reading, setReading] = useState(AS_FOUND);
  const preview = useTask<CommandResult<T>>();
  const done = useTask<CommandResult<T>>();
  const busy = preview.running || done.running;

  const input = (source: Source, { columns: chosen, dates }: Reading): TableInput => ({
    source,
    ...(columns && { columns: chosen }),
    ...(dates && { dates }),
  });
  const look = ({ source }: ReadTable, wanted: Reading): void => {
    setReading(wanted);
    preview.start(() => send({ ...input(source, wanted), preview: true }));
  };
  const readAndLook = async (): Promise<void> => {
    const read = await readSource(choice);
    setMessage("message" in read ? read.message : "");
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
    const { changes, problems, data } = found;
    const ambiguous = problems.some(({ code }) => code === "ambiguous-date");
    const warnings = table.warning === "" ? [] : [{ severity: "warning", message: table.warning } as const];
    return (
      <Page
        title={title}
        status={done.running ? "Importing… This can take a minute." : preview.running ? "Looking again…" : ""}
        actions={
          <>
            {changes.length > 0 ? (
              <Button primary busy={busy} onClick={() => done.start(() => send(input(table.source, reading)))}>
                Import
              </Button>
            ) : null}
            <Button busy={busy} onClick={startOver}>
              Choose another table
            </Button>
          </>
        }
      >
        <Failure task={done} />
        <ResultHeading>What will be imported from {table.source.name}</ResultHeading>
        <Figures figures={figures(data)} />
        {changes.length > 0 ? null : <p>Nothing in this table is new, so there is nothing to import.</p>}
        <Problems problems={[...warnings, ...problems]} />
        {ambiguous || reading.dates ? (
          <DateOrderChoice value={reading.dates} onChange={(dates) => look(table, { ...reading, dates })} />
        ) : null}
        {mapping && columns ? (
          <>
            <h3>Column matching</h3>
            <p class="help">What you choose here is remembered for the next table.</p>
            <MappingTable
              mapping={mapping(data)}
              columns={columns}
              samples={samplesIn(table.source.cells)}
              onChange={(header, column) => {
                const others = reading.columns.filter((each) => each.header !== header && each.column !== column);
                look(table, { ...reading, columns: [...others, { header, column }] });
              }}
            />
          </>
        ) : null}
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
      <form
        id={FORM}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void readAndLook();
        }}
      >
        {question}
        <SourcePicker value={choice} tabs={facts.tabs} error={message} onChange={setChoice} />
      </form>
    </Page>
  );
}
