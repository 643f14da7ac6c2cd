import { describe, expect, it } from "vitest";
import { plainSentence, ServerError, sentenceOf } from "../../src/ui/server-error";

describe("what a person is told when a call fails", () => {
  it.each([
    ["PERMISSION_DENIED", "several Google accounts"],
    [
      "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
      "several Google",
    ],
    ["You do not have permission to call SpreadsheetApp.getActive", "several Google accounts"],
    ["Authorization is required to perform that action.", "allow what Google asks"],
    ["Exceeded maximum execution time", "longer than Google allows"],
    ["NetworkError: Connection failure due to HTTP 0", "connection to Google was lost"],
    ["Service invoked too many times for one day: email.", "too many requests"],
  ])("%s", (said, advice) => {
    expect(plainSentence(said)).toContain(advice);
  });

  it("gives the first line of what it does not know, without a stack", () => {
    const sentence = plainSentence("ScriptError: Cannot read properties of undefined\n    at plan (Code:12:3)");
    expect(sentence).toMatch(/report these words: Cannot read properties of undefined$/);
  });

  it("shortens long words and does without any", () => {
    expect(plainSentence("x".repeat(40_000)).length).toBeLessThan(400);
    expect(plainSentence("")).toMatch(/doubled\.$/);
  });

  it("makes a sentence of anything thrown, once", () => {
    const thrown = new ServerError("PERMISSION_DENIED");
    expect(sentenceOf(thrown)).toBe(thrown.message);
    expect(sentenceOf(new TypeError("x is not a function"))).toContain("did not finish");
    expect(sentenceOf("gone")).toContain("gone");
  });
});
