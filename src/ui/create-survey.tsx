import { useState } from "preact/hooks";
import type { SurveyForm } from "../commands/create-survey";
import type { DialogFacts } from "../commands/dialog-facts";
import type { CommandResult } from "../commands/run";
import { Button } from "./parts/button";
import { Changes } from "./parts/changes";
import { Failure } from "./parts/failure";
import { Checkboxes, SelectField } from "./parts/field";
import { Form } from "./parts/form";
import { FormPreview } from "./parts/form-preview";
import { NewWindowLink } from "./parts/new-window-link";
import { Page } from "./parts/page";
import { Problems } from "./parts/problems";
import { ResultHeading } from "./parts/result-heading";
import { openDialog } from "./parts/with-facts";
import { server } from "./server";
import { useTask } from "./use-task";

const TITLE = "Create survey";
const FORM = "survey-form";

openDialog({ title: TITLE, children: (facts) => <CreateSurvey facts={facts} /> });

/** Asks which survey, shows its form, makes it or brings it up to date. */
function CreateSurvey({ facts }: { readonly facts: DialogFacts }) {
  const [survey, setSurvey] = useState(facts.formSurveys[0]?.id ?? "");
  const preview = useTask<CommandResult<SurveyForm>>();
  const done = useTask<CommandResult<SurveyForm>>();
  const busy = preview.running || done.running;
  const [also, setAlso] = useState<readonly string[]>([]);
  const make = (anew: boolean): void => done.start(() => server.createSurvey({ survey, anew, also }));
  const startOver = (): void => {
    setAlso([]);
    preview.clear();
    done.clear();
  };

  if (done.value?.ok && done.value.data) {
    return (
      <Page title={TITLE} status="" done actions={<Button onClick={startOver}>Create another survey</Button>}>
        <Made result={done.value} />
      </Page>
    );
  }
  const found = preview.value;
  if (found?.ok && found.data) {
    const { design, form, isCurrent, choices } = found.data;
    const isGone = found.data.isGone || (done.value?.problems.some(({ code }) => GONE.includes(code)) ?? false);
    const hasErrors = found.problems.some(({ severity, code }) => severity === "error" && !GONE.includes(code));
    return (
      <Page
        title={TITLE}
        status={done.running ? "Making the form… This can take a minute." : ""}
        actions={
          <>
            {hasErrors || (isCurrent && also.length === 0) ? null : (
              <Button primary busy={busy} onClick={() => make(isGone)}>
                {isGone ? "Make a new form" : form ? "Update form" : "Create form"}
              </Button>
            )}
            <Button busy={busy} onClick={startOver}>
              Back
            </Button>
          </>
        }
      >
        <Failure task={done} />
        <ResultHeading>{headingOf(found.data, hasErrors)}</ResultHeading>
        <Problems problems={found.problems} />
        {form && !isGone ? (
          <p>
            <NewWindowLink href={form.url}>Open the form</NewWindowLink>
          </p>
        ) : null}
        {form && !isGone && !isCurrent ? (
          <Changes changes={differencesOf(found.data)} none="Only its setting up is unfinished." />
        ) : null}
        {choices.length > 0 ? (
          <Checkboxes
            legend="What somebody changed in the form itself"
            help="Left as it is, unless you tick it."
            options={choices.map((id) => ({ id, label: CHOICES[id] }))}
            value={also}
            onChange={setAlso}
          />
        ) : null}
        <FormPreview design={design} />
      </Page>
    );
  }
  return (
    <Page
      title={TITLE}
      status={preview.running ? "Reading the questions…" : ""}
      actions={
        <Button primary submits={FORM} busy={busy}>
          Preview
        </Button>
      }
    >
      <Failure task={preview} />
      <p>
        Makes a Google Form from the questions that are switched on in the tab Questions, or brings the one that was
        made before up to date. Answers arrive in this spreadsheet.
      </p>
      <Form
        id={FORM}
        onSubmit={() => {
          if (!busy) preview.start(() => server.createSurvey({ survey, preview: true }));
        }}
      >
        <SelectField label="Survey" value={survey} options={facts.formSurveys} onChange={setSurvey} />
      </Form>
    </Page>
  );
}

function Made({ result: { changes, problems, data } }: { readonly result: CommandResult<SurveyForm> }) {
  if (!data?.form) return null;
  const { url, edit } = data.form;
  return (
    <>
      <ResultHeading>{data.isCurrent ? "The form is ready" : "The form is made, and not ready yet"}</ResultHeading>
      <Changes changes={changes} none="Nothing had to be changed." />
      <Problems problems={problems} />
      <p>
        <NewWindowLink href={url}>Where people answer</NewWindowLink>
      </p>
      <p>
        <NewWindowLink href={edit}>Where the form is edited</NewWindowLink>
      </p>
      <p>
        Open it once as a participant would: in some organizations only members can, until its sharing is changed where
        it is edited. To change questions, change the tab Questions and run Create survey again. Then run Send survey.
      </p>
    </>
  );
}

const CHOICES: Readonly<Record<SurveyForm["choices"][number], string>> = {
  reword: "Use the words of the tab Questions",
  relink: "Let its answers flow into this spreadsheet",
  open: "Open it for answers again",
};

/** Problems that another form solves. */
const GONE: readonly string[] = ["form-gone", "form-forgotten"];

function headingOf({ form, isCurrent, isGone }: SurveyForm, hasErrors: boolean): string {
  if (hasErrors) return "This has to be put right first";
  if (isGone) return "The form could not be opened";
  if (isCurrent) return "The form is up to date";
  return form ? "What will be changed in the form" : "The form as it will be";
}

function differencesOf({ difference: { added, changed, removed, reordered, head } }: SurveyForm): readonly string[] {
  return [
    ...added.map((title) => `New: ${title}`),
    ...changed.map((title) => `Changed: ${title}`),
    ...(removed > 0 ? [`Taken out: ${removed} (answers that were given stay)`] : []),
    ...(reordered ? ["Questions in another order"] : []),
    ...(head ? ["Title or description"] : []),
  ];
}
