import { useState } from "preact/hooks";
import type { DialogFacts } from "../commands/dialog-facts";
import type { CommandResult } from "../commands/run";
import type { SurveySending } from "../commands/send-survey";
import { Button } from "./parts/button";
import { Failure } from "./parts/failure";
import { Checkboxes, SelectField, TextArea, TextField } from "./parts/field";
import { type Figure, Figures } from "./parts/figures";
import { Form } from "./parts/form";
import { Page } from "./parts/page";
import { Problems } from "./parts/problems";
import { ResultHeading } from "./parts/result-heading";
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
  const [first] = facts.formSurveys;
  const [survey, setSurvey] = useState(first?.id ?? "");
  const [message, setMessage] = useState(first?.message ?? { subject: "", text: "" });
  const [again, setAgain] = useState(false);
  const [address, setAddress] = useState("");
  const preview = useTask<CommandResult<SurveySending>>();
  const test = useTask<CommandResult<SurveySending>>();
  const done = useTask<CommandResult<SurveySending>>();
  const busy = preview.running || test.running || done.running;

  const look = (sendUnsure: boolean): void => {
    setAgain(sendUnsure);
    preview.start(() => server.sendSurvey({ survey, ...message, sendUnsure, preview: true }));
  };
  const startOver = (): void => {
    preview.clear();
    test.clear();
    done.clear();
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
        <p>Run Import survey answers as answers come in. The tab Surveys says how far each survey is.</p>
      </Page>
    );
  }
  const found = preview.value;
  if (found?.ok && found.data) {
    const { recipients, skipped, sample } = found.data;
    const isReady = recipients.length > 0 && !found.problems.some(({ severity }) => severity === "error");
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
                onClick={() => done.start(() => server.sendSurvey({ survey, ...message, sendUnsure: again }))}
              >
                {recipients.length === 1 ? "Send to one person" : `Send to ${recipients.length} people`}
              </Button>
            ) : null}
            <Button busy={busy} onClick={startOver}>
              Back to the message
            </Button>
          </>
        }
      >
        <Failure task={done} />
        <ResultHeading>
          {recipients.length === 0 ? "There is nobody to send this to" : "Who gets the message"}
        </ResultHeading>
        <Figures figures={figuresOf(found.data)} />
        <Problems problems={found.problems} />
        {recipients.length > 0 ? (
          <details>
            <summary>Show who gets it</summary>
            <ul>
              {recipients.map(({ name, email }) => (
                <li key={email}>{name === "" ? email : `${name}, ${email}`}</li>
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
            onChange={(chosen) => look(chosen.length > 0)}
          />
        ) : null}
        {sample ? (
          <section>
            <h3>As {sample.to} gets it</h3>
            <p>
              <strong>{sample.subject}</strong>
            </p>
            <p class="message">{sample.text}</p>
          </section>
        ) : null}
        <Form
          id={TEST}
          onSubmit={() => {
            if (!busy) test.start(() => server.sendSurvey({ survey, ...message, test: address }));
          }}
        >
          <div class="row">
            <TextField
              label="Send a test message to"
              help="To this address only. Nobody's answer comes of it."
              value={address}
              onChange={setAddress}
            />
            <Button submits={TEST} busy={busy}>
              Send test message
            </Button>
          </div>
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
      <p>Sends each person in the Roster a link of their own. Who has answered or was sent it already is left out.</p>
      <Form
        id={FORM}
        onSubmit={() => {
          if (!busy) look(false);
        }}
      >
        <SelectField
          label="Survey"
          value={survey}
          options={facts.formSurveys}
          onChange={(id) => {
            setSurvey(id);
            setMessage(facts.formSurveys.find((each) => each.id === id)?.message ?? message);
          }}
        />
        <TextField
          label="Subject"
          value={message.subject}
          onChange={(subject) => setMessage({ ...message, subject })}
        />
        <TextArea
          label="Message"
          help="Filled in for each person: {first name}, {link}, {program}."
          rows={12}
          value={message.text}
          onChange={(text) => setMessage({ ...message, text })}
        />
      </Form>
    </Page>
  );
}

function figuresOf({ recipients, skipped, quota }: SurveySending): readonly Figure[] {
  const today = Math.min(quota, recipients.length);
  return [
    { label: "Today", value: today, note: "messages go out" },
    { label: "Later", value: recipients.length - today, note: "wait for another day's limit" },
    {
      label: "Left out",
      value: skipped.reduce((sum, { people }) => sum + people.length, 0),
      note: "for the reasons below",
    },
    { label: "Google's limit", value: quota, note: "messages left today" },
  ];
}
