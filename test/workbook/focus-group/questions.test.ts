import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planAgenda, questionsToAsk } from "../../../src/workbook/focus-group/questions";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { applied, type Cells, rowsOf, snapshotOf } from "../builders";

const asked = (key: string, question: string, cells: Cells = {}): Cells => ({
  on: true,
  survey: "Focus group",
  group: "General",
  question,
  key,
  ...cells,
});
const BANK = [
  asked("end-why", "Why did you choose it?", { survey: "End survey" }),
  asked("talk-better", "What would be better?"),
  asked("talk-off", "Who else?", { on: false }),
  asked("end-better", "What  would be BETTER?", { survey: "End survey" }),
];

const offeredIn = (snapshot: Snapshot, chosen: readonly string[] | null = null) =>
  questionsToAsk(snapshot, chosen).map(({ key, text, survey, isChosen }) => ({ key, text, survey, isChosen }));

/** The workbook after these were chosen, and what was told. */
function choose(snapshot: Snapshot, keys: readonly string[], own: readonly string[] = []) {
  const agenda = planAgenda(snapshot, questionsToAsk(snapshot, null), { keys, own });
  return { ...agenda, after: applied(snapshot, agenda.changes), texts: agenda.questions.map(({ text }) => text) };
}

describe("what there is to choose from", () => {
  it("is the question bank, the focus group's questions first and proposed where they are on, each once", () => {
    expect(offeredIn(snapshotOf({ questions: BANK }))).toEqual([
      { key: "talk-better", text: "What would be better?", survey: "Focus group", isChosen: true },
      { key: "talk-off", text: "Who else?", survey: "Focus group", isChosen: false },
      { key: "end-why", text: "Why did you choose it?", survey: "End survey", isChosen: false },
    ]);
  });

  it("is proposed as it was chosen the last time", () => {
    const chosen = questionsToAsk(snapshotOf({ questions: BANK }), ["end-why"]).filter(({ isChosen }) => isChosen);
    expect(chosen.map(({ key }) => key)).toEqual(["end-why"]);
  });

  it("has the words of the tab Focus group where people reworded one there", () => {
    const rows = [{ order: 1, question: "What should we change?", key: "talk-better" }];
    expect(offeredIn(snapshotOf({ questions: BANK, "focus-group": rows }))[0]?.text).toBe("What should we change?");
  });

  it("has what people typed into the tab themselves, and proposes that", () => {
    const rows = [{ question: "What was fun?" }, { notes: "a note without a question" }];
    const [own, ...others] = offeredIn(snapshotOf({ "focus-group": rows }), []);
    expect(own).toMatchObject({ text: "What was fun?", survey: "", isChosen: true });
    expect(others).toEqual([]);
  });
});

describe("choosing", () => {
  it("makes a row a question, numbered in the order of the choice's list, own ones last", () => {
    const { after, texts } = choose(
      snapshotOf({ questions: BANK }),
      ["end-why", "talk-better"],
      ["what  NOW?", "", " What now? "],
    );
    expect(texts).toEqual(["What would be better?", "Why did you choose it?", "What now?"]);
    expect(rowsOf(after, "focus-group")).toEqual([
      { order: 1, question: "What would be better?", key: "talk-better" },
      { order: 2, question: "Why did you choose it?", key: "end-why" },
      { order: 3, question: "What now?", key: expect.stringMatching(/^own-/) },
    ]);
  });

  it("a question in one's own words that the bank has is the bank's", () => {
    const { questions } = choose(snapshotOf({ questions: BANK }), [], ["why did you choose it? "]);
    expect(questions.map(({ key }) => key)).toEqual(["end-why"]);
  });

  it("keeps notes, words and numbers of people, and adds what is new behind", () => {
    const rows = [
      { order: 7, question: "Better how?", notes: "Much", quotes: "q", themes: "t", key: "talk-better" },
      { question: "What was fun?", notes: "Cake" },
    ];
    const snapshot = snapshotOf({ questions: BANK, "focus-group": rows });
    const keys = questionsToAsk(snapshot, null).map(({ key }) => key);
    const { after, texts } = choose(snapshot, keys);
    expect(texts).toEqual(["Better how?", "Who else?", "What was fun?", "Why did you choose it?"]);
    const [first, second, ...added] = rowsOf(after, "focus-group");
    expect(first).toEqual(rows[0]);
    expect(second).toMatchObject({ question: "What was fun?", notes: "Cake", order: 9 });
    expect(added.map(({ order }) => order)).toEqual([8, 10]);
  });

  it("asks in the order of people's numbers, and leaves a number that is none", () => {
    const rows = [
      { order: 2, question: "What would be better?", key: "talk-better" },
      { order: 1, question: "Who else?", key: "talk-off" },
      { order: "last", question: "Why did you choose it?", key: "end-why" },
    ];
    const snapshot = snapshotOf({ questions: BANK, "focus-group": rows });
    const { texts, changes } = choose(snapshot, ["talk-better", "talk-off", "end-why"]);
    expect(texts).toEqual(["Who else?", "What would be better?", "Why did you choose it?"]);
    expect(applied(snapshot, changes)).toEqual(snapshot);
  });

  it("tells what is no longer chosen and leaves its row; tells a choice that is gone", () => {
    const { after } = choose(snapshotOf({ questions: BANK }), ["talk-better", "end-why"]);
    const later = choose(after, ["end-why", "gone"]);
    expect(later.dropped).toEqual(["What would be better?"]);
    expect(later.unknown).toEqual(["gone"]);
    expect(rowsOf(later.after, "focus-group")).toEqual(rowsOf(after, "focus-group"));
  });

  it("a row that somebody copied stays as it is", () => {
    const row = { order: 1, question: "Who else?", key: "talk-off", notes: "A" };
    const snapshot = snapshotOf({ questions: BANK, "focus-group": [row, { ...row, notes: "B" }] });
    expect(applied(snapshot, choose(snapshot, ["talk-off"]).changes)).toEqual(snapshot);
  });

  it("again changes nothing, whatever is chosen", () => {
    const words = fc.constantFrom("What now?", "what  now?", "Why did you choose it?", "?!", "Ü", " ");
    const rows = fc.array(
      fc.record(
        {
          order: fc.constantFrom(1, 2, 2.5, "x"),
          question: words,
          notes: fc.constantFrom("n"),
          key: fc.constantFrom("end-why", "talk-off", "own-1"),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(rows, fc.subarray(BANK.map(({ key }) => String(key))), fc.array(words), (present, keys, own) => {
        const snapshot = snapshotOf({ questions: BANK, "focus-group": present });
        const offered = questionsToAsk(snapshot, null);
        const known = keys.filter((key) => offered.some((each) => each.key === key));
        const { after, questions } = choose(snapshot, known, own);
        const chosen = questions.map(({ key }) => key);
        const again = planAgenda(after, questionsToAsk(after, chosen), { keys: chosen, own });
        expect(applied(after, again.changes)).toEqual(after);
        expect(again.questions.map(({ key }) => key)).toEqual(chosen);
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
