import type { ResultsFile } from "./run-program";

/** What a person reads after a run: the main figures with their n, what needs attention, and where everything is. */
export function summaryOf(results: ResultsFile, paths: readonly string[]): string {
  const { asOf, funnel, reference, supportModels, surveys, readiness, problems, serviceCalls } = results;
  const lines = [
    `Micro-credential Planner, figures as of ${asOf}`,
    "",
    `Readiness   ${Object.entries(readiness)
      .map(([phase, { done, total }]) => `${phase} ${done} of ${total}`)
      .join(", ")}`,
    `People      ${funnel.enrolled} enrolled, ${funnel.submitted} submitted, ${funnel.decided} with a decision, ${funnel.awarded} awarded`,
    ...surveys.map(
      ({ survey, responses, matched, duplicates, questions }) =>
        `Survey      ${survey}: ${responses} responses, ${matched} matched to the roster, ${duplicates} duplicates, ${questions.length} questions`,
    ),
    "",
    `Support models (reference: ${reference ?? "none"}; awarded of people with a decision, 95% interval)`,
    ...supportModels.map(
      ({ model, awarded, decided, rate, difference }) =>
        `  ${model.padEnd(12)} ${`${awarded} of ${decided}`.padStart(12)}  ${share(rate.estimate)} (${share(rate.low)} to ${share(rate.high)})  ${difference?.verdict ?? ""}`,
    ),
    "  Volunteers chose their support: a difference does not say what brought it about.",
    "",
    ...attention(problems),
    `Service calls (reads/writes): ${Object.entries(serviceCalls)
      .map(([name, { reads, writes }]) => `${name} ${reads}/${writes}`)
      .join(", ")}`,
    "",
    "Made:",
    ...paths.map((path) => `  ${path}`),
  ];
  return lines.join("\n");
}

/** More than these are in results.json and in the tab Review. */
const MOST_SHOWN = 12;

function attention(problems: ResultsFile["problems"]): readonly string[] {
  if (problems.length === 0) return [];
  const shown = problems.slice(0, MOST_SHOWN).map(({ message }) => `  - ${message}`);
  const rest = problems.length - shown.length;
  return ["To look at:", ...shown, ...(rest > 0 ? [`  … and ${rest} more in results.json`] : []), ""];
}

const share = (value: number | null): string => (value === null ? "—" : `${(100 * value).toFixed(0)}%`);
