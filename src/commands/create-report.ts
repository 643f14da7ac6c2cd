import * as z from "zod/mini";
import { readStoredWords } from "../google/words";
import { answerTabs } from "../workbook/answer-tabs";
import { buildReport } from "../workbook/outcome/report";
import { computeResults, decisionsIn } from "../workbook/outcome/results";
import { plan } from "../workbook/plan";
import { model } from "../workbook/tabs/model";
import { roster } from "../workbook/tabs/roster";
import { submissions } from "../workbook/tabs/submissions";
import { supportLog } from "../workbook/tabs/support-log";
import { documentOnce, type MadeDocument } from "./document-once";
import { readInput } from "./input";
import { countedTabs, resultChoices } from "./refresh-results";
import { type CommandResult, failed, runCommand } from "./run";

const inputSchema = z.object({
  ...resultChoices,
  /** Make another document although nothing has changed since the last one. */
  again: z.optional(z.boolean()),
});

/**
 * Writes the final report into a new document. What is about to be made is written down first, so that a run that was
 * cut off is known; the same report is not made twice unless that is asked for.
 */
export function createReport(input: unknown = {}): CommandResult<MadeDocument> {
  const read = readInput(inputSchema, input ?? {});
  if ("problems" in read) return failed(read.problems);
  const { asOf, reference = null, again = false } = read.value;
  return runCommand<MadeDocument>({
    tabs: [...countedTabs, model, supportLog],
    needed: [roster, submissions],
    moreTabs: answerTabs,
    plan: ({ snapshot, zone }) => {
      const today = zone.wallClock(new Date()).date.slice(0, 10);
      const { results, data, problems } = computeResults(snapshot, { asOf: asOf ?? today, reference });
      const blocks = buildReport(snapshot, results, data, readStoredWords());
      const [title] = blocks;
      const name = `${title && "text" in title ? title.text : "Micro-credential program"}: report ${results.asOf}`;
      const facts = { decisions: decisionsIn(data) };
      const report = documentOnce(snapshot, { kind: "report", name, blocks, again, facts });
      if (report.last) return { plan: plan([], problems), data: report.last };
      return {
        plan: plan(report.changes, [...problems, ...report.problems]),
        data: { id: "", name, url: "" },
        outside: () => {
          const { made, problems: left } = report.make();
          return { changes: [`New document ${name}`], problems: left, data: made };
        },
      };
    },
  });
}
