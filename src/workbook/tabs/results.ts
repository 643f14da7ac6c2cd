import { number, percent, rowKey, text } from "../column";
import { plannerOwned, tab } from "../tab";

/** What came of it, computed on refresh: everybody, each support model and each segment, a row a group. */
export const results = tab({
  key: "results",
  title: "Results",
  filledBy: "planner",
  rowKey: "key",
  columns: plannerOwned({
    by: text("By"),
    group: text("Group", {
      width: 220,
    }),
    enrolled: number("Enrolled"),
    submitted: number("Submitted"),
    decided: number("Decided"),
    awarded: number("Awarded"),
    ofEnrolled: percent("Awarded of enrolled"),
    ofSubmitted: percent("Awarded of submitted"),
    ofDecided: percent("Awarded of decided"),
    low: percent("Low"),
    high: percent("High"),
    difference: percent("Difference"),
    differenceLow: percent("Difference low"),
    differenceHigh: percent("Difference high"),
    fisher: number("Fisher's p", {
      format: "0.000",
    }),
    verdict: text("In words", { width: 420, wrap: true }),
    benchmark: percent("Published rate"),
    benchmarkP: number("p against it", {
      format: "0.000",
    }),
    attemptsDecided: number("Attempts decided"),
    attemptsAwarded: number("Attempts awarded"),
    ofAttempts: percent("Awarded of attempts"),
    afterResubmission: number("Awards after resubmission"),
    monthsToAward: number("Months to award", {
      format: "0.0",
    }),
    key: rowKey(),
  }),
});
