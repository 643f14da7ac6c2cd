import type { WorkspaceProblem } from "../workspace/protocol";
import { problemSentence } from "./problem-words";
import type { Session } from "./session";

interface StartScreenProps {
  readonly session: Session;
  readonly problem: WorkspaceProblem | null;
  readonly isBusy: boolean;
  readonly onOpenFile: () => void;
}

/** The first visit: what this is, and two ways to begin. */
export function StartScreen({ session, problem, isBusy, onOpenFile }: StartScreenProps) {
  return (
    <main class="start">
      <h1>Micro-credential Planner</h1>
      <p class="lead">
        Plan, run and evaluate an educator micro-credential program in a spreadsheet. This page is the whole planner:
        nothing to install, no account, and nothing that you enter leaves this browser.
      </p>
      {problem && (
        <p class="problem" role="alert">
          {problemSentence(problem)}
        </p>
      )}
      <div class="start-choices">
        <section>
          <h2>Look around</h2>
          <p>
            A program of some sixty educators, with its roster, submissions, survey answers, results and report. Change
            anything: it is only a sample.
          </p>
          <button type="button" class="is-main" disabled={isBusy} onClick={() => void session.start("sample")}>
            Look at the sample program
          </button>
        </section>
        <section>
          <h2>Begin your own</h2>
          <p>An empty spreadsheet with the planner in it. A short path leads from set-up to the report.</p>
          <button type="button" disabled={isBusy} onClick={() => void session.start("empty")}>
            Start an empty program
          </button>
        </section>
      </div>
      <p>
        Have a program file?{" "}
        <button type="button" class="as-link" disabled={isBusy} onClick={onOpenFile}>
          Open it
        </button>
        , or drop it on this page.
      </p>
    </main>
  );
}
