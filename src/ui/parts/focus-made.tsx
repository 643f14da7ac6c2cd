import type { FocusGroupPrepared } from "../../commands/prepare-focus-group";
import type { CommandResult } from "../../commands/run";
import { Button } from "./button";
import { Changes } from "./changes";
import { NewWindowLink } from "./new-window-link";
import { Page } from "./page";
import { Problems } from "./problems";
import { ResultHeading } from "./result-heading";

interface FocusMadeProps {
  readonly title: string;
  readonly result: CommandResult<FocusGroupPrepared>;
  readonly busy: boolean;
  readonly onAnother: () => void;
  readonly onInvite: () => void;
  readonly onMore: () => void;
}

/** What was made, and what can be done next. */
export function FocusMade({ title, result, busy, onAnother, onInvite, onMore }: FocusMadeProps) {
  const { changes, problems, data } = result;
  return (
    <Page
      title={title}
      status={busy ? "Making another document…" : ""}
      done
      actions={
        <>
          <Button busy={busy} onClick={onInvite}>
            Invite participants
          </Button>
          <Button busy={busy} onClick={onMore}>
            Change something
          </Button>
          {data?.document && changes.length === 0 ? (
            <Button busy={busy} onClick={onAnother}>
              Make another document
            </Button>
          ) : null}
        </>
      }
    >
      <ResultHeading>{changes.length > 0 ? "The focus group is prepared" : "Nothing had to be changed"}</ResultHeading>
      <Changes changes={changes} none="The questions and the sheet are as they were." />
      <Problems problems={problems} />
      {data?.document ? (
        <p>
          <NewWindowLink href={data.document.url}>{data.document.name}</NewWindowLink>
        </p>
      ) : null}
      <p>
        Write what people say into the tab Focus group, beside each question. To ask in another order, change the
        numbers there and run this again.
      </p>
    </Page>
  );
}
