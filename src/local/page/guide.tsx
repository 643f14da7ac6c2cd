import { useEffect, useState } from "preact/hooks";
import type { Session } from "./session";

/** The main job in six steps, each a command of the add-on. */
const steps: readonly { readonly label: string; readonly why: string; readonly functionName: string }[] = [
  {
    label: "Set up",
    why: "Say what the program is called, when it starts and which support groups it has. The planner makes the tabs.",
    functionName: "showSetUp",
  },
  {
    label: "Import the roster",
    why: "Paste a list or choose a file: the planner finds the columns and shows what it would write.",
    functionName: "showImportRoster",
  },
  {
    label: "Create a survey",
    why: "The planner makes the form from the question bank. Here you can open it and answer it yourself.",
    functionName: "showCreateSurvey",
  },
  {
    label: "Import submissions",
    why: "Who sent in which micro-credential, and what the reviewers decided.",
    functionName: "showImportSubmissions",
  },
  {
    label: "Refresh results",
    why: "Completion, and the support models compared, with honest statistics.",
    functionName: "showRefreshResults",
  },
  {
    label: "Create the report",
    why: "One document to share. Groups under five people are hidden in it.",
    functionName: "showCreateReport",
  },
];

const REMEMBERED = "planner guide";

interface GuideProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** A short path through the main job for whoever is new; closed, it stays closed. */
export function Guide({ session, onClose }: GuideProps) {
  const [at, setAt] = useState(() => Number(readMemory() ?? 0) || 0);
  useEffect(() => remember(String(at)), [at]);
  const step = steps[at];
  return (
    <section class="guide" aria-label="Guided path">
      <ol>
        {steps.map(({ label }, index) => (
          <li key={label}>
            <button
              type="button"
              class={index === at ? "is-now" : ""}
              aria-current={index === at ? "step" : undefined}
              onClick={() => setAt(index)}
            >
              {label}
            </button>
          </li>
        ))}
      </ol>
      {step && (
        <p>
          {step.why}{" "}
          <button type="button" class="is-main" onClick={() => void session.runMenuItem(step.functionName)}>
            {step.label}
          </button>
          {at < steps.length - 1 && (
            <button type="button" onClick={() => setAt(at + 1)}>
              Next step
            </button>
          )}
        </p>
      )}
      <button type="button" class="close" aria-label="Close the guided path" onClick={onClose}>
        ×
      </button>
    </section>
  );
}

export function isGuideWanted(): boolean {
  return readMemory() !== "closed";
}

export function rememberGuideClosed(): void {
  remember("closed");
}

/** Only where the person stands in the guide: nothing is lost where the browser stores nothing. */
function readMemory(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

function remember(text: string): void {
  try {
    localStorage.setItem(REMEMBERED, text);
  } catch {
    // A private window: the guide begins anew next time.
  }
}
