import * as z from "zod/mini";
import { problem } from "../content/problems";
import { showTab } from "../google/interface";
import { openWorkbook } from "../google/workbook";
import { readSettings, setting, sheetSetting } from "../workbook/settings";
import { readInput } from "./input";
import { type CommandResult, failed } from "./run";

const inputSchema = z.object({
  /** The key of one of the planner's tabs, or the name of any tab. */
  sheet: z.string(),
});

/** Brings a tab to the front. */
export function openTab(input: unknown): CommandResult {
  const read = readInput(inputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { sheet } = read.value;
  const id = setting(readSettings(openWorkbook([]).snapshot), sheetSetting(sheet), z.nullable(z.number()), null);
  if (!showTab(id ?? sheet)) return failed([problem("unknown-tab", { value: sheet })]);
  return { ok: true, changes: [], problems: [], data: null };
}
