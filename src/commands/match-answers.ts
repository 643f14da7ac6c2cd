import * as z from "zod/mini";
import { answerTabs } from "../workbook/answer-tabs";
import { type MatchReview, planMatchReview } from "../workbook/imports/match-review";
import { responses } from "../workbook/tabs/responses";
import { roster } from "../workbook/tabs/roster";
import { surveys } from "../workbook/tabs/surveys";
import { readInput } from "./input";
import { type CommandResult, failed, runCommand } from "./run";

/** Each may be another person's, and so a call of its own. */
const MOST_AT_ONCE = 25;

const inputSchema = z.object({
  /** What a person decided, response by response; left out, what there is to decide is only listed. */
  choices: z.optional(z.array(z.object({ key: z.string(), choice: z.string() })).check(z.maxLength(MOST_AT_ONCE))),
});

/** Lists the answers that are tied to nobody, or ties them to whom a person chose. */
export function matchAnswers(input: unknown = {}): CommandResult<MatchReview> {
  const read = readInput(inputSchema, input ?? {});
  if ("problems" in read) return failed(read.problems);
  const { choices = [] } = read.value;
  return runCommand({
    tabs: [roster, responses, surveys],
    needed: [roster, responses],
    moreTabs: answerTabs,
    plan: ({ snapshot }) => planMatchReview(snapshot, choices),
  });
}
