import type { Execution } from "./execution";
import type { DocumentLock } from "./lock-service";
import type { WorkbookFile } from "./workbook-file";

/** Runs of the script besides the one that a person began here. */
export interface OtherRuns {
  /**
   * Carries out a run of another person's, or of a trigger's. In the middle of a run (before one of its calls) it is a
   * run of its own: that one's waiting writes keep waiting, and its lock is another run's.
   */
  run<T>(run: () => T): T;
}

export function createOtherRuns(execution: Execution, file: WorkbookFile, lock: DocumentLock): OtherRuns {
  return {
    run: (run) => {
      if (!execution.isInACall) return run();
      const growth = file.tabs.map((tab) => ({ tab, waiting: tab.waiting }));
      const { holder } = lock;
      for (const { tab } of growth) tab.noGrowthWaiting();
      if (holder === "this run") lock.holder = "another run";
      try {
        return execution.aside(run);
      } finally {
        for (const { tab, waiting } of growth) tab.waiting = waiting;
        lock.holder = holder;
      }
    },
  };
}
