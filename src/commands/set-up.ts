import * as z from "zod/mini";
import { chooseTitle, onlyBlankTab } from "../google/titles";
import { readStoredWords } from "../google/words";
import { notReady } from "../google/workbook";
import { programSetupSchema } from "../program/program-setup";
import { type Deleted, planSetUp, recordTabs } from "../workbook/set-up-plan";
import { remember } from "../workbook/settings";
import type { Tab } from "../workbook/tab";
import { tabs } from "../workbook/tabs/index";
import { settings } from "../workbook/tabs/settings";
import { start } from "../workbook/tabs/start";
import { readInput } from "./input";
import { type CommandResult, failed, runCommand } from "./run";

const inputSchema = z.object({
  program: programSetupSchema,
  /** What people deleted and want back: `roster`, `roster.email`, `checklist:plan-value`. */
  restore: z.optional(z.array(z.string())),
  preview: z.optional(z.boolean()),
});

/** What people deleted, and is put back only where they ask for it. */
export interface SetUpMade {
  readonly deleted: readonly Deleted[];
}

/** Makes the workbook for a program, or adds what is missing in it and nothing else. */
export function setUpWorkbook(input: unknown): CommandResult<SetUpMade> {
  const read = readInput(inputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { program, restore = [], preview = false } = read.value;
  const wanted = { program, words: readStoredWords() };
  let spreadsheetId = "";
  return runCommand({
    tabs,
    search: true,
    preview,
    plan: (book) => {
      spreadsheetId = book.id;
      const copied = book.sheets.has(settings.key) ? notReady(book, []) : [];
      if (copied.length > 0) return { problems: copied };
      const empty = onlyBlankTab(book.spreadsheet);
      const titleOf = (tab: Tab) => {
        const title = chooseTitle(book.spreadsheet, tab);
        return tab === start ? { ...title, adopt: title.adopt ?? empty } : title;
      };
      const { plan, deleted } = planSetUp(tabs, book.snapshot, wanted, new Set(restore), titleOf, book.unrecorded);
      return { plan, data: { deleted } };
    },
    record: (snapshot, ids) =>
      remember(snapshot, { spreadsheet: spreadsheetId, program, ...recordTabs(tabs, snapshot, ids, wanted) }),
  });
}
