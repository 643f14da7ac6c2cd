import { planSubmissionsImport } from "../workbook/imports/submissions";
import type { ImportSummary } from "../workbook/imports/summary";
import { catalogue } from "../workbook/tabs/catalogue";
import { review } from "../workbook/tabs/review";
import { roster } from "../workbook/tabs/roster";
import { submissions } from "../workbook/tabs/submissions";
import { readInput, readTable, tableInputSchema } from "./input";
import { type CommandResult, failed, runCommand } from "./run";

/** Adds the attempts of a file, of pasted text or of another tab to Submissions. */
export function importSubmissions(input: unknown): CommandResult<ImportSummary> {
  const read = readInput(tableInputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { source, columns, dates, preview = false } = read.value;
  return runCommand({
    tabs: [roster, submissions, catalogue, review],
    needed: [roster, submissions, review],
    preview,
    plan: ({ snapshot }) => {
      const table = readTable(source);
      if (!("rows" in table)) return table;
      return planSubmissionsImport(table, snapshot, { ...(columns && { columns }), ...(dates && { dates }) });
    },
  });
}
