import { useEffect, useState } from "preact/hooks";
import type { CommandResult } from "../commands/run";
import type { MatchChoice, MatchReview, UnmatchedAnswer } from "../workbook/imports/match-review";
import { AnswerToMatch, choiceOf, type Decision, UNDECIDED } from "./parts/answer-to-match";
import { Button } from "./parts/button";
import { Failure } from "./parts/failure";
import { Form } from "./parts/form";
import { Page } from "./parts/page";
import { Problems } from "./parts/problems";
import { ResultHeading } from "./parts/result-heading";
import { openDialog } from "./parts/with-facts";
import { server } from "./server";
import { useTask } from "./use-task";

const TITLE = "Match survey answers";
const FORM = "matching-form";
const PEOPLE = "everybody";

/** Few enough to look through, and to be saved in one run. */
const AT_A_TIME = 10;

openDialog({ title: TITLE, children: () => <MatchAnswers /> });

/** Shows whose the answers may be that are tied to nobody, and saves what a person decides. */
function MatchAnswers() {
  const look = useTask<CommandResult<MatchReview>>();
  const done = useTask<CommandResult<MatchReview>>();
  const [decisions, setDecisions] = useState<Readonly<Record<string, Decision>>>({});
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const [unknown, setUnknown] = useState<{ readonly keys: readonly string[] }>({ keys: [] });
  const [isUndone, setUndone] = useState(false);
  const lookAgain = (): void => {
    done.clear();
    look.start(() => server.matchAnswers({}));
  };
  // Once, when the dialog opens.
  useEffect(lookAgain, []);
  const found = done.value?.data ?? look.value?.data;
  const shown = (found?.unmatched ?? []).filter(({ key }) => !later.has(key)).slice(0, AT_A_TIME);
  const rest = (found?.total ?? 0) - shown.length;
  const decisionOn = ({ key }: UnmatchedAnswer): Decision => decisions[key] ?? UNDECIDED;
  const isDecided = shown.some((answer) => choiceOf(answer, decisionOn(answer)) !== null);

  const send = (choices: readonly MatchChoice[], undoes: boolean): void => {
    setUndone(undoes);
    // What was decided stays until it is saved, in case that fails.
    if (undoes) setDecisions({});
    done.start(() => server.matchAnswers({ choices }));
  };
  const save = (): void => {
    const labels = new Set(found?.people.map(({ label }) => label));
    const isUnknown = (answer: UnmatchedAnswer): boolean =>
      decisionOn(answer).option === "other" && !labels.has(decisionOn(answer).other.trim());
    const keys = shown.filter(isUnknown).map(({ key }) => key);
    setUnknown({ keys });
    const choices = shown.flatMap((answer) => {
      const choice = choiceOf(answer, decisionOn(answer));
      return choice === null ? [] : [{ key: answer.key, choice }];
    });
    if (keys.length === 0 && choices.length > 0) send(choices, false);
  };
  const before = done.value?.ok ? (done.value.data?.before ?? []) : [];
  return (
    <Page
      title={TITLE}
      status={done.running ? "Saving…" : look.running ? "Looking at the answers…" : ""}
      done={found !== undefined && found !== null && shown.length === 0}
      actions={
        <>
          {isDecided || done.running ? (
            <Button primary submits={FORM} busy={done.running}>
              Save choices
            </Button>
          ) : null}
          {shown.length === 0 && !done.running ? (
            <Button busy={look.running} onClick={lookAgain}>
              Look again
            </Button>
          ) : null}
          {before.length > 0 && !isUndone ? (
            <Button busy={done.running} onClick={() => send(before, true)}>
              Undo
            </Button>
          ) : null}
          {shown.length > 0 && rest > 0 && !isDecided ? (
            <Button
              onClick={() => setLater(new Set(rest > later.size ? [...later, ...shown.map(({ key }) => key)] : []))}
            >
              Show others
            </Button>
          ) : null}
        </>
      }
    >
      <Failure task={look} />
      <Failure task={done} />
      {before.length > 0 && !done.running ? (
        <div key={done.round}>
          <ResultHeading>{isUndone ? "Undone" : savedWords(before.length)}</ResultHeading>
          <Problems problems={done.value?.problems ?? []} />
        </div>
      ) : null}
      {found ? (
        <Form
          id={FORM}
          errors={unknown}
          onSubmit={() => {
            if (!done.running) save();
          }}
        >
          <p>{introduction(found.total)}</p>
          <datalist id={PEOPLE}>
            {found.people.map(({ id, label }) => (
              <option key={id} value={label} />
            ))}
          </datalist>
          {shown.map((answer) => (
            <AnswerToMatch
              key={answer.key}
              answer={answer}
              decision={decisionOn(answer)}
              people={PEOPLE}
              error={unknown.keys.includes(answer.key) ? "Choose somebody from the list." : undefined}
              onDecide={(decision) => setDecisions({ ...decisions, [answer.key]: decision })}
            />
          ))}
          {rest > 0 && shown.length > 0 ? <p>{rest === 1 ? "There is one more." : `There are ${rest} more.`}</p> : null}
        </Form>
      ) : null}
    </Page>
  );
}

function introduction(total: number): string {
  if (total === 0) return "No answer waits: every one is tied to somebody, or was left out.";
  const many = total === 1 ? "One answer is tied to nobody." : `${total} answers are tied to nobody.`;
  return `${many} Say whose they are: later answers with the same e-mail or code then follow by themselves.`;
}

const savedWords = (count: number): string => (count === 1 ? "One choice is saved" : `${count} choices are saved`);
