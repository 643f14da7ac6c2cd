import type { DialogFacts } from "../../commands/dialog-facts";
import { readDelimited } from "../../files/delimited-text";
import { newProgram } from "../new-program";
import { actAsTeam } from "../sample-people";
import { SAMPLE_LAUNCH, sampleProgram } from "../sample-program";
import type { OpenProgram } from "./open-program";

/** Fills a new program with the sample: its coordinator sets up, imports, refreshes and reports; its team goes on. */
export function fillWithSample(program: OpenProgram): void {
  const run = <Value>(functionName: string, ...args: readonly unknown[]): Value => {
    const { outcome } = program.run(functionName, args);
    if (!outcome.ok) throw new Error(`${functionName}: ${outcome.message}`);
    // A command that could do nothing says so in its result.
    const { ok, problems } = { ok: true, problems: [], ...Object(outcome.value) };
    if (!ok) throw new Error(`${functionName}: ${JSON.stringify(problems)}`);
    return outcome.value as Value;
  };
  const facts = run<DialogFacts>("readDialogFacts");
  run("setUpWorkbook", { program: newProgram({ sample: true, launch: SAMPLE_LAUNCH }, facts) });
  actAsTeam(program.services.editor);
  const { roster, submissions, baseline, end } = sampleProgram(SAMPLE_LAUNCH);
  const source = (name: string, text: string) => ({ source: { name, cells: readDelimited(text) } });
  run("importRoster", source("roster.csv", roster));
  run("importSubmissions", source("submissions.csv", submissions));
  run("importResponses", { ...source("baseline.csv", baseline), survey: "baseline" });
  run("importResponses", { ...source("end.csv", end), survey: "end" });
  run("refreshResults", {});
  run("createReport", { again: true });
}
