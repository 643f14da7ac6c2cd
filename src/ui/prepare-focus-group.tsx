import { useEffect, useState } from "preact/hooks";
import type { FocusGroupPrepared } from "../commands/prepare-focus-group";
import type { CommandResult } from "../commands/run";
import { Button } from "./parts/button";
import { DocumentPreview } from "./parts/document-preview";
import { Failure } from "./parts/failure";
import { Checkboxes } from "./parts/field";
import { FocusDetails } from "./parts/focus-details";
import { FocusInvitation } from "./parts/focus-invitation";
import { FocusMade } from "./parts/focus-made";
import { FocusQuestions } from "./parts/focus-questions";
import { Form } from "./parts/form";
import { Page } from "./parts/page";
import { Problems } from "./parts/problems";
import { ResultHeading } from "./parts/result-heading";
import { openDialog } from "./parts/with-facts";
import { server } from "./server";
import { useTask } from "./use-task";

const TITLE = "Prepare focus group";
const QUESTIONS = "questions-form";
const DETAILS = "details-form";

openDialog({ title: TITLE, children: () => <PrepareFocusGroup /> });

/** What is filled in, step by step. */
interface Wanted {
  readonly questions: readonly string[];
  readonly own: string;
  readonly details: FocusGroupPrepared["details"];
}

type Step = "questions" | "details" | "preview" | "invitation";

/** Asks what to talk about, then when and where; shows what is made of it; makes it. */
function PrepareFocusGroup() {
  const load = useTask<CommandResult<FocusGroupPrepared>>();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const start = (): void =>
    load.start(async () => {
      const found = await server.prepareFocusGroup({ preview: true });
      if (found.data) {
        const { offered, details } = found.data;
        setWanted({ questions: offered.filter(({ isChosen }) => isChosen).map(({ key }) => key), own: "", details });
      }
      return found;
    });
  // Once, when the dialog opens.
  useEffect(start, []);
  const data = load.value?.data;
  if (data && wanted)
    return <Steps key={load.round} prepared={data} wanted={wanted} onChange={setWanted} onMore={start} />;
  return (
    <Page
      title={TITLE}
      status={load.running ? "Reading the questions…" : ""}
      actions={
        load.running ? null : (
          <Button primary onClick={start}>
            Try again
          </Button>
        )
      }
    >
      <Failure task={load} />
    </Page>
  );
}

interface StepsProps {
  /** As it was the last time. */
  readonly prepared: FocusGroupPrepared;
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
  /** Begin anew with what is remembered. */
  readonly onMore: () => void;
}

function Steps({ prepared, wanted, onChange, onMore }: StepsProps) {
  const { offered, facilitators } = prepared;
  const [step, setStep] = useState<Step>("questions");
  const [wantsSheet, setWantsSheet] = useState(true);
  const preview = useTask<CommandResult<FocusGroupPrepared>>();
  const done = useTask<CommandResult<FocusGroupPrepared>>();
  const input = { ...wanted, own: wanted.own.split("\n") };
  const busy = preview.running || done.running;
  const make = (again: boolean): void =>
    done.start(() => server.prepareFocusGroup({ ...input, sheet: wantsSheet, again }));

  if (step === "invitation") {
    const { invitation } = done.value?.data ?? prepared;
    return (
      <FocusInvitation
        title={TITLE}
        proposed={invitation}
        onBack={() => setStep(done.value?.ok ? "preview" : "questions")}
      />
    );
  }
  const invite = (): void => setStep("invitation");
  if (done.value?.ok && done.value.data) {
    return (
      <FocusMade
        title={TITLE}
        result={done.value}
        busy={busy}
        onAnother={() => make(true)}
        onInvite={invite}
        onMore={onMore}
      />
    );
  }
  if (step === "questions") {
    return (
      <Page
        title={TITLE}
        status=""
        actions={
          <>
            <Button primary submits={QUESTIONS}>
              Next: when and where
            </Button>
            {offered.some(({ isChosen, at }) => isChosen && at !== null) ? (
              <Button onClick={invite}>Invite participants</Button>
            ) : null}
          </>
        }
      >
        <p>Choose what to talk about. Five to eight questions fill an hour: leave out what a form can ask as well.</p>
        <Form id={QUESTIONS} onSubmit={() => setStep("details")}>
          <FocusQuestions
            offered={offered}
            chosen={wanted.questions}
            onChoose={(questions) => onChange({ ...wanted, questions })}
            own={wanted.own}
            onWrite={(own) => onChange({ ...wanted, own })}
          />
        </Form>
      </Page>
    );
  }
  if (step === "details") {
    return (
      <Page
        title={TITLE}
        status={preview.running ? "Looking what comes of it…" : ""}
        actions={
          <>
            <Button primary submits={DETAILS} busy={busy}>
              Preview
            </Button>
            <Button busy={busy} onClick={() => setStep("questions")}>
              Back to the questions
            </Button>
          </>
        }
      >
        <Failure task={preview} />
        <p>Leave blank what is not settled yet, and run this again when it is.</p>
        <Form
          id={DETAILS}
          onSubmit={() => {
            if (busy) return;
            preview.start(async () => {
              const found = await server.prepareFocusGroup({ ...input, preview: true });
              if (found.ok) setStep("preview");
              return found;
            });
          }}
        >
          <FocusDetails
            value={wanted.details}
            facilitators={facilitators}
            onChange={(details) => onChange({ ...wanted, details })}
          />
        </Form>
      </Page>
    );
  }
  const found = preview.value;
  const isReady = found?.ok && !found.problems.some(({ severity }) => severity === "error");
  return (
    <Page
      title={TITLE}
      status={done.running ? "Preparing… This can take a minute." : ""}
      actions={
        <>
          {isReady ? (
            <Button primary busy={busy} onClick={() => make(false)}>
              Prepare
            </Button>
          ) : null}
          <Button busy={busy} onClick={() => setStep("details")}>
            Back
          </Button>
        </>
      }
    >
      <Failure task={done} />
      <ResultHeading>What will be made</ResultHeading>
      <Problems problems={found?.problems ?? []} />
      <Checkboxes
        legend="Facilitator's sheet"
        options={[
          {
            id: "sheet",
            label: "Make it as a document",
            help: found?.data?.document
              ? "There is one with all this in it already: no other is made."
              : "In your Drive, to print or to open at the table.",
          },
        ]}
        value={wantsSheet ? ["sheet"] : []}
        onChange={(chosen) => setWantsSheet(chosen.length > 0)}
      />
      {found?.data ? <DocumentPreview blocks={found.data.sheet} /> : null}
    </Page>
  );
}
