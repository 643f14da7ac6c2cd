import * as z from "zod/mini";
import { chooseTitle } from "../google/titles";
import { readSeedWords } from "../google/words";
import { notReady } from "../google/workbook";
import { programSetupSchema } from "../program/program-setup";
import { planSetUp, recordTabs } from "../workbook/set-up-plan";
import { remember } from "../workbook/settings";
import { tabs } from "../workbook/tabs/index";
import { settings } from "../workbook/tabs/settings";
import { readInput } from "./input";
import { type CommandResult, failed, runCommand } from "./run";

const inputSchema = z.object({
  program: programSetupSchema,
  /** What people deleted and want back: `roster`, `roster.email`, `checklist:plan-value`. */
  restore: z.optional(z.array(z.string())),
  preview: z.optional(z.boolean()),
});

/** Makes the workbook for a program, or adds what is missing in it and nothing else. */
export function setUpWorkbook(input: unknown): CommandResult {
  const read = readInput(inputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { program, restore = [], preview = false } = read.value;
  const wanted = { program, words: readSeedWords() };
  let spreadsheetId = "";
  return runCommand({
    tabs,
    search: true,
    preview,
    plan: (book) => {
      spreadsheetId = book.id;
      const copied = book.sheets.has(settings.key) ? notReady(book, []) : [];
      if (copied.length > 0) return { problems: copied };
      const titleOf = (tab: (typeof tabs)[number]) => chooseTitle(book.spreadsheet, tab);
      return { plan: planSetUp(tabs, book.snapshot, wanted, new Set(restore), titleOf), data: null };
    },
    record: (snapshot, ids) =>
      remember(snapshot, { spreadsheet: spreadsheetId, program, ...recordTabs(tabs, snapshot, ids, wanted) }),
  });
}
