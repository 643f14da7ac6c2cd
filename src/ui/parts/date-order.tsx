import type { DateOrder } from "../../program/date-columns";
import { Radios } from "./field";

const orders = [
  { id: "mdy", label: "Month first: 3/4/2026 is March 4" },
  { id: "dmy", label: "Day first: 3/4/2026 is 3 April" },
  { id: "ymd", label: "Year first: 26/3/4 is March 4, 2026" },
] as const;

interface DateOrderChoiceProps {
  readonly value: DateOrder | null;
  readonly onChange: (value: DateOrder) => void;
}

/** Asked only where a file's dates can be read in more than one way. */
export function DateOrderChoice({ value, onChange }: DateOrderChoiceProps) {
  return (
    <Radios
      legend="How are dates written?"
      help="Some can be read in two ways. Until you choose, those are kept as text."
      options={orders}
      value={value ?? ""}
      onChange={(id) => {
        const order = orders.find((each) => each.id === id);
        if (order) onChange(order.id);
      }}
    />
  );
}
