import { expect, test } from "vitest";
import { likertStepsOf } from "../../src/program/likert-scales";
import { frozen } from "./freeze";

test("steps from low to high, as answered or in their usual words", () => {
  expect(likertStepsOf(frozen(["Agree", "Strongly Agree", "neutral"]))).toEqual([
    "Strongly disagree",
    "Disagree",
    "neutral",
    "Agree",
    "Strongly Agree",
  ]);
  expect(likertStepsOf(["All of the time", "Rarely"])).toEqual([
    "Never",
    "Rarely",
    "Sometimes",
    "Often",
    "All of the time",
  ]);
});

test("seven steps of agreement where there are that many", () => {
  expect(likertStepsOf(["Agree", "Somewhat agree"])).toHaveLength(7);
});

test("degrees of anything", () => {
  expect(likertStepsOf(["Very comfortable", "Not at all comfortable"])).toEqual([
    "Not at all comfortable",
    "Slightly comfortable",
    "Moderately comfortable",
    "Very comfortable",
    "Extremely comfortable",
  ]);
  expect(likertStepsOf(["Very clear", "Slightly useful"])).toBeNull();
});

test("one word from elsewhere, or two names of one step, and it is no known scale", () => {
  expect(likertStepsOf(["Agree", "Disagree", "It depends"])).toBeNull();
  expect(likertStepsOf(["Neutral", "Undecided", "Agree"])).toBeNull();
  expect(likertStepsOf(["Yes", "No"])).toBeNull();
  expect(likertStepsOf([])).toBeNull();
});
