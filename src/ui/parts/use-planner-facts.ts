import { useEffect, useRef, useState } from "preact/hooks";
import type { PlannerFacts } from "../../commands/planner-facts";
import { server } from "../server";
import { sentenceOf } from "../server-error";

/** How often the sidebar looks for what colleagues changed, while it can be seen. */
const EVERY_MS = 30_000;

interface Reading {
  /** What was read last; it stays while the workbook is read again, and where that fails. */
  readonly facts: PlannerFacts | null;
  /** Why the last reading did not come back; else blank. */
  readonly failure: string;
  /** A person asked, and waits. */
  readonly waiting: boolean;
  /** What to tell those who cannot see what changed; blank where nothing did. */
  readonly told: string;
}

/** The state of the program: read at once, when the sidebar gets the focus again, and every half minute while it is seen. */
export function usePlannerFacts(): Reading & { readonly read: () => void } {
  const [reading, setReading] = useState<Reading>({ facts: null, failure: "", waiting: true, told: "" });
  const running = useRef(false);
  const last = useRef("");

  const read = (asked: boolean): void => {
    if (asked) setReading((before) => ({ ...before, waiting: true, told: "" }));
    if (running.current) return;
    running.current = true;
    server
      .readPlannerFacts()
      .then(
        (facts) => {
          const changed = JSON.stringify(facts) !== last.current;
          const isFirst = last.current === "";
          last.current = JSON.stringify(facts);
          setReading(({ waiting }) => ({
            facts,
            failure: "",
            waiting: false,
            told: isFirst ? "" : changed ? changeIn(facts) : waiting ? "Nothing has changed." : "",
          }));
        },
        (thrown) => setReading((before) => ({ ...before, failure: sentenceOf(thrown), waiting: false, told: "" })),
      )
      .finally(() => {
        running.current = false;
      });
  };

  useEffect(() => {
    const again = (): void => {
      if (document.visibilityState === "visible") read(false);
    };
    read(true);
    const timer = setInterval(again, EVERY_MS);
    window.addEventListener("focus", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, []);

  return { ...reading, read: () => read(true) };
}

function changeIn({ next, standing }: PlannerFacts): string {
  const things = standing?.attention.length ?? 0;
  const heed = things === 0 ? "" : ` ${things} ${things === 1 ? "thing needs" : "things need"} attention.`;
  return `Read again: something changed.${heed} ${next.command ? `Next step: ${next.command.label}.` : ""}`.trim();
}
