import { useState } from "preact/hooks";
import type { FocusGroupPrepared } from "../../commands/prepare-focus-group";
import type { CommandResult } from "../../commands/run";
import type { SurveySending } from "../../commands/send-survey";
import type { PeopleFilter as Filter } from "../../workbook/surveys/people-filter";
import { server } from "../server";
import { useTask } from "../use-task";
import { Button } from "./button";
import { Failure } from "./failure";
import { Checkboxes, TextArea, TextField } from "./field";
import { Form } from "./form";
import { MessageSample } from "./message-sample";
import { Page } from "./page";
import { PeopleFilter } from "./people-filter";
import { Problems } from "./problems";
import { ResultHeading } from "./result-heading";
import { SkippedPeople } from "./skipped-people";

const FORM = "invitation-form";

interface FocusInvitationProps {
  readonly title: string;
  readonly proposed: FocusGroupPrepared["invitation"];
  readonly onBack: () => void;
}

/** Asks for the invitation's words, then who is invited, and sends it: a talk has few people, so each is chosen. */
export function FocusInvitation({ title, proposed, onBack }: FocusInvitationProps) {
  const [message, setMessage] = useState(proposed);
  const [to, setTo] = useState<Filter>({});
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [sendUnsure, setSendUnsure] = useState(false);
  const [as, setAs] = useState("");
  const preview = useTask<CommandResult<SurveySending>>();
  const sample = useTask<CommandResult<SurveySending>>();
  const done = useTask<CommandResult<SurveySending>>();
  const busy = preview.running || done.running;
  const input = { survey: "focus-group", kind: "invitation", ...message } as const;

  const look = (filter: Filter, again: boolean): void => {
    setTo(filter);
    setSendUnsure(again);
    setAs("");
    sample.clear();
    preview.start(() => server.sendSurvey({ ...input, to: filter, sendUnsure: again, preview: true }));
  };

  if (done.value?.ok && done.value.data) {
    const { sent, left } = done.value.data;
    return (
      <Page title={title} status="" done>
        <ResultHeading>{sent === 1 ? "One invitation was sent" : `${sent} invitations were sent`}</ResultHeading>
        {left > 0 ? (
          <p>{left === 1 ? "One still waits" : `${left} still wait`}: invite them again from here on another day.</p>
        ) : null}
        <Problems problems={done.value.problems} />
        <p>Answers come to your own mailbox. When you meet, take notes in the tab Focus group.</p>
      </Page>
    );
  }
  const found = preview.value;
  if (!found?.ok || !found.data) {
    return (
      <Page
        title={title}
        status={preview.running ? "Looking who can be invited…" : ""}
        actions={
          <>
            <Button primary submits={FORM} busy={busy}>
              Next: who is invited
            </Button>
            <Button busy={busy} onClick={onBack}>
              Back
            </Button>
          </>
        }
      >
        <Failure task={preview} />
        <ResultHeading>The invitation</ResultHeading>
        <Form
          id={FORM}
          onSubmit={() => {
            if (!busy) look(to, sendUnsure);
          }}
        >
          <TextField
            label="Subject"
            value={message.subject}
            onChange={(subject) => setMessage({ ...message, subject })}
          />
          <TextArea
            label="Text"
            help="Filled in: {first name}, {program}, {date}, {time}, {place}, {questions}."
            rows={16}
            value={message.text}
            onChange={(text) => setMessage({ ...message, text })}
          />
        </Form>
      </Page>
    );
  }
  const { recipients, skipped, quota, choices } = found.data;
  const invited = recipients.filter(({ participant }) => chosen.includes(participant));
  const isSendable = invited.length > 0 && !found.problems.some(({ severity }) => severity === "error");
  return (
    <Page
      title={title}
      status={done.running ? "Sending… Leave this open." : preview.running ? "Looking again…" : ""}
      actions={
        <>
          {isSendable ? (
            <Button
              primary
              busy={busy}
              onClick={() =>
                done.start(() =>
                  server.sendSurvey({
                    ...input,
                    sendUnsure,
                    to: { participants: invited.map(({ participant }) => participant) },
                  }),
                )
              }
            >
              {invited.length === 1 ? "Send to one person" : `Send to ${invited.length} people`}
            </Button>
          ) : null}
          <Button busy={busy} onClick={preview.clear}>
            Back to the invitation
          </Button>
        </>
      }
    >
      <Failure task={done} />
      <ResultHeading>{recipients.length === 0 ? "There is nobody to invite" : "Who is invited"}</ResultHeading>
      <Problems problems={found.problems} />
      <PeopleFilter choices={choices} value={to} onChange={(filter) => look(filter, sendUnsure)} />
      {recipients.length > 0 ? (
        <>
          <p>
            Six to ten people can talk with each other. You can send{" "}
            {quota === 1 ? "one more message" : `${quota} more messages`} today.
          </p>
          <div class="row">
            <Button onClick={() => setChosen(recipients.map(({ participant }) => participant))}>Choose all</Button>
            <Button onClick={() => setChosen([])}>Choose none</Button>
          </div>
          <div class="people">
            <Checkboxes
              legend={`Participants (${invited.length} of ${recipients.length} chosen)`}
              options={recipients.map(({ participant, name, email }) => ({
                id: participant,
                label: name === "" ? email : `${name}, ${email}`,
              }))}
              value={chosen}
              onChange={setChosen}
            />
          </div>
        </>
      ) : null}
      <SkippedPeople skipped={skipped} />
      {sendUnsure || skipped.some(({ reason }) => reason === "unsure") ? (
        <Checkboxes
          legend="Invitations of which nobody knows whether they went"
          options={[{ id: "again", label: "Let me send them once more", help: "Those people may get it twice." }]}
          value={sendUnsure ? ["again"] : []}
          onChange={(ticked) => look(to, ticked.length > 0)}
        />
      ) : null}
      <MessageSample
        recipients={recipients}
        as={as}
        onChoose={(participant) => {
          setAs(participant);
          sample.start(() => server.sendSurvey({ ...input, to, sendUnsure, as: participant, preview: true }));
        }}
        sample={sample.value?.data?.sample ?? found.data.sample}
        task={sample}
      />
    </Page>
  );
}
