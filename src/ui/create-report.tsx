import { useState } from "preact/hooks";
import type { DialogFacts } from "../commands/dialog-facts";
import type { MadeDocument } from "../commands/document-once";
import type { CommandResult } from "../commands/run";
import { Button } from "./parts/button";
import { Failure } from "./parts/failure";
import { Form } from "./parts/form";
import { NewWindowLink } from "./parts/new-window-link";
import { Page } from "./parts/page";
import { Problems } from "./parts/problems";
import { chosenOf, ResultChoices, usualAnswers } from "./parts/result-choices";
import { ResultHeading } from "./parts/result-heading";
import { openDialog } from "./parts/with-facts";
import { server } from "./server";
import { useTask } from "./use-task";

const TITLE = "Create report";
const FORM = "report-form";

openDialog({ title: TITLE, children: (facts) => <CreateReport facts={facts} /> });

function CreateReport({ facts }: { readonly facts: DialogFacts }) {
  const [answers, setAnswers] = useState(usualAnswers);
  const task = useTask<CommandResult<MadeDocument>>();
  const create = (again: boolean): void => {
    if (!task.running) task.start(() => server.createReport({ ...chosenOf(answers), again }));
  };
  const status = task.running ? "Writing the report… This can take a minute." : "";
  if (task.value?.ok && task.value.data) {
    const { changes, problems, data } = task.value;
    const isNew = changes.length > 0;
    const another = (
      <Button busy={task.running} onClick={() => create(true)}>
        Create another
      </Button>
    );
    return (
      <Page title={TITLE} status={status} done actions={isNew ? null : another}>
        <div key={task.round}>
          <ResultHeading>
            {isNew ? "The report is ready" : "Nothing has changed since the last report, so that one still holds"}
          </ResultHeading>
          <p>
            <NewWindowLink href={data.url}>{data.name}</NewWindowLink>
          </p>
          <p>
            It is a document of your own: write recommendations and next steps into it, then share it. To get a PDF,
            choose File › Download in the document.
          </p>
          <Problems problems={problems} />
        </div>
      </Page>
    );
  }
  return (
    <Page
      title={TITLE}
      status={status}
      actions={
        <Button primary submits={FORM} busy={task.running}>
          Create report
        </Button>
      }
    >
      <Failure task={task} />
      <p>
        Makes a document with the final report from what is in this spreadsheet now. Groups under 5 people are not shown
        in it.
      </p>
      <Form id={FORM} onSubmit={() => create(false)}>
        <ResultChoices value={answers} facts={facts} onChange={setAnswers} />
      </Form>
    </Page>
  );
}
