import type { LocalServices } from "../../src/local/appsscript/create-services";

type CallSeen = Parameters<Parameters<LocalServices["hooks"]["beforeCall"]>[0]>;

/** What becomes of the writes that wait. */
export type WaitingWrites = "settle" | "drop";

/**
 * Runs something and stops it for good before the first call that this is true of, as Google does to a script that
 * takes too long. Ending the run is no call.
 *
 * @returns whether it was stopped
 */
export function stopRun(
  services: LocalServices,
  run: () => unknown,
  isLast: (...call: CallSeen) => boolean,
  waiting: WaitingWrites,
): boolean {
  let dead = false;
  const remove = services.hooks.beforeCall((...call) => {
    if (call[0] === "end of execution") return;
    if (!dead && !isLast(...call)) return;
    if (!dead && waiting === "drop") services.endExecution("drop");
    dead = true;
    throw new Error("Exceeded maximum execution time");
  });
  try {
    run();
  } catch {
    // Stopped: what comes next is what the file looks like.
  }
  remove();
  services.endExecution(waiting);
  return dead;
}
