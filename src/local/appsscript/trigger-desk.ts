import type { TriggerData } from "../outside-data";
import type { Execution } from "./execution";
import type { OtherRuns } from "./other-runs";
import type { LandedResponse } from "./response-tab";
import { authMode } from "./script-app";
import type { UiRecord } from "./ui";

/** What Google makes of an answer that landed: a run is usual; two, one without answers in its event, or none happen. */
export type TriggerFiring = "once" | "twice" | "blank" | "never";

type FormSubmitEvent = Omit<GoogleAppsScript.Events.SheetsOnFormSubmit, "source" | "user">;

/** A function of the add-on that Google would run now, and what it is given. */
export interface TriggeredRun {
  readonly functionName: string;
  readonly event: FormSubmitEvent;
}

export interface TriggerDesk {
  /** What Google makes of the answers to come. */
  firing: TriggerFiring;
  /** What triggered functions threw: nobody is told of that, and Google mails nobody for an add-on. */
  readonly failures: readonly { readonly functionName: string; readonly message: string }[];
  /** The runs that an answer brings about once its row is there. */
  runsFor(landed: LandedResponse): TriggeredRun[];
  /**
   * Carries each out as a run of its own, in which there is nobody to show anything to.
   *
   * @param call calls a function of the add-on, from the beginning of a run to its end
   */
  carryOut(runs: readonly TriggeredRun[], call: (run: TriggeredRun) => unknown): void;
}

/**
 * A submit event as a script is given it: plain JSON, and what the services made.
 *
 * @param parse the `JSON.parse` of where the script runs
 */
export function givenEvent({ authMode, range, ...plain }: FormSubmitEvent, parse: typeof JSON.parse): object {
  return { ...parse(JSON.stringify(plain)), authMode, range };
}

export function createTriggerDesk(parts: {
  execution: Execution;
  ui: UiRecord;
  others: OtherRuns;
  triggers: () => readonly TriggerData[];
  rowOf: (landed: LandedResponse, columns: number) => GoogleAppsScript.Spreadsheet.Range;
}): TriggerDesk {
  const { execution, ui, others, triggers, rowOf } = parts;

  const eventOf = (landed: LandedResponse, { id }: TriggerData, isBlank: boolean): FormSubmitEvent => {
    const last = Math.max(...landed.columns.map(({ column }) => column));
    const texts = new Map(landed.columns.map(({ column, text }) => [column, isBlank ? "" : text]));
    const named = new Map<string, string[]>();
    for (const { column, header } of landed.columns) {
      named.set(header, [...(named.get(header) ?? []), texts.get(column) ?? ""]);
    }
    return {
      authMode: authMode.FULL,
      namedValues: Object.fromEntries(named),
      values: Array.from({ length: last }, (_, index) => texts.get(index + 1) ?? ""),
      range: execution.inside(() => rowOf(landed, last)),
      triggerUid: id,
    };
  };

  const failures: TriggerDesk["failures"][number][] = [];
  const carryOut = (run: TriggeredRun, call: (run: TriggeredRun) => unknown): void => {
    const { mode, hasUi } = execution;
    const toasts = ui.toasts.length;
    Object.assign(execution, { mode: "FULL", hasUi: false });
    try {
      others.run(() => call(run));
    } catch (error) {
      failures.push({
        functionName: run.functionName,
        message: error instanceof Error ? error.message : String(error),
      });
    } finally {
      Object.assign(execution, { mode, hasUi });
      ui.toasts.splice(toasts);
    }
  };

  const self: TriggerDesk = {
    firing: "once",
    failures,
    runsFor: (landed) => {
      const times = { once: 1, twice: 2, blank: 1, never: 0 }[self.firing];
      return triggers().flatMap((trigger) =>
        Array.from({ length: times }, () => ({
          functionName: trigger.functionName,
          event: eventOf(landed, trigger, self.firing === "blank"),
        })),
      );
    },
    carryOut: (runs, call) => {
      for (const run of runs) carryOut(run, call);
    },
  };
  return self;
}
