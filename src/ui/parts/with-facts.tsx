import "../style.css";
import { type ComponentChildren, render } from "preact";
import { useEffect } from "preact/hooks";
import type { DialogFacts } from "../../commands/dialog-facts";
import { server } from "../server";
import { useTask } from "../use-task";
import { Button } from "./button";
import { Page } from "./page";
import { ResultHeading } from "./result-heading";

interface WithFactsProps {
  readonly title: string;
  /** Also for a workbook that is not set up, or is a copy that nobody has settled. */
  readonly anyWorkbook?: boolean;
  readonly children: (facts: DialogFacts, reload: () => void) => ComponentChildren;
}

/** Opens a dialog: asks the server how things stand, then shows what is made of the answer. */
export function openDialog(props: WithFactsProps): void {
  const root = document.getElementById("page");
  if (root) render(<WithFacts {...props} />, root);
}

function WithFacts({ title, anyWorkbook = false, children }: WithFactsProps) {
  const { value: facts, failure, start } = useTask<DialogFacts>();
  const load = (): void => start(() => server.readDialogFacts());
  // Once, when the dialog opens.
  useEffect(load, []);
  if (failure !== "") {
    return (
      <Page
        title={title}
        status=""
        actions={
          <Button primary onClick={load}>
            Try again
          </Button>
        }
      >
        <ResultHeading>The workbook could not be read</ResultHeading>
        <p>{failure}</p>
      </Page>
    );
  }
  if (!facts) {
    return (
      <Page title={title} status="Reading the workbook…">
        {null}
      </Page>
    );
  }
  const first = anyWorkbook ? null : whatComesFirst(facts);
  if (first === null) return <>{children(facts, load)}</>;
  return (
    <Page title={title} status="" done>
      <ResultHeading>{first.heading}</ResultHeading>
      <p>{first.advice}</p>
    </Page>
  );
}

function whatComesFirst({ isSetUp, isCopy }: DialogFacts) {
  const command = "Extensions › Micro-credential Planner › Set up workbook";
  if (!isSetUp) {
    return { heading: "This workbook is not set up yet", advice: `Run ${command} first, then open this again.` };
  }
  if (!isCopy) return null;
  return {
    heading: "This workbook is a copy",
    advice: `Run ${command} first: it asks whether this is for a new cohort or for the same one. Then open this again.`,
  };
}
