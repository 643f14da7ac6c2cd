import * as z from "zod/mini";
import { problem } from "../content/problems";
import { applyPlan } from "../google/apply";
import { createDocument } from "../google/documents";
import { readStoredWords } from "../google/words";
import { openWorkbook } from "../google/workbook";
import { shortHash } from "../program/hash";
import { answerTabs } from "../workbook/answers";
import { buildReport, type ReportBlock } from "../workbook/outcome/report";
import { computeResults, decisionsIn } from "../workbook/outcome/results";
import { plan } from "../workbook/plan";
import { readSettings, remember, setting } from "../workbook/settings";
import { model } from "../workbook/tabs/model";
import { roster } from "../workbook/tabs/roster";
import { settings } from "../workbook/tabs/settings";
import { submissions } from "../workbook/tabs/submissions";
import { supportLog } from "../workbook/tabs/support-log";
import { readInput } from "./input";
import { countedTabs, resultChoices } from "./refresh-results";
import { type CommandResult, failed, runCommand } from "./run";

/** Where the report is. */
export interface ReportMade {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

const inputSchema = z.object({
  ...resultChoices,
  /** Make another document although nothing has changed since the last one. */
  again: z.optional(z.boolean()),
});

const madeSchema = z.nullable(
  z.object({
    id: z.string(),
    name: z.string(),
    url: z.string(),
    content: z.string(),
    /** How many decided attempts it counts. */
    decisions: z.optional(z.number()),
  }),
);

/**
 * Writes the final report into a new document. What is about to be made is written down first, so that a run that was
 * cut off is known; the same report is not made twice unless that is asked for.
 */
export function createReport(input: unknown = {}): CommandResult<ReportMade> {
  const read = readInput(inputSchema, input ?? {});
  if ("problems" in read) return failed(read.problems);
  const { asOf, reference = null, again = false } = read.value;
  let wanted: Wanted | null = null;
  const prepared = runCommand<ReportMade | null>({
    tabs: [...countedTabs, model, supportLog],
    needed: [roster, submissions],
    moreTabs: answerTabs,
    plan: ({ snapshot, zone }) => {
      const today = zone.wallClock(new Date()).date.slice(0, 10);
      const { results, data, problems } = computeResults(snapshot, { asOf: asOf ?? today, reference });
      const blocks = buildReport(snapshot, results, data, readStoredWords());
      const [title] = blocks;
      const name = `${title && "text" in title ? title.text : "Micro-credential program"}: report ${results.asOf}`;
      const content = shortHash(JSON.stringify(blocks));
      const remembered = readSettings(snapshot);
      const last = setting(remembered, LAST, madeSchema, null);
      if (last?.content === content && !again) return { plan: plan([], problems), data: last };
      wanted = { name, content, blocks, decisions: decisionsIn(data) };
      const unfinished = setting(remembered, INTENT, z.string(), "");
      const leftOver = unfinished ? [problem("report-left-over", { value: unfinished })] : [];
      // A place for both: what follows the document is then one update.
      const noted = remember(snapshot, { [INTENT]: name, [LAST]: last });
      return { plan: plan(noted, [...problems, ...leftOver]), data: null };
    },
  });
  if (!prepared.ok || prepared.data || !wanted) return prepared as CommandResult<ReportMade>;
  return finish(prepared, wanted);
}

const LAST = "report.last";
const INTENT = "report.intent";

interface Wanted {
  readonly name: string;
  readonly content: string;
  readonly blocks: readonly ReportBlock[];
  readonly decisions: number;
}

function finish(
  prepared: CommandResult<unknown>,
  { name, content, blocks, decisions }: Wanted,
): CommandResult<ReportMade> {
  const made = { ...createDocument(name, blocks), name };
  const book = openWorkbook([]);
  applyPlan(
    book,
    plan(remember(book.snapshot, { [LAST]: { ...made, content, decisions }, [INTENT]: "" })),
    () => settings,
  );
  return { ...prepared, changes: [`New document ${name}`], data: made };
}
