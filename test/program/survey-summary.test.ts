import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { type AnsweredQuestion, questionReader, tallyOf } from "../../src/program/question-reader";
import { type QuestionSummary, summarizeTally } from "../../src/program/survey-summary";
import { frozen } from "./freeze";

const summarizeQuestion = (question: AnsweredQuestion): QuestionSummary =>
  summarizeTally(questionReader(question), tallyOf(question.answers));

function summarize(answers: readonly string[], more: Partial<AnsweredQuestion> = {}) {
  return summarizeQuestion(frozen({ title: "Q", answers: [...answers], ...more }));
}

/** Options with their counts. */
function countsOf(summary: QuestionSummary | undefined): Record<string, number> {
  if (summary?.type !== "choice" && summary?.type !== "checkboxes") throw new Error(`no options in ${summary?.type}`);
  return Object.fromEntries(summary.counts.map(({ option, count }) => [option, count]));
}

test("a scale in numbers: blank is not zero", () => {
  expect(summarize(["4", "", "1", " 4 ", "  "])).toEqual({
    title: "Q",
    type: "scale",
    answered: 3,
    n: 3,
    mean: 3,
    median: 4,
    counts: [
      { value: 1, label: "1", count: 1 },
      { value: 2, label: "2", count: 0 },
      { value: 3, label: "3", count: 0 },
      { value: 4, label: "4", count: 2 },
    ],
  });
});

test("a scale in words", () => {
  expect(summarize(["Agree", "Strongly\u00a0agree", "Agree"])).toMatchObject({
    type: "scale",
    n: 3,
    mean: (4 + 5 + 4) / 3,
    median: 4,
    counts: [{ count: 0 }, { count: 0 }, { count: 0 }, { value: 4, label: "Agree", count: 2 }, { count: 1 }],
  });
});

test("a scale whose steps are known shows them all; what is off it is answered, and not averaged", () => {
  expect(summarize(["4", "2", "n/a"], { type: "scale", options: ["1", "2", "3", "4", "5"] })).toMatchObject({
    answered: 3,
    n: 2,
    mean: 3,
    counts: [{ count: 0 }, { count: 1 }, { count: 0 }, { count: 1 }, { value: 5, count: 0 }],
  });
  expect(summarize(["all", "some"], { type: "scale", options: ["none", "some", "all"] })).toMatchObject({ mean: 2.5 });
});

test("choices, with shares of those who answered", () => {
  const summary = summarize(["No", "Yes", "", "No", "Yes", "No"]);
  expect(summary).toEqual({
    title: "Q",
    type: "choice",
    answered: 5,
    counts: [
      { option: "No", count: 3, share: 0.6 },
      { option: "Yes", count: 2, share: 0.4 },
    ],
    other: { count: 0, share: 0 },
  });
});

test("known options are listed in their order, also those nobody chose", () => {
  const summary = summarize(["Rural", "Mars"], { type: "choice", options: ["Urban", "Rural"] });
  expect(countsOf(summary)).toEqual({ Urban: 0, Rural: 1 });
  expect(summary).toMatchObject({ answered: 2, other: { count: 1, share: 0.5 } });
});

test("checkboxes count each option of those who answered", () => {
  const summary = summarize(["Audio, Video", "Audio", "", "Video, a poem"], { options: ["Audio", "Video", "Text"] });
  expect(summary).toMatchObject({ type: "checkboxes", answered: 3, other: { count: 1, share: 1 / 3 } });
  expect(countsOf(summary)).toEqual({ Audio: 2, Video: 2, Text: 0 });
});

test("text gives counts and no words", () => {
  const summary = summarize(["My principal, Ms. Ito, helped", "Time", "Time"], { type: "text" });
  expect(summary).toEqual({ title: "Q", type: "text", answered: 3, distinct: 2 });
});

test("an answer like the name of a built-in is an answer", () => {
  expect(countsOf(summarize(["constructor", "constructor", "__proto__", "__proto__"])).constructor).toBe(2);
});

test("nobody answered", () => {
  expect(summarize(["", " "])).toEqual({ title: "Q", type: "text", answered: 0, distinct: 0 });
  expect(summarize([], { type: "scale" })).toMatchObject({ n: 0, mean: null, median: null, counts: [] });
  expect(summarize([""], { type: "choice", options: ["A"] })).toMatchObject({ counts: [{ share: 0 }] });
});

test("any answers are summed up without a throw, and counts stay within those who answered", () => {
  const answer = fc.oneof(fc.string(), fc.constantFrom("", "A", "A, B", "3", "11", "Agree", "x".repeat(40_000)));
  fc.assert(
    fc.property(
      fc.array(answer),
      fc.constantFrom(undefined, "scale", "choice", "checkboxes", "text"),
      (answers, type) => {
        const summary = summarizeQuestion({ title: "Q", answers: frozen(answers), ...(type && { type }) });
        expect(summary.answered).toBe(answers.filter((text) => text.trim() !== "").length);
        if (type !== undefined) expect(summary.type).toBe(type);
        if (summary.type === "text") return;
        for (const { count } of summary.counts) expect(count).toBeLessThanOrEqual(summary.answered);
        expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
      },
    ),
  );
});

const shared = "/work/shared/data/";

function summariesOf(file: string): readonly QuestionSummary[] | null {
  if (!existsSync(shared + file)) {
    console.warn(`${shared}${file} is not here: its questions are not tried`);
    return null;
  }
  const text = readFileSync(shared + file, "utf8");
  const rows = file.endsWith(".tsv")
    ? text
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split("\t"))
    : Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const [header = [], ...body] = rows;
  return header.map((title, place) => summarizeQuestion({ title, answers: body.map((row) => row[place] ?? "") }));
}

test("the 25 questions of the Jupyter instructors' survey", () => {
  const summaries = summariesOf("gform_en_instructors_jupyter_edu_2016.csv");
  if (summaries === null) return;
  const placesOf = (type: string) => summaries.flatMap((summary, place) => (summary.type === type ? [place] : []));
  expect(placesOf("choice")).toEqual([6, 7, 9, 14]);
  expect(placesOf("checkboxes")).toEqual([8, 10, 12, 15, 16, 17, 18, 19, 20]);
  expect(placesOf("scale")).toEqual([]);
  expect(placesOf("text")).toEqual([0, 1, 2, 3, 4, 5, 11, 13, 21, 22, 23, 24]);
  expect(countsOf(summaries[7])).toEqual({
    "10 - 25": 50,
    "25 - 50": 35,
    "50 - 100": 13,
    "Less than 10": 9,
    "250 - 500": 7,
    "More than 500": 6,
    "100 - 250": 5,
  });
  // Options with commas inside brackets stay whole; counted apart, with Python's csv.
  expect(countsOf(summaries[8])).toMatchObject({
    "Advanced undergraduate (juniors and seniors)": 52,
    "Mixed (conferences, workshops, Software Carpentry style events, etc.)": 14,
  });
  expect(countsOf(summaries[12])).toMatchObject({ "Jupyter notebook": 123, nbgrader: 13 });
});

test("questions of other real forms", () => {
  const places = (file: string, type: string) =>
    summariesOf(file)?.flatMap((summary, place) => (summary.type === type ? [place] : []));
  const spanish = "gform_es_learning_r_2018.tsv";
  const carpentries = "carpentries_instructor_training_post.csv";
  if (!existsSync(shared + spanish) || !existsSync(shared + carpentries))
    return console.warn("real forms are not here");
  expect(places(spanish, "scale")).toEqual([13, 16, 17, 24]);
  expect(places(spanish, "checkboxes")).toEqual([4, 11, 25, 30, 35, 39, 41]);
  // Choices whose options hold commas outside brackets: "Nunca, no uso Shiny".
  expect(summariesOf(spanish)?.[20]).toMatchObject({ type: "choice", answered: 259 });
  expect(places(carpentries, "scale")).toEqual([5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 39]);
  expect(places(carpentries, "checkboxes")).toEqual([]);
  expect(places("gform_direct_csv_mds_language.csv", "text")).toEqual([0, 2]);
  expect(places("gform_en_hotdog_sp24_resaved_in_excel.csv", "text")).toEqual([0, 2, 4, 6]);
  expect(places("gform_en_classroom_observations_2022.csv", "text")).toEqual([0, 1, 3, 4, 11, 19, 27, 29, 31]);
});

test("a large survey is summed up in a blink", () => {
  const answers = Array.from({ length: 10_000 }, (_, i) =>
    ["A", "B", "C, D", "E"].filter((_o, bit) => (i >> bit) % 2).join(", "),
  );
  const start = performance.now();
  expect(summarize(answers).type).toBe("checkboxes");
  expect(performance.now() - start).toBeLessThan(1000);
});

test("the same comes of the same answers, in whatever order; what nobody said is counted nowhere", () => {
  const answer = fc.oneof(
    fc.constantFrom("", " ", "A", "B", "A, B", "A, C", "Agree", "Neutral", "3", "10"),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 20 }), fc.array(fc.nat(), { maxLength: 20 }), (answers, swaps) => {
      const turned = [...answers];
      swaps.forEach((swap, at) => {
        const [a, b] = [at % Math.max(1, turned.length), swap % Math.max(1, turned.length)];
        [turned[a], turned[b]] = [turned[b] ?? "", turned[a] ?? ""];
      });
      const summary = summarize(answers);
      if (answers.length > 0) expect(summarize(turned)).toEqual(summary);
      if (summary.type === "text") return;
      const counts = summary.counts.reduce((sum, { count }) => sum + count, 0);
      if (summary.type === "scale") expect(counts).toBe(summary.n);
      if (summary.type === "choice") expect(counts + summary.other.count).toBe(summary.answered);
      expect(summarize([...answers, "", "  "])).toEqual(summary);
    }),
  );
});
