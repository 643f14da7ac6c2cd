import * as z from "zod/mini";
import { locations } from "../content/locations";
import type { StoredWords } from "../content/stored-words";
import { readStoredWords } from "../google/words";
import { listTabs, openWorkbook } from "../google/workbook";
import { type ProgramSetup, programSetupSchema } from "../program/program-setup";
import type { Option } from "../workbook/column";
import { readSettings, setting, sheetSetting } from "../workbook/settings";
import { formRecord } from "../workbook/surveys/form-record";
import { type MessageKind, type MessageText, messageSchema, messageSetting } from "../workbook/surveys/message";
import { type Survey, surveysIn } from "../workbook/surveys/survey-list";
import { supportModelOptions } from "../workbook/tabs/groups";
import { tabs } from "../workbook/tabs/index";
import { roster } from "../workbook/tabs/roster";
import { settings } from "../workbook/tabs/settings";
import { submissions } from "../workbook/tabs/submissions";
import { surveys } from "../workbook/tabs/surveys";

/** What a dialog has to know before it can ask: where the workbook stands, and what there is to choose from. */
export interface DialogFacts {
  /** The form as it was last filled in; null before set-up. */
  readonly program: ProgramSetup | null;
  readonly isSetUp: boolean;
  /** The workbook is a copy, and what it is for has to be settled first. */
  readonly isCopy: boolean;
  readonly tabs: readonly { readonly name: string; readonly hasForm: boolean }[];
  readonly supportModels: readonly Option[];
  readonly locations: readonly Option[];
  readonly currencies: readonly Option[];
  readonly surveys: readonly Option[];
  /** Those that a form is made for, each with its messages: as they were sent last, else as we propose them. */
  readonly formSurveys: readonly (Option & {
    readonly isAnonymous: boolean;
    /** Its form was made. */
    readonly isMade: boolean;
    readonly messages: Readonly<Record<MessageKind, MessageText>>;
  })[];
  readonly optionalTabs: readonly { readonly key: string; readonly title: string }[];
  /** What a file's columns may be taken for. */
  readonly columns: Readonly<
    Record<"roster" | "submissions", readonly { readonly key: string; readonly header: string }[]>
  >;
}

export function dialogFacts(): DialogFacts {
  const book = openWorkbook([surveys]);
  const remembered = readSettings(book.snapshot);
  const ours = new Set(tabs.map(({ key }) => setting(remembered, sheetSetting(key), z.number(), -1)));
  const words = readStoredWords();
  const all = surveysIn(book.snapshot);
  return {
    program: setting(remembered, "program", z.nullable(programSetupSchema), null),
    isSetUp: book.sheets.has(settings.key),
    isCopy: setting(remembered, "spreadsheet", z.string(), book.id) !== book.id,
    tabs: listTabs(ours),
    supportModels: supportModelOptions,
    locations,
    currencies: words.currencyKinds,
    surveys: all.map(({ id, label }) => ({ id, label })),
    formSurveys: all
      .filter(({ hasForm }) => hasForm)
      .map((survey) => {
        const { id, label, isAnonymous } = survey;
        const proposed = proposedMessages(words.surveys, survey);
        const message = (kind: MessageKind): MessageText =>
          setting(remembered, messageSetting(survey, kind), messageSchema, proposed[kind]);
        return {
          id,
          label,
          isAnonymous,
          isMade: formRecord(remembered, id) !== null,
          messages: { invitation: message("invitation"), reminder: message("reminder") },
        };
      }),
    optionalTabs: tabs.filter(({ optional }) => optional).map(({ key, title }) => ({ key, title })),
    columns: { roster: columnsOf(roster, "code"), submissions: columnsOf(submissions, "id") },
  };
}

function proposedMessages({ messages }: StoredWords["surveys"], { id, isAnonymous }: Survey) {
  const found = Object.entries(messages).find(([survey]) => survey === id)?.[1] ?? messages.own;
  return found[isAnonymous ? "anonymous" : "named"];
}

/** Every column but the one that only the planner fills. */
function columnsOf({ columns }: (typeof tabs)[number], ours: string): readonly { key: string; header: string }[] {
  return Object.entries(columns)
    .filter(([key]) => key !== ours)
    .map(([key, { header }]) => ({ key, header }));
}
