import { useState } from "preact/hooks";
import type { DialogFacts } from "../commands/dialog-facts";
import type { CommandResult } from "../commands/run";
import type { SetUpMade } from "../commands/set-up";
import type { ProgramSetup } from "../program/program-setup";
import { Button } from "./parts/button";
import { Changes } from "./parts/changes";
import { CopyQuestion } from "./parts/copy-question";
import { Failure } from "./parts/failure";
import { Checkboxes, type Option } from "./parts/field";
import { Page } from "./parts/page";
import { Problems } from "./parts/problems";
import { ResultHeading } from "./parts/result-heading";
import { errorsIn, type FormErrors, programOf, startingAnswers } from "./parts/set-up-answers";
import { SetUpForm } from "./parts/set-up-form";
import { openDialog } from "./parts/with-facts";
import { server } from "./server";
import { useTask } from "./use-task";

const TITLE = "Set up workbook";
const FORM = "set-up-form";

openDialog({
  title: TITLE,
  anyWorkbook: true,
  children: (facts, reload) =>
    facts.isSetUp && facts.isCopy ? (
      <CopyQuestion title={TITLE} facts={facts} onSettled={reload} />
    ) : (
      <SetUp facts={facts} />
    ),
});

/** Asks, shows what would be done, does it. */
function SetUp({ facts }: { readonly facts: DialogFacts }) {
  const [answers, setAnswers] = useState(() => startingAnswers(facts));
  const [errors, setErrors] = useState<FormErrors>({});
  const [program, setProgram] = useState<ProgramSetup | null>(null);
  /** What people deleted, as the first preview found it, and which of it is to be put back. */
  const [deleted, setDeleted] = useState<readonly Option[]>([]);
  const [restore, setRestore] = useState<readonly string[]>([]);
  const preview = useTask<CommandResult<SetUpMade>>();
  const done = useTask<CommandResult<SetUpMade>>();
  const busy = preview.running || done.running;

  const showPreview = (): void => {
    const found = errorsIn(answers);
    setErrors(found);
    if (busy || Object.keys(found).length > 0) return;
    const wanted = programOf(answers, facts);
    setProgram(wanted);
    setRestore([]);
    preview.start(async () => {
      const shown = await server.setUpWorkbook({ program: wanted, preview: true });
      setDeleted((shown.data?.deleted ?? []).map(({ key, label }) => ({ id: key, label })));
      return shown;
    });
  };

  const putBack = (wanted: ProgramSetup, keys: readonly string[]): void => {
    setRestore(keys);
    preview.start(() => server.setUpWorkbook({ program: wanted, restore: keys, preview: true }));
  };

  if (done.value?.ok) {
    return (
      <Page title={TITLE} status="" done>
        <Done result={done.value} />
      </Page>
    );
  }
  if (preview.value?.ok && program) {
    return (
      <Page
        title={TITLE}
        status={done.running ? "Setting up the workbook… This can take a minute." : ""}
        actions={
          <>
            <Button primary busy={busy} onClick={() => done.start(() => server.setUpWorkbook({ program, restore }))}>
              Set up workbook
            </Button>
            <Button busy={busy} onClick={preview.clear}>
              Back to the form
            </Button>
          </>
        }
      >
        <Failure task={done} />
        <ResultHeading>What will be done</ResultHeading>
        <Changes
          changes={preview.value.changes}
          none="Nothing is missing: no tab, column or row will be added. Your answers are kept for next time."
        />
        {deleted.length > 0 && (
          <Checkboxes
            legend="Put back what was deleted?"
            help="Somebody took these away, so they are left out unless you tick them."
            options={deleted}
            value={restore}
            onChange={(keys) => putBack(program, keys)}
          />
        )}
        <Problems problems={preview.value.problems} />
      </Page>
    );
  }
  return (
    <Page
      title={TITLE}
      status={preview.running ? "Looking at what is there…" : ""}
      actions={
        <Button primary submits={FORM} busy={busy}>
          Preview
        </Button>
      }
    >
      <Failure task={preview} />
      <p>
        {facts.isSetUp
          ? "This workbook is set up already. What is missing is added; nothing that is there is changed."
          : "A name, a launch date and the weeks are enough; the rest can be changed in the sheet. You see what will be done before it is done."}
      </p>
      <SetUpForm id={FORM} value={answers} errors={errors} facts={facts} onChange={setAnswers} onSubmit={showPreview} />
    </Page>
  );
}

function Done({ result }: { readonly result: CommandResult<SetUpMade> }) {
  return (
    <>
      <ResultHeading>The workbook is set up</ResultHeading>
      <Problems problems={result.problems} />
      <h3>What to do next</h3>
      <ol>
        <li>Look through the tabs Model and Timeline, and change what does not fit your program.</li>
        <li>
          Add people: type them into the tab Roster, or run Extensions › Micro-credential Planner › Import roster.
        </li>
        <li>Work through the tab Checklist. The tab Start shows how far you are.</li>
      </ol>
      <h3>What was done</h3>
      <Changes changes={result.changes} none="Nothing was missing, so nothing was added." />
    </>
  );
}
