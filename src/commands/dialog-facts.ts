import { listTabs, openWorkbook } from "../google/workbook";
import * as z from "zod/mini";
import { type ProgramSetup, programSetupSchema } from "../program/program-setup";
import { readSettings, setting } from "../workbook/settings";
import { settings } from "../workbook/tabs/settings";

/** What a dialog has to know before it can ask: where the workbook stands, and which tabs there are. */
export interface DialogFacts {
  /** The form as it was last filled in; null before set-up. */
  readonly program: ProgramSetup | null;
  readonly isSetUp: boolean;
  /** The workbook is a copy, and what it is for has to be settled first. */
  readonly isCopy: boolean;
  readonly tabs: readonly { readonly name: string; readonly hasForm: boolean }[];
}

export function dialogFacts(): DialogFacts {
  const book = openWorkbook([]);
  const remembered = readSettings(book.snapshot);
  return {
    program: setting(remembered, "program", z.nullable(programSetupSchema), null),
    isSetUp: book.sheets.has(settings.key),
    isCopy: setting(remembered, "spreadsheet", z.string(), book.id) !== book.id,
    tabs: listTabs(),
  };
}
