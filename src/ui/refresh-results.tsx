import { useState } from "preact/hooks";
import type { DialogFacts } from "../commands/dialog-facts";
import type { CommandResult } from "../commands/run";
import type { Results } from "../workbook/outcome/results";
import { Button } from "./parts/button";
import { Failure } from "./parts/failure";
import { Form } from "./parts/form";
import { Page } from "./parts/page";
import { Problems } from "./parts/problems";
import { chosenOf, ResultChoices, usualAnswers } from "./parts/result-choices";
import { ResultHeading } from "./parts/result-heading";
import { ResultsView } from "./parts/results-view";
import { openDialog } from "./parts/with-facts";
import { server } from "./server";
import { useTask } from "./use-task";

const FORM = "refresh-form";

openDialog({ title: "Refresh results", children: (facts) => <RefreshResults facts={facts} /> });

function RefreshResults({ facts }: { readonly facts: DialogFacts }) {
  const [answers, setAnswers] = useState(usualAnswers);
  const task = useTask<CommandResult<Results>>();
  const result = task.value;
  return (
    <Page
      title="Refresh results"
      status={task.running ? "Counting… This can take a minute." : ""}
      actions={
        <Button primary submits={FORM} busy={task.running}>
          Refresh results
        </Button>
      }
    >
      <Form
        id={FORM}
        onSubmit={() => {
          if (!task.running) task.start(() => server.refreshResults(chosenOf(answers)));
        }}
      >
        <ResultChoices value={answers} facts={facts} onChange={setAnswers} />
      </Form>
      <Failure task={task} />
      {result?.ok && result.data ? (
        <section key={task.round}>
          <ResultHeading>Results as of {result.data.asOf}</ResultHeading>
          <p>All figures stand in the tabs Results, Survey results and Survey results by group.</p>
          <ResultsView results={result.data} facts={facts} />
          <Problems problems={result.problems} />
        </section>
      ) : null}
    </Page>
  );
}
