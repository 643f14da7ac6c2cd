/**
 * The one door from a page to the server: `await server.importRoster(…)`. Names and answers are those of the bundle's
 * own exports; what may be sent is written here, since the server takes anything and checks it.
 */
import type * as addon from "../addon";
import type { Source } from "../commands/input";
import type { DateOrder } from "../program/date-columns";
import type { ProgramSetup } from "../program/program-setup";
import type { FocusDetails } from "../workbook/focus-group/details";
import type { MatchChoice } from "../workbook/imports/match-review";
import type { MessageKind } from "../workbook/surveys/message";
import type { PeopleFilter } from "../workbook/surveys/people-filter";
import { ServerError } from "./server-error";

type Addon = typeof addon;

export interface TableInput {
  readonly source: Source;
  readonly columns?: readonly { readonly header: string; readonly column: string }[];
  readonly dates?: DateOrder;
  readonly preview?: boolean;
}

interface ResultsInput {
  readonly asOf?: string;
  readonly reference?: string;
}

interface Inputs {
  readonly setUpWorkbook: {
    readonly program: ProgramSetup;
    readonly restore?: readonly string[];
    readonly preview?: boolean;
  };
  readonly settleCopy: { readonly as: "new-cohort" | "same-cohort"; readonly preview?: boolean };
  readonly importRoster: TableInput;
  readonly importSubmissions: TableInput;
  readonly importResponses: TableInput & { readonly survey: string };
  readonly matchAnswers: { readonly choices?: readonly MatchChoice[] };
  readonly createSurvey: {
    readonly survey: string;
    readonly preview?: boolean;
    readonly anew?: boolean;
    readonly also?: readonly string[];
  };
  readonly sendSurvey: {
    readonly survey: string;
    readonly kind: MessageKind;
    readonly subject: string;
    readonly text: string;
    readonly to?: PeopleFilter;
    readonly as?: string;
    readonly test?: string;
    readonly sendUnsure?: boolean;
    readonly preview?: boolean;
  };
  readonly collectAnswers: { readonly automatic?: boolean; readonly preview?: boolean };
  readonly prepareFocusGroup: {
    readonly questions?: readonly string[];
    readonly own?: readonly string[];
    readonly details?: FocusDetails;
    readonly sheet?: boolean;
    readonly again?: boolean;
    readonly preview?: boolean;
  };
  readonly refreshResults: ResultsInput;
  readonly openTab: { readonly sheet: string };
  readonly createReport: ResultsInput & { readonly again?: boolean };
}

type Sent<Name extends keyof Addon> =
  Parameters<Addon[Name]> extends [] ? [] : [input: Name extends keyof Inputs ? Inputs[Name] : never];

/** What gives an answer, and what opens another page. The rest, such as triggers, is not for pages. */
type ForPages<Name extends keyof Addon> = Name extends `show${string}`
  ? Name
  : ReturnType<Addon[Name]> extends void
    ? never
    : Name;

type Server = {
  readonly [Name in keyof Addon as ForPages<Name>]: (...sent: Sent<Name>) => Promise<ReturnType<Addon[Name]>>;
};

/** Google's client side, as far as pages use it. */
type Run = Readonly<Record<string, (...sent: readonly unknown[]) => unknown>> & {
  withSuccessHandler(handler: (answer: unknown) => void): Run;
  withFailureHandler(handler: (error: unknown) => void): Run;
};

interface HostPage {
  close(): void;
  readonly editor?: { focus(): void };
}

declare const google: { readonly script: { readonly run: Run; readonly host: HostPage } };

function call(name: string, sent: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const run = google.script.run
      .withSuccessHandler(resolve)
      .withFailureHandler((error) => reject(new ServerError(error instanceof Error ? error.message : String(error))));
    run[name]?.(...sent);
  });
}

export const server = new Proxy({} as Server, {
  get:
    (_, name) =>
    (...sent: readonly unknown[]) =>
      call(String(name), sent),
});

export const closeDialog = (): void => google.script.host.close();

/** Gives the keyboard back to the sheet. */
export const focusSheet = (): void => google.script.host.editor?.focus();
