import { Select } from "./field";

export interface MappedHeader {
  readonly header: string;
  /** The key of the column that it was taken for; null where it is left out. */
  readonly column: string | null;
  /** A cell under it, where the table's own headers were not these. */
  readonly sample?: string;
}

interface MappingTableProps {
  readonly mapping: readonly MappedHeader[];
  readonly columns: readonly { readonly key: string; readonly header: string }[];
  /** A cell under each header, to tell by; none for a tab. */
  readonly samples: readonly string[];
  readonly onChange: (header: string, column: string) => void;
}

/** Which column of ours each header of theirs stands for. */
export function MappingTable({ mapping, columns, samples, onChange }: MappingTableProps) {
  const options = [{ id: "", label: "Leave out" }, ...columns.map(({ key, header }) => ({ id: key, label: header }))];
  return (
    <div class="scroll">
      <table class="matching">
        <thead>
          <tr>
            <th scope="col">In the table</th>
            <th scope="col">Goes to</th>
          </tr>
        </thead>
        <tbody>
          {mapping.map(({ header, column }, at) => {
            const name = header.trim() === "" ? `Column ${at + 1}, without a header` : clipped(header, 80);
            return (
              // Headers may be blank or doubled; their places stay.
              <tr key={at}>
                <th scope="row">
                  {name}
                  {samples[at] ? <span class="help">such as {clipped(samples[at], 40)}</span> : null}
                </th>
                <td>
                  <Select
                    aria-label={`${name} goes to`}
                    value={column ?? ""}
                    options={options}
                    onChange={(key) => onChange(header, key)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const clipped = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
