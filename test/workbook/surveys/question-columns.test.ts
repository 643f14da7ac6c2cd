import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { remember } from "../../../src/workbook/settings";
import { usesToRemember } from "../../../src/workbook/surveys/column-uses";
import { bankQuestions, questionsOfHeaders, titlesToRemember } from "../../../src/workbook/surveys/question-columns";
import { applied, snapshotOf, withRows } from "../builders";

const BANK = [
  { on: true, survey: "End survey", question: "Was it  worth it?", type: "Scale 1 to 5", key: "end-worth" },
  { on: false, survey: "End survey", question: "Why?", type: "Long text", key: "end-why" },
  {
    on: true,
    survey: "End survey",
    question: "How clear were",
    type: "Grid",
    choices: "Not at all\nVery",
    gridRows: "The guidelines\nThe prompts - all",
    key: "end-clear",
  },
  { on: true, survey: "End survey", question: "Which one?", type: "Choice", choices: "A\nB\nA", key: "end-which" },
  { on: true, survey: "End survey", question: "Typed by hand?", type: "Short text" },
  { on: true, survey: "Baseline", question: "Why?", type: "Short text", key: "baseline-why" },
];
const BOOK = snapshotOf({ questions: BANK });

const keysOf = (headers: readonly string[], snapshot = BOOK) =>
  questionsOfHeaders(snapshot, "end", headers).map(
    (found) => found && (found.gridRow === undefined ? found.question.key : [found.question.key, found.gridRow]),
  );

describe("the questions of a survey", () => {
  it("are those of the bank, on or off, with what can be answered", () => {
    expect(bankQuestions(BOOK, "end")).toMatchObject([
      { key: "end-worth", title: "Was it worth it?", type: "scale", options: ["1", "2", "3", "4", "5"] },
      { key: "end-why", type: "long-text", options: [], gridRows: [] },
      { key: "end-clear", options: ["Not at all", "Very"], gridRows: ["The guidelines", "The prompts - all"] },
      { key: "end-which", options: ["A", "B"] },
      { key: expect.stringMatching(/^words-/), title: "Typed by hand?" },
    ]);
  });
});

describe("the question that a header stands for", () => {
  it("is the one with the same words, whatever their case, spaces and signs", () => {
    expect(keysOf(["Timestamp", "WAS IT worth it", "Why? ", "", "Else?"])).toEqual([
      null,
      "end-worth",
      "end-why",
      null,
      null,
    ]);
  });

  it("is a grid's where it names the grid and a row, as Google Forms and Qualtrics do", () => {
    expect(
      keysOf([
        "How clear were [The guidelines]",
        "How clear were - The prompts - all",
        "How clear were [Something new [sic]]",
        "Why? [The guidelines]",
      ]),
    ).toEqual([
      ["end-clear", "The guidelines"],
      ["end-clear", "The prompts - all"],
      ["end-clear", "Something new [sic]"],
      null,
    ]);
  });

  it("is the same for a header that stands there twice", () => {
    expect(keysOf(["Why?", "Why?"])).toEqual(["end-why", "end-why"]);
  });

  it("stays the same when the question is reworded after a form was made with the old words", () => {
    const items = BANK.slice(0, 4).map(({ key = "", question: title }) => ({ key, kind: "text", title }));
    const asked = applied(BOOK, remember(BOOK, titlesToRemember(BOOK, "end", items)));
    const reworded = withRows(asked, {
      questions: BANK.map((row) => (row.survey === "End survey" ? { ...row, question: `${row.question} (new)` } : row)),
    });
    expect(keysOf(["Why?", "How clear were [The guidelines]", "Why? (new)"], reworded)).toEqual([
      "end-why",
      ["end-clear", "The guidelines"],
      "end-why",
    ]);
  });

  it("is what a person chose, also that it is none or a grid's row by itself", () => {
    const chosen = [
      { header: "Why?", column: "@own" },
      { header: "Worth", column: "end-worth" },
      { header: "The prompts - all", column: "end-clear" },
      { header: "How clear were [The guidelines]", column: "" },
      { header: "Which one?", column: "gone" },
    ];
    const settled = applied(BOOK, remember(BOOK, usesToRemember(BOOK, "end", chosen)));
    expect(
      keysOf(
        chosen.map(({ header }) => header),
        settled,
      ),
    ).toEqual([null, "end-worth", ["end-clear", "The prompts - all"], null, "end-which"]);
  });

  it("is looked for in any header without ever failing", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (headers) => {
        expect(keysOf(headers)).toHaveLength(headers.length);
      }),
      { seed: 4 },
    );
    expect(keysOf([" - [".repeat(10_000), `How clear were${" ".repeat(50_000)}`])).toHaveLength(2);
  });
});
