/** Headings and standing sentences of the final report. */

export interface ReportPart {
  readonly key: string;
  readonly heading: string;
  /** What stands there as long as the sheet holds nothing for it. */
  readonly empty: string;
}

export const reportParts = [
  { key: "goals", heading: "Goals and model", empty: "No goals are written in the Model tab yet." },
  { key: "timeline", heading: "Timeline, as planned and as held", empty: "No dates are set in the Timeline tab yet." },
  { key: "participants", heading: "Who took part", empty: "Nobody is in the Roster yet." },
  { key: "support", heading: "Support given", empty: "No support is logged yet." },
  { key: "results", heading: "Results", empty: "No submissions are logged yet." },
  { key: "comparison", heading: "Support models compared", empty: "There are not two support models to compare yet." },
  { key: "voices", heading: "What participants said", empty: "No survey answers are imported yet." },
  { key: "currency", heading: "Currency delivered and cost", empty: "No currency or cost is recorded yet." },
  { key: "lessons", heading: "Challenges, successes, learnings", empty: "Write the debrief takeaways here." },
  { key: "recommendations", heading: "Recommendations", empty: "Write your recommendations here." },
  { key: "next-steps", heading: "Next steps", empty: "Write the next steps here." },
] as const satisfies readonly ReportPart[];

export const notAnExperiment =
  "A comparison of volunteers is not an experiment. People chose, or were given, their support for reasons that may matter to the result as well. The figures say how often each group was awarded here; they do not say that the support made the difference.";

export const suppressionNote =
  "Groups under 5 people are not shown, nor a second group where the first could be worked out from it. Nobody is named unless they agreed to be celebrated.";

export const blankIsNotZero = "A blank means that nothing is known, not zero.";

export const verdicts = [
  "clearly-higher",
  "probably-higher",
  "no-clear-difference",
  "probably-lower",
  "clearly-lower",
  "too-few",
] as const;

export type Verdict = (typeof verdicts)[number];

const verdictWords: Record<Verdict, (model: string, reference: string) => string> = {
  "clearly-higher": (model, reference) => `${model}: awarded clearly more often than ${reference}.`,
  "probably-higher": (model, reference) =>
    `${model}: awarded probably more often than ${reference}; the figures leave some doubt.`,
  "no-clear-difference": (model, reference) =>
    `${model}: no clear difference from ${reference}. With these numbers it may lie either way.`,
  "probably-lower": (model, reference) =>
    `${model}: awarded probably less often than ${reference}; the figures leave some doubt.`,
  "clearly-lower": (model, reference) => `${model}: awarded clearly less often than ${reference}.`,
  "too-few": (model, reference) =>
    `${model}: too few people to compare with ${reference}. Fewer than 10 in a group have a decision, so nothing is concluded.`,
};

export function verdictSentence(verdict: Verdict, model: string, reference: string): string {
  return verdictWords[verdict](model, reference);
}

/** NEA's two published award rates: starting values, which the coordinator may edit. */
export const benchmarks = {
  independent: { value: 0.53, label: "Published by NEA, without support" },
  supported: { value: 0.87, label: "Published by NEA, with support" },
} as const;

export const benchmarkNote =
  "NEA's figures, 53% without support and 87% with it, were published as bare percentages: no counts, no denominator, no kind of support.";
