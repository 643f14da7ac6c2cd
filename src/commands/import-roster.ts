import { randomSeed } from "../google/random";
import { planRosterImport } from "../workbook/imports/roster";
import type { ImportSummary } from "../workbook/imports/summary";
import { catalogue } from "../workbook/tabs/catalogue";
import { groups } from "../workbook/tabs/groups";
import { review } from "../workbook/tabs/review";
import { roster } from "../workbook/tabs/roster";
import { readInput, readTable, tableInputSchema } from "./input";
import { type CommandResult, failed, runCommand } from "./run";

/** Adds the people of a file, of pasted text or of another tab to the Roster. */
export function importRoster(input: unknown): CommandResult<ImportSummary> {
  const read = readInput(tableInputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { source, columns, dates, preview = false } = read.value;
  return runCommand({
    tabs: [roster, groups, catalogue, review],
    needed: [roster, review],
    preview,
    plan: ({ snapshot }) => {
      const table = readTable(source);
      if (!("rows" in table)) return table;
      return planRosterImport(table, snapshot, { ...(columns && { columns }), ...(dates && { dates }) }, randomSeed());
    },
  });
}
