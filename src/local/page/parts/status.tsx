import type { Access, Outline, WorkspaceProblem } from "../../workspace/protocol";
import { problemSentence } from "../problem-words";
import type { Session } from "../session";

interface StatusProps {
  readonly session: Session;
  readonly outline: Outline;
  readonly access: Access;
  readonly problem: WorkspaceProblem | null;
}

/** Whether the work is kept, and what else the program has beside its sheet. */
export function Status({ session, outline, access, problem }: StatusProps) {
  const told: WorkspaceProblem | null =
    problem ??
    (access === "read-only"
      ? { code: "read-only" }
      : outline.storage === "denied"
        ? { code: "storage-denied" }
        : outline.storage === "full"
          ? { code: "storage-full" }
          : null);
  return (
    <div class="status">
      <span class={told ? "problem" : "soft"} role="status">
        {told ? problemSentence(told) : session.state.isSaving ? "Saving …" : "Saved in this browser"}
      </span>
      {access === "read-only" && (
        <button type="button" onClick={() => void session.open()}>
          Edit here
        </button>
      )}
      <nav aria-label="Beside the sheet">
        <a href="#outbox">Outbox ({outline.mails})</a>
        <a href="#documents">Documents ({outline.documents.length})</a>
        <a href="#forms">Forms ({outline.forms.length})</a>
      </nav>
    </div>
  );
}
