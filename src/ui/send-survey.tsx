import { useState } from "preact/hooks";
import type { DialogFacts } from "../commands/dialog-facts";
import type { CommandResult } from "../commands/run";
import type { SurveySending } from "../commands/send-survey";
import type { PeopleFilter as Filter } from "../workbook/surveys/people-filter";
import { Button } from "./parts/button";
import { Failure } from "./parts/failure";
import { Checkboxes, TextField } from "./parts/field";
import { Form } from "./parts/form";
import { draftOf, MessageForm } from "./parts/message-form";
import { MessageSample } from "./parts/message-sample";
import { Page } from "./parts/page";
import { PeopleFilter } from "./parts/people-filter";
import { Problems } from "./parts/problems";
import { ResultHeading } from "./parts/result-heading";
import { SendingPreview } from "./parts/sending-preview";
import { SkippedPeople } from "./parts/skipped-people";
import { openDialog } from "./parts/with-facts";
import { server } from "./server";
import { useTask } from "./use-task";

const TITLE = "Send survey";
const FORM = "message-form";
const TEST = "test-form";

openDialog({ title: TITLE, children: (facts) => <SendSurvey facts={facts} /> });

/** Asks for the message, shows who gets it, sends it. */
function SendSurvey({ facts }: { readonly facts: DialogFacts }) {
  const first = facts.formSurveys.find(({ isMade }) => isMade) ?? facts.formSurveys[0];
  const [draft, setDraft] = useState(
    first ? draftOf(first, "invitation") : ({ survey: "", kind: "invitation", subject: "", text: "" } as const),
  );
  const [to, setTo] = useState<Filter>({});
  const [again, setAgain] = useState(false);
  const [as, setAs] = useState("");
  const [address, setAddress] = useState("");
  const preview = useTask<CommandResult<SurveySending>>();
  const sample = useTask<CommandResult<SurveySending>>();
  const test = useTask<CommandResult<SurveySending>>();
  const done = useTask<CommandResult<SurveySending>>();
  const busy = preview.running || test.running || done.running;

  const look = (filter: Filter, sendUnsure: boolean): void => {
    setTo(filter);
    setAgain(sendUnsure);
    setAs("");
    sample.clear();
    test.clear();
    preview.start(() => server.sendSurvey({ ...draft, to: filter, sendUnsure, preview: true }));
  };
  const showAs = (participant: string): void => {
    setAs(participant);
    sample.start(() => server.sendSurvey({ ...draft, to, sendUnsure: again, as: participant, preview: true }));
  };
  const startOver = (): void => {
    for (const task of [preview, sample, test, done]) task.clear();
  };

  if (done.value?.ok && done.value.data) {
    const { sent, left } = done.value.data;
    return (
      <Page
        title={TITLE}
        status=""
        done
        actions={left > 0 ? <Button onClick={startOver}>Send to the others</Button> : null}
      >
        <ResultHeading>{sent === 1 ? "One message was sent" : `${sent} messages were sent`}</ResultHeading>
        {left > 0 ? <p>{left === 1 ? "One still waits." : `${left} still wait.`}</p> : null}
        <Problems problems={done.value.problems} />
        <p>Run Collect answers as they come in. The tab Surveys says how far each survey is.</p>
      </Page>
    );
  }
  const found = preview.value;
  if (found?.ok && found.data) {
    const { data, problems } = found;
    const { recipients, skipped } = data;
    const isReady = recipients.length > 0 && !problems.some(({ severity }) => severity === "error");
    const isUnsure = again || skipped.some(({ reason }) => reason === "unsure");
    return (
      <Page
        title={TITLE}
        status={
          done.running
            ? "Sending… This can take five minutes. Leave this open."
            : test.running
              ? "Sending the test message…"
              : preview.running
                ? "Looking again…"
                : ""
        }
        actions={
          <>
            {isReady ? (
              <Button
                primary
                busy={busy}
                onClick={() => done.start(() => server.sendSurvey({ ...draft, to, sendUnsure: again }))}
              >
                {sendWords(recipients.length, data.quota)}
              </Button>
            ) : null}
            <Button busy={busy} onClick={startOver}>
              Back to the message
            </Button>
          </>
        }
      >
        <Failure task={done} />
        <SendingPreview kind={draft.kind} data={data} />
        <Problems problems={problems} />
        <PeopleFilter choices={data.choices} value={to} onChange={(filter) => look(filter, again)} />
        {recipients.length > 0 ? (
          <details>
            <summary>Show who gets it</summary>
            <ul>
              {recipients.map(({ participant, name, email }) => (
                <li key={participant}>{name === "" ? email : `${name}, ${email}`}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <SkippedPeople skipped={skipped} />
        {isUnsure ? (
          <Checkboxes
            legend="Messages of which nobody knows whether they went"
            options={[{ id: "again", label: "Send them once more", help: "Those people may get the message twice." }]}
            value={again ? ["again"] : []}
            onChange={(chosen) => look(to, chosen.length > 0)}
          />
        ) : null}
        <MessageSample
          recipients={recipients}
          as={as}
          onChoose={showAs}
          sample={sample.value?.data?.sample ?? data.sample}
          task={sample}
        />
        <Form
          id={TEST}
          onSubmit={() => {
            if (!busy) test.start(() => server.sendSurvey({ ...draft, to, as, test: address }));
          }}
        >
          <div class="row">
            <TextField label="Send a test message to" value={address} onChange={setAddress} />
            <Button submits={TEST} busy={busy}>
              Send test message
            </Button>
          </div>
          <p class="help">It goes to this address only, and does not count as sent.</p>
          <Failure task={test} />
          {test.value?.ok ? <p role="status">The test message is on its way.</p> : null}
        </Form>
      </Page>
    );
  }
  return (
    <Page
      title={TITLE}
      status={preview.running ? "Looking who gets it…" : ""}
      actions={
        <Button primary submits={FORM} busy={busy}>
          Preview
        </Button>
      }
    >
      <Failure task={preview} />
      <p>Sends people the link to a survey. You see first who gets it, and can choose some of them.</p>
      <Form
        id={FORM}
        onSubmit={() => {
          if (!busy) look(to, false);
        }}
      >
        <MessageForm surveys={facts.formSurveys} draft={draft} onChange={setDraft} />
      </Form>
    </Page>
  );
}

/** How many there are, and how many of them Google lets go out today. */
function sendWords(people: number, quota: number): string {
  if (people === 1) return "Send to one person";
  return quota > 0 && quota < people ? `Send to ${quota} of ${people} people today` : `Send to ${people} people`;
}
