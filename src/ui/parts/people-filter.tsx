import type { PeopleFilter as Filter, FilterChoices } from "../../workbook/surveys/people-filter";
import { Checkboxes } from "./field";

const COLUMNS = [
  { column: "supportGroup", legend: "Support group" },
  { column: "facilitator", legend: "Facilitator" },
  { column: "status", legend: "Status" },
] as const;

interface PeopleFilterProps {
  readonly choices: FilterChoices;
  readonly value: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** Chooses people by what the Roster says of them; nothing ticked is everybody. */
export function PeopleFilter({ choices, value, onChange }: PeopleFilterProps) {
  const offered = COLUMNS.filter(({ column }) => choices[column].length > 1);
  if (offered.length === 0) return null;
  const ticked = offered.filter(({ column }) => value[column] !== undefined);
  return (
    <details class="filter">
      <summary>
        {ticked.length === 0
          ? "Only some of them"
          : `Only some of them, by ${ticked.map(({ legend }) => legend.toLowerCase()).join(" and ")}`}
      </summary>
      {offered.map(({ column, legend }) => {
        const options = choices[column].map((choice, at) => ({
          id: String(at),
          label: `${choice.value || "Nothing entered"} (${choice.people})`,
          value: choice.value,
        }));
        return (
          <Checkboxes
            key={column}
            legend={legend}
            options={options}
            value={options.filter((each) => value[column]?.includes(each.value)).map(({ id }) => id)}
            onChange={(ids) => {
              const values = options.filter(({ id }) => ids.includes(id)).map((each) => each.value);
              const { [column]: _, ...others } = value;
              onChange(values.length === 0 ? others : { ...others, [column]: values });
            }}
          />
        );
      })}
    </details>
  );
}
