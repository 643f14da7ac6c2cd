import type { Source } from "../../commands/input";
import type { CommandResult } from "../../commands/run";
import type { DateOrder } from "../../program/date-columns";
import type { TableInput } from "../server";
import { DateOrderChoice } from "./date-order";
import { type Figure, Figures } from "./figures";
import { type MappedHeader, MappingTable } from "./mapping-table";
import { Problems } from "./problems";
import { ResultHeading } from "./result-heading";
import { samplesIn } from "./table-samples";

/** How the person wants the table read. */
export interface Reading {
  readonly columns: NonNullable<TableInput["columns"]>;
  readonly dates: DateOrder | null;
}

export const AS_FOUND: Reading = { columns: [], dates: null };

/** Headers, what they were taken for, and what they can be taken for. */
export interface ColumnMatching {
  readonly mapping: readonly MappedHeader[];
  readonly columns: readonly { readonly key: string; readonly header: string }[];
  /** Whether several headers can stand for this column; else a second one takes it from the first. */
  readonly severally?: (column: string) => boolean;
}

interface ImportPreviewProps {
  readonly source: Source;
  readonly result: CommandResult<unknown>;
  readonly figures: readonly Figure[];
  readonly matching: ColumnMatching | null;
  readonly reading: Reading;
  readonly onChange: (reading: Reading) => void;
}

/** What would become of a table, and the choices that change it. */
export function ImportPreview({ source, result, figures, matching, reading, onChange }: ImportPreviewProps) {
  const { changes, problems } = result;
  const ambiguous = problems.some(({ code }) => code === "ambiguous-date");
  const match = (header: string, column: string): void => {
    // A column that is asked for again leaves the header that it was given to.
    const stays = column === "" || matching?.severally?.(column) === true;
    const others = reading.columns.filter((each) => each.header !== header && (stays || each.column !== column));
    onChange({ ...reading, columns: [...others, { header, column }] });
  };
  return (
    <>
      <ResultHeading>
        {changes.length > 0 ? "What will be imported from" : "Nothing to import from"} {source.name}
      </ResultHeading>
      <Figures figures={figures} />
      {changes.length > 0 || problems.some(({ severity }) => severity === "error") ? null : (
        <p>Everything in this table is in the spreadsheet already.</p>
      )}
      {ambiguous || reading.dates ? (
        <DateOrderChoice value={reading.dates} onChange={(dates) => onChange({ ...reading, dates })} />
      ) : null}
      <Problems problems={problems} />
      {matching && matching.mapping.length > 0 ? (
        <section>
          <h3>Column matching</h3>
          <p class="help">What you choose here is remembered for the next table.</p>
          <MappingTable
            mapping={matching.mapping}
            columns={matching.columns}
            samples={samplesOf(matching.mapping, source)}
            onChange={match}
          />
        </section>
      ) : null}
    </>
  );
}

/** Where the headers are not those of the table, the server says what stands under them. */
function samplesOf(mapping: readonly MappedHeader[], { cells }: Source): readonly string[] {
  const own = samplesIn(
    mapping.map(({ header }) => header),
    cells,
  );
  return mapping.map(({ sample }, at) => sample ?? own[at] ?? "");
}
