import type { CommandResult } from "../../commands/run";
import type { SurveySending } from "../../commands/send-survey";
import type { Task } from "../use-task";
import { Failure } from "./failure";
import { SelectField } from "./field";

interface MessageSampleProps {
  readonly recipients: SurveySending["recipients"];
  /** Whose message is shown, by participant id; blank is the first one's. */
  readonly as: string;
  readonly onChoose: (participant: string) => void;
  readonly sample: SurveySending["sample"];
  /** What was asked for the one chosen. */
  readonly task: Task<CommandResult<SurveySending>>;
}

/** The message as one of those who get it will see it. */
export function MessageSample({ recipients, as, onChoose, sample, task }: MessageSampleProps) {
  if (!sample) return null;
  return (
    <section>
      <h3>The message</h3>
      <SelectField
        label="As it comes to"
        value={as || (recipients[0]?.participant ?? "")}
        options={recipients.map(({ participant, name, email }) => ({
          id: participant,
          label: name === "" ? email : `${name}, ${email}`,
        }))}
        onChange={onChoose}
      />
      <Failure task={task} />
      <div aria-live="polite" aria-busy={task.running}>
        <p>
          <strong>{sample.subject}</strong>
        </p>
        <p class="message">{sample.text}</p>
      </div>
    </section>
  );
}
