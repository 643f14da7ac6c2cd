import { useEffect, useRef, useState } from "preact/hooks";
import type { PlannerFacts } from "../../commands/planner-facts";
import type { Outline } from "../workspace/protocol";
import { guideProgress, guideSteps } from "./guide-steps";
import type { Session } from "./session";
import { hashOf } from "./views/view";

/** After a change in the sheet the path is looked at anew once the person has paused for so long. */
const PAUSE_MS = 1000;

interface GuideProps {
  readonly session: Session;
  readonly outline: Outline;
  readonly onClose: () => void;
}

/** A short path through the main job for whoever is new: what is done, and what comes next. */
export function Guide({ session, outline, onClose }: GuideProps) {
  const facts = useFacts(session, outline.revision);
  const [picked, setPicked] = useState<number | null>(null);
  const progress = facts && guideProgress(facts, outline);
  const next = progress ? progress.at : 0;
  useEffect(() => setPicked(null), [facts]);
  const at = picked ?? next;
  const step = at === null ? undefined : guideSteps[at];
  const isNext = at === next;
  const action = (isNext && progress?.instead) || step;
  const report = outline.documents.at(-1);
  return (
    <section class="guide" aria-label="Guided path">
      <ol>
        {guideSteps.map(({ label }, index) => {
          const isDone = progress?.done[index] ?? false;
          return (
            <li key={label} class={isDone ? "is-done" : ""}>
              <button
                type="button"
                class={index === at ? "is-now" : ""}
                aria-current={index === next ? "step" : undefined}
                onClick={() => setPicked(index)}
              >
                {label}
                {isDone && <span class="for-readers"> (done)</span>}
              </button>
            </li>
          );
        })}
      </ol>
      {step && action && (
        <p>
          <span>{isNext && facts && at !== 0 ? facts.next.why : step.why}</span>
          <button type="button" class="is-main" onClick={() => void session.runMenuItem(action.call)}>
            {action.label}
          </button>
        </p>
      )}
      {!step && (
        <p>
          <span>You have been all the way. When decisions come in, import them and refresh the results.</span>
          {report && (
            <button type="button" class="is-main" onClick={() => go(hashOf({ kind: "document", id: report.id }))}>
              Read the report
            </button>
          )}
          <button type="button" onClick={onClose}>
            Close the guide
          </button>
        </p>
      )}
      <CloseButton onClose={onClose} />
    </section>
  );
}

interface TourProps extends GuideProps {
  /** Begins an empty program, after asking. */
  readonly onStartOwn: () => void;
}

/** What is worth looking at in the sample program. */
export function Tour({ session, outline, onStartOwn, onClose }: TourProps) {
  const charts = outline.tabs.find(({ name, hidden }) => name === "Charts" && !hidden);
  const report = outline.documents.at(-1);
  return (
    <section class="guide" aria-label="Look around">
      <p>
        <span>
          <strong>This is a sample program.</strong> Its people are invented: try anything.
        </span>
        {charts && (
          <button type="button" class="is-main" onClick={() => session.showTab(charts.id)}>
            See the results
          </button>
        )}
        <button type="button" onClick={() => void session.runMenuItem("showPlanner")}>
          Open the planner
        </button>
        {report && (
          <button type="button" onClick={() => go(hashOf({ kind: "document", id: report.id }))}>
            Read the report
          </button>
        )}
        <button type="button" onClick={onStartOwn}>
          Start your own program
        </button>
      </p>
      <CloseButton onClose={onClose} />
    </section>
  );
}

function CloseButton({ onClose }: { readonly onClose: () => void }) {
  return (
    <button
      type="button"
      class="close"
      aria-label="Close for good"
      title="Close for good (View brings it back)"
      onClick={onClose}
    >
      ×
    </button>
  );
}

function go(hash: string): void {
  location.hash = hash;
}

/** What the add-on says of the program: asked when it is opened, once a dialog is closed, and in a pause after edits. */
function useFacts(session: Session, revision: number): PlannerFacts | null {
  const [facts, setFacts] = useState<PlannerFacts | null>(null);
  const asked = useRef<number | null>(null);
  const hasDialog = session.state.dialog !== null;
  const hadDialog = useRef(hasDialog);
  useEffect(() => {
    const isClosing = hadDialog.current && !hasDialog;
    hadDialog.current = hasDialog;
    if (hasDialog || asked.current === revision) return;
    const timer = setTimeout(
      async () => {
        asked.current = revision;
        const answer = await session.ask("readPlannerFacts");
        if (areFacts(answer)) setFacts(answer);
      },
      isClosing || asked.current === null ? 0 : PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [session, revision, hasDialog]);
  return facts;
}

function areFacts(value: unknown): value is PlannerFacts {
  return typeof value === "object" && value !== null && "workbook" in value && "next" in value;
}

/** Which of the two show: beside the sample program, and beside a program of one's own. */
interface GuidesShown {
  readonly sample: boolean;
  readonly own: boolean;
}

const REMEMBERED = "planner guides closed";

/** Nothing is lost where the browser stores nothing: they then show again. */
export function rememberedGuides(): GuidesShown {
  const closed = readMemory().split(" ");
  return { sample: !closed.includes("sample"), own: !closed.includes("own") };
}

export function rememberGuides({ sample, own }: GuidesShown): void {
  try {
    localStorage.setItem(REMEMBERED, `${sample ? "" : "sample"} ${own ? "" : "own"}`);
  } catch {
    // A private window: the guide shows anew next time.
  }
}

function readMemory(): string {
  try {
    return localStorage.getItem(REMEMBERED) ?? "";
  } catch {
    return "";
  }
}
