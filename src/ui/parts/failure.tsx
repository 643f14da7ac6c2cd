import type { CommandResult } from "../../commands/run";
import type { Task } from "../use-task";
import { Problems } from "./problems";
import { ResultHeading } from "./result-heading";

/** Why a command did nothing: it did not come back, or it says what stands in the way. Else nothing. */
export function Failure<T>({ task }: { readonly task: Task<CommandResult<T>> }) {
  const { value, failure, round, running } = task;
  if (running || (failure === "" && (value?.ok ?? true))) return null;
  return (
    <section class="failure" key={round}>
      <ResultHeading>This could not be done</ResultHeading>
      {failure === "" ? null : <p>{failure}</p>}
      {value ? <Problems problems={value.problems} /> : null}
    </section>
  );
}
