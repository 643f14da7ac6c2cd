import { number, percent, rowKey, text } from "../column";
import { tab } from "../tab";

/** What came of it, computed on refresh: everybody, each support model and each segment, a row a group. */
export const results = tab({
  key: "results",
  title: "Results",
  filledBy: "planner",
  rowKey: "key",
  columns: {
    by: text("By", { owner: "planner", width: 150, help: "What people are grouped by." }),
    group: text("Group", {
      owner: "planner",
      width: 220,
      help: "The group. A person stands in one group of each kind.",
    }),
    enrolled: number("Enrolled", { owner: "planner", help: "People on the Roster who did not withdraw." }),
    submitted: number("Submitted", { owner: "planner", help: "People with at least one attempt." }),
    decided: number("Decided", {
      owner: "planner",
      help: "People with at least one attempt that was awarded or not yet.",
    }),
    awarded: number("Awarded", { owner: "planner", help: "People with at least one award." }),
    ofEnrolled: percent("Awarded of enrolled", { owner: "planner", help: "People awarded ÷ people enrolled." }),
    ofSubmitted: percent("Awarded of submitted", { owner: "planner", help: "People awarded ÷ people who submitted." }),
    ofDecided: percent("Awarded of decided", { owner: "planner", help: "People awarded ÷ people with a decision." }),
    low: percent("Low", { owner: "planner", help: "Lower end of the 95 % Wilson interval of awarded of decided." }),
    high: percent("High", { owner: "planner", help: "Upper end of the 95 % Wilson interval of awarded of decided." }),
    difference: percent("Difference", {
      owner: "planner",
      help: "Awarded of decided, minus that of the reference group.",
    }),
    differenceLow: percent("Difference low", { owner: "planner", help: "Lower end of its 95 % Newcombe interval." }),
    differenceHigh: percent("Difference high", { owner: "planner", help: "Upper end of its 95 % Newcombe interval." }),
    fisher: number("Fisher's p", {
      owner: "planner",
      help: "Fisher's exact test against the reference group, two-sided.",
    }),
    verdict: text("In words", {
      owner: "planner",
      width: 300,
      help: "What the interval and the test say together. Volunteers chose their support: this is no experiment.",
    }),
    benchmark: percent("Published rate", {
      owner: "planner",
      help: "A published percentage without counts, denominator or kind of support.",
    }),
    benchmarkP: number("p against it", {
      owner: "planner",
      help: "Exact binomial test of awarded of decided against the published rate.",
    }),
    attemptsDecided: number("Attempts decided", { owner: "planner", help: "Portfolios; a person may send several." }),
    attemptsAwarded: number("Attempts awarded", { owner: "planner", help: "Portfolios awarded." }),
    ofAttempts: percent("Awarded of attempts", {
      owner: "planner",
      help: "Attempts awarded ÷ attempts decided; untested, since one person's attempts go together.",
    }),
    afterResubmission: number("Awards after resubmission", {
      owner: "planner",
      help: "Micro-credentials earned on a second or later attempt.",
    }),
    monthsToAward: number("Months to award", { owner: "planner", help: "Median from first submission to award." }),
    key: rowKey(150),
  },
});
