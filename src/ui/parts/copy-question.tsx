import { useState } from "preact/hooks";
import type { DialogFacts } from "../../commands/dialog-facts";
import type { CommandResult } from "../../commands/run";
import { server } from "../server";
import { useTask } from "../use-task";
import { Button } from "./button";
import { Changes } from "./changes";
import { Failure } from "./failure";
import { Radios } from "./field";
import { Page } from "./page";
import { Problems } from "./problems";
import { ResultHeading } from "./result-heading";

interface CopyQuestionProps {
  readonly title: string;
  readonly facts: DialogFacts;
  readonly onSettled: () => void;
}

const purposes = [
  {
    id: "new-cohort",
    label: "A new cohort",
    help: "The plan stays. People, answers, sends and form links are cleared here; the original keeps them. You see what goes first.",
  },
  { id: "same-cohort", label: "The same cohort", help: "Everything stays as it is." },
] as const;

type Purpose = (typeof purposes)[number]["id"];

/** Settles what a copied workbook is for, before anything else. */
export function CopyQuestion({ title, facts, onSettled }: CopyQuestionProps) {
  const [as, setAs] = useState<Purpose>("new-cohort");
  const preview = useTask<CommandResult>();
  const done = useTask<CommandResult>();
  const busy = preview.running || done.running;
  const settle = (purpose: Purpose): void =>
    done.start(async () => {
      const result = await server.settleCopy({ as: purpose });
      if (result.ok) onSettled();
      return result;
    });
  const settled = done.running || done.value?.ok;
  const status = settled ? "Settling what this copy is for…" : preview.running ? "Looking at what is there…" : "";

  if (preview.value?.ok && as === "new-cohort") {
    return (
      <Page
        title={title}
        status={status}
        actions={
          <>
            <Button primary busy={busy} onClick={() => settle("new-cohort")}>
              Start new cohort
            </Button>
            <Button busy={busy} onClick={preview.clear}>
              Back
            </Button>
          </>
        }
      >
        <Failure task={done} />
        <ResultHeading>What will be cleared in this copy</ResultHeading>
        <Changes changes={preview.value.changes} none="Nothing has to be cleared." />
        <Problems problems={preview.value.problems} />
        <p>The original workbook is not touched. Participant ids go on where they stopped.</p>
      </Page>
    );
  }
  return (
    <Page
      title={title}
      status={status}
      actions={
        as === "same-cohort" ? (
          <Button primary busy={busy} onClick={() => settle("same-cohort")}>
            Keep everything
          </Button>
        ) : (
          <Button
            primary
            busy={busy}
            onClick={() => preview.start(() => server.settleCopy({ as: "new-cohort", preview: true }))}
          >
            Preview
          </Button>
        )
      }
    >
      <Failure task={preview} />
      <Failure task={done} />
      <p>This workbook is a copy{facts.program?.program ? ` of the one for ${facts.program.program}` : ""}.</p>
      <Radios
        legend="What is this copy for?"
        options={purposes}
        value={as}
        onChange={(id) => setAs(purposes.find((purpose) => purpose.id === id)?.id ?? as)}
      />
    </Page>
  );
}
