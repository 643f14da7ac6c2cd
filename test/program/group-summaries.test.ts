import fc from "fast-check";
import { expect, test } from "vitest";
import { summarizeGroups } from "../../src/program/group-summaries";
import { questionReader, tallyOf } from "../../src/program/question-reader";
import { summarizeTally } from "../../src/program/survey-summary";
import { frozen } from "./freeze";

const SCALE = { title: "Clear?", type: "scale", options: ["1", "2", "3", "4", "5"] } as const;

function grouped(given: Readonly<Record<string, readonly string[]>>) {
  const names = Object.keys(given);
  const answers = names.flatMap((name) => given[name] ?? []);
  const places = names.flatMap((name, place) => (given[name] ?? []).map(() => place));
  return summarizeGroups(questionReader({ ...SCALE, answers }), frozen(answers), frozen({ names, places }));
}

test("each group has its own mean, median and counts, over all steps of the scale", () => {
  const { shown, hidden } = grouped({ Rural: ["5", "5", "4", "2", "5"], Urban: ["1", "2", "2", "2", "2", ""] });
  expect(hidden).toBe(0);
  expect(shown).toMatchObject([
    { group: "Rural", summary: { n: 5, mean: 4.2, median: 5, counts: [0, 1, 0, 1, 3].map((count) => ({ count })) } },
    { group: "Urban", summary: { n: 5, mean: 1.8, median: 2, counts: [1, 4, 0, 0, 0].map((count) => ({ count })) } },
  ]);
});

test("a group of four is hidden with the smallest other one", () => {
  const { shown, hidden } = grouped({
    Few: ["1", "1", "1", "1"],
    Most: new Array(9).fill("3"),
    Some: new Array(6).fill("4"),
  });
  expect(shown.map(({ group }) => group)).toEqual(["Most"]);
  expect(hidden).toBe(10);
});

test("groups that nobody of answered are left out, and hide nobody", () => {
  expect(grouped({ Rural: new Array(5).fill("3"), Urban: ["", ""] })).toMatchObject({
    shown: [{ group: "Rural" }],
    hidden: 0,
  });
});

test("of very many groups the largest are shown", () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`g${at}`, new Array(5 + at).fill("3")]));
  const { shown } = grouped(many);
  expect(shown.map(({ group }) => group)).toEqual(Array.from({ length: 25 }, (_, at) => `g${15 + at}`));
});

test("no hidden group can be worked out: what is left of the total is nobody, or five people of two groups at least", () => {
  const cell = fc.constantFrom("", "1", "2", "3", "4", "5", "n/a");
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 14 }), { minLength: 1, maxLength: 6 }), (lists) => {
      const given = Object.fromEntries(lists.map((answers, at) => [`g${at}`, answers]));
      const { shown, hidden } = grouped(given);
      const total = summarizeTally(questionReader({ ...SCALE, answers: [] }), tallyOf(lists.flat()));
      const answered = (name: string): number => (given[name] ?? []).filter((answer) => answer !== "").length;
      for (const { group, summary } of shown) {
        expect(summary.answered).toBe(answered(group));
        expect(summary.answered).toBeGreaterThanOrEqual(5);
      }
      const sum = shown.reduce((people, { summary }) => people + summary.answered, 0);
      expect(sum + hidden).toBe(total.answered);
      if (shown.length === 0 || hidden === 0) return;
      expect(hidden).toBeGreaterThanOrEqual(5);
      const names = new Set(shown.map(({ group }) => group));
      const concealed = Object.keys(given).filter((name) => !names.has(name) && answered(name) > 0);
      expect(concealed.length).toBeGreaterThanOrEqual(2);
    }),
  );
});

test("the counts of all groups add up to the counts of the whole", () => {
  const lists = fc.array(fc.array(fc.constantFrom("", "A", "B", "A, B", "mine"), { minLength: 30, maxLength: 40 }), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(lists, (all) => {
      const reader = questionReader({ title: "Q", type: "checkboxes", options: ["A", "B"], answers: all.flat() });
      const places = all.flatMap((answers, place) => answers.map(() => place));
      const { shown } = summarizeGroups(reader, all.flat(), { names: all.map((_, at) => `g${at}`), places });
      const whole = summarizeTally(reader, tallyOf(all.flat()));
      fc.pre(shown.length === all.length);
      if (whole.type !== "checkboxes") throw new Error("unreachable");
      for (const [at, { count }] of whole.counts.entries()) {
        const counts = shown.map(({ summary }) =>
          summary.type === "checkboxes" ? (summary.counts[at]?.count ?? 0) : 0,
        );
        expect(counts.reduce((sum, each) => sum + each, 0)).toBe(count);
      }
    }),
  );
});
