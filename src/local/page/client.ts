import { wrap } from "comlink";
import type { WorkerBirth, WorkspaceApi } from "../workspace/protocol";

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
  const birth: WorkerBirth = { page: new URL(".", location.href).href, clock };
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: JSON.stringify(birth) });
  return { api: wrap<WorkspaceApi>(worker), stop: () => worker.terminate() };
}
