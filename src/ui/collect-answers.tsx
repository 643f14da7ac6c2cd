import { useEffect, useState } from "preact/hooks";
import type { CollectedAnswers } from "../commands/collect-answers";
import type { CommandResult } from "../commands/run";
import { AnswersTable } from "./parts/answers-table";
import { Button } from "./parts/button";
import { Failure } from "./parts/failure";
import { Checkboxes } from "./parts/field";
import { Form } from "./parts/form";
import { Page } from "./parts/page";
import { Problems } from "./parts/problems";
import { ResultHeading } from "./parts/result-heading";
import { openDialog } from "./parts/with-facts";
import { server } from "./server";
import { useTask } from "./use-task";

const TITLE = "Collect answers";
const FORM = "collect-form";

openDialog({ title: TITLE, children: () => <CollectAnswers /> });

/** Shows how many answers came in, ties them to the Roster, and does so by itself where the person wants it. */
function CollectAnswers() {
  const preview = useTask<CommandResult<CollectedAnswers>>();
  const done = useTask<CommandResult<CollectedAnswers>>();
  const [automatic, setAutomatic] = useState<boolean | null>(null);
  // Once, when the dialog opens.
  useEffect(() => preview.start(() => server.collectAnswers({ preview: true })), []);
  const found = done.value?.data ?? preview.value?.data;
  const wanted = automatic ?? found?.isAutomatic ?? false;
  const before = preview.value?.data?.isAutomatic ?? null;
  const isSwitched = done.value?.ok === true && before !== null && before !== found?.isAutomatic;
  const unmatched = (found?.surveys ?? []).reduce((sum, survey) => sum + survey.unmatched, 0);
  return (
    <Page
      title={TITLE}
      status={done.running ? "Collecting…" : preview.running ? "Looking at the answers…" : ""}
      done={done.value?.ok === true}
      actions={
        found ? (
          <Button primary={!done.value?.ok} submits={FORM} busy={done.running}>
            {done.value?.ok ? "Collect again" : "Collect answers"}
          </Button>
        ) : null
      }
    >
      <Failure task={preview} />
      <Failure task={done} />
      {found ? (
        <>
          {done.value?.ok ? (
            <ResultHeading>{done.value.changes.length > 0 ? "Collected" : "Nothing was new"}</ResultHeading>
          ) : (
            <h2>What has come in</h2>
          )}
          {isSwitched ? (
            <p>
              {found.isAutomatic
                ? "From now on answers are collected as they come in."
                : "Answers are no longer collected by themselves."}
            </p>
          ) : null}
          {found.surveys.length > 0 ? (
            <AnswersTable surveys={found.surveys} />
          ) : (
            <p>No answers are here yet. They come in as people answer the forms that Create survey makes.</p>
          )}
          {done.value?.ok && found.surveys.length > 0 ? <p>Run Refresh results to count them.</p> : null}
          {unmatched > 0 ? <p>Run Match survey answers for those that are tied to nobody yet.</p> : null}
          <Form
            id={FORM}
            onSubmit={() => {
              if (done.running) return;
              const change = found.isAutomatic === null || automatic === null ? {} : { automatic };
              done.start(() => server.collectAnswers(change));
            }}
          >
            {found.isAutomatic === null ? null : (
              <Checkboxes
                legend="From now on"
                options={[
                  {
                    id: "automatic",
                    label: "Collect answers as they come in",
                    help: "It runs in your name whenever somebody answers. You can switch it off here again.",
                  },
                ]}
                value={wanted ? ["automatic"] : []}
                onChange={(chosen) => setAutomatic(chosen.length > 0)}
              />
            )}
          </Form>
          <Problems problems={done.value?.problems ?? preview.value?.problems ?? []} />
        </>
      ) : null}
    </Page>
  );
}
