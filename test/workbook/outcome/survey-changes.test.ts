import { describe, expect, it } from "vitest";
import type { Cells } from "../builders";
import { type Answered, answered, answersBy, compute, peopleOf } from "./answered";

const TITLE = "How comfortable are you with filming?";
const PEOPLE = peopleOf([
  ["Independent", "Rural", 12],
  ["Basic support", "Urban", 11],
  ["Standard support", "Urban", 3],
]);
const asked = (survey: string, title = TITLE, answers: readonly string[] = []): Answered => ({
  survey,
  titles: [title],
  rows: answersBy(answers),
});
const cycle = (steps: readonly string[], size: number) => Array.from({ length: size }, (_, at) => steps[at % 3] ?? "");
const changes = (rows: Readonly<Record<string, readonly Cells[]>>, ...tables: readonly Answered[]) =>
  compute(answered({ roster: PEOPLE, ...rows }, ...tables)).results.changes;

describe("the change from the baseline to the end", () => {
  it("is that of people who answered both, each once", () => {
    // Ten people answer both; the others one of them. R: t.test(c(2,1,0,2,1,0,2,1,0,2))
    const before = asked("baseline", TITLE, cycle(["2", "3", "4"], 12));
    const after = asked("end", TITLE, ["4", "4", "4", "4", "4", "4", "4", "4", "4", "4", "", "", "5"]);
    const [change] = changes({}, before, after);
    expect(change).toMatchObject({ survey: "end", title: TITLE, n: 10 });
    expect(change?.means?.before).toBeCloseTo(2.9, 12);
    expect(change?.means?.after).toBe(4);
    expect(change?.means?.change.estimate).toBeCloseTo(1.1, 12);
    // Spread 0.8756, so 2.262157 * 0.8756 / sqrt(10) to each side.
    expect(change?.means?.change.low).toBeCloseTo(0.4736, 4);
    expect(change?.means?.change.high).toBeCloseTo(1.7264, 4);
  });

  it("says no more than how many there are, where they are fewer than ten", () => {
    const pairs = changes(
      {},
      asked("baseline", TITLE, cycle(["2"], 12)),
      asked("end", TITLE, cycle(["4", "", ""], 12)),
    );
    expect(pairs).toMatchObject([{ n: 4, means: null }]);
  });

  it("is by support model where that has ten pairs, and hides what a small model's could be worked out with", () => {
    const all = cycle(["2", "3", "4"], 26);
    const [change] = changes({}, asked("baseline", TITLE, all), asked("end", TITLE, all));
    expect(change?.byModel).toMatchObject([
      { model: "independent", n: 12, isHidden: false, means: { change: { estimate: 0 } } },
      { model: "basic", n: 11, isHidden: true, means: null },
      { model: "standard", n: 3, isHidden: true, means: null },
    ]);
  });

  it("knows a question by its key in the bank, though its words are others by now", () => {
    const question = (survey: string, id: string, words: string): Cells => ({
      survey,
      question: words,
      type: "Scale 1 to 5",
      key: `${id}-base-filming`,
    });
    const questions = [
      question("Baseline", "baseline", TITLE),
      question("End survey", "end", "And now, with filming?"),
    ];
    const before = asked("baseline", TITLE, cycle(["2"], 12));
    const after = asked("end", "And now, with filming?", cycle(["3"], 12));
    expect(changes({ questions }, before, after)).toMatchObject([{ key: "end-base-filming", n: 4 }]);
    expect(changes({}, before, after)).toEqual([]);
  });

  it("compares no scales with other steps", () => {
    const words = cycle(["Agree", "Neutral", "Disagree"], 12);
    expect(changes({}, asked("baseline", TITLE, words), asked("end", TITLE, cycle(["1", "2", "3"], 12)))).toEqual([]);
    expect(changes({}, asked("baseline", TITLE, words), asked("end", TITLE, words))).toMatchObject([{ n: 12 }]);
  });

  it("compares no scale with another that has more steps", () => {
    const question = (survey: string, key: string, choices: string): Cells => ({
      survey,
      question: TITLE,
      type: "Scale",
      choices,
      key,
    });
    const bank = (after: string) => ({
      questions: [question("Baseline", "own-1", "1 to 5"), question("End survey", "own-2", after)],
    });
    const tables = [
      asked("baseline", TITLE, cycle(["2", "2", "2"], 12)),
      asked("end", TITLE, cycle(["4", "4", "4"], 12)),
    ] as const;
    expect(changes(bank("1 to 10"), ...tables)).toEqual([]);
    expect(changes(bank("1 to 5"), ...tables)).toMatchObject([{ n: 12 }]);
    // In files the ends that nobody chose are not known.
    expect(changes({}, ...tables)).toMatchObject([{ n: 12 }]);
    expect(changes({}, tables[0], asked("end", TITLE, cycle(["7", "9", "8"], 12)))).toEqual([]);
  });

  it("is not there where one of the two is anonymous", () => {
    const surveys = [{ key: "end", survey: "End survey", answers: "Anonymous" }];
    const all = cycle(["2", "3", "4"], 26);
    expect(changes({ surveys }, asked("baseline", TITLE, all), asked("end", TITLE, all))).toEqual([]);
  });
});
