import { wrap } from "comlink";
import type { WorkspaceApi } from "../workspace/protocol";

export interface Client {
  readonly api: WorkspaceApi;
  /** Ends the Worker and whatever runs in it. */
  stop(): void;
}

/**
 * Starts the workspace in a Worker of its own.
 *
 * @param clock an ISO instant at which the workspace's clock stands still, for pictures and trainings; else the real one
 */
export function startClient(clock: string | null): Client {
  const url = new URL("./worker.js", import.meta.url);
  url.searchParams.set("page", new URL(".", location.href).href);
  if (clock !== null) url.searchParams.set("clock", clock);
  const worker = new Worker(url, { type: "module", name: "workspace" });
  return { api: wrap<WorkspaceApi>(worker), stop: () => worker.terminate() };
}
