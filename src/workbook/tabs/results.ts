import { number, percent, rowKey, text } from "../column";
import { plannerOwned, tab } from "../tab";

/** What came of it, computed on refresh: everybody, each support model and each segment, a row a group. */
export const results = tab({
  key: "results",
  title: "Results",
  filledBy: "planner",
  rowKey: "key",
  columns: plannerOwned({
    by: text("By", { help: "The grouping." }),
    group: text("Group", {
      width: 220,
      help: "A person stands in one group of each kind.",
    }),
    enrolled: number("Enrolled", { help: "People on the Roster who did not withdraw." }),
    submitted: number("Submitted", { help: "People with at least one attempt." }),
    decided: number("Decided", {
      help: "People with at least one attempt that was awarded or not yet.",
    }),
    awarded: number("Awarded", { help: "People with at least one award." }),
    ofEnrolled: percent("Awarded of enrolled", { help: "People awarded ÷ people enrolled." }),
    ofSubmitted: percent("Awarded of submitted", { help: "People awarded ÷ people who submitted." }),
    ofDecided: percent("Awarded of decided", { help: "People awarded ÷ people with a decision." }),
    low: percent("Low", { help: "95% Wilson interval of awarded of decided." }),
    high: percent("High", { help: "95% Wilson interval of awarded of decided." }),
    difference: percent("Difference", {
      help: "Awarded of decided, minus the reference group's.",
    }),
    differenceLow: percent("Difference low", { help: "Its 95% Newcombe interval." }),
    differenceHigh: percent("Difference high", { help: "Its 95% Newcombe interval." }),
    fisher: number("Fisher's p", {
      format: "0.000",
      help: "Fisher's exact test against the reference group, two-sided.",
    }),
    verdict: text("In words", {
      width: 300,
      help: "What interval and test say together. Volunteers: no experiment.",
    }),
    benchmark: percent("Published rate", {
      help: "Published without counts, denominator or kind of support.",
    }),
    benchmarkP: number("p against it", {
      format: "0.000",
      help: "Exact binomial test against the published rate.",
    }),
    attemptsDecided: number("Attempts decided", { help: "Portfolios; a person may send several." }),
    attemptsAwarded: number("Attempts awarded", { help: "Portfolios awarded." }),
    ofAttempts: percent("Awarded of attempts", {
      help: "Attempts awarded ÷ attempts decided; untested.",
    }),
    afterResubmission: number("Awards after resubmission", {
      help: "Micro-credentials earned on a second or later attempt.",
    }),
    monthsToAward: number("Months to award", {
      format: "0.0",
      help: "Median from first submission to award.",
    }),
    key: rowKey(150),
  }),
});
